package org.optimizer.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Sites;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.IsoWeek;

/** Starts the weekly process for the weeks whose turn has come, oldest first: each is scored with those before it known. */
public class WeekOpener {
    private final Sites sites;
    private final Contests contests;
    private final RuntimeService engine;
    private final Clock clock;

    public WeekOpener(Sites sites, Contests contests, RuntimeService engine, Clock clock) {
        this.sites = sites;
        this.contests = contests;
        this.engine = engine;
        this.clock = clock;
    }

    /** For each contest the first week, or the one after a newest week that got through its scoring: for the start. */
    public void openDue() {
        contests.list().stream()
                .filter(contest -> newest(contest)
                        .map(batch -> batch.state().isPastScoring())
                        .orElse(true))
                .forEach(this::openNext);
    }

    /** Starts the week after the newest, unless the contest is over or that week has not begun. */
    public void openNext(Contest contest) {
        IsoWeek next =
                newest(contest).map(batch -> batch.week().plusWeeks(1)).orElseGet(() -> IsoWeek.of(contest.firstDay()));
        LocalDate today =
                LocalDate.now(clock.withZone(sites.get(contest.siteId()).zone()));
        if (contest.runsIn(next) && !next.monday().isAfter(today)) {
            start(contest.id(), next);
        }
    }

    /** Starts the process of a week; a week that is open already ends it at once. */
    void start(String contestId, IsoWeek week) {
        engine.startProcessInstanceByKey(
                WeeklyContest.PROCESS, week + "/" + contestId, Map.of("contestId", contestId, "week", week.toString()));
    }

    private Optional<Batch> newest(Contest contest) {
        List<Batch> batches = contests.listBatches(contest.id());
        return batches.stream().max(Comparator.comparing(Batch::week));
    }
}
