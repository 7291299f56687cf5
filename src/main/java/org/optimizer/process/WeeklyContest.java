package org.optimizer.process;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.optimizer.extract.Appeals;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Facts;
import org.optimizer.extract.Outbox;
import org.optimizer.extract.Scores;
import org.optimizer.extract.Sites;
import org.optimizer.load.ContestSink;
import org.optimizer.load.OutboxSink;
import org.optimizer.load.RulebookSink;
import org.optimizer.load.SmsLedgerSink;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.CountedWork;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.EventKey;
import org.optimizer.model.FleetMean;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Rulebook;
import org.optimizer.model.ScoredWeek;
import org.optimizer.model.SetAside;
import org.optimizer.model.Site;
import org.optimizer.model.Sms;
import org.optimizer.model.SmsRefusal;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.transform.scoring.DriverScores;
import org.optimizer.transform.scoring.DriverWeeks;
import org.optimizer.transform.scoring.FleetMeans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of processes/weekly-contest.bpmn. */
public class WeeklyContest {
    private static final Logger LOG = LoggerFactory.getLogger(WeeklyContest.class);
    static final String PROCESS = "weekly-contest";
    private static final String WEEK_EXISTS = "week-exists";
    private static final String APPROVAL_MISSING = "approval-missing";

    private final Sites sites;
    private final Contests contests;
    private final Facts facts;
    private final Scores scores;
    private final Appeals appeals;
    private final Outbox outbox;
    private final ContestSink contestSink;
    private final OutboxSink outboxSink;
    private final SmsLedgerSink ledgerSink;
    private final RulebookSink rulebookSink;
    private final RulebookShelf shelf;
    private final RulesInForce rules;
    private final WeekResults results;
    private final WeekOpener opener;
    private final FairnessAudit fairness;
    private final Explanations explanations;
    private final FedScores fed;
    private final LivingSheet sheet;
    private final ShadowScores shadows;
    private final ContestSettings settings;
    private final Clock clock;

