package org.optimizer.rules;

import java.util.Map;

/** Asks what a standstill was. */
public final class StandstillCase extends Question {
    private final String zone;
    private final String state;
    private final String longest;
    private final String engine;
    private final String inferred;
    private final double durationS;
    private String answer = "";
    private String countsAs = "";

    StandstillCase(String zone, String state, String longest, String engine, String inferred, double durationS) {
        this.zone = zone;
        this.state = state;
        this.longest = longest;
        this.engine = engine;
        this.inferred = inferred;
        this.durationS = durationS;
    }

    public String getZone() {
        return zone;
    }

    public String getState() {
        return state;
    }

    public String getLongest() {
        return longest;
    }

    public String getEngine() {
        return engine;
    }

    public String getInferred() {
        return inferred;
    }

    public double getDurationS() {
        return durationS;
    }

    public void is(String idleClass, String countsAs, String rule) {
        decidedBy(rule);
        answer = idleClass;
        this.countsAs = countsAs;
    }

    String answer() {
        return answer;
    }

    @Override
    Map<String, Object> outcome() {
        return Map.of("idle_class", answer, "counts_as", countsAs);
    }
}
