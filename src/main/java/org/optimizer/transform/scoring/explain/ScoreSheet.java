package org.optimizer.transform.scoring.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.Feature;
import org.optimizer.model.FeatureMark;
import org.optimizer.model.FleetMean;
import org.optimizer.model.Mark;
import org.optimizer.model.Reason;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.ScoredEvent;
import org.optimizer.model.ScoredWeek;
import org.optimizer.model.Sheet;

/**
 * Writes a score down in one way only: fields in a fixed order with tabs between them, numbers as {@link Double#toString} has
 * them, so that not a bit is lost, times to the millisecond in UTC. Positions are not on it: they decide nothing, and are forgotten
 * before a score is.
 */
public final class ScoreSheet {
    /** Rises when the form of the text does; an older sheet is then told from a changed one. */
    private static final int FORM = 1;

    private final List<String> lines = new ArrayList<>();

    private ScoreSheet() {}

    /** @param average what the rates were pulled towards */
    public static Sheet of(ScoredWeek scored, FleetMean average) {
        ScoreSheet sheet = new ScoreSheet();
        sheet.head(scored.score());
        sheet.facts(scored.score().facts(), average);
        sheet.events(scored.events());
        sheet.marks(scored.score().marks());
        sheet.result(scored.score());
        return new Sheet(sheet.lines);
    }

    private void head(DriverScore score) {
        line("score-sheet", FORM);
        line("contest", score.contestId());
        line("week", score.facts().week());
        line("driver", score.driverId());
        line("rulebook", score.rulebook());
    }

    private void facts(DriverWeek week, FleetMean average) {
        line("league", week.league());
        line("distance-km", week.distanceKm());
        line("moving-h", week.movingH());
        line("days", week.days());
        line("coverage", week.coverage());
        for (SamplingClass sampling : SamplingClass.values()) {
            Double km = week.kmByClass().get(sampling);
            line("km-of-class", sampling, km == null ? "none" : text(km));
        }
        line("event-km", week.eventKm());
        line("points", week.accelerationPoints(), week.brakingPoints());
        line("variance", week.accelerationVariance(), week.brakingVariance());
        line("average", average.vehicleClass(), average.accelerationPoints(), average.brakingPoints());
        for (Feature feature : Feature.values()) {
            week.feature(feature).ifPresent(value -> line("feature", feature, value));
        }
    }

    private void events(List<ScoredEvent> events) {
        line("events", events.size());
        events.forEach(this::event);
    }

    private void event(ScoredEvent scored) {
        DrivingEvent event = scored.event();
        line(
                "event",
                event.vehicleId(),
                scored.vehicleClass(),
                scored.counted() ? "counted" : "for-information",
                event.kind(),
                event.at().toEpochMilli(),
                event.durationS(),
                event.peakMps2(),
                event.guardMps2(),
                event.startSpeedKmh(),
                event.severity(),
                event.points(),
                event.rule());
    }

    private void marks(List<Mark> marks) {
        for (Mark mark : marks) {
            line("mark", mark.kind(), mark.points(), mark.weight());
            mark.parts().forEach(this::part);
        }
    }

    private void part(FeatureMark part) {
        line("part", part.feature(), part.value(), part.points(), part.weight(), part.rule());
    }

    private void result(DriverScore score) {
        line("score", score.score().map(Object::toString).orElse("none"));
        line("doubt", score.doubt().map(Object::toString).orElse("none"));
        line("ranked", score.ranked());
        score.reasons().forEach(this::reason);
    }

    private void reason(Reason reason) {
        line("reason", reason.code(), reason.found(), reason.expected(), reason.rule());
    }

    private void line(Object... fields) {
        StringJoiner line = new StringJoiner("\t");
        for (Object field : fields) {
            line.add(text(field));
        }
        lines.add(line.toString());
    }

    /** Tables know no negative zero; names may hold anything, and must not look like another field or line. */
    private static String text(Object field) {
        if (field instanceof Double number) {
            return Double.toString(number == 0 ? 0 : number);
        }
        return field.toString().replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }
}
