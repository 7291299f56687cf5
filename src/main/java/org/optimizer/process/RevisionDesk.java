package org.optimizer.process;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.extract.Appeals;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Facts;
import org.optimizer.extract.Revisions;
import org.optimizer.extract.Scores;
import org.optimizer.extract.Vehicles;
import org.optimizer.load.ContestSink;
import org.optimizer.load.RevisionSink;
import org.optimizer.model.Amendment;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.DriverScore;
import org.optimizer.model.EventKey;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.LateDay;
import org.optimizer.model.RevisedScore;
import org.optimizer.model.ScoredDay;
import org.optimizer.model.ScoredWeek;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.SetAside;
import org.optimizer.model.Standing;
import org.optimizer.model.Vehicle;
import org.optimizer.model.WeekRevision;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.transform.scoring.LateData;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Data that come after a week was scored. In review it can be scored again; once its messages may have left, its scores are
 * never edited: a person can have the week scored from today's facts beside them, with the rules of the week and a reason.
 */
public class RevisionDesk {
    /** How many late days a form's one line names. */
    private static final int NAMED = 10;

    /**
     * What came after the scoring of a week, and what was made of it.
     *
     * @param late days whose facts are others than those of the newest scoring
     * @param takesRevision whether late data can be scored beside the results
     * @param vehicleNames by id
     */
    public record Beside(
            List<LateDay> late,
            List<WeekRevision> revisions,
            boolean takesRevision,
            Map<String, String> vehicleNames) {}

    private final Contests contests;
    private final Vehicles vehicles;
    private final Facts facts;
    private final Scores scores;
    private final Appeals appeals;
    private final Revisions revisions;
    private final ContestSink contestSink;
    private final RevisionSink sink;
    private final WeeklyContest steps;
    private final WeekResults results;
    private final TransactionOperations transaction;
    private final Clock clock;

