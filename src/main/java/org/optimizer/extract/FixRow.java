package org.optimizer.extract;

import java.util.Arrays;

/** The row of a fix that is being read: one for all of an answer. */
final class FixRow {
    /** Of an instant in milliseconds, and then some: what is longer is none. */
    static final int MOST_DIGITS_OF_TIME = 15;

    final double[] numbers = new double[FixFields.NUMBERS];
    long timeMs;
    boolean hasTime;
    boolean mock;
    boolean isPrivate;
    /** Why it cannot be read; null when it can. */
    String reason;

    void reset() {
        Arrays.fill(numbers, Double.NaN);
        hasTime = false;
        mock = false;
        isPrivate = false;
        reason = null;
    }
}
