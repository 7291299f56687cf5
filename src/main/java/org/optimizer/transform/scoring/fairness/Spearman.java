package org.optimizer.transform.scoring.fairness;

/**
 * Spearman's correlation of ranks with its 95 % interval: Fisher's z with the standard error √((1 + r²/2)/(n − 3)) of D. G.
 * Bonett and T. A. Wright, "Sample size requirements for estimating Pearson, Kendall and Spearman correlations",
 * Psychometrika 65 (2000), 23–28.
 */
record Spearman(double r, double low, double high) {
    private static final double HALF_OF_95_PERCENT = 1.959964;

    /** Fisher's z of a correlation of exactly ±1 has no end; nobody's data say that much. */
    private static final double STRONGEST = 0.999999;

    /**
     * @param independent as how many independent pairs these count, more than 3
     * @return NaN throughout when one side is all alike
     */
    static Spearman of(double[] x, double[] y, double independent) {
        double r = pearson(Ranks.of(x), Ranks.of(y));
        double z = atanh(Math.max(-STRONGEST, Math.min(STRONGEST, r)));
        double half = HALF_OF_95_PERCENT * Math.sqrt((1 + r * r / 2) / (independent - 3));
        return new Spearman(r, Math.tanh(z - half), Math.tanh(z + half));
    }

    private static double atanh(double r) {
        return Math.log((1 + r) / (1 - r)) / 2;
    }

    private static double pearson(double[] x, double[] y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double both = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int i = 0; i < x.length; i++) {
            both += (x[i] - meanX) * (y[i] - meanY);
            squaresX += (x[i] - meanX) * (x[i] - meanX);
            squaresY += (y[i] - meanY) * (y[i] - meanY);
        }
        return squaresX == 0 || squaresY == 0 ? Double.NaN : both / Math.sqrt(squaresX * squaresY);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
