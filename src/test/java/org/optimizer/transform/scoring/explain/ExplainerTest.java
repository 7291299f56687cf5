package org.optimizer.transform.scoring.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.optimizer.model.Explanation;
import org.optimizer.model.Explanation.EventCost;
import org.optimizer.model.Explanation.Fewer;
import org.optimizer.model.Explanation.Improvement;
import org.optimizer.model.Explanation.OneLess;
import org.optimizer.model.Feature;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Rulebook;
import org.optimizer.model.Severity;
import org.optimizer.model.VehicleClass;
import org.optimizer.rules.RulesFolder;
import org.optimizer.transform.scoring.Week;

/** The worked example explained; its figures were reckoned by hand with the formulas of the marks, which the class does not know. */
class ExplainerTest {
    private static final double HUNDREDTH_OF_A_HUNDREDTH = 5e-5;

    private final Rulebook rules = RulesFolder.shipped();
    private final Explanation worked = explained(Week.worked());

    private Explanation explained(Week week) {
        return Explainer.of(week.scoredWithEvents("d1", rules), week.means(), rules);
    }

    /** 0.35 · 0.6 · (900/(9 + 43/9.124) − 900/(9 + 49/9.124)) = 0.21 · 3.0034 = 0.6307: 69.30 after 68.66. */
    @Test
    void theSevereBrakeCosts63Hundredths() {
        assertThat(worked.events())
                .filteredOn(cost -> cost.scored().event().severity() == Severity.SEVERE)
                .singleElement()
                .satisfies(cost -> assertThat(cost.weekPoints()).isCloseTo(0.6307, within(HUNDREDTH_OF_A_HUNDREDTH)));
    }

    /** A strong acceleration: 0.21 · (800/(8 + 35/9.124) − 800/(8 + 36/9.124)) = 0.1302. */
    @Test
    void eventsOfASortCostTheSame() {
        assertThat(worked.events())
                .hasSize(53)
                .filteredOn(cost -> cost.scored().event().kind() == ManoeuvreKind.ACCELERATION
                        && cost.scored().event().severity() == Severity.STRONG)
                .hasSize(21)
                .allSatisfy(cost -> assertThat(cost.weekPoints()).isCloseTo(0.1302, within(HUNDREDTH_OF_A_HUNDREDTH)));
    }

    /** The mark's share of it: 0.6 · 3.0034 = 1.8020 of the deceleration mark. */
    @Test
    void oneEventLessIsSaidForEachSortThatOccurred() {
        assertThat(worked.oneLess())
                .extracting(less -> less.kind() + " " + less.severity() + " " + less.count())
                .containsExactly(
                        "ACCELERATION STRONG 21",
                        "ACCELERATION HARSH 3",
                        "BRAKING STRONG 24",
                        "BRAKING HARSH 4",
                        "BRAKING SEVERE 1");
        OneLess severe = worked.oneLess().get(4);
        assertThat(severe.markPoints()).isCloseTo(1.8020, within(HUNDREDTH_OF_A_HUNDREDTH));
        assertThat(severe.weekPoints()).isCloseTo(0.6307, within(HUNDREDTH_OF_A_HUNDREDTH));
    }

    private static Map<Feature, Improvement> byFeature(Explanation explanation) {
        return explanation.improvements().stream().collect(Collectors.toMap(Improvement::feature, Function.identity()));
    }

    /** A point of the week is 1/0.14 points of RPA and gentle share, 1/0.18 of the spread, 1/0.12 of the eco speed. */
    @Test
    void aMeasuredShareIsChangedByAsMuchAsAPointNeeds() {
        Map<Feature, Improvement> helps = byFeature(worked);
        assertThat(helps.get(Feature.RPA5).to()).isCloseTo(0.068 - 0.09 / 14, within(1e-9));
        assertThat(helps.get(Feature.GENTLE_SHARE).to()).isCloseTo(0.62 + 0.5 / 14, within(1e-9));
        assertThat(helps.get(Feature.STEADINESS).to()).isCloseTo(3.4 - 6.0 / 18, within(1e-9));
        assertThat(helps.get(Feature.ECO_CAP_SHARE).to()).isCloseTo(0.041 - 0.18 / 12, within(1e-9));
        assertThat(helps.values())
                .allSatisfy(help -> assertThat(help.weekPoints()).isGreaterThanOrEqualTo(1));
    }

