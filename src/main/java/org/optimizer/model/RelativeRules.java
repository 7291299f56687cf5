package org.optimizer.model;

/**
 * The figures of the relative method for one site (table {@code relative}).
 *
 * @param curvesNeeded launches, or brakings, for a mark
 * @param visitsNeeded visits of cruise zones, or climbs and descents, for a mark
 * @param samplesNeeded speeds in a visit for it to count
 * @param trimShare of the visits left out at either end before their mean is taken, 0 to 0.49
 * @param secondShareNeeded of the kilometres recorded once a second, 0 to 1; with less the marks of launches and brakings
 *     are not measurable
 */
public record RelativeRules(
        int curvesNeeded,
        int visitsNeeded,
        int samplesNeeded,
        double trimShare,
        double climbFromKmh,
        double climbToKmh,
        double descentFromKmh,
        double descentTopKmh,
        double secondShareNeeded) {

    /** A visit says something of steadiness only with enough speeds in it. */
    public boolean counts(ZoneVisit visit) {
        return visit.samples() >= samplesNeeded;
    }

    /** Whether a window was driven as climbs, or descents, are: who queues or turns there is not compared. */
    public boolean counts(Gradient gradient) {
        return switch (gradient.kind()) {
            case CLIMB -> gradient.minSpeedKmh() >= climbFromKmh && gradient.maxSpeedKmh() <= climbToKmh;
            case DESCENT -> gradient.minSpeedKmh() > descentFromKmh && gradient.maxSpeedKmh() > descentTopKmh;
        };
    }
}
