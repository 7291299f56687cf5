package org.optimizer.transform.trips;

import java.util.Arrays;

/** Median of whole numbers. */
public final class Median {
    private Median() {}

    /** Median of the first {@code count} values, which get sorted; 0 when there are none. */
    public static double of(int[] values, int count) {
        if (count == 0) {
            return 0;
        }
        Arrays.sort(values, 0, count);
        int middle = count / 2;
        return count % 2 == 1 ? values[middle] : (values[middle - 1] + (double) values[middle]) / 2;
    }
}
