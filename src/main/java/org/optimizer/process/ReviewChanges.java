package org.optimizer.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Reviews;
import org.optimizer.extract.Scores;
import org.optimizer.load.ContestSink;
import org.optimizer.load.ReviewSink;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.Exclusion;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ReviewChange;
import org.optimizer.model.ReviewChange.Kind;
import org.optimizer.model.Wording;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.transform.messages.PersonalText;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What an approver changes in a week before deciding on it. Every change names the revision that the approver looked at, is made
 * under the week's lock, raises the revision, so that a decision on what was before is refused, and is kept with its reason.
 */
public class ReviewChanges {
    private final ReviewDesk desk;
    private final Contests contests;
    private final Scores scores;
    private final Reviews reviews;
    private final ReviewSink sink;
    private final ContestSink contestSink;
    private final WeekResults results;
    private final TransactionOperations transaction;
    private final Clock clock;

    public ReviewChanges(
            ReviewDesk desk,
            Contests contests,
            Scores scores,
            Reviews reviews,
            ReviewSink sink,
            ContestSink contestSink,
            WeekResults results,
            TransactionOperations transaction,
            Clock clock) {
        this.desk = desk;
        this.contests = contests;
        this.scores = scores;
        this.reviews = reviews;
        this.sink = sink;
        this.contestSink = contestSink;
        this.results = results;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One act: what it is called by, and the revision that it makes. */
    private record Act(String id, Batch batch, String by, Instant at) {
        int revision() {
            return batch.revision() + 1;
        }

        ReviewChange change(
                String driverId, Kind kind, Optional<String> before, Optional<String> after, String reason) {
            return new ReviewChange(id, revision(), driverId, kind, before, after, reason, by, at, Optional.empty());
        }

        ReviewChange undoing(ReviewChange change) {
            return new ReviewChange(
                    id,
                    revision(),
                    change.driverId(),
                    change.kind(),
                    change.after(),
                    change.before(),
                    "",
                    by,
                    at,
                    Optional.of(change.act()));
        }
    }

    /**
     * Takes drivers out of a week; of one who is out already the reason is replaced.
     *
     * @return the revision after it
     * @throws Refused when the week is not in review or has changed, a driver is not in it, or the reason is blank or too long
     */
    public int exclude(
            String contestId, IsoWeek week, int revision, Collection<String> driverIds, String reason, String by) {
        if (reason.isBlank()) {
            throw new Refused(ReviewDesk.REASON_MISSING, "excluding " + driverIds + ": expected a reason, found none");
        }
        ReviewDesk.checkLength(reason);
        Optional<String> after = Optional.of(reason.strip());
        return exclusions(contestId, week, revision, driverIds, after, reason.strip(), by);
    }

    /** Takes exclusions back. @return the revision after it */
    public int include(String contestId, IsoWeek week, int revision, Collection<String> driverIds, String by) {
        return exclusions(contestId, week, revision, driverIds, Optional.empty(), "", by);
    }

    private int exclusions(
            String contestId,
            IsoWeek week,
            int revision,
            Collection<String> driverIds,
            Optional<String> after,
            String reason,
            String by) {
        return act(contestId, week, revision, by, act -> {
            checkDrivers(contestId, week, driverIds);
            Map<String, Exclusion> before = results.exclusions(contestId, week);
            return driverIds.stream()
                    .distinct()
                    .map(driver -> act.change(
                            driver,
                            Kind.EXCLUSION,
                            Optional.ofNullable(before.get(driver)).map(Exclusion::reason),
                            after,
                            reason))
                    .toList();
        });
    }

    /**
     * Gives a driver's SMS another wording; the proposed one given back is no wording at all.
     *
     * @return the revision after it
     * @throws Refused when it cannot be sent: see {@link PersonalText#mistake}
     */
    public int reword(String contestId, IsoWeek week, int revision, String driverId, String text, String by) {
        return act(contestId, week, revision, by, act -> {
            WeekResults.Line line = line(act.batch(), driverId);
            Contest contest = contests.get(contestId);
            String wanted = text.strip();
            line.mistake(contest, wanted).ifPresent(code -> {
                throw new Refused(
                        code, "SMS of " + driverId + ": expected words that can be sent, found \"" + wanted + "\"");
            });
            Optional<String> after = Optional.of(wanted).filter(words -> !words.equals(line.message(contest)));
            return List.of(act.change(driverId, Kind.WORDING, line.wording().map(Wording::text), after, ""));
        });
    }

    /** Goes back to the proposed wording. @return the revision after it */
    public int restore(String contestId, IsoWeek week, int revision, String driverId, String by) {
        return act(contestId, week, revision, by, act -> {
            WeekResults.Line line = line(act.batch(), driverId);
            return List.of(act.change(driverId, Kind.WORDING, line.wording().map(Wording::text), Optional.empty(), ""));
        });
    }

    /**
     * Takes back what this person did last and has not taken back yet.
     *
     * @return the revision after it
     * @throws Refused when there is nothing, or somebody has changed the same since
     */
    public int undo(String contestId, IsoWeek week, int revision, String by) {
        return act(contestId, week, revision, by, act -> {
            List<ReviewChange> last = lastOf(contestId, week, by);
            last.forEach(change -> checkStands(act.batch(), change));
            return last.stream().map(act::undoing).toList();
        });
    }

    private List<ReviewChange> lastOf(String contestId, IsoWeek week, String by) {
        List<ReviewChange> all = reviews.listChanges(contestId, week);
        Set<String> undone =
                all.stream().flatMap(change -> change.undoes().stream()).collect(Collectors.toSet());
        String last = all.stream()
                .filter(change -> change.by().equals(by) && change.undoes().isEmpty() && !undone.contains(change.act()))
                .map(ReviewChange::act)
                .findFirst()
                .orElseThrow(() -> new Refused(
                        "nothing-to-undo",
                        "week " + week + ": expected a change by " + by + ", found none that stands"));
        return all.stream().filter(change -> change.act().equals(last)).toList();
    }

    private void checkStands(Batch batch, ReviewChange change) {
        Optional<String> now = change.kind() == Kind.EXCLUSION
                ? Optional.ofNullable(results.exclusions(batch.contestId(), batch.week())
                                .get(change.driverId()))
                        .map(Exclusion::reason)
                : line(batch, change.driverId()).wording().map(Wording::text);
        if (!now.equals(change.after())) {
            throw new Refused(
                    "undo-overtaken",
                    "driver " + change.driverId()
                            + ": expected what was changed to be still so, somebody has changed it since");
        }
    }

    private int act(String contestId, IsoWeek week, int revision, String by, Function<Act, List<ReviewChange>> wanted) {
        return transaction.execute(status -> {
            Instant now = clock.instant();
            Act act = new Act(Ulid.at(now), desk.hold(contestId, week, revision), by, now);
            List<ReviewChange> changes = wanted.apply(act);
            contestSink.raiseRevision(contestId, week);
            changes.forEach(change -> carryOut(act, change));
            sink.recordChanges(contestId, week, changes);
            if (changes.stream().anyMatch(change -> change.kind() == Kind.EXCLUSION)) {
                results.rankAgain(contests.get(contestId), act.batch());
            }
            return act.revision();
        });
    }

    private void carryOut(Act act, ReviewChange change) {
        switch (change.kind()) {
            case EXCLUSION -> carryOutExclusion(act.batch(), change);
            case WORDING -> carryOutWording(act.batch(), change);
        }
    }

    private void carryOutExclusion(Batch batch, ReviewChange change) {
        change.after()
                .ifPresentOrElse(
                        reason -> sink.exclude(
                                batch.contestId(),
                                batch.week(),
                                new Exclusion(change.driverId(), reason, change.by(), change.at())),
                        () -> sink.include(batch.contestId(), batch.week(), change.driverId()));
    }

    private void carryOutWording(Batch batch, ReviewChange change) {
        Contest contest = contests.get(batch.contestId());
        change.after()
                .ifPresentOrElse(
                        text -> sink.reword(
                                batch.contestId(),
                                batch.week(),
                                new Wording(
                                        change.driverId(),
                                        text,
                                        line(batch, change.driverId()).message(contest),
                                        change.by(),
                                        change.at())),
                        () -> sink.forgetWording(batch.contestId(), batch.week(), change.driverId()));
    }

    private WeekResults.Line line(Batch batch, String driverId) {
        return results.lines(contests.get(batch.contestId()), batch.week()).stream()
                .filter(line -> line.driver().id().equals(driverId))
                .findFirst()
                .orElseThrow(() -> unknown(batch.week(), driverId));
    }

    private void checkDrivers(String contestId, IsoWeek week, Collection<String> driverIds) {
        Set<String> known = scores.listStandings(contestId, week).stream()
                .map(standing -> standing.driverId())
                .collect(Collectors.toSet());
        driverIds.stream().filter(driver -> !known.contains(driver)).findFirst().ifPresent(driver -> {
            throw unknown(week, driver);
        });
    }

    private static Refused unknown(IsoWeek week, String driverId) {
        return new Refused(
                "unknown-driver",
                "driver \"" + driverId + "\": expected one with a score in week " + week + ", found none");
    }
}
