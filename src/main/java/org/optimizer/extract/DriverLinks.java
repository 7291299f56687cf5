package org.optimizer.extract;

import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.DriverLink;
import org.optimizer.model.LinkToken;

/** Reads what links to drivers' pages open. */
public class DriverLinks {
    private final ProducerTemplate camel;

    public DriverLinks(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** By the hash of the token alone: an index answers, and how long that takes says nothing of the tokens there are. */
    public Optional<DriverLink> find(String token) {
        return Query.rows(camel, "find-driver-link", "tokenHash", LinkToken.hash(token)).stream()
                .map(row -> new DriverLink(
                        row.text("contest_id"), row.week("iso_week"), row.text("driver_id"), row.instant("issued_at")))
                .findFirst();
    }
}
