package org.optimizer.transform.zones;

import java.util.Comparator;
import java.util.List;

/** A fence laid out on the site's plane. */
final class Plot {
    /** Those that win where fences overlap come first: the higher priority, then the smaller area. */
    static final Comparator<Plot> WINNERS_FIRST = Comparator.comparingInt((Plot plot) -> plot.fence.priority())
            .reversed()
            .thenComparingDouble(Plot::areaM2);

    private final Fence fence;
    private final List<Shape> shapes;

    private Plot(Fence fence, List<Shape> shapes) {
        this.fence = fence;
        this.shapes = shapes;
    }

    static Plot of(Fence fence, Plane plane) {
        return new Plot(
                fence,
                fence.outlines().stream().map(outline -> shape(outline, plane)).toList());
    }

    private static Shape shape(Fence.Outline outline, Plane plane) {
        return outline instanceof Fence.Circle circle
                ? Disc.of(circle, plane)
                : Patch.of((Fence.Polygon) outline, plane);
    }

    Fence fence() {
        return fence;
    }

    List<Shape> shapes() {
        return shapes;
    }

    private double areaM2() {
        return shapes.stream().mapToDouble(Shape::areaM2).sum();
    }

    /** Metres from a place to the fence; 0 within. */
    double awayM(double x, double y) {
        double nearest = Double.POSITIVE_INFINITY;
        for (Shape shape : shapes) {
            if (shape.contains(x, y)) {
                return 0;
            }
            nearest = Math.min(nearest, shape.distanceM(x, y));
        }
        return nearest;
    }
}
