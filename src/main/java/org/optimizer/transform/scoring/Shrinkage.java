package org.optimizer.transform.scoring;

/**
 * Pulls the rate of few kilometres towards the average: "the first 100 km count as an average driver's".
 *
 * @param km how many kilometres of an average driver are added, at least 0
 */
record Shrinkage(double km) {
    /**
     * Points per 100 km.
     *
     * @param drivenKm more than 0
     * @param mean points per 100 km of an average driver
     */
    double per100Km(int points, double drivenKm, double mean) {
        return (points + km / 100 * mean) / ((drivenKm + km) / 100);
    }
}