    public RevisionDesk(
            Contests contests,
            Vehicles vehicles,
            Facts facts,
            Scores scores,
            Appeals appeals,
            Revisions revisions,
            ContestSink contestSink,
            RevisionSink sink,
            WeeklyContest steps,
            WeekResults results,
            TransactionOperations transaction,
            Clock clock) {
        this.contests = contests;
        this.vehicles = vehicles;
        this.facts = facts;
        this.scores = scores;
        this.appeals = appeals;
        this.revisions = revisions;
        this.contestSink = contestSink;
        this.sink = sink;
        this.steps = steps;
        this.results = results;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when the week was never opened */
    public Beside of(String contestId, IsoWeek week) {
        Batch batch = results.batch(contestId, week);
        List<LateDay> late = late(batch);
        return new Beside(
                late, revisions.list(contestId, week), isOut(batch.state()), late.isEmpty() ? Map.of() : names());
    }

    private Map<String, String> names() {
        return vehicles.list().stream().collect(toMap(Vehicle::id, Vehicle::name));
    }

    /** Days whose facts are others than those that the newest scoring of the week was made of; none before it has one. */
    List<LateDay> late(Batch batch) {
        return isOut(batch.state()) || batch.state() == Batch.State.IN_REVIEW
                ? LateData.of(
                        revisions.listScoredDays(batch.contestId(), batch.week()),
                        facts.listDriverDays(batch.contestId(), batch.week()))
                : List.of();
    }

    /** Whether messages about the results may have left: from then on they stay as they are. */
    private static boolean isOut(Batch.State state) {
        return switch (state) {
            case SENDING, PUBLISHED, CLOSED -> true;
            case OPEN, FETCHING, EMPTY, SCORING, IN_REVIEW, CANCELLED -> false;
        };
    }

    /** The late days by ids in one line, for the form in Tasklist. */
    public String lateText(String contestId, String week) {
        List<LateDay> late = late(results.batch(contestId, IsoWeek.parse(week)));
        String named = late.stream().limit(NAMED).map(RevisionDesk::text).collect(Collectors.joining("; "));
        String more = late.size() > NAMED ? "; and %d more".formatted(late.size() - NAMED) : "";
        return late.isEmpty() ? "none" : "score again: " + named + more;
    }

    private static String text(LateDay day) {
        return String.format(
                Locale.ROOT,
                "%s %s driver %s %.1f → %.1f km",
                day.day(),
                day.vehicleId(),
                day.driverId(),
                day.kmBefore(),
                day.kmNow());
    }

    /**
     * Scores a week that is out from the facts of today beside its results: with the rules and the averages of the week, without
     * the events that were set aside or amended. Of the results nothing changes, and nobody gets a message.
     *
     * @return the number of the revision
     * @throws Refused when the week is not out, nothing new has come, or the reason is blank; then nothing has happened
     */
    public int revise(String contestId, IsoWeek week, String reason, String by) {
        Integer number = transaction.execute(status -> {
            // another revision, or an appeal, waits until this one is through
            contestSink.hold(contestId, week);
            Batch batch = results.batch(contestId, week);
            check(batch, reason);
            int next = revisions.list(contestId, week).size() + 1;
            List<ScoredDay> today = facts.listDriverDays(contestId, week);
            sink.add(
                    contestId,
                    week,
                    new WeekRevision(next, clock.instant(), by, reason.strip(), batch.rulebook(), compare(batch)));
            contestSink.keepScoredDays(contestId, week, next, today);
            return next;
        });
        return number == null ? 0 : number;
    }

    private void check(Batch batch, String reason) {
        if (reason.isBlank()) {
            throw new Refused(
                    ReviewDesk.REASON_MISSING, "revision of " + batch.week() + ": expected a reason, found none");
        }
        if (!isOut(batch.state())) {
            throw new Refused(
                    "week-not-out",
                    "week " + batch.week() + ": expected results that are sent or closed, is " + batch.state());
        }
        if (late(batch).isEmpty()) {
            throw new Refused(
                    "nothing-new",
                    "week " + batch.week() + ": expected facts that changed since its scoring, found none");
        }
    }

    private List<RevisedScore> compare(Batch batch) {
        Contest contest = contests.get(batch.contestId());
        Results before = new Results(
                contest,
                scores.list(batch.contestId(), batch.week()),
                scores.listStandings(batch.contestId(), batch.week()));
        List<DriverScore> again = results.withExclusions(batch.contestId(), batch.week(), scoreAgain(batch, contest));
        Results after = new Results(contest, again, results.standingsBeside(contest, batch, again));
        return Stream.concat(before.scores.keySet().stream(), after.scores.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(driver -> revised(driver, before, after))
                .toList();
    }

    private List<DriverScore> scoreAgain(Batch batch, Contest contest) {
        List<String> drivers = facts.listDrivers(
                contest.vehicleIds(), batch.week().monday(), batch.week().sunday());
        return steps.scoredWeeks(batch, drivers, taken(batch)).stream()
                .map(ScoredWeek::score)
                .toList();
    }

    /** Events that an appeal took out, before the closing or after it. */
    private Map<String, Set<EventKey>> taken(Batch batch) {
        Map<String, Set<EventKey>> taken = new HashMap<>(appeals.listSetAside(batch.contestId(), batch.week()).stream()
                .collect(groupingBy(SetAside::driverId, mapping(SetAside::event, toSet()))));
        appeals.listAmendments(batch.contestId(), batch.week()).stream()
                .collect(groupingBy(Amendment::driverId, mapping(Amendment::event, toSet())))
                .forEach((driver, events) -> taken.merge(driver, events, RevisionDesk::union));
        return taken;
    }

    private static Set<EventKey> union(Set<EventKey> one, Set<EventKey> other) {
        return Stream.concat(one.stream(), other.stream()).collect(toSet());
    }

    private static RevisedScore revised(String driver, Results before, Results after) {
        Results known = after.scores.containsKey(driver) ? after : before;
        return new RevisedScore(
                driver,
                known.scores.get(driver).facts().league(),
                before.km(driver),
                after.km(driver),
                before.score(driver),
                after.score(driver),
                before.rank(driver),
                after.rank(driver));
    }

    /** Scores and places by driver. */
    private static final class Results {
        private final boolean relative;
        private final Map<String, DriverScore> scores;
        private final Map<String, Standing> standings;

        Results(Contest contest, List<DriverScore> scores, List<Standing> standings) {
            this.relative = contest.method() == ScoringMethod.RELATIVE;
            this.scores = scores.stream().collect(toMap(DriverScore::driverId, Function.identity()));
            this.standings = standings.stream().collect(toMap(Standing::driverId, Function.identity()));
        }

        double km(String driver) {
            return Optional.ofNullable(scores.get(driver))
                    .map(score -> score.facts().distanceKm())
                    .orElse(Double.NaN);
        }

        /** What the contest ranks by: a relative one by the score of the contest so far. */
        Optional<BigDecimal> score(String driver) {
            return relative
                    ? Optional.ofNullable(standings.get(driver)).flatMap(Standing::global)
                    : Optional.ofNullable(scores.get(driver)).flatMap(DriverScore::score);
        }

        Optional<Integer> rank(String driver) {
            return Optional.ofNullable(standings.get(driver)).flatMap(Standing::rank);
        }
    }
}
