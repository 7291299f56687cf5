package org.optimizer.extract;

import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.SmsGuard;

/** Reads how far sending has come in this database. */
public class SmsGuards {
    private final ProducerTemplate camel;

    public SmsGuards(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Empty in a database in which nothing was sent yet. */
    public Optional<SmsGuard> find() {
        return Query.rows(camel, "find-sms-guard").stream()
                .map(row -> new SmsGuard(
                        row.text("database_id"),
                        row.bigNumber("marker"),
                        row.optionalInstant("paused_at"),
                        row.optionalText("pause_reason"),
                        row.optionalText("lifted_by"),
                        row.optionalInstant("lifted_at")))
                .findFirst();
    }
}
