package org.optimizer.rules;

import java.util.Map;
import org.optimizer.model.VisitFacts;
import org.optimizer.model.VisitVerdict;

/** Asks whether a vehicle stopped in a zone or passed through. */
public final class VisitCase extends Question {
    /** Of a zone that leaves it to its type what makes a visit. */
    static final double NOT_ITS_OWN = -1;

    private final String zone;
    private final double ownMinDwellS;
    private final double recordedS;
    private final double inferredS;
    private boolean stopped;

    VisitCase(String zone, double ownMinDwellS, double recordedS, double inferredS) {
        this.zone = zone;
        this.ownMinDwellS = ownMinDwellS;
        this.recordedS = recordedS;
        this.inferredS = inferredS;
    }

    static VisitCase of(VisitFacts facts) {
        return new VisitCase(
                ZoneTypes.known(facts.zoneType()),
                facts.minDwellS().orElse(NOT_ITS_OWN),
                facts.recordedS(),
                facts.inferredS());
    }

    public String getZone() {
        return zone;
    }

    public double getOwnMinDwellS() {
        return ownMinDwellS;
    }

    public double getRecordedS() {
        return recordedS;
    }

    public double getInferredS() {
        return inferredS;
    }

    /** A standstill without fixes counts up to a limit: beyond it nobody knows what the vehicle did. */
    public void takes(double minDwellS, double maxInferredS, String rule) {
        decidedBy(rule);
        double stoodS = inferredS <= maxInferredS ? Math.max(recordedS, inferredS) : recordedS;
        stopped = stoodS >= (ownMinDwellS == NOT_ITS_OWN ? minDwellS : ownMinDwellS);
    }

    VisitVerdict answer() {
        return new VisitVerdict(stopped, rule());
    }

    @Override
    Map<String, Object> outcome() {
        return Map.of("kind", answer().kind());
    }
}
