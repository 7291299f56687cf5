package org.optimizer.model;

import java.time.Instant;

/**
 * How drivers take one row of the rules.
 *
 * @param rule the row
 * @param events that the row made and that count in a score; one that was taken out counts no more
 * @param raised objections to them, of which some are open, upheld (scored again or amended) or refused
 */
public record ObjectionSum(
        String rule, int events, int raised, int open, int upheld, int refused, Instant lastRaisedAt) {

    /** Of the decided ones, 0 to 1; NaN while none is decided. */
    public double upheldShare() {
        int decided = upheld + refused;
        return decided == 0 ? Double.NaN : (double) upheld / decided;
    }
}
