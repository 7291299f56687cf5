package org.optimizer.standin;

/**
 * A recording as the traces' provider lists it.
 *
 * @param startMs epoch milliseconds
 * @param endMs epoch milliseconds, of the last point
 * @param uploadedMs epoch milliseconds; before, the provider knows nothing of the track
 */
record Track(long id, long carId, long startMs, long endMs, long uploadedMs) {
    boolean touches(long fromMs, long toMs) {
        return endMs >= fromMs && startMs <= toMs;
    }
}