    /** 10 of 42 points are needed: 900/(9 + 40/9.124) gives 0.97 of a point, 900/(9 + 39/9.124) gives 1.09. */
    @Test
    void theFewestBrakingsThatGiveAPointAreNoHarderThanNeeded() {
        Improvement brakings = byFeature(worked).get(Feature.BRAKING_POINTS);
        assertThat(brakings.fewer())
                .containsExactly(
                        new Fewer(ManoeuvreKind.BRAKING, Severity.STRONG, 1),
                        new Fewer(ManoeuvreKind.BRAKING, Severity.HARSH, 1),
                        new Fewer(ManoeuvreKind.BRAKING, Severity.SEVERE, 1));
        assertThat(brakings.share()).isCloseTo(3 / 29.0, within(1e-12));
        assertThat(brakings.to()).isCloseTo(39 / 9.124, within(1e-12));
    }

    /** 800/(8 + 29/9.124) gives 0.97 of a point, 800/(8 + 28/9.124) 1.11: 8 of 30 points are needed, two harsh ones are 6. */
    @Test
    void threeHarshAccelerationsLessGiveAPoint() {
        Improvement accelerations = byFeature(worked).get(Feature.ACCELERATION_POINTS);
        assertThat(accelerations.fewer()).containsExactly(new Fewer(ManoeuvreKind.ACCELERATION, Severity.HARSH, 3));
        assertThat(accelerations.share()).isCloseTo(3 / 24.0, within(1e-12));
    }

    /** In parts of what he did: 5.8 % of the gentle share, 9.5 % of RPA, 9.8 %, 10.3 %, 12.5 %, 36.6 %. */
    @Test
    void theCheapestWayIsTheSmallestShareOfWhatTheDriverDid() {
        assertThat(worked.improvements())
                .extracting(Improvement::feature)
                .containsExactly(
                        Feature.GENTLE_SHARE,
                        Feature.RPA5,
                        Feature.STEADINESS,
                        Feature.BRAKING_POINTS,
                        Feature.ACCELERATION_POINTS,
                        Feature.ECO_CAP_SHARE);
    }

    @Test
    void whereNoChangeOfAFeatureGivesAPointNoneIsProposed() {
        Week nearlyPerfect =
                Week.of(VehicleClass.ARTIC, 2000).means(0, 0).rpa5(0.031).gentle(0.79);
        assertThat(explained(nearlyPerfect.noEvents()).improvements())
                .extracting(Improvement::feature)
                .containsExactly(Feature.STEADINESS, Feature.ECO_CAP_SHARE);
    }

    @Test
    void aWeekWithoutDistanceHasNothingToExplain() {
        Explanation nothing = explained(Week.of(VehicleClass.TIPPER, 0).cruiseWindows(0));
        assertThat(nothing.events()).isEmpty();
        assertThat(nothing.oneLess()).isEmpty();
        assertThat(nothing.improvements()).isEmpty();
    }

    /** Sampled every 3 s the week is class B: its events are listed and cost nothing. */
    @Test
    void eventsOfASlowRecordingAreListedAndCostNothing() {
        assertThat(explained(Week.worked().interval(3)).events()).hasSize(53).allSatisfy(cost -> {
            assertThat(cost.scored().counted()).isFalse();
            assertThat(cost.weekPoints()).isZero();
        });
        assertThat(explained(Week.worked().interval(8)).events()).isEmpty();
    }

    @Test
    void noEventEverHelpedAndAHarderOneNeverCostsLess() {
        for (VehicleClass vehicleClass : VehicleClass.values()) {
            for (Explanation explanation :
                    List.of(explained(drive(vehicleClass, 300)), explained(drive(vehicleClass, 1500)))) {
                assertThat(explanation.events()).isNotEmpty().allSatisfy(cost -> assertThat(cost.weekPoints())
                        .isPositive());
                for (EventCost cost : explanation.events()) {
                    assertThat(explanation.events())
                            .filteredOn(other -> other.scored().event().kind()
                                            == cost.scored().event().kind()
                                    && other.scored().event().points()
                                            > cost.scored().event().points())
                            .allSatisfy(
                                    harder -> assertThat(harder.weekPoints()).isGreaterThan(cost.weekPoints()));
                }
                assertThat(explanation.improvements()).allSatisfy(help -> {
                    assertThat(help.weekPoints()).isGreaterThanOrEqualTo(1);
                    assertThat(help.share()).isPositive();
                });
            }
        }
    }

    private static Week drive(VehicleClass vehicleClass, double km) {
        Week week = Week.of(vehicleClass, km).means(6, 7);
        for (ManoeuvreKind kind : ManoeuvreKind.values()) {
            week.events(kind, 1.35, 9).events(kind, 1.75, 4).events(kind, 2.5, 2);
        }
        return week;
    }
}
