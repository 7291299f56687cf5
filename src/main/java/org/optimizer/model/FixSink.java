package org.optimizer.model;

/** Takes what a source gives of one vehicle, fix by fix and in any order, without an object for each. */
public interface FixSink {

    /** A fix as {@link GpsFix}; what was not recorded is NaN. */
    void fix(
            long epochMs,
            String track,
            double latitudeDeg,
            double longitudeDeg,
            double speedMps,
            double accuracyM,
            double speedAccuracyMps,
            double bearingDeg,
            double altitudeM,
            boolean mock);

    /** A fix of which its source says that the driver took private time: it is counted and nothing else. */
    void privateFix();

    /**
     * A row that is no fix.
     *
     * @param reason kebab-case, such as {@code unreadable-time}
     * @param raw the row as it came
     */
    void unreadable(String reason, String raw);
}
