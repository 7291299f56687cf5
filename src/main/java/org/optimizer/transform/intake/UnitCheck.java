package org.optimizer.transform.intake;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.optimizer.model.Trace;
import org.optimizer.model.UnitMistake;
import org.optimizer.transform.trips.Fixes;
import org.optimizer.transform.trips.Median;
import org.optimizer.transform.trips.SpeedUnit;

/**
 * Compares the speed that a recording reports with the one that its positions give, over stretches of some seconds. A median
 * near 3.6, 1.94 or 1.85, or one over these (0.28, 0.51, 0.54), says that the speeds were taken for another unit than theirs; so do
 * many speeds that no vehicle reaches.
 */
public final class UnitCheck {
    /** Both speeds are taken over at least this time, ms: positions jitter by some metres. */
    private static final int STRETCH_MS = 5_000;
    /** Slower stretches say nothing: jitter is a large part of them, m/s. */
    private static final double SLOWEST_MPS = 4;

    private static final int FEWEST = 20;
    /** More would not move the median. */
    private static final int MOST = 2_000;

    private static final double PER_UNIT = 1e6;

    private final Trace trace;
    private int anchor = -1;
    private int previous = -1;
    private double reportedM;
    private double comparedM;
    private int moving;
    private int absurd;
    private int[] ratios = new int[FEWEST];
    private int count;

    private UnitCheck(Trace trace) {
        this.trace = trace;
    }

    /**
     * What was found out about a recording.
     *
     * @param ratio median of reported to derived speed; NaN where there was too little driving to tell
     */
    public record Finding(double ratio, Optional<UnitMistake> mistake) {
        public boolean isKnown() {
            return !Double.isNaN(ratio) || mistake.isPresent();
        }
    }

    /** One for each of the trace's tracks. */
    public static Finding[] of(Trace trace) {
        UnitCheck[] checks = new UnitCheck[trace.tracks().size()];
        Arrays.setAll(checks, track -> new UnitCheck(trace));
        for (int index = 0; index < trace.size(); index++) {
            checks[trace.track()[index]].look(index);
        }
        return Arrays.stream(checks).map(UnitCheck::finding).toArray(Finding[]::new);
    }

    private void look(int index) {
        int speed = trace.speedMmps()[index];
        moving += speed >= SpeedUnit.MOVING_MMPS ? 1 : 0;
        absurd += speed > SpeedUnit.ABSURD_MMPS ? 1 : 0;
        if (speed == Trace.ABSENT || !trace.hasPosition(index)) {
            anchor = -1;
            return;
        }
        if (anchor < 0 || trace.timeMs()[index] - trace.timeMs()[previous] > Fixes.GAP_MS) {
            begin(index);
            return;
        }
        double seconds = (trace.timeMs()[index] - trace.timeMs()[previous]) / 1e3;
        reportedM += ((double) trace.speedMmps()[previous] + speed) / 2e3 * seconds;
        previous = index;
        if (trace.timeMs()[index] - trace.timeMs()[anchor] >= STRETCH_MS) {
            compare(index);
            begin(index);
        }
    }

    private void begin(int index) {
        anchor = index;
        previous = index;
        reportedM = 0;
    }

    private void compare(int index) {
        double metres = Fixes.distanceM(
                trace.latitudeE7()[anchor],
                trace.longitudeE7()[anchor],
                trace.latitudeE7()[index],
                trace.longitudeE7()[index]);
        double seconds = (trace.timeMs()[index] - trace.timeMs()[anchor]) / 1e3;
        if (metres < SLOWEST_MPS * seconds || count == MOST) {
            return;
        }
        if (count == ratios.length) {
            ratios = Arrays.copyOf(ratios, Math.min(MOST, 2 * count));
        }
        ratios[count++] = (int) Math.min(Integer.MAX_VALUE, reportedM / metres * PER_UNIT);
        comparedM += metres;
    }

    /** Where positions do not tell, absurd speeds do: they are most often km/h. */
    private Finding finding() {
        boolean isEnough = count >= FEWEST && comparedM >= SpeedUnit.ENOUGH_M;
        double ratio = isEnough ? Median.of(ratios, count) / PER_UNIT : Double.NaN;
        Optional<UnitMistake> byRatio = mistake(ratio);
        boolean isAbsurd = SpeedUnit.isAbsurd(absurd, moving);
        return new Finding(ratio, byRatio.isEmpty() && isAbsurd ? Optional.of(UnitMistake.KMH_AS_MPS) : byRatio);
    }

    /** The mistake that explains this ratio of reported to true speed best, if it is so far off. */
    static Optional<UnitMistake> mistake(double ratio) {
        return SpeedUnit.isAnotherUnit(ratio) || SpeedUnit.isAnotherUnit(1 / ratio)
                ? Arrays.stream(UnitMistake.values())
                        .min(Comparator.comparingDouble(mistake -> Math.abs(Math.log(ratio / mistake.ratio()))))
                : Optional.empty();
    }
}
