package org.optimizer.transform.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.text.MessageFormat;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optimizer.model.DayFacts;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.Feature;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Reason;
import org.optimizer.model.Rulebook;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.Trace;
import org.optimizer.model.VehicleClass;
import org.optimizer.rules.RulesFolder;
import org.optimizer.testing.RealTraces;
import org.optimizer.transform.VehicleDay;
import org.optimizer.transform.zones.ZoneMap;

/**
 * Edge case 1 on a real drive: all that vehicle A of NDSBR recorded at 1 Hz (22 km in three trips of 2019-08-26 to 09-02, taken
 * as one week), every n-th second of it, with noise added to its speed. It is a car: judged as a van, the lightest class.
 */
class ThinnedDriveTest {
    private static final long SEED = 43;
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final IsoWeek WEEK = IsoWeek.parse("2019-W35");
    private static final StringBuilder TABLE = new StringBuilder();
    private final Rulebook rules = RulesFolder.shipped();
    private final Trace recorded = RealTraces.ofSet("NDSBR").get("NDSBR_A");

    @AfterAll
    static void printTable() {
        System.out.print(TABLE);
    }

    /** @param reported whether the phone says how accurate its speed is; else 0.3 m/s is assumed */
    record Noise(double mps, boolean reported) {
        double accuracyMps() {
            return reported ? mps : Double.NaN;
        }

        @Override
        public String toString() {
            return mps + " m/s, " + (reported ? "reported" : "not reported");
        }
    }

    static Stream<Noise> noises() {
        return Stream.of(
                new Noise(0, false),
                new Noise(0.2, false),
                new Noise(0.2, true),
                new Noise(0.5, false),
                new Noise(0.5, true));
    }

    @ParameterizedTest
    @MethodSource("noises")
    void atOneAndTwoSecondsEventMarksDifferByFivePointsAtMostAndRpaByFivePercent(Noise noise) {
        DriverScore everySecond = score(VehicleClass.VAN, 1, 0, noise, SEED);
        DriverScore everyOther = score(VehicleClass.VAN, 2, 0, noise, SEED);
        assertThat(everySecond.facts().kmByClass()).containsOnlyKeys(SamplingClass.A);
        assertThat(everyOther.facts().kmByClass()).containsOnlyKeys(SamplingClass.A);
        for (Feature feature : Set.of(Feature.ACCELERATION_POINTS, Feature.BRAKING_POINTS)) {
            assertThat(points(everyOther, feature))
                    .as("%s", feature)
                    .isCloseTo(points(everySecond, feature), within(5.0));
        }
        assertThat(value(everyOther, Feature.RPA5) / value(everySecond, Feature.RPA5))
                .isCloseTo(1, within(0.05));
        note(noise, 1, everySecond);
        note(noise, 2, everyOther);
    }

    /** A single drive has few events, so one more or less is luck; that slow recording pays on average would be a fault. */
    @ParameterizedTest
    @EnumSource(VehicleClass.class)
    void onAverageTheSlowerPhoneGainsAPointOrTwoAtMost(VehicleClass vehicleClass) {
        List<double[]> gains = new ArrayList<>();
        for (Noise noise : noises().toList()) {
            for (long seed = 0; seed < 10; seed++) {
                DriverScore everySecond = score(vehicleClass, 1, 0, noise, seed);
                for (int offset = 0; offset < 2; offset++) {
                    DriverScore everyOther = score(vehicleClass, 2, offset, noise, seed);
                    gains.add(new double[] {
                        gain(everySecond, everyOther, Feature.ACCELERATION_POINTS),
                        gain(everySecond, everyOther, Feature.BRAKING_POINTS)
                    });
                }
            }
        }
        assertThat(mean(gains, 0)).as("acceleration").isBetween(-2.0, 2.0);
        assertThat(mean(gains, 1)).as("braking").isBetween(-1.25, 1.25);
    }

    private static double mean(List<double[]> gains, int which) {
        return gains.stream().mapToDouble(gain -> gain[which]).average().orElseThrow();
    }

