package org.optimizer.standin;

/**
 * The part of a list that is asked for with {@code page} (from 0) and {@code limit} or {@code size}.
 *
 * @param from first row, included
 * @param to last row, not included
 * @param limit rows of a full page
 */
record Page(long number, long limit, int from, int to, int total) {
    private static final long MOST = 1_000_000_000;

    static Page of(Call call, int total, long usual, long largest) {
        long number = Math.max(0, Math.min(MOST, call.query("page", 0)));
        long asked = call.query("limit", call.query("size", usual));
        long limit = Math.max(1, Math.min(largest, asked));
        int from = (int) Math.min(total, number * limit);
        int to = (int) Math.min(total, from + limit);
        return new Page(number, limit, from, to, total);
    }
}
