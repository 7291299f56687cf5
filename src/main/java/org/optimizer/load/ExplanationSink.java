package org.optimizer.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ScoredEvent;
import org.optimizer.model.Sheet;
import org.optimizer.model.Stored;

/** Writes what scores were made of. */
public class ExplanationSink {
    private final ProducerTemplate camel;

    public ExplanationSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** What one driver's score was made of, in the order of the score, and what its sheet is recognised by. */
    public record Evidence(String driverId, List<ScoredEvent> events, Sheet.Seal seal) {}

    /** Writes in place of what was kept for the same drivers, whose scores are there already. */
    public void save(String contestId, IsoWeek week, List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return;
        }
        List<Map<String, Object>> events = new ArrayList<>();
        List<Map<String, Object>> seals = new ArrayList<>();
        for (Evidence each : evidence) {
            for (int ordinal = 0; ordinal < each.events().size(); ordinal++) {
                events.add(row(
                        contestId, week, each.driverId(), ordinal, each.events().get(ordinal)));
            }
            seals.add(row(contestId, week, each));
        }
        List<String> driverIds = evidence.stream().map(Evidence::driverId).toList();
        Call.route(
                camel,
                "save-explanations",
                Stored.row("contestId", contestId, "week", week, "driverIds", driverIds),
                Map.of("events", events, "seals", seals));
    }

    private static Map<String, Object> row(String contestId, IsoWeek week, Evidence evidence) {
        return Stored.row(
                "contestId", contestId,
                "week", week,
                "driverId", evidence.driverId(),
                "sha256", evidence.seal().sha256(),
                "lineChecks", Stored.bytes(evidence.seal().lineChecks()));
    }

    private static Map<String, Object> row(
            String contestId, IsoWeek week, String driverId, int ordinal, ScoredEvent scored) {
        DrivingEvent event = scored.event();
        return Stored.row(
                "contestId", contestId,
                "week", week,
                "driverId", driverId,
                "ordinal", ordinal,
                "vehicleId", event.vehicleId(),
                "vehicleClass", scored.vehicleClass(),
                "counted", scored.counted(),
                "kind", event.kind(),
                "beganAt", event.at(),
                "durationS", event.durationS(),
                "peakMps2", event.peakMps2(),
                "guardMps2", event.guardMps2(),
                "startSpeedKmh", event.startSpeedKmh(),
                "latitudeDeg", event.latitudeDeg(),
                "longitudeDeg", event.longitudeDeg(),
                "severity", event.severity(),
                "points", event.points(),
                "rule", event.rule());
    }
}
