package org.optimizer.extract;

import java.util.List;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Decided;
import org.optimizer.model.EventKey;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Objection;
import org.optimizer.model.ObjectionSum;
import org.optimizer.model.Severity;

/** Reads what drivers object to. */
public class Objections {
    private final ProducerTemplate camel;

    public Objections(ProducerTemplate camel) {
        this.camel = camel;
    }

    public Optional<Objection> find(String id) {
        return Query.rows(camel, "find-objection", "id", id).stream()
                .map(Objections::objection)
                .findFirst();
    }

    /** In the order in which they were raised. */
    public List<Objection> listOfDriver(String contestId, IsoWeek week, String driverId) {
        return Query.rows(
                        camel, "list-objections-of-driver", "contestId", contestId, "week", week, "driverId", driverId)
                .stream()
                .map(Objections::objection)
                .toList();
    }

    /** At most 200; open ones first, then the newest. */
    public List<Objection> listNewest() {
        return Query.rows(camel, "list-newest-objections").stream()
                .map(Objections::objection)
                .toList();
    }

    /** Of every row of the rules that was ever objected to; most often upheld first. */
    public List<ObjectionSum> listSums() {
        return Query.rows(camel, "list-objection-sums").stream()
                .map(row -> new ObjectionSum(
                        row.text("rule_name"),
                        row.number("event_count"),
                        row.number("raised"),
                        row.number("open_count"),
                        row.number("upheld_count"),
                        row.number("refused_count"),
                        row.instant("last_raised_at")))
                .toList();
    }

    private static Objection objection(Row row) {
        return new Objection(
                row.text("objection_id"),
                row.text("contest_id"),
                row.week("iso_week"),
                row.text("driver_id"),
                new EventKey(row.text("vehicle_id"), row.word("kind", ManoeuvreKind.class), row.instant("event_at")),
                row.word("severity", Severity.class),
                row.number("points"),
                row.text("rule_name"),
                row.text("rulebook"),
                row.text("words"),
                row.instant("raised_at"),
                row.word("state", Objection.State.class),
                row.optionalText("decided_by")
                        .map(by -> new Decided(by, row.instant("decided_at"), row.text("reason"))));
    }
}
