package org.optimizer.standin;

import java.util.SplittableRandom;

/** The work of one truck on one day: from the depot, cycles between pit and ore pad, back to the depot, about four hours. */
final class Shift {
    /** Nobody begins another cycle after this. */
    private static final int LAST_CYCLE_S = 3 * 3600 + 33 * 60;

    private static final int BREAK_FROM_S = 6000;
    private static final double QUEUE_PLACE_M = 18;
    private static final double ROLL_THROUGH_KMH = 18;

    private final Drive drive;
    private final DrivingStyle style;
    private final SplittableRandom random;
    private boolean hadBreak;

    private Shift(DrivingStyle style, SplittableRandom random) {
        this.style = style;
        this.random = random;
        this.drive = new Drive(style, random);
    }

    static Drive drive(DrivingStyle style, SplittableRandom random) {
        Shift shift = new Shift(style, random);
        shift.run();
        return shift.drive;
    }

    private void run() {
        hadBreak = random.nextDouble() < 0.4;
        drive.load(false);
        drive.stand(seconds(180, 300));
        toJunction(DemoMap.DEPOT_TO_JUNCTION, 0.5);
        while (drive.seconds() < LAST_CYCLE_S) {
            toPit();
            toPad();
            back();
        }
        drive.along(DemoMap.JUNCTION_TO_DEPOT, 0);
        drive.stand(seconds(120, 200));
    }

    private void toPit() {
        double end = DemoMap.JUNCTION_TO_PIT.lengthM();
        int waiting = Math.max(0, random.nextInt(6) - 2);
        double at = 0;
        for (int place = waiting; place > 0; place--) {
            drive.along(DemoMap.JUNCTION_TO_PIT, at, end - place * QUEUE_PLACE_M, 0);
            at = end - place * QUEUE_PLACE_M;
            drive.stand(seconds(40, 170));
        }
        drive.along(DemoMap.JUNCTION_TO_PIT, at, end, 0);
        drive.stand(seconds(150, 260));
    }

    private void toPad() {
        drive.load(true);
        toJunction(DemoMap.PIT_TO_JUNCTION, 0.35);
        toJunction(DemoMap.HAUL_OUT, 0.25);
        drive.along(DemoMap.TO_WEIGHBRIDGE, 0);
        drive.stand(seconds(64, 110));
        drive.along(DemoMap.WEIGHBRIDGE_TO_PAD, 0);
        drive.stand(seconds(70, 150));
        drive.load(false);
    }

    private void back() {
        drive.along(DemoMap.PAD_TO_WEIGHBRIDGE, ROLL_THROUGH_KMH / 3.6);
        if (!hadBreak && drive.seconds() > BREAK_FROM_S) {
            hadBreak = true;
            drive.along(DemoMap.WEIGHBRIDGE_TO_HAUL, 0);
            drive.stand(seconds(15 * 60, 20 * 60));
        } else {
            toJunction(DemoMap.WEIGHBRIDGE_TO_HAUL, 0.35);
        }
        toJunction(DemoMap.HAUL_BACK, 0.35);
    }

    /** Rolls slowly through the junction at the road's end, or stops there while others come. */
    private void toJunction(Road road, double stopShare) {
        boolean isStop = random.nextDouble() < stopShare;
        drive.along(road, isStop ? 0 : ROLL_THROUGH_KMH / 3.6 * style.haste());
        if (isStop) {
            drive.stand(seconds(4, 45));
        }
    }

    private int seconds(int least, int most) {
        return random.nextInt(least, most + 1);
    }
}
