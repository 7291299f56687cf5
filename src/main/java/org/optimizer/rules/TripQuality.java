package org.optimizer.rules;

import java.util.Map;
import org.optimizer.model.SamplingClass;

/** Asks how far a trip's recording can be trusted. */
public final class TripQuality extends Question {
    /** Stands for an interval that could not be measured: slower than any row allows. */
    static final double NEVER_S = 1e6;

    private final double medianIntervalS;
    private final double dopplerShare;
    private final double speedAccuracyMps;
    private SamplingClass answer = SamplingClass.D;

    /** @param speedAccuracyMps NaN when never reported */
    TripQuality(double medianIntervalS, double dopplerShare, double speedAccuracyMps) {
        this.medianIntervalS = Double.isNaN(medianIntervalS) ? NEVER_S : medianIntervalS;
        this.dopplerShare = Double.isNaN(dopplerShare) ? 0 : dopplerShare;
        this.speedAccuracyMps = speedAccuracyMps;
    }

    public double getMedianIntervalS() {
        return medianIntervalS;
    }

    public double getDopplerShare() {
        return dopplerShare;
    }

    public double getSpeedAccuracyMps() {
        return speedAccuracyMps;
    }

    /** What a provider does not send is unknown, not bad. */
    public boolean accuracyUnknownOrWithin(double limitMps) {
        return Double.isNaN(speedAccuracyMps) || speedAccuracyMps <= limitMps;
    }

    public void is(String samplingClass, String rule) {
        decidedBy(rule);
        answer = SamplingClass.valueOf(samplingClass);
    }

    SamplingClass answer() {
        return answer;
    }

    @Override
    Map<String, Object> outcome() {
        return Map.of("sampling_class", answer.name());
    }
}
