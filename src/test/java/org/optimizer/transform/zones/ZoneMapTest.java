package org.optimizer.transform.zones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ZoneMapTest {
    private static final Fence.Ring OUTER = square(0, 0, 10);
    private static final Fence.Ring HOLE = square(4, 4, 2);

    @Test
    void aPointInTheHoleIsOutside() {
        ZoneMap zones = new ZoneMap(List.of(fence("pit", 0, new Fence.Polygon(List.of(OUTER, HOLE)))));

        assertThat(zones.at(2, 2))
                .hasValueSatisfying(fence -> assertThat(fence.name()).isEqualTo("pit"));
        assertThat(zones.at(5, 5)).isEmpty();
        assertThat(zones.at(11, 5)).isEmpty();
        assertThat(zones.at(Double.NaN, Double.NaN)).isEmpty();
    }

    @Test
    void theHigherPriorityWinsThenTheSmallerArea() {
        Fence wide = fence("wide", 0, new Fence.Polygon(List.of(OUTER)));
        Fence narrow = fence("narrow", 0, new Fence.Polygon(List.of(HOLE)));
        Fence urgent = fence("urgent", 1, new Fence.Polygon(List.of(OUTER)));

        assertThat(new ZoneMap(List.of(wide, narrow)).at(5, 5)).hasValue(narrow);
        assertThat(new ZoneMap(List.of(wide, narrow, urgent)).at(5, 5)).hasValue(urgent);
    }

    /** A degree of latitude is 111.2 km. */
    @Test
    void aCircleReachesAsFarAsItsRadiusOnBothSidesOf180() {
        ZoneMap zones = new ZoneMap(List.of(fence("depot", 0, new Fence.Circle(60, 179.9999, 50))));

        assertThat(zones.at(60.00044, 179.9999)).isPresent();
        assertThat(zones.at(60.00046, 179.9999)).isEmpty();
        assertThat(zones.at(60, -179.9993)).isPresent();
        assertThat(zones.at(60, -179.9991)).isEmpty();
    }

    @Test
    void aShapeAcross180IsInsideOnBothSidesWhetherSplitOrNot() {
        Fence.Polygon west = new Fence.Polygon(List.of(square(0, 179.99, 0.01)));
        Fence.Polygon east = new Fence.Polygon(List.of(square(0, -180, 0.01)));
        Fence.Ring whole = new Fence.Ring(
                new double[] {0, 0, 0.01, 0.01, 0}, new double[] {179.99, -179.99, -179.99, 179.99, 179.99});
        Fence depot = fence("depot", 0, new Fence.Circle(0.02, -179.95, 100));

        for (Fence pad : List.of(
                new Fence("pad", "unload", 0, OptionalDouble.empty(), List.of(west, east)),
                fence("pad", 0, new Fence.Polygon(List.of(whole))))) {
            ZoneMap zones = new ZoneMap(List.of(pad, depot));
            assertThat(zones.at(0.005, 179.995)).hasValue(pad);
            assertThat(zones.at(0.005, -179.995)).hasValue(pad);
            assertThat(zones.at(0.005, 180)).hasValue(pad);
            assertThat(zones.at(0.005, -180)).hasValue(pad);
            assertThat(zones.at(0.005, -179.985)).isEmpty();
            assertThat(zones.at(0.005, 179.985)).isEmpty();
            assertThat(zones.at(0.005, 0)).isEmpty();
            assertThat(zones.at(0.02, -179.95)).hasValue(depot);
        }
    }

    /** Other ways of counting would make a hole where two polygons of one zone overlap. */
    @Test
    void overlappingPolygonsOfOneZoneAreOneZone() {
        Fence fence = new Fence(
                "pit",
                "load",
                0,
                OptionalDouble.empty(),
                List.of(new Fence.Polygon(List.of(OUTER)), new Fence.Polygon(List.of(HOLE))));

        assertThat(new ZoneMap(List.of(fence)).at(5, 5)).hasValue(fence);
    }

    /** A degree of latitude is 111 195 m; one of longitude at 60° half as much. */
    @Test
    void distancesAreFromTheNearestBorderOfAnyPart() {
        ZoneMap zones = new ZoneMap(List.of(
                fence("square", 0, new Fence.Polygon(List.of(square(60, 10, 0.01), square(60.004, 10.004, 0.002)))),
                fence("circle", 1, new Fence.Circle(60.02, 10, 100))));
        int circle = zones.find(60.02, 10);
        int square = zones.find(60.001, 10.001);

        assertThat(zones.awayM(square, 60.011, 10.005)).isCloseTo(111.2, within(0.5));
        assertThat(zones.awayM(square, 60.005, 9.999)).isCloseTo(55.6, within(0.5));
        assertThat(zones.awayM(square, 60.005, 10.005)).isCloseTo(55.6, within(0.5));
        assertThat(zones.awayM(square, 60.001, 10.001)).isZero();
        assertThat(zones.awayM(circle, 60.022, 10)).isCloseTo(122.4, within(0.5));
        assertThat(zones.awayM(circle, 60.02, 10.003)).isCloseTo(66.8, within(0.5));
    }

    /** Against a plain search through all zones, on places of which many lie in several. */
    @Test
    void theIndexFindsWhatAPlainSearchFinds() {
        Random random = new Random(7);
        List<Fence> fences = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            double south = 45 + random.nextDouble() * 0.2;
            double west = 5 + random.nextDouble() * 0.2;
            double side = 0.001 + random.nextDouble() * 0.03;
            fences.add(fence("z" + i, random.nextInt(3), new Fence.Polygon(List.of(square(south, west, side)))));
        }
        ZoneMap zones = new ZoneMap(fences);
        for (int i = 0; i < 20_000; i++) {
            double latitude = 44.9 + random.nextDouble() * 0.4;
            double longitude = 4.9 + random.nextDouble() * 0.4;
            assertThat(zones.at(latitude, longitude)).isEqualTo(plainSearch(fences, latitude, longitude));
        }
    }

    /** A walk of steps of up to 150 m, so that squares are left at every side, and at times a jump. */
    @Test
    void theNeighbourhoodFindsWhatTheMapFinds() {
        Random random = new Random(11);
        List<Fence> fences = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double south = 45 + random.nextDouble() * 0.05;
            double west = 5 + random.nextDouble() * 0.05;
            fences.add(fence("z" + i, random.nextInt(3), new Fence.Circle(south, west, 20 + random.nextInt(200))));
        }
        ZoneMap zones = new ZoneMap(fences);
        Neighbourhood neighbourhood = new Neighbourhood(zones);
        double latitude = 45;
        double longitude = 5;
        for (int i = 0; i < 20_000; i++) {
            boolean jumps = i % 100 == 0;
            latitude = jumps ? 45 + random.nextDouble() * 0.05 : latitude + (random.nextDouble() - 0.5) * 0.0027;
            longitude = jumps ? 5 + random.nextDouble() * 0.05 : longitude + (random.nextDouble() - 0.5) * 0.0038;
            assertThat(neighbourhood.find(latitude, longitude)).isEqualTo(zones.find(latitude, longitude));
        }
    }

    private static Optional<Fence> plainSearch(List<Fence> fences, double latitude, double longitude) {
        return fences.stream()
                .filter(fence -> isIn(outer(fence), latitude, longitude))
                .min(Comparator.comparingInt((Fence fence) -> -fence.priority())
                        .thenComparingDouble(fence -> side(outer(fence))));
    }

    private static Fence.Ring outer(Fence fence) {
        return ((Fence.Polygon) fence.outlines().get(0)).rings().get(0);
    }

    private static double side(Fence.Ring square) {
        return square.latitudeDeg()[2] - square.latitudeDeg()[0];
    }

    private static boolean isIn(Fence.Ring square, double latitude, double longitude) {
        return square.latitudeDeg()[0] <= latitude
                && latitude <= square.latitudeDeg()[2]
                && square.longitudeDeg()[0] <= longitude
                && longitude <= square.longitudeDeg()[2];
    }

    private static Fence fence(String name, int priority, Fence.Outline outline) {
        return new Fence(name, "load", priority, OptionalDouble.empty(), List.of(outline));
    }

    private static Fence.Ring square(double south, double west, double side) {
        return new Fence.Ring(
                new double[] {south, south, south + side, south + side, south},
                new double[] {west, west + side, west + side, west, west});
    }
}
