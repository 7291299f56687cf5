package org.optimizer.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Evidence;
import org.optimizer.extract.Facts;
import org.optimizer.extract.Scores;
import org.optimizer.load.ExplanationSink;
import org.optimizer.model.Batch;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverScore;
import org.optimizer.model.Explanation;
import org.optimizer.model.FleetMean;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Replay;
import org.optimizer.model.Rulebook;
import org.optimizer.model.ScoredEvent;
import org.optimizer.model.ScoredWeek;
import org.optimizer.model.Sheet;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.transform.scoring.DriverWeeks;
import org.optimizer.transform.scoring.EventRates;
import org.optimizer.transform.scoring.explain.Explainer;
import org.optimizer.transform.scoring.explain.ScoreReplay;
import org.optimizer.transform.scoring.explain.ScoreSheet;

/** Keeps what scores are made of, explains them, and makes them again to show that they are what they were. */
public class Explanations {
    private final Contests contests;
    private final Facts facts;
    private final Scores scores;
    private final Evidence evidence;
    private final ExplanationSink sink;
    private final RulebookShelf shelf;

    public Explanations(
            Contests contests,
            Facts facts,
            Scores scores,
            Evidence evidence,
            ExplanationSink sink,
            RulebookShelf shelf) {
        this.contests = contests;
        this.facts = facts;
        this.scores = scores;
        this.evidence = evidence;
        this.sink = sink;
        this.shelf = shelf;
    }

    /**
     * A score explained.
     *
     * @param replay the score made again; empty when it was made before sheets were sealed
     */
    public record Explained(Explanation explanation, Optional<Replay> replay) {}

    /** Keeps the events and the seals of scores, in the transaction that saved them. */
    void keep(Batch batch, List<ScoredWeek> scored, Rulebook rulebook) {
        sink.save(
                batch.contestId(),
                batch.week(),
                scored.stream()
                        .map(each -> evidence(each, batch.means(), rulebook))
                        .toList());
    }

    private static ExplanationSink.Evidence evidence(ScoredWeek scored, List<FleetMean> means, Rulebook rulebook) {
        FleetMean average = EventRates.average(scored.score().facts().league(), means, rulebook);
        Sheet sheet = ScoreSheet.of(scored, average);
        return new ExplanationSink.Evidence(scored.score().driverId(), scored.events(), sheet.seal());
    }

    /** @throws IllegalArgumentException when the driver has no score in that week, or the week was never opened */
    public Explained explain(String contestId, IsoWeek week, String driverId) {
        Batch batch = batch(contestId, week);
        DriverScore score = score(contestId, week, driverId);
        Rulebook rulebook = shelf.version(score.rulebook());
        Optional<Sheet.Seal> seal = evidence.findSeal(contestId, week, driverId);
        ScoredWeek scored = new ScoredWeek(score, events(batch, driverId, seal, rulebook));
        return new Explained(
                Explainer.of(scored, batch.means(), rulebook),
                seal.map(known -> ScoreReplay.of(scored, known, batch.means(), rulebook)));
    }

    /**
     * Makes a score again of what is kept with it and the rules that made it.
     *
     * @return empty when it was made before sheets were sealed
     * @throws IllegalArgumentException when the driver has no score in that week, or the week was never opened
     */
    public Optional<Replay> replay(String contestId, IsoWeek week, String driverId) {
        Batch batch = batch(contestId, week);
        DriverScore score = score(contestId, week, driverId);
        ScoredWeek kept = new ScoredWeek(score, evidence.listEvents(contestId, week, driverId));
        return evidence.findSeal(contestId, week, driverId)
                .map(seal -> ScoreReplay.of(kept, seal, batch.means(), shelf.version(score.rulebook())));
    }

    /** The events that a driver's score was made of, in the order of the score. */
    List<ScoredEvent> events(Batch batch, String driverId) {
        Optional<Sheet.Seal> seal = evidence.findSeal(batch.contestId(), batch.week(), driverId);
        return events(batch, driverId, seal, shelf.version(batch.rulebook()));
    }

    private List<ScoredEvent> events(Batch batch, String driverId, Optional<Sheet.Seal> seal, Rulebook rulebook) {
        return seal.isPresent()
                ? evidence.listEvents(batch.contestId(), batch.week(), driverId)
                : eventsOfFacts(batch, driverId, rulebook);
    }

    /** Of a score made before events were kept: from facts, which late fixes may have changed since. */
    private List<ScoredEvent> eventsOfFacts(Batch batch, String driverId, Rulebook rulebook) {
        IsoWeek week = batch.week();
        List<DrivenTrip> trips = facts.tripsByDriver(
                        List.of(driverId), contests.get(batch.contestId()).vehicleIds(), week.monday(), week.sunday())
                .getOrDefault(driverId, List.of());
        return trips.isEmpty()
                ? List.of()
                : DriverWeeks.sumWithEvents(driverId, week, trips, batch.means(), rulebook, Set.of())
                        .events();
    }

    private Batch batch(String contestId, IsoWeek week) {
        return contests.findBatch(contestId, week)
                .orElseThrow(() -> new IllegalArgumentException("week " + week + " of contest " + contestId
                        + ": expected to be open, found none; start it first"));
    }

    private DriverScore score(String contestId, IsoWeek week, String driverId) {
        return scores.list(contestId, week).stream()
                .filter(score -> score.driverId().equals(driverId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("driver \"" + driverId + "\": expected a score in week "
                        + week + " of contest " + contestId + ", found none"));
    }
}
