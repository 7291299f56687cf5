package org.optimizer.model;

import java.time.Instant;

/**
 * A fix that was pushed alone and waits to be written into its day, or what is left of a row that is no fix. What was not recorded
 * is NaN or empty.
 *
 * @param epochMs {@link #NO_TIME} when nobody knows when it was; then there is no place either
 * @param providerRef what its source calls it
 * @param driverRef what its source calls the driver who is logged in
 * @param alarms the source's own words for what the tracker saw, comma between two
 * @param reason why it is unreadable, kebab-case
 * @param raw the unreadable row
 */
public record PushedFix(
        State state,
        long epochMs,
        double latitudeDeg,
        double longitudeDeg,
        double speedMps,
        double accuracyM,
        double bearingDeg,
        double altitudeM,
        String providerRef,
        String driverRef,
        String alarms,
        String reason,
        String raw,
        Instant receivedAt) {
    public static final long NO_TIME = 0;

    /** What is to be done with it. */
    public enum State {
        FIX,
        /** It came, and nothing of it is kept. */
        OFF_HOURS,
        UNREADABLE
    }

    /** Only that something came. */
    public static PushedFix offHours(Instant receivedAt) {
        return without(State.OFF_HOURS, "", "", receivedAt);
    }

    public static PushedFix unreadable(String reason, String raw, Instant receivedAt) {
        return without(State.UNREADABLE, reason, raw, receivedAt);
    }

    private static PushedFix without(State state, String reason, String raw, Instant receivedAt) {
        double none = Double.NaN;
        return new PushedFix(state, NO_TIME, none, none, none, none, none, none, "", "", "", reason, raw, receivedAt);
    }

    /** Hands it to a door. */
    public void giveTo(FixSink fixes) {
        switch (state) {
            case FIX ->
                fixes.fix(
                        epochMs,
                        "",
                        latitudeDeg,
                        longitudeDeg,
                        speedMps,
                        accuracyM,
                        Double.NaN,
                        bearingDeg,
                        altitudeM,
                        false);
            case OFF_HOURS -> fixes.privateFix();
            case UNREADABLE -> fixes.unreadable(reason, raw);
        }
    }
}
