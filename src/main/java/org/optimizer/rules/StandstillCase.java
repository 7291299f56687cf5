package org.optimizer.rules;

import java.util.Map;
import org.optimizer.model.IdleVerdict;
import org.optimizer.model.StandstillFacts;
import org.optimizer.model.YesNo;

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

    static StandstillCase of(StandstillFacts facts) {
        return new StandstillCase(
                facts.zoneType().map(ZoneTypes::known).orElse(ZoneTypes.NONE),
                facts.state().code(),
                facts.longest().code(),
                facts.engine().code(),
                YesNo.of(facts.inferred()).code(),
                facts.durationS());
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

    IdleVerdict answer() {
        return new IdleVerdict(answer, countsAs, rule());
    }

    @Override
    Map<String, Object> outcome() {
        return Map.of("idle_class", answer, "counts_as", countsAs);
    }
}
