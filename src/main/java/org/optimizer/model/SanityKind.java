package org.optimizer.model;

import java.util.Locale;

/** What a check of the data may find, of a vehicle or of a driver. What each figure means stands in rules/README.md. */
public enum SanityKind {
    /** Nothing recorded on any day on which the fleet drove. */
    NO_TRACK,
    /** Days without anything recorded and without a log-in, although the fleet drove. */
    SILENT_DAYS,
    /** Days with a log-in and nothing recorded. */
    LOG_IN_WITHOUT_TRACK,
    /** Kilometres that nobody had logged in for. */
    NO_LOG_IN,
    /** Log-ins on a vehicle that nobody knows. */
    UNKNOWN_DEVICE,
    NO_ZONE_VISIT,
    /** Far less recorded than in the weeks before. */
    BELOW_USUAL,
    CLOCK,
    BAD_FIXES,
    SECOND_RECORDING,
    MOCK_LOCATION,
    SLOW_SAMPLING,
    /** Days that the provider could not be asked about. */
    FETCH_PROBLEM,
    REJECTS,
    OFF_HOURS,
    DRIVER_NO_TRACK,
    DRIVER_NO_LOG_IN,
    DRIVER_NOT_SCORED,
    DRIVER_NO_PHONE,
    DRIVER_NO_ZONE_VISIT,
    /** Log-ins of a driver whom nobody knows. */
    UNKNOWN_DRIVER;

    /** The word that rules, messages and exports use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its subject is a driver; otherwise it is a vehicle. */
    public boolean isOfDriver() {
        return compareTo(DRIVER_NO_TRACK) >= 0;
    }

    /** Whether its figure is a share, 0 to 1; otherwise it counts days, log-ins, weeks or seconds. */
    public boolean isShare() {
        return switch (this) {
            case NO_LOG_IN, BELOW_USUAL, CLOCK, BAD_FIXES, SECOND_RECORDING, MOCK_LOCATION, REJECTS, OFF_HOURS -> true;
            default -> false;
        };
    }
}
