package org.optimizer.extract;

import java.time.Duration;

/**
 * What an answer may take: the exchange variable {@code limits} of the routes {@code fetch-*}.
 *
 * @param largestBytes after decompression
 * @param deadlineNanos of {@link System#nanoTime()}
 * @param within what the deadline was made of, and its setting, for those who read that it is over
 */
record AnswerLimits(String call, long largestBytes, long deadlineNanos, Duration within, String setting) {

    /** @throws ProviderException when it is over */
    void checkTime() {
        if (System.nanoTime() - deadlineNanos > 0) {
            throw ProviderException.tooSlow(call, within, setting, null);
        }
    }
}
