package org.optimizer.transform.scoring.explain;

import java.util.List;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.FleetMean;
import org.optimizer.model.Replay;
import org.optimizer.model.Rulebook;
import org.optimizer.model.ScoredEvent;
import org.optimizer.model.ScoredWeek;
import org.optimizer.model.Sheet;
import org.optimizer.model.Verdict;
import org.optimizer.transform.scoring.DriverScores;
import org.optimizer.transform.scoring.EventRates;

/** Makes a score again of what is kept with it, without fixes and without the facts of its days. */
public final class ScoreReplay {
    private ScoreReplay() {}

    /**
     * The score made again, beside the seal of the first one.
     *
     * @param kept as read from the tables
     * @param means frozen when the week opened
     * @param rulebook the version that scored the week
     */
    public static Replay of(ScoredWeek kept, Sheet.Seal seal, List<FleetMean> means, Rulebook rulebook) {
        FleetMean average = EventRates.average(kept.score().facts().league(), means, rulebook);
        return Replay.of(seal, ScoreSheet.of(kept, average), ScoreSheet.of(again(kept, average, rulebook), average));
    }

    /** Events are judged, points summed, rates shrunk and marks made again; of what is kept only facts are taken. */
    private static ScoredWeek again(ScoredWeek kept, FleetMean average, Rulebook rulebook) {
        DriverScore score = kept.score();
        List<ScoredEvent> events = kept.events().stream()
                .map(scored -> judgedAgain(scored, rulebook))
                .toList();
        DriverWeek week = WeekAgain.with(EventSums.of(events), score.facts(), average, rulebook);
        return new ScoredWeek(DriverScores.of(score.contestId(), week, rulebook), events);
    }

    private static ScoredEvent judgedAgain(ScoredEvent scored, Rulebook rulebook) {
        DrivingEvent event = scored.event();
        Verdict verdict = rulebook.judge(scored.vehicleClass(), event.kind(), event.peakMps2(), event.guardMps2());
        DrivingEvent again = new DrivingEvent(
                event.vehicleId(),
                event.kind(),
                event.at(),
                event.durationS(),
                event.peakMps2(),
                event.guardMps2(),
                event.startSpeedKmh(),
                event.latitudeDeg(),
                event.longitudeDeg(),
                verdict.severity(),
                verdict.points(),
                verdict.rule());
        return new ScoredEvent(scored.vehicleClass(), scored.counted(), again);
    }
}
