package org.optimizer.rules;

import java.util.Locale;
import java.util.Map;
import org.optimizer.model.Severity;
import org.optimizer.model.Verdict;

/** Asks how hard a manoeuvre was. */
public final class Peak extends Question {
    private final String vehicleClass;
    private final String kind;
    private final double peakMps2;
    private final double guardMps2;
    private Verdict answer = Verdict.NONE;

    Peak(String vehicleClass, String kind, double peakMps2, double guardMps2) {
        this.vehicleClass = vehicleClass;
        this.kind = kind;
        this.peakMps2 = peakMps2;
        this.guardMps2 = guardMps2;
    }

    public String getVehicleClass() {
        return vehicleClass;
    }

    public String getKind() {
        return kind;
    }

    public double getPeakMps2() {
        return peakMps2;
    }

    public double getGuardMps2() {
        return guardMps2;
    }

    /** A peak counts from the threshold and its guard on, exactly equal included. */
    public boolean reaches(double thresholdMps2) {
        return peakMps2 >= thresholdMps2 + guardMps2;
    }

    public void is(String severity, int points, String rule) {
        decidedBy(rule);
        answer = new Verdict(Severity.valueOf(severity.toUpperCase(Locale.ROOT)), points, rule);
    }

    Verdict answer() {
        return answer;
    }

    @Override
    Map<String, Object> outcome() {
        return Map.of("severity", answer.severity().code(), "points", (double) answer.points());
    }
}
