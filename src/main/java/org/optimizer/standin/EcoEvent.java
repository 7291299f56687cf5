package org.optimizer.standin;

/**
 * What a tracker's own box notices while it drives.
 *
 * @param row of the point at which it begins
 * @param atMs epoch milliseconds
 * @param speedMmps at its begin, mm/s
 * @param peak m/s², or km/h for an overspeed
 */
record EcoEvent(Kind kind, int row, long atMs, long latE7, long lonE7, long speedMmps, double peak, long durationMs) {

    /** With the words of the eco-event contract, of Globo and of Traccar. */
    enum Kind {
        HARSH_ACCELERATION("acc", "hardAcceleration"),
        HARSH_BRAKING("dec", "hardBraking"),
        OVERSPEED("vit", "overspeed");

        private final String globo;
        private final String traccar;

        Kind(String globo, String traccar) {
            this.globo = globo;
            this.traccar = traccar;
        }

        String globo() {
            return globo;
        }

        String traccar() {
            return traccar;
        }
    }
}
