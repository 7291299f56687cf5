package org.optimizer.rules;

import java.util.Map;

/** Asks what a measured value is worth. */
public final class FeatureValue extends Question {
    private final String vehicleClass;
    private final String feature;
    private final double value;
    private double points;
    private double weight;

    FeatureValue(String vehicleClass, String feature, double value) {
        this.vehicleClass = vehicleClass;
        this.feature = feature;
        this.value = value;
    }

    public String getVehicleClass() {
        return vehicleClass;
    }

    public String getFeature() {
        return feature;
    }

    public double getValue() {
        return value;
    }

    public void isMarked(String shape, double halfMarkAt, double worst, double best, double weight, String rule) {
        decidedBy(rule);
        this.weight = weight;
        points = shape.equals("half-value") ? halving(halfMarkAt) : between(worst, best);
    }

    /** 100 at nought, 50 at {@code half}, never quite 0. */
    private double halving(double half) {
        return 100 * half / (half + value);
    }

    /** 0 at the worst, 100 at the best, straight between them. */
    private double between(double worst, double best) {
        return 100 * Math.max(0, Math.min(1, (worst - value) / (worst - best)));
    }

    double points() {
        return points;
    }

    double weight() {
        return weight;
    }

    @Override
    Map<String, Object> outcome() {
        return Map.of("points", points, "weight", weight);
    }
}
