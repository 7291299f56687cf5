package org.optimizer.extract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.PushRefusal;
import org.optimizer.model.PushedFix;

/** Reads what was pushed and not yet stored, what could not be taken, and what pushes were answered. */
public class Pushes {
    private final ProducerTemplate camel;

    public Pushes(ProducerTemplate camel) {
        this.camel = camel;
    }

    /**
     * An answer that was given.
     *
     * @param bodyHash of what it was given to
     */
    public record Answer(String bodyHash, String text) {}

    /** What a sender was answered to a push under a key. */
    public Optional<Answer> findAnswer(String sender, String key) {
        return Query.rows(camel, "find-push-answer", "sender", sender, "key", key).stream()
                .findFirst()
                .map(row -> new Answer(row.text("body_hash"), row.text("answer")));
    }

    /** Fixes of a vehicle that wait to be stored. */
    public record Waiting(String source, String vehicleId, long count, Instant since) {}

    /** Ordered by source and vehicle. */
    public List<Waiting> listWaiting() {
        return Query.rows(camel, "list-waiting-pushes").stream()
                .map(row -> new Waiting(
                        row.text("source"), row.text("vehicle_id"), row.bigNumber("waiting"), row.instant("since")))
                .toList();
    }

    /** The number of the last of a vehicle's waiting fixes, or of the first so many; empty when none waits. */
    public OptionalLong findBound(String source, String vehicleId, int limit) {
        Row row = Query.rows(camel, "find-push-bound", "source", source, "vehicleId", vehicleId, "maxRows", limit)
                .get(0);
        return row.columns().get("bound") == null ? OptionalLong.empty() : OptionalLong.of(row.bigNumber("bound"));
    }

    /** The fixes that were claimed, in the order in which they came. */
    public List<PushedFix> listClaimed(String vehicleId, String claim) {
        return Query.rows(camel, "list-pushed-fixes", "vehicleId", vehicleId, "claim", claim).stream()
                .map(Pushes::fix)
                .toList();
    }

    private static PushedFix fix(Row row) {
        return new PushedFix(
                row.word("state", PushedFix.State.class),
                row.bigNumber("fix_ms"),
                row.real("latitude"),
                row.real("longitude"),
                row.real("speed_mps"),
                row.real("accuracy_m"),
                row.real("bearing_deg"),
                row.real("altitude_m"),
                row.text("provider_ref"),
                row.text("driver_ref"),
                row.text("alarms"),
                row.text("reason"),
                row.text("raw_row"),
                row.instant("received_at"));
    }

    /** What came of a source since a time. @param source of the log, such as {@code push/traccar} */
    public record Total(String source, IntakeCount count, Instant lastAt) {}

    /** Of each source that pushed anything since a time, ordered by its name. */
    public List<Total> listTotals(Instant from) {
        return Query.rows(camel, "list-push-totals", "fromTime", from).stream()
                .map(row -> new Total(
                        row.text("source"),
                        new IntakeCount(
                                row.bigNumber("rows_loaded"),
                                row.bigNumber("rows_updated"),
                                row.bigNumber("rows_unchanged"),
                                row.bigNumber("rows_rejected"),
                                row.bigNumber("rows_held"),
                                row.bigNumber("rows_off_hours")),
                        row.instant("last_at")))
                .toList();
    }

    /** What could not be taken since a time, newest first. */
    public List<PushRefusal> listRefusals(Instant from, int limit) {
        return Query.rows(camel, "list-push-refusals", "fromTime", from, "maxRows", limit).stream()
                .map(row -> new PushRefusal(
                        row.text("source"),
                        row.text("code"),
                        row.text("subject"),
                        row.text("detail"),
                        row.bigNumber("times"),
                        row.instant("first_at"),
                        row.instant("last_at")))
                .toList();
    }
}
