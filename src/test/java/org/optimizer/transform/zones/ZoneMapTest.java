package org.optimizer.transform.zones;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void aShapeAcross180IsInsideOnBothSides() {
        Fence fence = new Fence(
                "pad",
                "unload",
                0,
                List.of(new Fence.Polygon(List.of(square(0, 179, 1))), new Fence.Polygon(List.of(square(0, -180, 1)))));

        assertThat(fence.contains(0.5, 179.5)).isTrue();
        assertThat(fence.contains(0.5, -179.5)).isTrue();
        assertThat(fence.contains(0.5, -178.5)).isFalse();
    }

    private static Fence fence(String name, int priority, Fence.Outline outline) {
        return new Fence(name, "load", priority, List.of(outline));
    }

    private static Fence.Ring square(double south, double west, double side) {
        return new Fence.Ring(
                new double[] {south, south, south + side, south + side, south},
                new double[] {west, west + side, west + side, west, west});
    }
}
