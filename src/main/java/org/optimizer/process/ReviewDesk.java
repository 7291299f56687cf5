package org.optimizer.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import org.optimizer.load.ContestSink;
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
import org.optimizer.model.Wording;
import org.optimizer.transform.messages.SmsEncoding;

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
     * @param dueAt when it should be decided; empty while it does not wait
     * @param assignee who has taken the review; empty when anybody may decide
     */
    public record Review(
            Site site,
            Contest contest,
            Batch batch,
            boolean waiting,
            List<Reason> anomalies,
            List<Line> lines,
            int recipients,
            int parts,
            Optional<Instant> dueAt,
            Optional<String> assignee) {

        /** A review that nobody has taken and that is not due. */
        public Review(
                Site site,
                Contest contest,
                Batch batch,
                boolean waiting,
                List<Reason> anomalies,
                List<Line> lines,
                int recipients,
                int parts) {
            this(
                    site,
                    contest,
                    batch,
                    waiting,
                    anomalies,
                    lines,
                    recipients,
                    parts,
                    Optional.empty(),
                    Optional.empty());
        }

        /** How many of the SMS have a character outside GSM-7, which halves the room of a part. */
        public int ucs2() {
            return (int) lines.stream()
                    .flatMap(line -> line.encoding().stream())
                    .filter(encoding -> encoding.alphabet() == SmsEncoding.Alphabet.UCS2)
                    .count();
        }

        /** What approving would cost, in EUR. */
        public BigDecimal priceEur() {
            return lines.stream().flatMap(line -> line.priceEur().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /**
     * One driver of the week.
     *
     * @param message the SMS as it would be sent; empty when he gets none
     * @param noMessage why he gets none: excluded, or a code of {@link SmsPolicy}; empty when he gets one
     * @param anomalies of this driver: not ranked and why, big jump, new driver, why no SMS may go to him, a place that
     *     chance may have given, an outdated wording
     * @param text the person's wording of his SMS, and what is proposed now
     * @param scoreBefore of the week before; empty when there was none
     */
    public record Line(
            Driver driver,
            DriverScore score,
            Standing standing,
            Optional<Exclusion> exclusion,
            Optional<String> message,
            Optional<SmsEncoding> encoding,
            Optional<String> noMessage,
            List<Reason> anomalies,
            Text text,
            Optional<BigDecimal> priceEur,
            Optional<BigDecimal> scoreBefore) {

        /** A driver whose SMS nobody has worded, without a price or a week before. */
        public Line(
                Driver driver,
                DriverScore score,
                Standing standing,
                Optional<Exclusion> exclusion,
                Optional<String> message,
                Optional<SmsEncoding> encoding,
                Optional<String> noMessage,
                List<Reason> anomalies) {
            this(
                    driver,
                    score,
                    standing,
                    exclusion,
                    message,
                    encoding,
                    noMessage,
                    anomalies,
                    new Text(message.orElse(""), Optional.empty(), Map.of()),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /**
     * The words of an SMS.
     *
     * @param proposal the product's
     * @param wording a person's, in its place
     * @param figures what a wording may name, by placeholder
     */
    public record Text(String proposal, Optional<Wording> wording, Map<String, String> figures) {}

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

    private static final int LONGEST_REASON = 400;
    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.ROOT);

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
         * week-not-in-review, reason-missing, reason-too-long, unknown-driver, no-approver, revision-changed, revision-missing,
         * decision-missing, assigned-to-other, nothing-to-undo, undo-overtaken, wording-empty, wording-placeholder,
         * wording-too-long or wording-outdated; of appeals also week-without-results, unknown-event, event-without-points, event-out-already, event-moved or method-without-events
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
    private final ContestSink contestSink;
    private final WeekResults results;
    private final TaskService tasks;
    private final IdentityService identities;
    private final PriceList prices;
    private final Clock clock;

    /** What so many parts to a number (E.164) cost, in EUR. */
    public interface PriceList {
        BigDecimal of(String e164, int parts);
    }

    public ReviewDesk(
            Sites sites,
            Contests contests,
            Facts facts,
            Scores scores,
            ReviewSink sink,
            ContestSink contestSink,
            WeekResults results,
            TaskService tasks,
            IdentityService identities,
            PriceList prices,
            Clock clock) {
        this.sites = sites;
        this.contests = contests;
        this.facts = facts;
        this.scores = scores;
        this.sink = sink;
        this.contestSink = contestSink;
        this.results = results;
        this.tasks = tasks;
        this.identities = identities;
        this.prices = prices;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when there is no such contest, or the week was never opened */
    public Review open(String contestId, IsoWeek week) {
        Contest contest = contests.get(contestId);
        Batch batch = results.batch(contestId, week);
        Map<String, Exclusion> exclusions = results.exclusions(contestId, week);
        Map<String, DriverScore> before = byDriver(scores.list(contestId, week.plusWeeks(-1)));
        boolean first = contest.batchNumber(week) == 1;
        List<WeekResults.Line> ranking = results.lines(contest, week);
        Set<String> close = Podium.closeCalls(ranking);
        List<Line> lines = ranking.stream()
                .map(line -> line(contest, line, exclusions, before, first, close))
                .toList();
        List<SmsEncoding> encodings =
                lines.stream().flatMap(line -> line.encoding().stream()).toList();
        Optional<Task> task = task(batch);
        return new Review(
                sites.get(contest.siteId()),
                contest,
                batch,
                task.isPresent(),
                weekAnomalies(contest, week),
                lines,
                encodings.size(),
                encodings.stream().mapToInt(SmsEncoding::parts).sum(),
                task.map(Task::getDueDate).map(Date::toInstant),
                task.map(Task::getAssignee));
    }

    private Line line(
            Contest contest,
            WeekResults.Line line,
            Map<String, Exclusion> exclusions,
            Map<String, DriverScore> before,
            boolean first,
            Set<String> close) {
        String id = line.driver().id();
        Optional<String> message = line.getsMessage() ? Optional.of(line.text(contest)) : Optional.empty();
        Optional<SmsEncoding> encoding = message.map(SmsEncoding::of);
        Optional<Exclusion> exclusion = Optional.ofNullable(exclusions.get(id));
        Optional<DriverScore> weekBefore = Optional.ofNullable(before.get(id));
        List<Reason> anomalies = anomalies(line, weekBefore, first);
        if (close.contains(id)) {
            anomalies.add(new Reason("podium-overlap", 0, 0, ""));
        }
        if (line.isOutdated(contest)) {
            anomalies.add(new Reason("wording-outdated", 0, 0, ""));
        }
        return new Line(
                line.driver(),
                line.score(),
                line.standing(),
                exclusion,
                message,
                encoding,
                noMessage(line, exclusion),
                anomalies,
                new Text(line.message(contest), line.wording(), line.figures(contest)),
                encoding.map(one -> prices.of(line.driver().phone().orElseThrow(), one.parts())),
                weekBefore.flatMap(DriverScore::score));
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
        Map<LocalDate, Integer> drivenBy = facts.countDrivenVehicles(contest.id(), week);
        List<Reason> anomalies = new ArrayList<>();
        for (LocalDate day : week.days()) {
            int driving = drivenBy.getOrDefault(day, 0);
            int silent = contest.vehicleIds().size() - driving;
            if (silent > 0 && driving > silent) {
                anomalies.add(new Reason(
                        "vehicles-without-data", silent, day.getDayOfWeek().getValue(), ""));
            }
        }
        return anomalies;
    }

    /**
     * Holds a week in its review until the end of the transaction: nobody else changes or decides it meanwhile.
     *
     * @param revision that the person looked at
     * @throws Refused when it is not in review, or has changed since
     */
    Batch hold(String contestId, IsoWeek week, int revision) {
        contestSink.hold(contestId, week);
        Batch batch = batchInReview(contestId, week);
        if (batch.revision() != revision) {
            throw new Refused(
                    "revision-changed",
                    "week " + week + ": looked at revision " + revision + ", meanwhile it is " + batch.revision());
        }
        return batch;
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
        Task task = task(batchInReview(contestId, week)).orElseThrow();
        identities.setAuthentication(by, groupsOf(by));
        try {
            tasks.complete(
                    task.getId(),
                    Map.of(
                            ReviewTask.REVISION, revision,
                            ReviewTask.DECISION, decision.code(),
                            ReviewTask.REASON, reason));
        } catch (ProcessEngineException e) {
            throw Refused.in(e).orElseThrow(() -> e);
        } finally {
            identities.clearAuthentication();
        }
    }

    /** Makes a person the one who decides; whoever had taken the review before loses it. */
    public void take(String contestId, IsoWeek week, String by) {
        assign(contestId, week, by, by, "take");
    }

    /** Lets anybody decide again. */
    public void release(String contestId, IsoWeek week, String by) {
        assign(contestId, week, null, by, "release");
    }

    private void assign(String contestId, IsoWeek week, String assignee, String by, String word) {
        Batch batch = batchInReview(contestId, week);
        tasks.setAssignee(task(batch).orElseThrow().getId(), assignee);
        sink.recordDecision(contestId, week, batch.revision(), word, "", by, clock.instant());
    }

    /** Keeps that a person has looked. @param driverId empty for the week as a whole */
    public void noteLook(String contestId, IsoWeek week, String driverId, String by) {
        sink.noteLook(contestId, week, driverId, by, clock.instant());
    }

    /** The engine lets a candidate group complete a task, and does not look up by itself who is in it. */
    private List<String> groupsOf(String userId) {
        return identities.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
    }

    /** What every way of completing the task is checked by, inside the engine's transaction and under the week's lock. */
    void check(Batch batch, Decision decision, String reason, String by) {
        if (decision != Decision.APPROVE && reason.isBlank()) {
            throw new Refused(REASON_MISSING, decision.code() + ": expected a reason, found none");
        }
        checkLength(reason);
        if (decision == Decision.APPROVE) {
            checkWordings(batch);
        }
        sink.recordDecision(
                batch.contestId(),
                batch.week(),
                batch.revision(),
                decision.code(),
                reason.strip(),
                by,
                clock.instant());
    }

    static void checkLength(String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw new Refused(
                    "reason-too-long",
                    "reason: expected at most " + LONGEST_REASON + " characters, found " + reason.length());
        }
    }

    /** Places that changed since somebody wrote them into a text would be told wrongly. */
    private void checkWordings(Batch batch) {
        Contest contest = contests.get(batch.contestId());
        List<String> outdated = results.lines(contest, batch.week()).stream()
                .filter(WeekResults.Line::getsMessage)
                .filter(line -> line.isOutdated(contest))
                .map(line -> line.driver().id())
                .toList();
        if (!outdated.isEmpty()) {
            throw new Refused(
                    "wording-outdated",
                    "SMS of " + outdated
                            + ": expected texts with the figures of now, found older ones; word them again");
        }
    }

    /** The revision that the form of Tasklist shows, and sends back with the decision. */
    int revision(String contestId, IsoWeek week) {
        return results.batch(contestId, week).revision();
    }

    /** When a week should be decided, in the time of its site; empty while it does not wait. */
    String due(String contestId, IsoWeek week) {
        Site site = sites.get(contests.get(contestId).siteId());
        return task(results.batch(contestId, week))
                .map(Task::getDueDate)
                .map(due -> DUE.format(due.toInstant().atZone(site.zone())))
                .orElse("");
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
        String kinds = review.lines().stream()
                .flatMap(line -> line.anomalies().stream())
                .collect(Collectors.groupingBy(Reason::code, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        return "%d drivers, %d ranked, %d to look at (%s); %d SMS in %d parts, %d of them UCS-2; podium %s"
                .formatted(
                        review.lines().size(),
                        ranked,
                        remarkable,
                        kinds,
                        review.recipients(),
                        review.parts(),
                        review.ucs2(),
                        podium);
    }

    private Optional<Task> task(Batch batch) {
        // whoever moves a token by hand may leave two of them
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(batch.businessKey())
                .taskDefinitionKey(TASK)
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst();
    }

    private static Map<String, DriverScore> byDriver(List<DriverScore> scores) {
        return scores.stream().collect(Collectors.toMap(DriverScore::driverId, Function.identity()));
    }
}