    private static double gain(DriverScore everySecond, DriverScore everyOther, Feature feature) {
        return points(everyOther, feature) - points(everySecond, feature);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 10})
    void atThreeSecondsAndMoreThereAreNoEventFeaturesAndItIsNotRankedInWords(int seconds) {
        for (Noise noise : noises().toList()) {
            DriverScore score = score(VehicleClass.VAN, seconds, 0, noise, SEED);
            assertThat(score.facts().eventKm()).isZero();
            assertThat(score.facts().features())
                    .doesNotContainKeys(Feature.ACCELERATION_POINTS, Feature.BRAKING_POINTS)
                    .containsKeys(Feature.RPA5, Feature.GENTLE_SHARE);
            assertThat(score.score()).isPresent();
            assertThat(score.ranked()).isFalse();
            assertThat(score.reasons()).extracting(Reason::code).contains("slow-sampling");
            if (seconds >= 5) {
                note(noise, seconds, score);
            }
        }
        assertThat(words(Locale.ENGLISH)).isEqualTo("too few kilometres recorded every second: 0%, 70% is needed");
        assertThat(words(Locale.FRENCH))
                .isEqualTo("trop peu de kilomètres enregistrés chaque seconde\u00a0: 0%, il faut 70%");
    }

    private static String words(Locale locale) {
        String pattern = ResourceBundle.getBundle("messages", locale).getString("reason.slow-sampling");
        return new MessageFormat(pattern, locale).format(new Object[] {0, 0.7, "0", "0.7", "0%", "70%"});
    }

    private DriverScore score(VehicleClass vehicleClass, int seconds, int offset, Noise noise, long seed) {
        Trace thinned = thinned(seconds, offset, noise, seed);
        List<DrivenTrip> trips = RealTraces.days(thinned, UTC).stream()
                .map(day -> VehicleDay.facts("NDSBR_A", thinned, 1, day, UTC, List.of(), ZoneMap.NONE))
                .flatMap(facts -> driven(vehicleClass, facts))
                .toList();
        DriverWeek week = DriverWeeks.sum("d1", WEEK, trips, List.of(), rules);
        return DriverScores.of("c1", week, rules);
    }

    private static Stream<DrivenTrip> driven(VehicleClass vehicleClass, DayFacts facts) {
        return facts.trips().stream()
                .map(trip -> new DrivenTrip(
                        facts.vehicleId(),
                        vehicleClass,
                        facts.day(),
                        trip,
                        facts.manoeuvres().stream()
                                .filter(manoeuvre -> manoeuvre.tripNumber() == trip.number())
                                .toList()));
    }

    /** The noise of an instant is the same at any thinning. */
    private Trace thinned(int seconds, int offset, Noise noise, long seed) {
        Random random = new Random(seed);
        Trace.Builder builder = new Trace.Builder(recorded.size());
        for (int index = 0; index < recorded.size(); index++) {
            double mps = recorded.speedMmps()[index] / 1e3 + noise.mps * random.nextGaussian();
            if (Math.floorMod(recorded.timeMs()[index] / 1000 - offset, seconds) == 0) {
                builder.add(
                        recorded.timeMs()[index],
                        recorded.tracks().get(recorded.track()[index]),
                        recorded.latitudeDeg(index),
                        recorded.longitudeDeg(index),
                        Math.max(0, mps),
                        Double.NaN,
                        noise.accuracyMps(),
                        Double.NaN,
                        Double.NaN);
            }
        }
        return builder.build();
    }

    private static double points(DriverScore score, Feature feature) {
        return score.marks().stream()
                .flatMap(mark -> mark.parts().stream())
                .filter(part -> part.feature() == feature)
                .findFirst()
                .orElseThrow()
                .points();
    }

    private static double value(DriverScore score, Feature feature) {
        return score.facts().feature(feature).orElseThrow();
    }

    private static void note(Noise noise, int seconds, DriverScore score) {
        TABLE.append(String.format(
                Locale.ROOT,
                "NDSBR A every %2d s, noise %-22s points %2d and %2d, RPA5 %.4f, %s%n",
                seconds,
                noise,
                score.facts().accelerationPoints(),
                score.facts().brakingPoints(),
                value(score, Feature.RPA5),
                score.facts().eventKm() == 0
                        ? "no event marks, not ranked"
                        : String.format(
                                Locale.ROOT,
                                "marks %.2f and %.2f",
                                points(score, Feature.ACCELERATION_POINTS),
                                points(score, Feature.BRAKING_POINTS))));
    }
}
