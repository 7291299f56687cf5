package org.optimizer.transform.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.EventKey;
import org.optimizer.model.FleetMean;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.Reason;
import org.optimizer.model.RescoredWeek;
import org.optimizer.model.RulePart;
import org.optimizer.model.Rulebook;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.ScoreMove;
import org.optimizer.model.ScoredEvent;
import org.optimizer.model.Standing;
import org.optimizer.model.Trip;
import org.optimizer.transform.scoring.DriverWeeks.Summed;

/**
 * Scores past weeks with two rulebooks, in memory, and says who would move. Weeks may be scored side by side; they are compared
 * one after the other, oldest first, so that a caller need hold the facts of few weeks only.
 */
public final class Rescoring {
    /** Why a driver is not ranked whom an approver took out. */
    public static final String EXCLUDED = "excluded";

    private final String contestId;
    private final Side before;
    private final Side after;

    /** @param before the rules to compare with; @param after those in question */
    public Rescoring(String contestId, Rulebook before, Rulebook after) {
        this.contestId = contestId;
        this.before = new Side(before);
        this.after = new Side(after);
    }

    /**
     * A week's facts.
     *
     * @param trips by driver, with their manoeuvres
     * @param means what counted as average then; taken for both rulebooks, as a week keeps its own
     * @param excluded drivers whom an approver took out
     */
    public record WeekFacts(
            IsoWeek week, Map<String, List<DrivenTrip>> trips, List<FleetMean> means, Set<String> excluded) {
        public WeekFacts {
            trips = Map.copyOf(trips);
            means = List.copyOf(means);
            excluded = Set.copyOf(excluded);
        }

        /**
         * The same without the manoeuvres in which these events were set aside after an appeal; kilometres stay. By manoeuvre, as
         * under other thresholds an event begins at another moment.
         *
         * @param setAside by driver
         */
        public WeekFacts without(Map<String, Set<EventKey>> setAside) {
            Map<String, List<DrivenTrip>> kept = new HashMap<>(trips);
            setAside.forEach((driver, events) -> kept.computeIfPresent(driver, (any, own) -> own.stream()
                    .map(trip -> without(trip, events))
                    .toList()));
            return new WeekFacts(week, kept, means, excluded);
        }

        private static DrivenTrip without(DrivenTrip trip, Set<EventKey> events) {
            List<Manoeuvre> kept = trip.manoeuvres().stream()
                    .filter(manoeuvre -> events.stream().noneMatch(event -> isIn(event, trip, manoeuvre)))
                    .toList();
            return new DrivenTrip(trip.vehicleId(), trip.vehicleClass(), trip.day(), trip.trip(), kept);
        }

        private static boolean isIn(EventKey event, DrivenTrip trip, Manoeuvre manoeuvre) {
            Instant from = manoeuvre.at().truncatedTo(ChronoUnit.MILLIS);
            return event.vehicleId().equals(trip.vehicleId())
                    && event.kind() == manoeuvre.kind()
                    && !event.at().isBefore(from)
                    && !event.at().isAfter(from.plusMillis(Math.round(manoeuvre.durationS() * 1000)));
        }
    }

    /** What one rulebook has said so far. */
    private static final class Side {
        private final Rulebook rulebook;
        private final List<DriverScore> history = new ArrayList<>();
        private List<Standing> standings = List.of();

        Side(Rulebook rulebook) {
            this.rulebook = rulebook;
        }

        private Summed sum(WeekFacts facts, String driver, Function<Trip, SamplingClass> recording) {
            return DriverWeeks.sumWithEvents(
                    driver, facts.week(), facts.trips().get(driver), facts.means(), rulebook, recording, Set.of());
        }

        private DriverScore score(String contestId, WeekFacts facts, DriverWeek week) {
            DriverScore score = DriverScores.of(contestId, week, rulebook);
            return facts.excluded().contains(week.driverId()) ? withoutRank(score) : score;
        }

        private Map<String, DriverScore> rank(IsoWeek week, List<DriverScore> scores) {
            standings = Ranking.rank(week, scores, history, standings, rulebook.contest());
            history.addAll(scores);
            return scores.stream().collect(Collectors.toMap(DriverScore::driverId, Function.identity()));
        }

        private static DriverScore withoutRank(DriverScore score) {
            List<Reason> reasons = new ArrayList<>(score.reasons());
            reasons.add(0, new Reason(EXCLUDED, 0, 0, ""));
            return new DriverScore(
                    score.contestId(),
                    score.facts(),
                    score.marks(),
                    score.score(),
                    score.doubt(),
                    false,
                    reasons,
                    score.rulebook());
        }

