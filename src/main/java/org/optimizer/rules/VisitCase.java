package org.optimizer.rules;

import java.util.Map;
import org.optimizer.model.VisitFacts;
import org.optimizer.model.VisitVerdict;
import org.optimizer.model.YesNo;

/** Asks whether a vehicle stopped in a zone or passed through. */
public final class VisitCase extends Question {
    /** Of a zone that leaves it to its type what makes a visit. */
    static final double NOT_ITS_OWN = -1;

    private final String zone;
    private final double ownMinDwellS;
    private final String whole;
    private final double recordedS;
    private final double inferredS;
    private boolean stopped;

    VisitCase(String zone, double ownMinDwellS, String whole, double recordedS, double inferredS) {
        this.zone = zone;
        this.ownMinDwellS = ownMinDwellS;
        this.whole = whole;
        this.recordedS = recordedS;
        this.inferredS = inferredS;
    }

    static VisitCase of(VisitFacts facts) {
        return new VisitCase(
                ZoneTypes.known(facts.zoneType()),
                facts.minDwellS().orElse(NOT_ITS_OWN),
                YesNo.of(facts.whole()).code(),
                facts.recordedS(),
                facts.inferredS());
    }

    public String getZone() {
        return zone;
    }

    public double getOwnMinDwellS() {
        return ownMinDwellS;
    }

    public String getWhole() {
        return whole;
    }

    public double getRecordedS() {
        return recordedS;
    }

    public double getInferredS() {
        return inferredS;
    }

    /**
     * A standstill without fixes counts up to a limit: beyond it nobody knows what the vehicle did.
     *
     * @param whenNotWhole what a visit is when it may have stood while nothing was recorded
     */
    public void takes(double minDwellS, double maxInferredS, String whenNotWhole, String rule) {
        decidedBy(rule);
        double stoodS = inferredS <= maxInferredS ? Math.max(recordedS, inferredS) : recordedS;
        double neededS = ownMinDwellS == NOT_ITS_OWN ? minDwellS : ownMinDwellS;
        boolean unseen = whole.equals(YesNo.NO.code()) && whenNotWhole.equals(VisitVerdict.VISIT);
        stopped = stoodS >= neededS || unseen && inferredS <= maxInferredS;
    }

    VisitVerdict answer() {
        return new VisitVerdict(stopped, rule());
    }

    @Override
    Map<String, Object> outcome() {
        return Map.of("kind", answer().kind());
    }
}
