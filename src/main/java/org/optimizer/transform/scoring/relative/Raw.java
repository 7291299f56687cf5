package org.optimizer.transform.scoring.relative;

/**
 * A raw score: low is good.
 *
 * @param moves how many it is the mean of: its weight when batches are put together
 * @param value NaN without a move
 */
public record Raw(int moves, double value) {
    static final Raw NONE = new Raw(0, Double.NaN);

    /** The mean of both, weighted by their moves. */
    Raw and(Raw other) {
        int sum = moves + other.moves;
        return sum == 0 ? NONE : new Raw(sum, (weighted() + other.weighted()) / sum);
    }

    private double weighted() {
        return moves == 0 ? 0 : moves * value;
    }
}
