package org.optimizer.rules;

import java.util.Map;
import java.util.Optional;
import org.optimizer.model.Reason;

/** Asks whether a figure of the week is high enough to compete. */
public final class WeekFigure extends Question {
    private final String vehicleClass;
    private final String quantity;
    private final double found;
    private final double movingH;
    private Reason answer;

    WeekFigure(String vehicleClass, String quantity, double found, double movingH) {
        this.vehicleClass = vehicleClass;
        this.quantity = quantity;
        this.found = toMillionth(found);
        this.movingH = toMillionth(movingH);
    }

    /** A sum of many trips must not fall short of a limit by what a computer loses in adding. */
    private static double toMillionth(double value) {
        return Math.rint(value * 1e6) / 1e6;
    }

    public String getVehicleClass() {
        return vehicleClass;
    }

    public String getQuantity() {
        return quantity;
    }

    public double getFound() {
        return found;
    }

    public double getMovingH() {
        return movingH;
    }

    public void isShort(String reason, double expected, String rule) {
        decidedBy(rule);
        answer = new Reason(reason, found, expected, rule);
    }

    Optional<Reason> answer() {
        return Optional.ofNullable(answer);
    }

    @Override
    Map<String, Object> outcome() {
        return Map.of("reason", answer == null ? "none" : answer.code());
    }
}
