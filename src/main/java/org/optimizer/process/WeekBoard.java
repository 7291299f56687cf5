package org.optimizer.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.runtime.Incident;
import org.optimizer.extract.Contests;
import org.optimizer.extract.EtlRuns;
import org.optimizer.extract.Outbox;
import org.optimizer.extract.Scores;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceDays;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Site;
import org.optimizer.model.Sms;

/** What the first page shows: every contest with its weeks, and what waits for a person. */
public class WeekBoard {

    /** @param weeks newest first, at most twelve */
    public record ContestWeeks(Site site, Contest contest, List<WeekCell> weeks) {}

    /**
     * @param shadow scored without review and without SMS
     * @param ranked how many drivers are ranked; empty before the scoring
     * @param messages SMS of the week by state
     * @param needs what a person has to do: review, empty-week, unclear-messages, incident; empty when nothing
     * @param incident in words, when a step has failed
     * @param lateDays how many drivers' days, or of a provider's contest how many drivers, have data that came after the scoring, while that can still matter to somebody
     */
    public record WeekCell(
            Batch batch,
            boolean shadow,
            Optional<Integer> ranked,
            Map<Sms.State, Integer> messages,
            Optional<String> needs,
            Optional<String> incident,
            int lateDays) {}

    /**
     * How far the first run has come.
     *
     * @param done 0 to {@code of}; equal when everything that can be scored is
     */
    public record Progress(int done, int of, String step) {}

    private static final int WEEKS_SHOWN = 12;
    private static final int DAYS_OF_WEEK = 7;
    private static final Map<String, String> NEEDS = Map.of(
            "review-results", "review",
            "decide-on-empty-week", "empty-week",
            "decide-on-unclear-sms", "unclear-messages");

    private final Sites sites;
    private final Contests contests;
    private final Scores scores;
    private final Outbox outbox;
    private final TraceDays traceDays;
    private final EtlRuns etlRuns;
    private final WeekOpener opener;
    private final RevisionDesk revisions;
    private final RuntimeService engine;
    private final TaskService tasks;
    private final IdentityService identities;
    private final Clock clock;

    public WeekBoard(
            Sites sites,
            Contests contests,
            Scores scores,
            Outbox outbox,
            TraceDays traceDays,
            EtlRuns etlRuns,
            WeekOpener opener,
            RevisionDesk revisions,
            RuntimeService engine,
            TaskService tasks,
            IdentityService identities,
            Clock clock) {
        this.sites = sites;
        this.contests = contests;
        this.scores = scores;
        this.outbox = outbox;
        this.traceDays = traceDays;
        this.etlRuns = etlRuns;
        this.opener = opener;
        this.revisions = revisions;
        this.engine = engine;
        this.tasks = tasks;
        this.identities = identities;
        this.clock = clock;
    }

    public List<ContestWeeks> contests() {
        return contests.list().stream().map(this::weeks).toList();
    }

    private ContestWeeks weeks(Contest contest) {
        List<WeekCell> cells = contests.listBatches(contest.id()).stream()
                .limit(WEEKS_SHOWN)
                .map(batch -> cell(contest, batch))
                .toList();
        return new ContestWeeks(sites.get(contest.siteId()), contest, cells);
    }

    private WeekCell cell(Contest contest, Batch batch) {
        Optional<String> incident = incident(batch);
        Optional<String> needs = incident.isPresent() ? Optional.of("incident") : openTask(batch);
        return new WeekCell(
                batch,
                contest.isShadow(batch.week()),
                ranked(batch),
                outbox.countByState(batch.contestId(), batch.week()),
                needs,
                incident,
                lateDays(batch));
    }

    /** A closed week says so on its own page: it is final. */
    private int lateDays(Batch batch) {
        return batch.state() == Batch.State.CLOSED ? 0 : revisions.late(batch).size() + revisions.moved(batch);
    }

