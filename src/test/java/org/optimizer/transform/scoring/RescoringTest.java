package org.optimizer.transform.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.EventKey;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.RescoredWeek;
import org.optimizer.model.Rulebook;
import org.optimizer.model.ScoreMove;
import org.optimizer.model.VehicleClass;
import org.optimizer.rules.CellEdit;
import org.optimizer.rules.DraftRules;
import org.optimizer.rules.RulesFolder;
import org.optimizer.transform.scoring.Rescoring.WeekFacts;

class RescoringTest {
    private static final Rulebook SHIPPED = RulesFolder.shipped();

    /** Brakings of vans are strong from 1.5 (not 1.2) and harsh from 1.9 (not 1.7) on. */
    private static final Rulebook LENIENT = DraftRules.edited(
                    RulesFolder.shelf(RulesFolder.SHIPPED).currentFiles(),
                    List.of(
                            limit("strong", "peak_from_mps2", 1.5),
                            limit("strong", "peak_below_mps2", 1.9),
                            limit("harsh", "peak_from_mps2", 1.9)))
            .rulebook();

    private static CellEdit limit(String severity, String column, double value) {
        Map<String, String> where = Map.of("id", "van-braking-" + severity);
        return new CellEdit("manoeuvre-severity", where, column, value, "test", 0, 0);
    }

    private final Map<String, List<DrivenTrip>> trips = new HashMap<>();

    private void drove(String driver, Week week) {
        trips.put(driver, week.trips());
    }

    private static Week calm() {
        return Week.of(VehicleClass.VAN, 500);
    }

    private WeekFacts facts(String... excluded) {
        return new WeekFacts(Week.W43, trips, List.of(), Set.of(excluded));
    }

    private static ScoreMove move(RescoredWeek week, String driver) {
        return week.moves().stream()
                .filter(move -> move.driverId().equals(driver))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameRulesMoveNobody() {
        drove("a", calm().events(ManoeuvreKind.BRAKING, 1.8, 20));
        drove("b", calm());
        RescoredWeek week = new Rescoring("c1", SHIPPED, SHIPPED).rescore(facts());
        assertThat(week.moves()).hasSize(2).allSatisfy(move -> {
            assertThat(move.changesScore() || move.changesRank()).isFalse();
            assertThat(move.gained() + move.lost() + move.harder() + move.milder())
                    .isZero();
        });
    }

    /** a brakes often at 1.3, which no longer counts; b accelerates hard, as before. */
    @Test
    void whoLosesEventsClimbsAndTheOthersMakeRoom() {
        drove("a", calm().events(ManoeuvreKind.BRAKING, 1.3, 30).events(ManoeuvreKind.BRAKING, 1.75, 2));
        drove("b", calm().events(ManoeuvreKind.ACCELERATION, 1.4, 20));

        RescoredWeek week = new Rescoring("c1", SHIPPED, LENIENT).rescore(facts());

        ScoreMove a = move(week, "a");
        assertThat(a.rankBefore()).contains(2);
        assertThat(a.rankAfter()).contains(1);
        assertThat(a.scoreAfter().orElseThrow()).isGreaterThan(a.scoreBefore().orElseThrow());
        assertThat(a.lost()).isEqualTo(30);
        assertThat(a.milder()).as("1.75 was harsh and is strong").isEqualTo(2);
        assertThat(a.gained()).isZero();
        assertThat(move(week, "b").rankAfter()).contains(2);
        assertThat(move(week, "b").changesScore()).isFalse();
        assertThat(week.moves()).extracting(ScoreMove::driverId).containsExactly("a", "b");
    }

    @Test
    void theOtherWayRoundEventsAreGained() {
        drove("a", calm().events(ManoeuvreKind.BRAKING, 1.3, 30).events(ManoeuvreKind.BRAKING, 1.75, 2));
        drove("b", calm());
        ScoreMove a = move(new Rescoring("c1", LENIENT, SHIPPED).rescore(facts()), "a");
        assertThat(a.gained()).isEqualTo(30);
        assertThat(a.harder()).isEqualTo(2);
        assertThat(a.lost()).isZero();
    }

    /** One braking above 1.2 throughout reaches 1.5 twice, 4 s apart: two events out of one. */
    @Test
    void anEventThatFallsApartIsNotLost() {
        float[] profile = {0.5f, 1.3f, 1.6f, 1.3f, 1.3f, 1.3f, 1.6f, 1.3f};
        DrivenTrip trip = calm().trips().get(0);
        trips.put(
                "a",
                List.of(new DrivenTrip(
                        trip.vehicleId(),
                        trip.vehicleClass(),
                        trip.day(),
                        trip.trip(),
                        List.of(Week.manoeuvre(ManoeuvreKind.BRAKING, 1.6, 0, 40, 1, profile)))));
        ScoreMove a = move(new Rescoring("c1", SHIPPED, LENIENT).rescore(facts()), "a");
        assertThat(a.lost()).isZero();
        assertThat(a.gained()).isZero();
    }

    @Test
    void whoWasTakenOutStaysOutAndEventsOfPoorTripsDoNotCount() {
        drove("a", calm().events(ManoeuvreKind.BRAKING, 1.3, 30));
        drove("b", calm());
        drove("c", calm().interval(5).events(ManoeuvreKind.BRAKING, 1.3, 30));
        RescoredWeek week = new Rescoring("c1", SHIPPED, LENIENT).rescore(facts("a"));
        assertThat(move(week, "a").rankBefore()).isEmpty();
        assertThat(move(week, "a").rankAfter()).isEmpty();
        assertThat(move(week, "b").rankBefore()).contains(1);
        assertThat(move(week, "c").lost()).isZero();
    }

    /** The appeal was about an event that began at the manoeuvre's second sample; the other threshold begins it elsewhere. */
    @Test
    void whatAnAppealTookAwayCountsUnderNeither() {
        drove("a", calm().events(ManoeuvreKind.BRAKING, 1.3, 3));
        Manoeuvre first = trips.get("a").get(0).manoeuvres().get(0);
        EventKey event = new EventKey(
                trips.get("a").get(0).vehicleId(), first.kind(), first.at().plusSeconds(1));
        WeekFacts heard = facts().without(Map.of("a", Set.of(event), "nobody", Set.of(event)));

        assertThat(heard.trips()).containsOnlyKeys("a");
        assertThat(heard.trips().get("a").get(0).manoeuvres()).hasSize(2).doesNotContain(first);
        assertThat(move(new Rescoring("c1", SHIPPED, LENIENT).rescore(heard), "a")
                        .lost())
                .isEqualTo(2);
    }

    @Test
    void weeksAreScoredAsTheyAreInTheContest() {
        drove("a", calm().events(ManoeuvreKind.BRAKING, 1.8, 20));
        Rescoring rescoring = new Rescoring("c1", SHIPPED, SHIPPED);
        IsoWeek next = Week.W43.plusWeeks(1);
        rescoring.rescore(facts());
        Map<String, List<DrivenTrip>> later = Map.of("a", calm().in(next).trips());
        RescoredWeek week = rescoring.rescore(new WeekFacts(next, later, List.of(), Set.of()));
        assertThat(week.week()).isEqualTo(next);
        assertThat(move(week, "a").scoreAfter())
                .isEqualTo(calm().in(next).scored("a", SHIPPED).score())
                .isNotEqualTo(Optional.empty());
    }
}
