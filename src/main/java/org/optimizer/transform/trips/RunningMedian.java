package org.optimizer.transform.trips;

import java.util.Arrays;

/** Median of a growing column of whole numbers, from an even sample of at most 64 of them. */
final class RunningMedian {
    private static final int CAPACITY = 64;

    private final int[] inOrder = new int[CAPACITY];
    private final int[] sorted = new int[CAPACITY];
    private int size;
    private int stride = 1;
    private int skip;

    void clear() {
        size = 0;
        stride = 1;
        skip = 0;
    }

    void add(int value) {
        if (skip > 0) {
            skip--;
            return;
        }
        if (size == CAPACITY) {
            thin();
        }
        inOrder[size] = value;
        int found = Arrays.binarySearch(sorted, 0, size, value);
        int place = found >= 0 ? found : -found - 1;
        System.arraycopy(sorted, place, sorted, place + 1, size - place);
        sorted[place] = value;
        size++;
        skip = stride - 1;
    }

    /** Every second value goes; from now on half as many are taken. */
    private void thin() {
        for (int index = 0; index < CAPACITY / 2; index++) {
            inOrder[index] = inOrder[2 * index];
        }
        size = CAPACITY / 2;
        stride *= 2;
        System.arraycopy(inOrder, 0, sorted, 0, size);
        Arrays.sort(sorted, 0, size);
    }

    /** The (lower) median; at least one value must have been added. */
    int value() {
        return sorted[(size - 1) / 2];
    }

    boolean isEmpty() {
        return size == 0;
    }
}
