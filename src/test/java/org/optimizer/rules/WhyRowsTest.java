package org.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.FigureAnswer;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Reason;
import org.optimizer.model.RowAnswer;
import org.optimizer.model.RowAnswer.Gap;
import org.optimizer.model.RuleRow;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.Trip;
import org.optimizer.model.VehicleClass;
import org.optimizer.transform.scoring.Week;

/** What is said of rows is what the compiled rules do with them. */
class WhyRowsTest {
    private static final RulebookShelf SHELF = RulesFolder.shelf(RulesFolder.SHIPPED);
    private static final int QUESTIONS = 20_000;
    private static final double[] EDGES = {0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 2.0, 2.2, 2.3, 2.4};
    private static WhyRows rows;

    @BeforeAll
    static void read() {
        rows = WhyRows.of(SHELF.currentFiles());
    }

    private static Gap gap(RowAnswer answer) {
        return answer.nearest().orElseThrow().gaps().get(0);
    }

    private static String fired(RowAnswer answer) {
        return answer.fired().map(RuleRow::rule).orElse("");
    }

    @Test
    void aPeakNamesItsRowItsCellsAndTheSeverityItFellShortOf() {
        RowAnswer answer = rows.severity(VehicleClass.ARTIC, ManoeuvreKind.BRAKING, 1.83, 0.5);

        assertThat(fired(answer)).isEqualTo("manoeuvre-severity: artic-braking-strong");
        assertThat(answer.fired().orElseThrow().cell("points")).contains("1");
        assertThat(answer.nearest().orElseThrow().row().id()).isEqualTo("artic-braking-harsh");
        assertThat(gap(answer).needed()).isCloseTo(1.9, within(1e-12));
        assertThat(gap(answer).found()).isEqualTo(1.83);
        assertThat(gap(answer).by()).isCloseTo(0.07, within(1e-12));
        System.out.printf(
                "artic, braking 1.83 m/s², guard 0.5: %s; %.2f m/s² short of %s (%.2f instead of %.2f)%n",
                fired(answer),
                gap(answer).by(),
                answer.nearest().orElseThrow().row().id(),
                gap(answer).found(),
                gap(answer).needed());
    }

    @Test
    void aPeakJustOverALimitNamesTheMilderRow() {
        RowAnswer answer = rows.severity(VehicleClass.ARTIC, ManoeuvreKind.BRAKING, 2.05, 0);

        assertThat(fired(answer)).endsWith("artic-braking-severe");
        assertThat(answer.nearest().orElseThrow().row().id()).isEqualTo("artic-braking-harsh");
        assertThat(gap(answer).column()).isEqualTo("peak_below_mps2");
        assertThat(gap(answer).by()).isCloseTo(0.05, within(1e-12));
        assertThat(gap(rows.severity(VehicleClass.ARTIC, ManoeuvreKind.BRAKING, 2.0, 0))
                        .by())
                .as("exactly on the limit")
                .isZero();
    }

    @Test
    void theRowIsTheOneThatTheRulesFireForAnyPeak() {
        assertThat(severityMistakes(0)).isZero();
    }

    /** The failing control: who forgets the guard names another row for many a peak. */
    @Test
    void withoutTheGuardTheRowWouldOftenBeAnother() {
        assertThat(severityMistakes(1)).isGreaterThan(QUESTIONS / 20);
    }

    /** @param forgotten share of the guard that is left out */
    private static int severityMistakes(double forgotten) {
        Random random = new Random(6);
        int mistakes = 0;
        for (int each = 0; each < QUESTIONS; each++) {
            VehicleClass vehicleClass = VehicleClass.values()[random.nextInt(5)];
            ManoeuvreKind kind = ManoeuvreKind.values()[random.nextInt(2)];
            double guard = random.nextBoolean() ? 0 : random.nextDouble() / 3;
            double peak = random.nextBoolean() ? 3 * random.nextDouble() : EDGES[random.nextInt(EDGES.length)] + guard;
            String rule = SHELF.current().judge(vehicleClass, kind, peak, guard).rule();
            String said = fired(rows.severity(vehicleClass, kind, peak, guard * (1 - forgotten)));
            mistakes += said.equals(rule) ? 0 : 1;
        }
        return mistakes;
    }

