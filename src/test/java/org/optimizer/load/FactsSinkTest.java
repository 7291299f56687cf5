package org.optimizer.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Facts;
import org.optimizer.model.DataNote;
import org.optimizer.model.DayFacts;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.Gradient;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.MovementCurve;
import org.optimizer.model.SpeedProfile;
import org.optimizer.model.Standstill;
import org.optimizer.model.Trip;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.ZoneVisit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@EdgesTest
@Transactional
class FactsSinkTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    private static final Instant START = Instant.parse("2026-11-16T05:00:00.250Z");

    @Autowired
    private ProducerTemplate camel;

    @Test
    void aDayIsReadBitForBitAsItWasWritten() {
        DayFacts facts = day("v1", DAY, 3);
        new FactsSink(camel).replace(facts);

        assertThat(new Facts(camel).list("v1", DAY, DAY))
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .withComparatorForType(Float::compare, Float.class)
                .isEqualTo(List.of(facts));
    }

    @Test
    void replacingTwiceIsOnceAndOtherDaysStay() {
        FactsSink sink = new FactsSink(camel);
        sink.replace(day("v1", DAY.plusDays(1), 2));
        sink.replace(day("v1", DAY, 5));
        sink.replace(day("v1", DAY, 1));
        sink.replace(day("v1", DAY, 1));

        assertThat(new Facts(camel).list("v1", DAY, DAY.plusDays(1)))
                .extracting(facts -> facts.manoeuvres().size())
                .containsExactly(1, 2);
    }

    @Test
    void aDayWithoutAnythingIsKeptAsSuch() {
        DayFacts empty = new DayFacts(
                "v1", DAY, "1", 1, 0, 0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        new FactsSink(camel).replace(day("v1", DAY, 4));
        new FactsSink(camel).replace(empty);

        assertThat(new Facts(camel).list("v1", DAY, DAY)).containsExactly(empty);
    }

    @Test
    void tripsComeByDriverWithTheirOwnManoeuvres() {
        new FleetSink(camel)
                .saveVehicles(List.of(
                        new Vehicle("v1", "q1", "s1", VehicleClass.TIPPER),
                        new Vehicle("v2", "q1", "s2", VehicleClass.VAN)));
        FactsSink sink = new FactsSink(camel);
        sink.replace(day("v2", DAY, 2));
        sink.replace(day("v1", DAY, 3));
        sink.replace(day("v1", DAY.plusDays(9), 3));

        Facts facts = new Facts(camel);
        assertThat(facts.listDrivers(List.of("v1", "v2"), DAY, DAY)).containsExactly("d1");
        List<DrivenTrip> trips = facts.tripsByDriver(List.of("d1", "d2"), List.of("v1", "v2"), DAY, DAY.plusDays(6))
                .get("d1");
        assertThat(trips)
                .extracting(DrivenTrip::vehicleId, DrivenTrip::vehicleClass, trip -> trip.manoeuvres()
                        .size())
                .containsExactly(tuple("v1", VehicleClass.TIPPER, 3), tuple("v2", VehicleClass.VAN, 2));
        assertThat(facts.tripsByDriver(List.of("d2"), List.of("v1"), DAY, DAY)).isEmpty();
        assertThat(facts.tripsByDriver(List.of(), List.of("v1"), DAY, DAY)).isEmpty();
        assertThat(facts.listDrivers(List.of(), DAY, DAY)).isEmpty();
    }

    /** Trip 1 and visit 1 of each day have no driver. */
    @Test
    void visitsCurvesAndGradientsComeByDriverWithinVehiclesAndDays() {
        FactsSink sink = new FactsSink(camel);
        sink.replace(day("v2", DAY, 0));
        sink.replace(day("v1", DAY, 0));
        sink.replace(day("v1", DAY.plusDays(1), 0));
        sink.replace(day("v3", DAY, 0));

        Facts facts = new Facts(camel);
        List<String> vehicles = List.of("v1", "v2");
        ZoneVisit ofAnne = visit(0, Optional.of("d1"));
        assertThat(facts.visitsByDriver(vehicles, DAY, DAY)).isEqualTo(Map.of("d1", List.of(ofAnne, ofAnne)));
        assertThat(facts.gradientsByDriver(vehicles, DAY, DAY))
                .isEqualTo(Map.of("d1", List.of(gradient(0, 0), gradient(0, 0))));
        assertThat(facts.curvesByDriver(vehicles, DAY, DAY)).containsOnlyKeys("d1");
        assertThat(facts.curvesByDriver(vehicles, DAY, DAY.plusDays(1)).get("d1"))
                .hasSize(3)
                .allSatisfy(curve -> assertThat(curve.kmh()).hasSize(61));
        assertThat(facts.visitsByDriver(List.of(), DAY, DAY)).isEmpty();
    }

    @Test
    void fiftyDaysOfThreeHundredManoeuvresAreWrittenWithinSeconds() {
        FactsSink sink = new FactsSink(camel);
        writeDays(sink, 50);
        double seconds = writeDays(sink, 50);
        System.out.printf("facts: %.0f manoeuvre rows/s%n", 50 * 300 / seconds);
        assertThat(seconds).isLessThan(30);
    }

    private static double writeDays(FactsSink sink, int days) {
        long before = System.nanoTime();
        for (int i = 0; i < days; i++) {
            sink.replace(day("v1", DAY.plusDays(i), 300));
        }
        return (System.nanoTime() - before) / 1e9;
    }

    private static DayFacts day(String vehicleId, LocalDate day, int manoeuvres) {
        List<Manoeuvre> list = new ArrayList<>();
        for (int number = 0; number < manoeuvres; number++) {
            list.add(manoeuvre(number));
        }
        return new DayFacts(
                vehicleId,
                day,
                "1",
                2,
                100,
                98,
                List.of(new DataNote("impossible-position", true, 2, START, "95° north")),
                List.of(trip(0, Optional.of("d1")), trip(1, Optional.empty())),
                list,
                List.of(new MovementCurve(0, 0, MovementCurve.Kind.BRAKING, START, new float[61])),
                List.of(new Standstill(
                        0,
                        Optional.of("d1"),
                        START,
                        START.plusMillis(61_001),
                        Double.NaN,
                        2.35,
                        Optional.empty(),
                        true)),
                List.of(visit(0, Optional.of("d1")), visit(1, Optional.empty())),
                List.of(gradient(0, 0), gradient(1, 1)));
    }

    private static ZoneVisit visit(int number, Optional<String> driverId) {
        return new ZoneVisit(
                number,
                "Fosse n° 3",
                "load",
                driverId,
                START,
                START.plusMillis(90_001),
                true,
                false,
                number == 0,
                61.001,
                70.1,
                0,
                1.0 / 3,
                2.0 / 3,
                1.25,
                85,
                number == 0 ? 12.5 : Double.NaN,
                Double.NaN);
    }

    private static Gradient gradient(int number, int tripNumber) {
        return new Gradient(number, tripNumber, Gradient.Kind.CLIMB, START.plusMillis(1), 61, 6.5, 15.9, 1.0 / 7);
    }

    private static Manoeuvre manoeuvre(int number) {
        return new Manoeuvre(
                number,
                0,
                number % 2 == 0 ? ManoeuvreKind.ACCELERATION : ManoeuvreKind.BRAKING,
                START.plusMillis(number * 100L),
                3.1,
                1.0 / 3,
                0.1 + 0.2,
                Math.PI,
                48.123456789,
                Double.NaN,
                1,
                new float[] {0.5f, -0.1f, Float.MIN_VALUE, 2.25f, 1, 2, 3},
                new float[] {10, 11.5f, 13, 14, 15, 16, 17});
    }

    private static Trip trip(int number, Optional<String> driverId) {
        double[] seconds = new double[130];
        seconds[3] = 0.1;
        seconds[129] = 1e-9;
        double[] variance = {0, 1.0 / 7};
        return new Trip(
                number,
                "t" + number,
                driverId,
                START,
                START.plusMillis(1_234_567),
                12.345678901234567,
                1,
                2,
                3,
                4,
                5,
                1,
                0.999,
                Double.NaN,
                Math.E,
                7,
                8,
                9,
                new SpeedProfile(seconds, new int[] {0, 4, 70_000}, variance));
    }
}
