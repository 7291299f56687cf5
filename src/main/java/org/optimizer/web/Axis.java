package org.optimizer.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A scale of a plot: from values to places in the picture. */
record Axis(double from, double to, double startAt, double endAt) {

    /** @param at in the picture; @param label in the reader's language */
    record Tick(String at, String label) {}

    /** Around these values, with a little room; a single value gets room too. */
    static Axis around(double low, double high, double startAt, double endAt) {
        double room = high - low > 1e-6 ? (high - low) * 0.06 : Math.max(0.1, Math.abs(high) * 0.2);
        return new Axis(low - room, high + room, startAt, endAt);
    }

    double place(double value) {
        return startAt + (value - from) / (to - from) * (endAt - startAt);
    }

    /** As an SVG attribute. */
    String at(double value) {
        return attribute(place(value));
    }

    static String attribute(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Round values, four to eight of them. */
    List<Tick> ticks(Words say) {
        double step = step();
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(from / step); i * step <= to; i++) {
            ticks.add(new Tick(at(i * step), say.number(i * step, decimals)));
        }
        return ticks;
    }

    /** The largest of 1, 2, 5 times a power of ten that gives at least four steps. */
    private double step() {
        double rough = (to - from) / 4;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double times = rough / power;
        return power * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
    }
}
