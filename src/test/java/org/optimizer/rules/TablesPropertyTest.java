package org.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.Feature;
import org.optimizer.model.FeatureMark;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Mark;
import org.optimizer.model.Rulebook;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.SpeedProfile;
import org.optimizer.model.Trip;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.Verdict;
import org.optimizer.model.WeekVerdict;

/**
 * The scoring tables as shipped are complete and without overlap: whatever is asked, one row answers, and none that no question
 * reaches. (Two rows that answered one question would throw.)
 */
class TablesPropertyTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W43");
    private final Rulebook rules = RulesFolder.shipped();
    private final Random random = new Random(25);

    @ParameterizedTest
    @EnumSource(VehicleClass.class)
    void everyPeakFromTheLowestThresholdOnHasOneRowAndAllThreeAreReached(VehicleClass vehicleClass) {
        for (ManoeuvreKind kind : ManoeuvreKind.values()) {
            double lowest = rules.lowestThresholdMps2(vehicleClass, kind);
            Set<String> fired = new HashSet<>();
            for (int i = 0; i < 2000; i++) {
                double guard = random.nextInt(3) * 0.13;
                double peak = 6 * random.nextDouble();
                Verdict verdict = rules.judge(vehicleClass, kind, peak, guard);
                assertThat(verdict.equals(Verdict.NONE)).isEqualTo(peak < lowest + guard);
                fired.add(verdict.rule());
            }
            assertThat(fired).hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource(VehicleClass.class)
    void everyValueOfEveryFeatureIsWorthBetween0And100ByTheRowOfItsClass(VehicleClass vehicleClass) {
        for (int i = 0; i < 500; i++) {
            WeekVerdict verdict = rules.judge(week(vehicleClass, features()));
            List<FeatureMark> parts = verdict.marks().stream()
                    .flatMap(mark -> mark.parts().stream())
                    .toList();
            assertThat(parts).hasSize(Feature.values().length);
            for (FeatureMark part : parts) {
                assertThat(part.points()).isBetween(0.0, 100.0);
                assertThat(part.rule()).startsWith("feature-mark: " + vehicleClass.code() + "-");
            }
        }
    }

    /** Any mark may be missing: the weights of those that there are add up to 1. */
    @ParameterizedTest
    @EnumSource(VehicleClass.class)
    void weightsAddUpToOneWhateverIsMissing(VehicleClass vehicleClass) {
        for (int there = 1; there < 1 << Feature.values().length; there++) {
            Map<Feature, Double> features = features();
            for (Feature feature : Feature.values()) {
                if ((there >> feature.ordinal() & 1) == 0) {
                    features.remove(feature);
                }
            }
            WeekVerdict verdict = rules.judge(week(vehicleClass, features));
            assertThat(verdict.marks().stream().mapToDouble(Mark::weight).sum()).isCloseTo(1, within(1e-12));
            assertThat(verdict.score().orElseThrow()).isBetween(0.0, 100.0);
        }
    }

    private Map<Feature, Double> features() {
        Map<Feature, Double> features = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            features.put(feature, Math.pow(10, 4 * random.nextDouble() - 3));
        }
        return features;
    }

    private static DriverWeek week(VehicleClass vehicleClass, Map<Feature, Double> features) {
        return new DriverWeek(
                "d1", WEEK, vehicleClass, 500, 20, 5, 1, Map.of(SamplingClass.A, 500.0), 500, 0, 0, 0, 0, features);
    }

    @Test
    void anyRecordingHasASamplingClassAndEachClassIsReached() {
        Set<SamplingClass> reached = new HashSet<>();
        for (int i = 0; i < 5000; i++) {
            reached.add(rules.samplingClass(trip(
                    12 * random.nextDouble(),
                    random.nextInt(3) == 0 ? random.nextDouble() : 0.85 + 0.15 * random.nextDouble(),
                    random.nextInt(4) == 0 ? Double.NaN : 1.3 * random.nextDouble())));
        }
        assertThat(reached).containsExactlyInAnyOrder(SamplingClass.values());
    }

    private static Trip trip(double intervalS, double dopplerShare, double accuracyMps) {
        Instant start = WEEK.monday().atStartOfDay().toInstant(ZoneOffset.UTC);
        return new Trip(
                0,
                "t",
                Optional.empty(),
                start,
                start.plusSeconds(60),
                1,
                60,
                60,
                0,
                60,
                0,
                intervalS,
                dopplerShare,
                accuracyMps,
                0,
                0,
                0,
                0,
                new SpeedProfile(new double[1], new int[1], new double[1]));
    }

    /** The failing control: the checks at the door and the answering questions themselves both refuse an overlap. */
    @Test
    void twoRowsForOneQuestionAreRefused(@TempDir Path folder) {
        RulesFolder overlapping = RulesFolder.copyInto(folder)
                .editCell("manoeuvre-severity.table.csv", "van-braking-strong", "peak_below_mps2", "1.8");
        assertThatThrownBy(overlapping::shelf)
                .isInstanceOf(RulesException.class)
                .hasMessageContaining("no overlap between rows");
        Peak peak = new Peak("van", "braking", 1.75, 0);
        peak.is("strong", 1, "manoeuvre-severity: one");
        assertThatThrownBy(() -> peak.is("harsh", 3, "manoeuvre-severity: other"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("manoeuvre-severity: one");
    }
}
