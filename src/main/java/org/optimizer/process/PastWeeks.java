package org.optimizer.process;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.optimizer.extract.Appeals;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Facts;
import org.optimizer.extract.Scores;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.EventKey;
import org.optimizer.model.Exclusion;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.SetAside;
import org.optimizer.transform.scoring.Rescoring.WeekFacts;

/** The facts of past weeks, as they are scored again in memory: with their own means, exclusions and upheld appeals. */
public class PastWeeks {
    private final Contests contests;
    private final Facts facts;
    private final Scores scores;
    private final Appeals appeals;

    public PastWeeks(Contests contests, Facts facts, Scores scores, Appeals appeals) {
        this.contests = contests;
        this.facts = facts;
        this.scores = scores;
        this.appeals = appeals;
    }

    /** The weeks of a contest that were scored, newest first. */
    List<Batch> list(String contestId) {
        return contests.listBatches(contestId).stream()
                .filter(batch -> batch.state().isScored())
                .toList();
    }

    /** Reads a week's facts each time it is asked. */
    Function<IsoWeek, WeekFacts> factsOf(Contest contest) {
        return factsOf(contest, 0);
    }

    /** The same without the manoeuvres that peak below {@code fromMps2}, which are most. */
    Function<IsoWeek, WeekFacts> factsOf(Contest contest, double fromMps2) {
        Map<IsoWeek, Batch> batches =
                contests.listBatches(contest.id()).stream().collect(Collectors.toMap(Batch::week, Function.identity()));
        return week -> facts(contest, batches.get(week), fromMps2);
    }

    private WeekFacts facts(Contest contest, Batch batch, double fromMps2) {
        IsoWeek week = batch.week();
        Set<String> excluded = scores.listExclusions(contest.id(), week).stream()
                .map(Exclusion::driverId)
                .collect(toSet());
        return new WeekFacts(
                        week,
                        facts.tripsByDriver(contest.id(), week.monday(), week.sunday(), fromMps2),
                        batch.means(),
                        excluded)
                .without(setAside(batch));
    }

    private Map<String, Set<EventKey>> setAside(Batch batch) {
        return appeals.listSetAside(batch.contestId(), batch.week()).stream()
                .collect(groupingBy(SetAside::driverId, mapping(SetAside::event, toSet())));
    }
}
