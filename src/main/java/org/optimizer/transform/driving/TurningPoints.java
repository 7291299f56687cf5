package org.optimizer.transform.driving;

import java.util.ArrayList;
import java.util.List;

/**
 * The highest and lowest places of a track, in turns. A place is one of them when the track then goes back by more than 100
 * m of height, or ends; of two tops, or two bottoms, less than 500 samples apart the lesser is none, and neither is what lies
 * between them.
 */
final class TurningPoints {
    /** What a climb or a descent must exceed. */
    static final double RANGE_M = 100;

    private static final int SAMPLES_APART = 500;

    private final double[] heightsM;
    private final List<Integer> found = new ArrayList<>();
    private int low;
    private int high;
    /** +1 going up, −1 going down, 0 while nobody knows. */
    private int way;

    private TurningPoints(double[] heightsM) {
        this.heightsM = heightsM;
    }

    /** Indices into the heights, rising; none for a track that is flatter than 100 m. */
    static List<Integer> of(double[] heightsM) {
        TurningPoints points = new TurningPoints(heightsM);
        for (int index = 0; index < heightsM.length; index++) {
            points.pass(index);
        }
        points.end();
        points.thin();
        return points.found;
    }

    private void pass(int index) {
        low = heightsM[index] < heightsM[low] ? index : low;
        high = heightsM[index] > heightsM[high] ? index : high;
        if (way <= 0 && heightsM[index] - heightsM[low] > RANGE_M) {
            found.add(low);
            way = 1;
            high = index;
        } else if (way >= 0 && heightsM[high] - heightsM[index] > RANGE_M) {
            found.add(high);
            way = -1;
            low = index;
        }
    }

    private void end() {
        if (way != 0) {
            found.add(way > 0 ? high : low);
        }
    }

    private void thin() {
        int i = 0;
        while (i + 2 < found.size()) {
            if (found.get(i + 2) - found.get(i) < SAMPLES_APART) {
                boolean firstStays = isTop(i) == (heightM(i) >= heightM(i + 2));
                found.remove(i + 1);
                found.remove(firstStays ? i + 1 : i);
                i = Math.max(0, i - 2);
            } else {
                i++;
            }
        }
    }

    private boolean isTop(int i) {
        return heightM(i) > heightM(i + 1);
    }

    private double heightM(int i) {
        return heightsM[found.get(i)];
    }
}
