package org.optimizer.process;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.optimizer.extract.Appeals;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Scores;
import org.optimizer.extract.Sites;
import org.optimizer.load.AmendmentSink;
import org.optimizer.load.ContestSink;
import org.optimizer.load.ReviewSink;
import org.optimizer.model.Amendment;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.EventKey;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Rulebook;
import org.optimizer.model.ScoredEvent;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.SetAside;
import org.optimizer.model.Standing;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.transform.scoring.DriverScores;
import org.optimizer.transform.scoring.explain.WithoutEvent;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Appeals against one event of a driver's week that an approver upholds. Before the closing time the week is scored and ranked
 * again without the event; after it the stored result stays, and a dated amendment beside it says what would have changed.
 */
public class Amendments {

    /** An appeal that is upheld. */
    public record Upheld(String driverId, EventKey event, String reason, String by) {}

    private final Sites sites;
    private final Contests contests;
    private final Scores scores;
    private final Appeals appeals;
    private final ContestSink contestSink;
    private final AmendmentSink sink;
    private final ReviewSink decisions;
    private final WeeklyContest steps;
    private final WeekResults results;
    private final Explanations explanations;
    private final RulebookShelf shelf;
    private final TransactionOperations transaction;
    private final Clock clock;

    public Amendments(
            Sites sites,
            Contests contests,
            Scores scores,
            Appeals appeals,
            ContestSink contestSink,
            AmendmentSink sink,
            ReviewSink decisions,
            WeeklyContest steps,
            WeekResults results,
            Explanations explanations,
            RulebookShelf shelf,
            TransactionOperations transaction,
            Clock clock) {
        this.sites = sites;
        this.contests = contests;
        this.scores = scores;
        this.appeals = appeals;
        this.contestSink = contestSink;
        this.sink = sink;
        this.decisions = decisions;
        this.steps = steps;
        this.results = results;
        this.explanations = explanations;
        this.shelf = shelf;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes an event out of a driver's week.
     *
     * @param revision of the scoring that the approver looked at
     * @return whether the week was closed, so that an amendment was added and nothing else changed
     * @throws Refused when a check fails; then nothing has happened
     */
    public boolean uphold(String contestId, IsoWeek week, int revision, Upheld upheld) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            // a closing, a scoring or another appeal waits until this one is through
            contestSink.hold(contestId, week);
            Batch batch = results.batch(contestId, week);
            check(batch, revision, upheld);
            if (isFinal(batch)) {
                amend(batch, upheld);
                return true;
            }
            revise(batch, upheld);
            return false;
        }));
    }

    private void check(Batch batch, int revision, Upheld upheld) {
        if (upheld.reason().isBlank()) {
            throw new Refused(
                    ReviewDesk.REASON_MISSING, "appeal of " + upheld.driverId() + ": expected a reason, found none");
        }
        if (!hasResults(batch.state())) {
            throw new Refused(
                    "week-without-results",
                    "week " + batch.week() + ": expected results to appeal against, is " + batch.state());
        }
        if (batch.revision() != revision) {
            throw new Refused(
                    "revision-changed",
                    "week " + batch.week() + ": looked at scoring " + revision + ", meanwhile it is "
                            + batch.revision());
        }
        if (contests.get(batch.contestId()).method() != ScoringMethod.ABSOLUTE) {
            throw new Refused(
                    "method-without-events",
                    "contest " + batch.contestId() + ": expected marks from events, its method has none");
        }
    }

    private static boolean hasResults(Batch.State state) {
        return state.isScored() && state != Batch.State.CANCELLED;
    }

    /** By the clock, too: the job that closes a week may be late. What waits for its review is not out yet and can change. */
    private boolean isFinal(Batch batch) {
        return switch (batch.state()) {
            case CLOSED -> true;
            case SENDING, PUBLISHED -> {
                Contest contest = contests.get(batch.contestId());
                yield !clock.instant().isBefore(sites.get(contest.siteId()).closesAt(batch.week()));
            }
            case OPEN, FETCHING, EMPTY, SCORING, IN_REVIEW, CANCELLED -> false;
        };
    }

    private void revise(Batch batch, Upheld upheld) {
        String contestId = batch.contestId();
        IsoWeek week = batch.week();
        contestSink.raiseRevision(contestId, week);
        DrivingEvent event = event(batch, upheld).event();
        SetAside setAside =
                new SetAside(upheld.driverId(), upheld.event(), upheld.reason().strip(), upheld.by(), clock.instant());
        sink.setAside(contestId, week, setAside);
        decisions.recordDecision(
                contestId,
                week,
                batch.revision() + 1,
                "set-aside",
                upheld.driverId() + ", " + event.kind() + " " + event.at() + ": " + setAside.reason(),
                upheld.by(),
                setAside.at());
        steps.score(batch, List.of(upheld.driverId()));
        checkIsSetAside(batch, upheld);
        results.rank(contests.get(contestId), batch);
    }

    /** Fixes that came since may have moved the event: then it would go on to cost points under another instant. */
    private void checkIsSetAside(Batch batch, Upheld upheld) {
        boolean found = explanations.events(batch, upheld.driverId()).stream()
                .anyMatch(
                        event -> !event.counted() && EventKey.of(event.event()).equals(upheld.event()));
        if (!found) {
            throw new Refused(
                    "event-moved",
                    "event of " + upheld.event().at() + ": expected in the driver's data as they are now, found none;"
                            + " score the week again, then look at its events anew");
        }
    }

    private void amend(Batch batch, Upheld upheld) {
        Rulebook rulebook = shelf.version(batch.rulebook());
        ScoredEvent event = event(batch, upheld);
        DriverScore before = amended(batch, upheld.driverId(), rulebook);
        DriverScore after = without(batch, before, event, rulebook);
        Standing placeBefore = place(batch, before);
        Standing placeAfter = place(batch, after);
        sink.amend(
                batch.contestId(),
                batch.week(),
                new Amendment(
                        upheld.driverId(),
                        upheld.event(),
                        upheld.reason().strip(),
                        upheld.by(),
                        clock.instant(),
                        before.score(),
                        after.score(),
                        placeBefore.rank(),
                        placeAfter.rank()));
    }

    /** The stored score, less the events of the amendments so far. */
    private DriverScore amended(Batch batch, String driverId, Rulebook rulebook) {
        DriverScore stored = scores.list(batch.contestId(), batch.week()).stream()
                .filter(score -> score.driverId().equals(driverId))
                .findFirst()
                .orElseThrow();
        Set<EventKey> amended = appeals.listAmendments(batch.contestId(), batch.week()).stream()
                .filter(amendment -> amendment.driverId().equals(driverId))
                .map(Amendment::event)
                .collect(Collectors.toSet());
        DriverScore score = stored;
        for (ScoredEvent event : explanations.events(batch, driverId)) {
            score = amended.contains(EventKey.of(event.event())) ? without(batch, score, event, rulebook) : score;
        }
        return score;
    }

    private static DriverScore without(Batch batch, DriverScore score, ScoredEvent event, Rulebook rulebook) {
        DriverWeek week = WithoutEvent.of(score.facts(), event, batch.means(), rulebook);
        return DriverScores.of(batch.contestId(), week, rulebook);
    }

    /** Where the driver would be with this score in place of the stored one. */
    private Standing place(Batch batch, DriverScore score) {
        List<DriverScore> all = scores.list(batch.contestId(), batch.week()).stream()
                .map(stored -> stored.driverId().equals(score.driverId()) ? score : stored)
                .toList();
        return results
                .standings(
                        contests.get(batch.contestId()),
                        batch,
                        results.withExclusions(batch.contestId(), batch.week(), all))
                .stream()
                .filter(standing -> standing.driverId().equals(score.driverId()))
                .findFirst()
                .orElseThrow();
    }

    /** The event that is meant, checked: it costs points, and was not taken out before. */
    private ScoredEvent event(Batch batch, Upheld upheld) {
        if (isOut(batch, upheld)) {
            throw new Refused(
                    "event-out-already",
                    "event of " + upheld.event().at() + ": expected to be in the score, was taken out before");
        }
        ScoredEvent event = explanations.events(batch, upheld.driverId()).stream()
                .filter(ScoredEvent::counted)
                .filter(candidate -> EventKey.of(candidate.event()).equals(upheld.event()))
                .findFirst()
                .orElseThrow(() -> unknownEvent(upheld));
        if (event.event().points() == 0) {
            throw new Refused(
                    "event-without-points",
                    "event of " + upheld.event().at() + ": expected one that costs points, it costs none");
        }
        return event;
    }

    private boolean isOut(Batch batch, Upheld upheld) {
        return appeals.listSetAside(batch.contestId(), batch.week()).stream()
                        .anyMatch(out -> out.driverId().equals(upheld.driverId())
                                && out.event().equals(upheld.event()))
                || appeals.listAmendments(batch.contestId(), batch.week()).stream()
                        .anyMatch(out -> out.driverId().equals(upheld.driverId())
                                && out.event().equals(upheld.event()));
    }

    private static Refused unknownEvent(Upheld upheld) {
        return new Refused(
                "unknown-event",
                "event of " + upheld.event().at() + ", vehicle "
                        + upheld.event().vehicleId() + ": expected one that counts in the week of driver "
                        + upheld.driverId() + ", found none");
    }
}
