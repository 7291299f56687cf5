package org.optimizer.model;

import java.util.Locale;

/** Speeds that were taken for another unit than theirs. */
public enum UnitMistake {
    KMH_AS_MPS(3.6),
    KNOTS_AS_MPS(3.6 / 1.852),
    KMH_AS_KNOTS(1.852),
    KNOTS_AS_KMH(1 / 1.852),
    MPS_AS_KNOTS(1.852 / 3.6),
    MPS_AS_KMH(1 / 3.6);

    private final double ratio;

    /** @param ratio the speed that comes of it by the true one */
    UnitMistake(double ratio) {
        this.ratio = ratio;
    }

    public double ratio() {
        return ratio;
    }

    /** By what the speeds are to be multiplied to be right. */
    public double factor() {
        return 1 / ratio;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
