package org.optimizer.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Fixes of a source, vehicle and site day that wait for a person, because their speeds seem to be in another unit.
 *
 * @param ratio median of reported to derived speed that was found; NaN where only absurd speeds tell
 * @param decided empty as long as nobody decided
 */
public record HeldBatch(
        Key key, double ratio, int fixCount, Instant receivedAt, State state, Optional<Decided> decided) {

    public record Key(String source, String vehicleId, LocalDate day, UnitMistake mistake) {}

    /** What became of it; what is decided stands for all fixes of this key that still come. */
    public enum State {
        WAITING,
        /** Stored with speeds put right. */
        CONVERTED,
        /** Stored as it came. */
        ACCEPTED,
        DISCARDED
    }
}
