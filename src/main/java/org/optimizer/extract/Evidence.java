package org.optimizer.extract;

import java.util.List;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.ScoredEvent;
import org.optimizer.model.Severity;
import org.optimizer.model.Sheet;
import org.optimizer.model.Stored;
import org.optimizer.model.VehicleClass;

/** Reads what scores were made of. */
public class Evidence {
    private final ProducerTemplate camel;

    public Evidence(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** The events of a driver's score, in the order of the score. */
    public List<ScoredEvent> listEvents(String contestId, IsoWeek week, String driverId) {
        return Query.rows(camel, "list-scored-events", "contestId", contestId, "week", week, "driverId", driverId)
                .stream()
                .map(Evidence::event)
                .toList();
    }

    private static ScoredEvent event(Row row) {
        return new ScoredEvent(
                row.word("vehicle_class", VehicleClass.class),
                row.flag("counted"),
                new DrivingEvent(
                        row.text("vehicle_id"),
                        row.word("kind", ManoeuvreKind.class),
                        row.instant("began_at"),
                        row.real("duration_s"),
                        row.real("peak_mps2"),
                        row.real("guard_mps2"),
                        row.real("start_speed_kmh"),
                        row.real("latitude_deg"),
                        row.real("longitude_deg"),
                        row.word("severity", Severity.class),
                        row.number("points"),
                        row.text("rule_name")));
    }

    /** What the sheet of a driver's score is recognised by; empty for a score made before sheets were sealed. */
    public Optional<Sheet.Seal> findSeal(String contestId, IsoWeek week, String driverId) {
        return Query.rows(camel, "find-score-seal", "contestId", contestId, "week", week, "driverId", driverId).stream()
                .findFirst()
                .map(row -> new Sheet.Seal(row.text("sheet_sha256"), Stored.integers(row.bytes("sheet_line_checks"))));
    }
}
