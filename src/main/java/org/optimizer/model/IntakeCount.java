package org.optimizer.model;

/**
 * Where the fixes went that a source gave: every one is in exactly one of these (promise R10).
 *
 * @param fresh stored, at instants of which nothing was stored
 * @param updated stored in place of a worse one at their instant
 * @param unchanged already stored, or twice in the same batch
 * @param rejected not believed, and kept with the reason
 * @param held in a batch that waits for a person, such as one whose speeds seem to be in another unit
 * @param offHours outside working hours or in private time: not kept, only counted
 */
public record IntakeCount(long fresh, long updated, long unchanged, long rejected, long held, long offHours) {
    public static final IntakeCount NONE = new IntakeCount(0, 0, 0, 0, 0, 0);

    public long received() {
        return fresh + updated + unchanged + rejected + held + offHours;
    }

    /** Whether anything stored is other than before. */
    public boolean changesStock() {
        return fresh + updated > 0;
    }

    public IntakeCount plus(IntakeCount other) {
        return new IntakeCount(
                fresh + other.fresh,
                updated + other.updated,
                unchanged + other.unchanged,
                rejected + other.rejected,
                held + other.held,
                offHours + other.offHours);
    }
}
