package org.optimizer.extract;

/** Reads decimal numbers out of a buffer: what a text would have to be made for otherwise, some hundred million times a year. */
final class Decimal {
    /** The largest number up to which a double holds every integer. */
    private static final long EXACT = 1L << 53;

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final int MOST_DIGITS = 18;

    private Decimal() {}

    /**
     * The number nearest to the text, as {@link Double#parseDouble} would say; NaN when it is no finite number. Up to 2^53 and
     * 22 decimals one division is exact (Clinger 1990); the rest goes the slow way. Long, as it is the innermost loop.
     */
    static double parse(char[] text, int from, int length) {
        int at = from;
        int end = from + length;
        boolean negative = length > 0 && text[at] == '-';
        at += negative ? 1 : 0;
        long digits = 0;
        int point = -1;
        int first = at;
        for (; at < end; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
            } else if (text[at] == '.' && point < 0) {
                point = at;
            } else {
                return slowly(text, from, length);
            }
        }
        int decimals = point < 0 ? 0 : end - point - 1;
        if (end == first || decimals == end - first - 1 && point >= 0 || !isExact(digits, end - first)) {
            return slowly(text, from, length);
        }
        return of(negative, digits, decimals);
    }

    /** @param length of the digits with the point among them: they may have been too many to be held */
    static boolean isExact(long digits, int length) {
        return length <= MOST_DIGITS && digits <= EXACT;
    }

    /** The number of exact digits of which so many are decimals. */
    static double of(boolean negative, long digits, int decimals) {
        double value = digits / POWERS[decimals];
        return negative ? -value : value;
    }

    private static double slowly(char[] text, int from, int length) {
        try {
            double value = Double.parseDouble(new String(text, from, length).trim());
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