    @Test
    void theRowIsTheOneThatTheRulesFireForAnyTrip() {
        Random random = new Random(7);
        Trip drive = Week.worked().trips().get(0).trip();
        for (int each = 0; each < QUESTIONS / 4; each++) {
            Trip trip = recorded(
                    drive,
                    pick(random, 1, 2, 3.5, 4, 7, 10, 30),
                    pick(random, 0, 0.5, 0.9, 0.949, 0.95, 1),
                    pick(random, Double.NaN, 0.4, 0.5, 0.6, 0.7, 1, 3));
            SortedMap<String, Long> counted = new TreeMap<>();
            SamplingClass said = Tally.counting(counted, () -> SHELF.current().samplingClass(trip));
            RowAnswer answer = rows.sampling(trip);
            assertThat(fired(answer)).isEqualTo(counted.firstKey());
            assertThat(answer.fired().orElseThrow().cell("sampling_class")).contains(said.name());
        }
    }

    @Test
    void aSlowTripSaysWhatItLacksForABetterClass() {
        Trip drive = Week.worked().trips().get(0).trip();

        RowAnswer answer = rows.sampling(recorded(drive, 2.4, 0.97, Double.NaN));

        assertThat(answer.fired().orElseThrow().id()).isEqualTo("every-four-seconds");
        assertThat(answer.nearest().orElseThrow().row().id()).isEqualTo("every-two-seconds");
        assertThat(answer.nearest().orElseThrow().gaps()).containsExactly(new Gap("max_interval_s", 2.4, 2));
        assertThat(rows.sampling(recorded(drive, 1, 1, Double.NaN)).nearest())
                .as("there is nothing better than the best")
                .isEmpty();
    }

    private static double pick(Random random, double... some) {
        return some[random.nextInt(some.length)];
    }

    private static Trip recorded(Trip trip, double interval, double doppler, double accuracy) {
        return new Trip(
                trip.number(),
                trip.track(),
                trip.driverId(),
                trip.start(),
                trip.end(),
                trip.distanceKm(),
                trip.movingS(),
                trip.maxSpeedKmh(),
                trip.zeroSpeedS(),
                trip.coveredS(),
                trip.lostS(),
                interval,
                doppler,
                accuracy,
                trip.rpaWork(),
                trip.rpaDistanceM(),
                trip.gentleLossMps(),
                trip.totalLossMps(),
                trip.speeds());
    }

    @Test
    void theRowsAreThoseThatTakeAWeekOutOfTheRanking() {
        Random random = new Random(8);
        for (int each = 0; each < 400; each++) {
            DriverWeek week = Week.of(
                            VehicleClass.values()[random.nextInt(5)], pick(random, 5, 59, 60, 150, 200, 250, 900))
                    .days((int) pick(random, 1, 2, 3, 5))
                    .hours(pick(random, 2, 8, 40))
                    .lost(pick(random, 0, 0.1, 0.3))
                    .interval(pick(random, 1, 3, 8, 20))
                    .summed("d", SHELF.current());
            List<String> expected = SHELF.current().judge(week).whyNot().stream()
                    .map(Reason::rule)
                    .filter(rule -> rule.startsWith("eligibility"))
                    .toList();
            assertThat(rows.eligibility(week).stream()
                            .map(FigureAnswer::answer)
                            .map(WhyRowsTest::fired)
                            .filter(rule -> !rule.isEmpty()))
                    .isEqualTo(expected);
        }
    }

    @Test
    void aFigureThatIsHighEnoughSaysByHowMuch() {
        DriverWeek week = Week.of(VehicleClass.TIPPER, 162.5).hours(4).summed("d", SHELF.current());

        FigureAnswer distance = rows.eligibility(week).get(0);

        assertThat(distance.answer().fired()).isEmpty();
        assertThat(distance.answer().nearest().orElseThrow().row().id()).isEqualTo("tipper-too-few-km");
        assertThat(gap(distance.answer()).by()).isCloseTo(12.5, within(1e-6));
    }

    @Test
    void hoursInMotionThatExemptAreNamed() {
        DriverWeek week = Week.of(VehicleClass.TIPPER, 120).hours(20).summed("d", SHELF.current());

        assertThat(gap(rows.eligibility(week).get(0).answer()).column()).isEqualTo("unless_moving_h");
    }

    @Test
    void aVersionWithoutATableHasNoAnswersOfIt() {
        WhyRows none = WhyRows.of(Map.of());
        assertThat(none.severity(VehicleClass.VAN, ManoeuvreKind.BRAKING, 2, 0)).isEqualTo(RowAnswer.NONE);
        assertThat(none.row("manoeuvre-severity: van-braking-strong")).isEqualTo(Optional.empty());
        assertThat(rows.row("feature-mark: artic-rpa5").orElseThrow().cell("worst"))
                .contains("0.12");
    }
}
