package org.optimizer.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.optimizer.model.EventKey;
import org.optimizer.model.FigureAnswer;
import org.optimizer.model.RowAnswer;
import org.optimizer.model.RowAnswer.Gap;
import org.optimizer.model.RowAnswer.Near;
import org.optimizer.model.RuleRow;
import org.optimizer.process.WhyNot.TripAnswer;
import org.optimizer.process.WhyNot.Why;

/**
 * Why and why not, worded for the page of a driver.
 *
 * @param cells of rows that marks name, by rule
 * @param trips the longest of those not recorded well enough for events; @param tripsMore how many others there are
 */
record WhyView(
        Map<String, String> cells,
        Map<EventKey, EventWhy> events,
        List<FigureWhy> figures,
        List<TripWhy> trips,
        int tripsMore,
        boolean tripsChanged) {

    /** @param cells of the row that fired; @param near the row that nearly did, in words, empty without any */
    record EventWhy(String cells, String near) {
        static final EventWhy NONE = new EventWhy("", "");
    }

    /** @param look wrong for a figure that takes the week out of the ranking */
    record FigureWhy(String name, String found, String text, String rule, String look) {}

    record TripWhy(String day, String vehicle, String km, String samplingClass, String rule, String missing) {}

    private static final int TRIPS = 8;
    private static final List<String> IMPLIED = List.of("vehicle_class", "kind", "feature", "quantity", "reason");

    static WhyView of(Why why, Words say) {
        Map<String, String> cells = new LinkedHashMap<>();
        why.rows().forEach((rule, row) -> cells.put(rule, cells(row, say)));
        Map<EventKey, EventWhy> events = new LinkedHashMap<>();
        why.events().forEach((key, answer) -> events.put(key, event(answer, say)));
        return new WhyView(
                cells,
                events,
                why.figures().stream()
                        .filter(figure -> figure.answer().fired().isPresent()
                                || figure.answer().nearest().isPresent())
                        .map(figure -> figure(figure, say))
                        .toList(),
                why.trips().stream().limit(TRIPS).map(trip -> trip(trip, say)).toList(),
                Math.max(0, why.trips().size() - TRIPS),
                why.tripsChanged());
    }

    /** Empty for a row that nobody knows. */
    public String cellsOf(String rule) {
        return cells.getOrDefault(rule, "");
    }

    public EventWhy of(EventKey event) {
        return events.getOrDefault(event, EventWhy.NONE);
    }

    /** à partir de (m/s²) 1,1 · jusqu’à (m/s²) 1,5 · points 3 */
    private static String cells(RuleRow row, Words say) {
        return row.cells().stream()
                .filter(cell -> !IMPLIED.contains(cell.column()))
                .map(cell -> say.textOr("why.column." + cell.column(), cell.column()) + "\u00a0"
                        + word(cell.column(), cell.text(), say))
                .collect(Collectors.joining(" · "));
    }

    private static String word(String column, String text, Words say) {
        return say.textOr("why.word." + column + "." + text, say.figure(text));
    }

    private static EventWhy event(RowAnswer answer, Words say) {
        return new EventWhy(
                answer.fired().map(row -> cells(row, say)).orElse(""),
                answer.nearest().map(near -> event(near, say)).orElse(""));
    }

    private static String event(Near near, Words say) {
        Gap gap = near.gaps().get(0);
        int decimals = gap.by() < 0.01 ? 3 : 2;
        String severity = near.row()
                .cell("severity")
                .map(code -> say.text("severity." + code))
                .orElse(near.row().id());
        return say.text(
                gap.found() < gap.needed() ? "why.event.harder" : "why.event.milder",
                say.number(gap.by(), decimals),
                severity,
                say.number(gap.found(), decimals),
                say.number(gap.needed(), decimals));
    }

    private static FigureWhy figure(FigureAnswer figure, Words say) {
        RowAnswer answer = figure.answer();
        return new FigureWhy(
                say.text("why.figure." + figure.quantity()),
                value(figure.quantity(), figure.found(), say),
                answer.fired()
                        .map(row -> fired(figure, row, say))
                        .orElseGet(
                                () -> near(figure.quantity(), answer.nearest().orElseThrow(), say)),
                answer.fired()
                        .or(() -> answer.nearest().map(Near::row))
                        .map(RuleRow::rule)
                        .orElse(""),
                answer.fired().isPresent() ? "wrong" : "");
    }

    private static String fired(FigureAnswer figure, RuleRow row, Words say) {
        double needed = Double.parseDouble(row.cell("found_below").orElse("0"));
        return say.text(
                "why.figure.short",
                value(figure.quantity(), needed - figure.found(), say),
                value(figure.quantity(), needed, say));
    }

    private static String near(String quantity, Near near, Words say) {
        Gap gap = near.gaps().get(0);
        if (gap.column().equals("unless_moving_h")) {
            return say.text("why.figure.unless", say.number(gap.found(), 1), say.number(gap.needed(), 0));
        }
        return say.text("why.figure.spare", value(quantity, gap.by(), say), value(quantity, gap.needed(), say));
    }

    private static String value(String quantity, double value, Words say) {
        return switch (quantity) {
            case "distance_km" -> say.number(value, 1) + "\u00a0km";
            case "days" -> say.number(value, 0);
            default -> say.percent(value, 1);
        };
    }

    private static TripWhy trip(TripAnswer trip, Words say) {
        return new TripWhy(
                say.day(trip.day()),
                trip.vehicleId(),
                say.number(trip.distanceKm(), 1),
                trip.samplingClass().name(),
                trip.answer().fired().map(RuleRow::rule).orElse(""),
                trip.answer().nearest().map(near -> missing(near, say)).orElse(""));
    }

    private static String missing(Near near, Words say) {
        String gaps = near.gaps().stream().map(gap -> gap(gap, say)).collect(Collectors.joining(", "));
        return say.text(
                "why.trip.for",
                near.row().cell("sampling_class").orElse(near.row().id()),
                gaps);
    }

    private static String gap(Gap gap, Words say) {
        boolean share = gap.column().equals("min_doppler_share");
        return say.text(
                "why.gap." + gap.column(),
                share ? say.percent(gap.found(), 1) : say.number(gap.found(), 2),
                share ? say.percent(gap.needed(), 1) : say.number(gap.needed(), 2));
    }
}