        private Map<String, Standing> byDriver() {
            return standings.stream().collect(Collectors.toMap(Standing::driverId, Function.identity()));
        }
    }

    /** A week's scores under both rulebooks, not yet ranked. */
    public record Scored(IsoWeek week, List<DriverScore> before, List<DriverScore> after, Map<String, Shift> shifts) {
        public Scored {
            before = List.copyOf(before);
            after = List.copyOf(after);
            shifts = Map.copyOf(shifts);
        }
    }

    /** A driver's week under both rulebooks. */
    public record Compared(
            ScoreMove move, DriverScore before, DriverScore after, Standing placeBefore, Standing placeAfter) {}

    /** A driver's week under both rulebooks, not yet ranked. */
    private record Both(DriverScore before, DriverScore after, Shift shift) {}

    /**
     * Scores a week; may be called from several threads. The rules in question are asked about each driver; those to compare with
     * only where their tables differ.
     *
     * @param beforeEach runs before each driver; what it throws ends the scoring
     */
    public Scored score(WeekFacts facts, Runnable beforeEach) {
        List<DriverScore> old = new ArrayList<>();
        List<DriverScore> now = new ArrayList<>();
        Map<String, Shift> shifts = new HashMap<>();
        for (String driver : facts.trips().keySet()) {
            beforeEach.run();
            Both both = score(facts, driver);
            old.add(both.before);
            now.add(both.after);
            shifts.put(driver, both.shift);
        }
        return new Scored(facts.week(), old, now, shifts);
    }

    private Both score(WeekFacts facts, String driver) {
        Function<Trip, SamplingClass> recording = askedOnce(after.rulebook::samplingClass);
        Summed now = after.sum(facts, driver, recording);
        Summed old = isSame(RulePart.SUMS)
                ? now
                : before.sum(facts, driver, isSame(RulePart.RECORDING) ? recording : before.rulebook::samplingClass);
        DriverScore score = after.score(contestId, facts, now.week());
        return new Both(
                isSame(RulePart.MARKS) && old.week().equals(now.week())
                        ? score.under(before.rulebook.version())
                        : before.score(contestId, facts, old.week()),
                score,
                old == now ? Shift.NONE : EventShifts.between(counted(old), counted(now)));
    }

    private boolean isSame(RulePart part) {
        return before.rulebook.version(part).equals(after.rulebook.version(part));
    }

    private static Function<Trip, SamplingClass> askedOnce(Function<Trip, SamplingClass> recording) {
        Map<Trip, SamplingClass> known = new IdentityHashMap<>();
        return trip -> known.computeIfAbsent(trip, recording);
    }

    /** Those whose points count: of trips that were recorded well enough. */
    private static List<DrivingEvent> counted(Summed week) {
        return week.events().stream()
                .filter(ScoredEvent::counted)
                .map(ScoredEvent::event)
                .toList();
    }

    /** In the order of the second ranking. @param week later than those before */
    public List<Compared> compare(Scored week) {
        Map<String, DriverScore> scoresBefore = before.rank(week.week(), week.before());
        Map<String, DriverScore> scoresAfter = after.rank(week.week(), week.after());
        Map<String, Standing> places = before.byDriver();
        return after.standings.stream()
                .map(standing -> compared(
                        scoresBefore.get(standing.driverId()),
                        scoresAfter.get(standing.driverId()),
                        places.get(standing.driverId()),
                        standing,
                        week.shifts().get(standing.driverId())))
                .toList();
    }

    private static Compared compared(
            DriverScore before, DriverScore after, Standing placeBefore, Standing placeAfter, Shift shift) {
        ScoreMove move = move(placeAfter, placeBefore.rank(), before.score(), after.score(), shift);
        return new Compared(move, before, after, placeBefore, placeAfter);
    }

    /** The week under both rulebooks. @param facts of a later week than those before */
    public RescoredWeek rescore(WeekFacts facts) {
        return new RescoredWeek(
                facts.week(),
                compare(score(facts, () -> {})).stream().map(Compared::move).toList());
    }

    private static ScoreMove move(
            Standing after,
            Optional<Integer> rankBefore,
            Optional<BigDecimal> scoreBefore,
            Optional<BigDecimal> scoreAfter,
            Shift shift) {
        return new ScoreMove(
                after.driverId(),
                after.league(),
                scoreBefore,
                scoreAfter,
                rankBefore,
                after.rank(),
                shift.gained,
                shift.lost,
                shift.harder,
                shift.milder);
    }

    /** Events that one rulebook sees and the other does not, or otherwise. */
    public record Shift(int gained, int lost, int harder, int milder) {
        static final Shift NONE = new Shift(0, 0, 0, 0);
    }
}
