package org.optimizer.standin;

/**
 * What a track sums up to.
 *
 * @param distanceM from the reported speeds
 * @param movingMs time faster than 0.5 m/s
 */
record Mileage(double distanceM, long movingMs) {
    private static final long LONGEST_STEP_MS = 15_000;
    private static final long MOVING_MMPS = 500;

    static Mileage of(Points points) {
        double distanceM = 0;
        long movingMs = 0;
        for (int row = 1; row < points.size(); row++) {
            long stepMs = points.atMs(row) - points.atMs(row - 1);
            long speed = points.speedMmps(row);
            if (stepMs > 0 && stepMs <= LONGEST_STEP_MS && speed != Points.ABSENT) {
                distanceM += speed * stepMs / 1e6;
                movingMs += speed > MOVING_MMPS ? stepMs : 0;
            }
        }
        return new Mileage(distanceM, movingMs);
    }
}
