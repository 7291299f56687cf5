package org.optimizer.rules;

import java.util.Map;

/** Asks what a mark weighs in the week. */
public final class MarkShare extends Question {
    private final String vehicleClass;
    private final String mark;
    private double weight;
    private String whenMissing = "";

    MarkShare(String vehicleClass, String mark) {
        this.vehicleClass = vehicleClass;
        this.mark = mark;
    }

    public String getVehicleClass() {
        return vehicleClass;
    }

    public String getMark() {
        return mark;
    }

    public void weighs(double weight, String whenMissing, String rule) {
        decidedBy(rule);
        this.weight = weight;
        this.whenMissing = whenMissing;
    }

    double weight() {
        return weight;
    }

    /** Whether a week without this mark can still compete. */
    boolean canBeMissing() {
        return whenMissing.equals("spread");
    }

    @Override
    Map<String, Object> outcome() {
        return Map.of("weight", weight, "when_missing", whenMissing);
    }
}
