package org.optimizer.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.SmsRefusal;
import org.optimizer.model.SmsSwitch;
import org.optimizer.model.SmsUsage;
import org.optimizer.model.Stored;

/** Writes how much has been sent, who was refused, and whether messages leave. */
public class SmsLedgerSink {
    private final ProducerTemplate camel;

    public SmsLedgerSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /**
     * Adds parts to what a key has used, when it stays within its cap; of two at the same time the second waits for the first.
     *
     * @return false when it would be more than the cap; then nothing is added
     */
    public boolean take(SmsUsage use, int cap) {
        return Call.route(
                        camel,
                        "take-sms-usage",
                        Stored.row("key", use.key(), "parts", use.parts(), "cost", use.costEur(), "cap", cap))
                == 1;
    }

    /** Takes back what was added for a message that was definitely not sent. */
    public void giveBack(SmsUsage use) {
        Call.route(
                camel,
                "give-back-sms-usage",
                Stored.row("key", use.key(), "parts", use.parts(), "cost", use.costEur()));
    }

    public void turn(SmsSwitch change) {
        Call.route(
                camel,
                "turn-sms-switch",
                Stored.row(
                        "stopped",
                        change.stopped() ? 1 : 0,
                        "reason",
                        change.reason(),
                        "by",
                        change.by(),
                        "at",
                        change.at()));
    }

    /** Keeps who gets no message of a week; the first reason stays. */
    public void keepRefusals(String contestId, IsoWeek week, List<SmsRefusal> refusals, Instant now) {
        List<Map<String, Object>> rows = refusals.stream()
                .map(refusal -> Stored.row(
                        "contestId",
                        contestId,
                        "week",
                        week,
                        "driverId",
                        refusal.driverId(),
                        "code",
                        refusal.code(),
                        "now",
                        now))
                .toList();
        if (!rows.isEmpty()) {
            Call.route(camel, "keep-sms-refusals", rows);
        }
    }
}