    private Optional<Integer> ranked(Batch batch) {
        if (!batch.state().isScored()) {
            return Optional.empty();
        }
        long ranked = scores.listStandings(batch.contestId(), batch.week()).stream()
                .filter(standing -> standing.rank().isPresent())
                .count();
        return Optional.of(Math.toIntExact(ranked));
    }

    private Optional<String> openTask(Batch batch) {
        return tasks.createTaskQuery().processInstanceBusinessKey(batch.businessKey()).list().stream()
                .map(task -> NEEDS.get(task.getTaskDefinitionKey()))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The week's own process and the fetch that it called carry the same business key. */
    private Optional<String> incident(Batch batch) {
        return engine
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(batch.businessKey())
                .withIncident()
                .list()
                .stream()
                .flatMap(instance -> engine.createIncidentQuery().processInstanceId(instance.getId()).list().stream())
                .map(Incident::getIncidentMessage)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Empty when no catching up is going on: every week that has ended is scored, or waits for a person. */
    public Optional<Progress> progress() {
        int of = 0;
        int done = 0;
        String step = "";
        for (Contest contest : contests.list()) {
            Map<IsoWeek, Batch> batches = contests.listBatches(contest.id()).stream()
                    .collect(Collectors.toMap(Batch::week, Function.identity()));
            for (IsoWeek week : endedWeeks(contest)) {
                int size = contest.vehicleIds().size() * DAYS_OF_WEEK;
                int fetched = fetchedDays(contest, Optional.ofNullable(batches.get(week)));
                of += size;
                done += fetched;
                if (fetched < size && step.isEmpty()) {
                    step = week.toString();
                }
            }
        }
        return done == of ? Optional.empty() : Optional.of(new Progress(done, of, step));
    }

    private List<IsoWeek> endedWeeks(Contest contest) {
        LocalDate today =
                LocalDate.now(clock.withZone(sites.get(contest.siteId()).zone()));
        LocalDate until = today.isAfter(contest.lastDay()) ? contest.lastDay().plusDays(1) : today;
        return Stream.iterate(IsoWeek.of(contest.firstDay()), week -> week.plusWeeks(1))
                .takeWhile(week -> week.sunday().isBefore(until))
                .toList();
    }

    private int fetchedDays(Contest contest, Optional<Batch> batch) {
        if (batch.isEmpty()) {
            return 0;
        }
        IsoWeek week = batch.get().week();
        if (batch.get().state().isPastScoring()) {
            return contest.vehicleIds().size() * DAYS_OF_WEEK;
        }
        int fetched = contest.vehicleIds().stream()
                .mapToInt(vehicle -> traceDays
                        .fetchedAt(vehicle, week.monday(), week.sunday())
                        .size())
                .sum();
        // what is fetched has still to be scored
        return Math.max(0, fetched - 1);
    }

    /** When the provider of traces last answered; empty when never. */
    public Optional<Instant> lastFetch() {
        return etlRuns.findLastEnd("fetch-fixes");
    }

    /**
     * Starts a week by hand.
     *
     * @return false when that week is there already
     * @throws IllegalArgumentException when the contest does not run in that week, or it has not begun
     */
    public boolean startWeek(String contestId, IsoWeek week, String by) {
        if (contests.findBatch(contestId, week).isPresent()) {
            return false;
        }
        checkHasBegun(contests.get(contestId), week);
        // who may start a week is decided before this call; the engine shall only keep who it was
        identities.setAuthentication(by, List.of(Groups.CAMUNDA_ADMIN));
        try {
            opener.start(contestId, week);
        } finally {
            identities.clearAuthentication();
        }
        return true;
    }

    private void checkHasBegun(Contest contest, IsoWeek week) {
        LocalDate today =
                LocalDate.now(clock.withZone(sites.get(contest.siteId()).zone()));
        if (!contest.runsIn(week) || week.monday().isAfter(today)) {
            throw new IllegalArgumentException("week " + week + ": expected one from " + contest.firstDay() + " to "
                    + contest.lastDay() + " that has begun by " + today);
        }
    }
}
