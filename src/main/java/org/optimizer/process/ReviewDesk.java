package org.optimizer.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Facts;
import org.optimizer.extract.Scores;
import org.optimizer.extract.Sites;
import org.optimizer.load.ReviewSink;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.Driver;
import org.optimizer.model.DriverScore;
import org.optimizer.model.Exclusion;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Reason;
import org.optimizer.model.Site;
import org.optimizer.model.Standing;
import org.optimizer.transform.messages.SmsEncoding;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What an approver sees and may do with a week. The page, Tasklist and the engine's REST interface all pass through its
 * checks: the page by calling it, the others by the review task's listener.
 */
public class ReviewDesk {

    /**
     * A week as it lies on the desk.
     *
     * @param waiting whether its review task is open; otherwise the week can only be read
     * @param anomalies what to look at first, of the week as a whole: {@code vehicles-without-data} (found = how many,
     *     expected = day of the week, 1 is Monday)
     * @param recipients how many SMS approving would send
     * @param parts how many SMS parts those are
     */
    public record Review(
            Site site,
            Contest contest,
            Batch batch,
            boolean waiting,
            List<Reason> anomalies,
            List<Line> lines,
            int recipients,
            int parts) {}

    /**
     * One driver of the week.
     *
     * @param message the proposed SMS; empty when he gets none
     * @param noMessage why he gets none: excluded, or a code of {@link SmsPolicy}; empty when he gets one
     * @param anomalies of this driver: not ranked and why, big jump, new driver, why no SMS may go to him
     */
    public record Line(
            Driver driver,
            DriverScore score,
            Standing standing,
            Optional<Exclusion> exclusion,
            Optional<String> message,
            Optional<SmsEncoding> encoding,
            Optional<String> noMessage,
            List<Reason> anomalies) {}

    /** What an approver may decide. */
    public enum Decision {
        APPROVE,
        SCORE_AGAIN,
        CANCEL;

        /** The word that forms and process variables use. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Decision> find(Object code) {
            return Arrays.stream(values())
                    .filter(decision -> decision.code().equals(code))
                    .findFirst();
        }
    }

    static final String REASON_MISSING = "reason-missing";

    /** A decision or a change that the checks refuse; the code is a key of the message files. */
    public static class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String code;

        public Refused(String code, String message) {
            super(message);
            this.code = code;
        }

        /** The refusal that an exception of the engine wraps. */
        public static Optional<Refused> in(Throwable exception) {
            return Stream.iterate(exception, Objects::nonNull, Throwable::getCause)
                    .filter(Refused.class::isInstance)
                    .map(Refused.class::cast)
                    .findFirst();
        }

        /**
         * week-not-in-review, reason-missing, unknown-driver, no-approver, revision-changed or decision-missing; of appeals also
         * week-without-results, unknown-event, event-without-points, event-out-already, event-moved or method-without-events
         */
        public String code() {
            return code;
        }
    }

    private static final String TASK = "review-results";
    /** What deserves a look before an approval; nothing is decided by these. */
    private static final double BIG_JUMP_POINTS = 15;

    private static final double THIN_COVERAGE = 0.95;

    private final Sites sites;
    private final Contests contests;
    private final Facts facts;
    private final Scores scores;
    private final ReviewSink sink;
    private final WeekResults results;
    private final TaskService tasks;
    private final IdentityService identities;
    private final TransactionOperations transaction;
    private final Clock clock;

