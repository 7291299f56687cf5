package org.optimizer.model;

/**
 * The scale a provider marks on.
 *
 * @param min the worst mark
 * @param max the best mark, above {@code min}
 */
public record MarkScale(double min, double max) {
    /** The best mark on the scale that is stored: 0 to 10. */
    public static final double HIGHEST = 10;

    public MarkScale {
        if (!(min < max) || Double.isInfinite(max - min)) {
            throw new IllegalArgumentException(
                    "scale of marks: expected a lowest mark below the highest, found " + min + " to " + max);
        }
    }

    /** Whether a mark lies on this scale. */
    public boolean holds(double mark) {
        return mark >= min && mark <= max;
    }

    /** The mark from 0 to 10. @throws IllegalArgumentException when it is not on this scale */
    public double of10(double mark) {
        if (!holds(mark)) {
            throw new IllegalArgumentException("mark: expected " + min + " to " + max + ", found " + mark);
        }
        return HIGHEST * (mark - min) / (max - min);
    }
}