    public WeeklyContest(
            Sites sites,
            Contests contests,
            Facts facts,
            Scores scores,
            Appeals appeals,
            Outbox outbox,
            ContestSink contestSink,
            OutboxSink outboxSink,
            SmsLedgerSink ledgerSink,
            RulebookSink rulebookSink,
            RulebookShelf shelf,
            RulesInForce rules,
            WeekResults results,
            WeekOpener opener,
            FairnessAudit fairness,
            Explanations explanations,
            FedScores fed,
            LivingSheet sheet,
            ShadowScores shadows,
            ContestSettings settings,
            Clock clock) {
        this.sites = sites;
        this.contests = contests;
        this.facts = facts;
        this.scores = scores;
        this.appeals = appeals;
        this.outbox = outbox;
        this.contestSink = contestSink;
        this.outboxSink = outboxSink;
        this.ledgerSink = ledgerSink;
        this.rulebookSink = rulebookSink;
        this.shelf = shelf;
        this.rules = rules;
        this.results = results;
        this.opener = opener;
        this.fairness = fairness;
        this.explanations = explanations;
        this.fed = fed;
        this.sheet = sheet;
        this.shadows = shadows;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens a week and pins the rules that will score it.
     *
     * @return the business key
     * @throws BpmnError {@code week-exists} when it was opened before
     * @throws IllegalArgumentException when there is no such contest, or it does not run in that week
     */
    public String openWeek(String contestId, String week) {
        Contest contest = contests.get(contestId);
        IsoWeek isoWeek = IsoWeek.parse(week);
        if (!contest.runsIn(isoWeek)) {
            throw new IllegalArgumentException("week " + week + " of contest " + contestId
                    + ": expected a week between " + contest.firstDay() + " and " + contest.lastDay());
        }
        Rulebook rulebook = rules.of(isoWeek);
        Instant now = clock.instant();
        rulebookSink.keep(rulebook.version(), rules.filesOf(isoWeek), now);
        Batch batch = new Batch(
                contestId,
                isoWeek,
                contest.batchNumber(isoWeek),
                Batch.State.OPEN,
                0,
                rulebook.version(),
                sheet.counting(isoWeek, CountedWork.OPENING, contestId, 0, () -> means(contestId, isoWeek, rulebook)),
                now);
        if (!contestSink.open(batch)) {
            throw new BpmnError(WEEK_EXISTS, "week " + week + " of contest " + contestId + " is open already");
        }
        return batch.businessKey();
    }

    /**
     * Of the last weeks whose closing time by the calendar is before this Monday. The week just ended closes in this one, so it
     * is never among them; whether the closing of an earlier one came late makes no difference. Whom an approver took out of a
     * week is no average driver of it.
     */
    private List<FleetMean> means(String contestId, IsoWeek week, Rulebook rulebook) {
        IsoWeek justEnded = week.plusWeeks(-1);
        IsoWeek first = justEnded.plusWeeks(-rulebook.contest().meanWeeks());
        Map<IsoWeek, Set<String>> excluded = new HashMap<>();
        return FleetMeans.of(scores.listResults(contestId, first, justEnded).stream()
                .filter(score -> !excluded.computeIfAbsent(
                                score.facts().week(),
                                each -> results.exclusions(contestId, each).keySet())
                        .contains(score.driverId()))
                .toList());
    }

    /** When the week is scored: some hours after its last instant, in the time zone of the site. */
    public Date weekEndsAt(String contestId, String week) {
        return Date.from(endOf(contestId, week).plus(settings.scoreAfter()));
    }

    /** By the calendar; whoever gets a week later than that has as much time from then on. */
    public Date reviewDueAt(String contestId, String week) {
        Instant due = endOf(contestId, week).plus(settings.scoreAfter()).plus(settings.reviewWithin());
        Instant now = clock.instant();
        return Date.from(due.isAfter(now) ? due : now.plus(settings.reviewWithin()));
    }

    /** Halfway from now to the deadline. */
    public Date reviewReminderAt(String contestId, String week) {
        Instant now = clock.instant();
        Instant due = reviewDueAt(contestId, week).toInstant();
        return Date.from(now.plus(Duration.between(now, due).dividedBy(2)));
    }

    private Instant endOf(String contestId, String week) {
        return IsoWeek.parse(week).end(siteOf(contestId).zone());
    }

    private Site siteOf(String contestId) {
        return sites.get(contests.get(contestId).siteId());
    }

    /** Asks the provider at once for the counts or marks of a contest that lives on them; then recordings are fetched as for any. */
    public void beginFetch(String contestId, String week) {
        fetchProvided(contestId, week);
        setState(contestId, week, Batch.State.FETCHING);
    }

    private void fetchProvided(String contestId, String week) {
        Contest contest = contests.get(contestId);
        if (contest.method().isProvided()) {
            fed.fetch(contest, IsoWeek.parse(week));
        }
    }

    /** How often a fetch is tried again: a provider that has not closed the week is asked for days before a person is. */
    public String fetchRetries(String contestId) {
        return fed.retries(contests.get(contestId));
    }

    /** The week's days as the process fetch-traces takes them. */
    public String daysOf(String week) {
        return DaySpan.of(IsoWeek.parse(week)).toString();
    }

    /** Whether any vehicle of the contest has a trip in the week, or the contest's provider says anything of it. */
    public boolean checkWeek(String contestId, String week) {
        Contest contest = contests.get(contestId);
        boolean hasData = contest.method().isProvided()
                ? fed.hasData(contest, IsoWeek.parse(week))
                : !driversOf(contestId, week).isEmpty();
        setState(contestId, week, hasData ? Batch.State.SCORING : Batch.State.EMPTY);
        return hasData;
    }

    /** Opens the contest's next week if it is not open yet. */
    public void openNextWeek(String contestId) {
        opener.openNext(contests.get(contestId));
    }

    public void closeEmptyWeek(String contestId, String week) {
        setState(contestId, week, Batch.State.CANCELLED);
    }

    /** Replaces what an earlier scoring of the week left. @return the number of chunks of drivers */
    public int planScoring(String contestId, String week) {
        boolean provided = contests.get(contestId).method().isProvided();
        if (provided && results.batch(contestId, IsoWeek.parse(week)).revision() > 0) {
            fetchProvided(contestId, week); // whoever scores again means with what the provider says by now
        }
        contestSink.beginScoring(contestId, IsoWeek.parse(week));
        sheet.clear(IsoWeek.parse(week), CountedWork.SCORING, contestId);
        // before any driver is scored: what comes while they are is late already
        contestSink.keepScoredDays(
                contestId, IsoWeek.parse(week), 0, facts.listDriverDays(contestId, IsoWeek.parse(week)));
        setState(contestId, week, Batch.State.SCORING);
        if (provided) {
            return 1; // marks are places in the fleet: nobody is scored alone
        }
        int drivers = driversOf(contestId, week).size();
        LOG.info("week {}/{}: {} drivers are scored", week, contestId, drivers);
        return (drivers + settings.driversPerChunk() - 1) / settings.driversPerChunk();
    }

    /**
     * Scores the drivers of a chunk with the rules pinned for the week. Which chunk a driver is in depends on his id and the
     * number of chunks alone, so that a driver whose data come meanwhile moves nobody else.
     */
    public int scoreDrivers(String contestId, String week, int chunk, int chunks) {
        IsoWeek isoWeek = IsoWeek.parse(week);
        Batch batch = results.batch(contestId, isoWeek);
        if (contests.get(contestId).method().isProvided()) {
            return results.scoreProvided(batch);
        }
        List<String> drivers = driversOf(contestId, week).stream()
                .filter(driver -> Math.floorMod(driver.hashCode(), chunks) == chunk)
                .toList();
        return keep(
                batch,
                sheet.counting(
                        isoWeek,
                        CountedWork.SCORING,
                        contestId,
                        chunk,
                        () -> scoredWeeks(batch, drivers, setAside(batch))));
    }

    /** Scores drivers without the events that were set aside, in place of their scores before. @return how many were scored */
    int score(Batch batch, List<String> drivers) {
        return keep(batch, scoredWeeks(batch, drivers, setAside(batch)));
    }

    private int keep(Batch batch, List<ScoredWeek> scored) {
        contestSink.saveScores(
                batch.contestId(),
                batch.week(),
                scored.stream().map(ScoredWeek::score).toList());
        explanations.keep(batch, scored, shelf.version(batch.rulebook()));
        return scored.size();
    }

    /** Scores drivers with the rules and the averages of the week; nothing is written. */
    List<ScoredWeek> scoredWeeks(Batch batch, List<String> drivers, Map<String, Set<EventKey>> setAside) {
        Rulebook rulebook = shelf.version(batch.rulebook());
        List<ScoredWeek> scored = new ArrayList<>();
        tripsOf(batch.contestId(), batch.week(), drivers, rulebook)
                .forEach((driver, trips) ->
                        scored.add(score(batch, driver, trips, rulebook, setAside.getOrDefault(driver, Set.of()))));
        return scored;
    }

    private static ScoredWeek score(
            Batch batch, String driver, List<DrivenTrip> trips, Rulebook rulebook, Set<EventKey> setAside) {
        DriverWeeks.Summed summed =
                DriverWeeks.sumWithEvents(driver, batch.week(), trips, batch.means(), rulebook, setAside);
        return new ScoredWeek(DriverScores.of(batch.contestId(), summed.week(), rulebook), summed.events());
    }

    private Map<String, Set<EventKey>> setAside(Batch batch) {
        return appeals.listSetAside(batch.contestId(), batch.week()).stream()
                .collect(groupingBy(SetAside::driverId, mapping(SetAside::event, toSet())));
    }

    /** Without the manoeuvres that no class's thresholds would make an event. */
    private Map<String, List<DrivenTrip>> tripsOf(
            String contestId, IsoWeek week, List<String> drivers, Rulebook rulebook) {
        return facts.tripsByDriver(
                drivers,
                contests.get(contestId).vehicleIds(),
                week.monday(),
                week.sunday(),
                DriverWeeks.lowestThresholdMps2(rulebook));
    }

    private List<String> driversOf(String contestId, String week) {
        IsoWeek isoWeek = IsoWeek.parse(week);
        LocalDate monday = isoWeek.monday();
        return facts.listDrivers(contests.get(contestId).vehicleIds(), monday, isoWeek.sunday());
    }

    /** @return how many drivers are ranked */
    public int rankDrivers(String contestId, String week) {
        IsoWeek isoWeek = IsoWeek.parse(week);
        Contest contest = contests.get(contestId);
        Batch batch = results.batch(contestId, isoWeek);
        int ranked = sheet.counting(isoWeek, CountedWork.RANKING, contestId, 0, () -> results.rank(contest, batch));
        shadows.score(contest, batch);
        setState(contestId, week, Batch.State.IN_REVIEW);
        LOG.info("week {}/{}: {} drivers are ranked", week, contestId, ranked);
        return ranked;
    }

    /** What a provider counted or marked says nothing of devices and sampling. @return how many findings need a look */
    public int auditFairness(String contestId, String week) {
        if (contests.get(contestId).method().isProvided()) {
            LOG.info("week {}/{}: fairness is not audited, its marks are made of a provider's", week, contestId);
            return 0;
        }
        return sheet.counting(
                IsoWeek.parse(week), CountedWork.FAIRNESS, contestId, 0, () -> fairness.audit(contestId, week));
    }

    public boolean isShadowWeek(String contestId, String week) {
        return contests.get(contestId).isShadow(IsoWeek.parse(week));
    }

    public void cancelWeek(String contestId, String week) {
        setState(contestId, week, Batch.State.CANCELLED);
    }

    /**
     * Puts one message for each driver who is not excluded and may get one into the outbox; one that is there already stays. Keeps
     * why the others get none.
     *
     * @return how many were new
     * @throws BpmnError {@code approval-missing} when that person has not approved the week as it is now: whoever moves a process
     *     by hand, or changes results in between, brings it back to the review
     */
    public int queueMessages(String contestId, String week, String approvedBy) {
        Contest contest = contests.get(contestId);
        IsoWeek isoWeek = IsoWeek.parse(week);
        contestSink.holdOpen(contestId, isoWeek);
        checkApproved(contestId, isoWeek, approvedBy);
        results.compare(contest, results.batch(contestId, isoWeek));
        Instant now = clock.instant();
        List<WeekResults.Line> lines = results.lines(contest, isoWeek);
        List<Sms> messages = lines.stream()
                .filter(WeekResults.Line::getsMessage)
                .map(line -> message(contest, isoWeek, line, approvedBy, now))
                .toList();
        ledgerSink.keepRefusals(contestId, isoWeek, refusals(lines), now);
        setState(contestId, week, Batch.State.SENDING);
        int queued = outboxSink.queue(messages);
        LOG.info("week {}/{}: approved by {}, {} SMS in the outbox", week, contestId, approvedBy, queued);
        return queued;
    }

    private static List<SmsRefusal> refusals(List<WeekResults.Line> lines) {
        return lines.stream()
                .filter(line -> !line.isExcluded())
                .flatMap(line ->
                        line.refusal().map(code -> new SmsRefusal(line.driver().id(), code)).stream())
                .toList();
    }

    private void checkApproved(String contestId, IsoWeek week, String approvedBy) {
        int revision = results.batch(contestId, week).revision();
        boolean approved = scores.findVerdict(contestId, week)
                .filter(verdict -> verdict.approves(revision, approvedBy))
                .isPresent();
        if (!approved) {
            throw new BpmnError(
                    APPROVAL_MISSING,
                    "week " + week + " of contest " + contestId + ": expected an approval of its revision " + revision
                            + " by " + approvedBy + ", found none; it goes back to the review");
        }
    }

    private static Sms message(Contest contest, IsoWeek week, WeekResults.Line line, String approvedBy, Instant now) {
        return new Sms(
                0,
                "weekly-score:" + contest.id() + ":" + week + ":"
                        + line.driver().id(),
                Ulid.at(now),
                contest.id(),
                week,
                line.driver().id(),
                SmsPolicy.e164(line.driver().phone().orElseThrow()),
                line.text(contest),
                Sms.State.READY,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                approvedBy,
                now);
    }

    /** How long the process waits for receipts, as an ISO 8601 duration. */
    public String receiptPatience() {
        return settings.receiptPatience().toString();
    }

    public int expireMessages(String contestId, String week) {
        return outboxSink.expire(contestId, IsoWeek.parse(week), clock.instant());
    }

    /** The number of messages of which nobody knows whether they were sent. */
    public int checkMessages(String contestId, String week) {
        return outbox.countByState(contestId, IsoWeek.parse(week)).getOrDefault(Sms.State.AMBIGUOUS, 0);
    }

    /** The results are out, and provisional: until the closing time appeals may change them. */
    public void publishWeek(String contestId, String week) {
        setState(contestId, week, Batch.State.PUBLISHED);
        LOG.info("week {}/{}: published, closes at {}", week, contestId, closingTime(contestId, week));
    }

    public Date weekClosesAt(String contestId, String week) {
        return Date.from(closingTime(contestId, week));
    }

    public boolean isClosingTimePast(String contestId, String week) {
        return !clock.instant().isBefore(closingTime(contestId, week));
    }

    private Instant closingTime(String contestId, String week) {
        return siteOf(contestId).closesAt(IsoWeek.parse(week));
    }

    /** The results are final from now on. */
    public void closeWeek(String contestId, String week) {
        contestSink.close(contestId, IsoWeek.parse(week), clock.instant());
        LOG.info("week {}/{}: closed", week, contestId);
    }

    private void setState(String contestId, String week, Batch.State state) {
        contestSink.setState(contestId, IsoWeek.parse(week), state);
    }
}