    public ReviewDesk(
            Sites sites,
            Contests contests,
            Facts facts,
            Scores scores,
            ReviewSink sink,
            WeekResults results,
            TaskService tasks,
            IdentityService identities,
            TransactionOperations transaction,
            Clock clock) {
        this.sites = sites;
        this.contests = contests;
        this.facts = facts;
        this.scores = scores;
        this.sink = sink;
        this.results = results;
        this.tasks = tasks;
        this.identities = identities;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when there is no such contest, or the week was never opened */
    public Review open(String contestId, IsoWeek week) {
        Contest contest = contests.get(contestId);
        Batch batch = results.batch(contestId, week);
        Map<String, Exclusion> exclusions = results.exclusions(contestId, week);
        Map<String, DriverScore> before = byDriver(scores.list(contestId, week.plusWeeks(-1)));
        boolean first = contest.batchNumber(week) == 1;
        List<Line> lines = results.lines(contest, week).stream()
                .map(line -> line(contest, line, exclusions, before, first))
                .toList();
        List<SmsEncoding> encodings =
                lines.stream().flatMap(line -> line.encoding().stream()).toList();
        return new Review(
                sites.get(contest.siteId()),
                contest,
                batch,
                task(batch).isPresent(),
                weekAnomalies(contest, week),
                lines,
                encodings.size(),
                encodings.stream().mapToInt(SmsEncoding::parts).sum());
    }

    private static Line line(
            Contest contest,
            WeekResults.Line line,
            Map<String, Exclusion> exclusions,
            Map<String, DriverScore> before,
            boolean first) {
        Optional<String> message = line.getsMessage() ? Optional.of(line.message(contest)) : Optional.empty();
        Optional<Exclusion> exclusion =
                Optional.ofNullable(exclusions.get(line.driver().id()));
        return new Line(
                line.driver(),
                line.score(),
                line.standing(),
                exclusion,
                message,
                message.map(SmsEncoding::of),
                noMessage(line, exclusion),
                anomalies(line, Optional.ofNullable(before.get(line.driver().id())), first));
    }

    private static Optional<String> noMessage(WeekResults.Line line, Optional<Exclusion> exclusion) {
        if (line.getsMessage()) {
            return Optional.empty();
        }
        return Optional.of(
                exclusion.isPresent() ? WeekResults.EXCLUDED : line.refusal().orElse(SmsPolicy.NO_PHONE));
    }

    private static List<Reason> anomalies(WeekResults.Line line, Optional<DriverScore> before, boolean first) {
        List<Reason> anomalies = new ArrayList<>(line.score().reasons());
        double coverage = line.score().facts().coverage();
        if (line.score().ranked() && coverage < THIN_COVERAGE) {
            anomalies.add(new Reason("thin-data", coverage, THIN_COVERAGE, ""));
        }
        line.refusal().ifPresent(code -> anomalies.add(new Reason(code, 0, 1, "")));
        if (!first && before.isEmpty()) {
            anomalies.add(new Reason("new-driver", 0, 0, ""));
        }
        before.flatMap(DriverScore::score)
                .ifPresent(then -> line.score().score().ifPresent(now -> {
                    double jump = now.subtract(then).doubleValue();
                    if (Math.abs(jump) >= BIG_JUMP_POINTS) {
                        anomalies.add(new Reason("big-jump", jump, BIG_JUMP_POINTS, ""));
                    }
                }));
        return anomalies;
    }

    /** Vehicles that drove in the week, but not on a day on which most of the others did. */
    private List<Reason> weekAnomalies(Contest contest, IsoWeek week) {
        Map<String, Set<LocalDate>> daysByVehicle = new TreeMap<>();
        contest.vehicleIds().forEach(vehicle -> daysByVehicle.put(vehicle, new TreeSet<>()));
        facts.listDrivenDays(contest.vehicleIds(), week.monday(), week.sunday())
                .forEach(driven -> daysByVehicle.get(driven.vehicleId()).add(driven.day()));
        List<Reason> anomalies = new ArrayList<>();
        for (LocalDate day : week.days()) {
            long driving = daysByVehicle.values().stream()
                    .filter(days -> days.contains(day))
                    .count();
            long silent = daysByVehicle.size() - driving;
            if (silent > 0 && driving > silent) {
                anomalies.add(new Reason(
                        "vehicles-without-data", silent, day.getDayOfWeek().getValue(), ""));
            }
        }
        return anomalies;
    }

    /** @throws Refused when the week is not in review, the driver is not in it, or the reason is blank */
    public void exclude(String contestId, IsoWeek week, String driverId, String reason, String by) {
        transaction.executeWithoutResult(status -> {
            Batch batch = batchInReview(contestId, week);
            checkDriver(contestId, week, driverId);
            if (reason.isBlank()) {
                throw new Refused(REASON_MISSING, "excluding " + driverId + ": expected a reason, found none");
            }
            sink.exclude(contestId, week, new Exclusion(driverId, reason.strip(), by, clock.instant()));
            results.rank(contests.get(contestId), batch);
        });
    }

    /** Takes an exclusion back. @throws Refused when the week is not in review, or the driver is not in it */
    public void include(String contestId, IsoWeek week, String driverId, String by) {
        transaction.executeWithoutResult(status -> {
            Batch batch = batchInReview(contestId, week);
            checkDriver(contestId, week, driverId);
            sink.include(contestId, week, driverId);
            sink.recordDecision(contestId, week, batch.revision(), "include", driverId, by, clock.instant());
            results.rank(contests.get(contestId), batch);
        });
    }

    private void checkDriver(String contestId, IsoWeek week, String driverId) {
        boolean known = scores.list(contestId, week).stream()
                .anyMatch(score -> score.driverId().equals(driverId));
        if (!known) {
            throw new Refused(
                    "unknown-driver",
                    "driver \"" + driverId + "\": expected one with a score in week " + week + ", found none");
        }
    }

    private Batch batchInReview(String contestId, IsoWeek week) {
        Batch batch = results.batch(contestId, week);
        if (batch.state() != Batch.State.IN_REVIEW || task(batch).isEmpty()) {
            throw new Refused(
                    "week-not-in-review",
                    "week " + week + " of contest " + contestId + ": expected to wait for review, is " + batch.state());
        }
        return batch;
    }

    /**
     * Completes the review task.
     *
     * @param revision of the scoring that the approver looked at
     * @param reason needed for SCORE_AGAIN and CANCEL, blank allowed for APPROVE
     * @throws Refused when a check fails; then nothing has happened
     */
    public void decide(String contestId, IsoWeek week, int revision, Decision decision, String reason, String by) {
        Batch batch = batchInReview(contestId, week);
        if (batch.revision() != revision) {
            throw new Refused(
                    "revision-changed",
                    "week " + week + ": looked at scoring " + revision + ", meanwhile it is " + batch.revision());
        }
        Task task = task(batch).orElseThrow();
        identities.setAuthentication(by, groupsOf(by));
        try {
            tasks.complete(task.getId(), Map.of(ReviewTask.DECISION, decision.code(), ReviewTask.REASON, reason));
        } catch (ProcessEngineException e) {
            throw Refused.in(e).orElseThrow(() -> e);
        } finally {
            identities.clearAuthentication();
        }
    }

    /** The engine lets a candidate group complete a task, and does not look up by itself who is in it. */
    private List<String> groupsOf(String userId) {
        return identities.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
    }

    /** What every way of completing the task is checked by, inside the engine's transaction. */
    void check(String contestId, IsoWeek week, Decision decision, String reason, String by) {
        Batch batch = results.batch(contestId, week);
        if (batch.state() != Batch.State.IN_REVIEW) {
            throw new Refused(
                    "week-not-in-review",
                    "week " + week + " of contest " + contestId + ": expected to wait for review, is " + batch.state());
        }
        if (decision != Decision.APPROVE && reason.isBlank()) {
            throw new Refused(REASON_MISSING, decision.code() + ": expected a reason, found none");
        }
        sink.recordDecision(contestId, week, batch.revision(), decision.code(), reason.strip(), by, clock.instant());
    }

    /** Counts, anomalies and podium by ids, in one text. */
    String summary(String contestId, IsoWeek week) {
        Review review = open(contestId, week);
        long ranked = review.lines().stream()
                .filter(line -> line.standing().rank().isPresent())
                .count();
        long remarkable = review.lines().stream()
                .filter(line -> !line.anomalies().isEmpty())
                .count();
        String podium = review.lines().stream()
                .filter(line -> line.standing().rank().filter(rank -> rank <= 3).isPresent())
                .map(line -> line.standing().rank().get() + ". " + line.driver().id())
                .collect(Collectors.joining(", "));
        return "%d drivers, %d ranked, %d to look at; %d SMS in %d parts; podium %s"
                .formatted(review.lines().size(), ranked, remarkable, review.recipients(), review.parts(), podium);
    }

    private Optional<Task> task(Batch batch) {
        return Optional.ofNullable(tasks.createTaskQuery()
                .processInstanceBusinessKey(batch.businessKey())
                .taskDefinitionKey(TASK)
                .singleResult());
    }

    private static Map<String, DriverScore> byDriver(List<DriverScore> scores) {
        return scores.stream().collect(Collectors.toMap(DriverScore::driverId, Function.identity()));
    }
}
