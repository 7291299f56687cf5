package org.optimizer.process;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.optimizer.model.IsoWeek;

/** First and last day, both included; as text {@code 2026-11-16/2026-11-22}, which is what process variables carry. */
record DaySpan(LocalDate first, LocalDate last) {

    static DaySpan of(IsoWeek week) {
        return new DaySpan(week.monday(), week.sunday());
    }

    /** @throws IllegalArgumentException when {@code text} is not two days with a slash between them, in order */
    static DaySpan parse(String text) {
        String[] days = text.trim().split("/");
        if (days.length == 2) {
            try {
                DaySpan span = new DaySpan(LocalDate.parse(days[0].trim()), LocalDate.parse(days[1].trim()));
                if (!span.last.isBefore(span.first)) {
                    return span;
                }
            } catch (DateTimeParseException e) {
                throw refusal(text, e);
            }
        }
        throw refusal(text, null);
    }

    private static IllegalArgumentException refusal(String text, Exception cause) {
        return new IllegalArgumentException(
                "days \"" + text + "\": expected the first and the last day, such as 2026-11-16/2026-11-22", cause);
    }

    List<LocalDate> days() {
        return first.datesUntil(last.plusDays(1)).toList();
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Some days longer at both ends. */
    DaySpan widened(int days) {
        return new DaySpan(first.minusDays(days), last.plusDays(days));
    }

    /** The same days in spans of so many at most. */
    List<DaySpan> parts(int days) {
        return Stream.iterate(first, from -> !from.isAfter(last), from -> from.plusDays(days))
                .map(from -> new DaySpan(from, earlier(from.plusDays(days - 1L), last)))
                .toList();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public String toString() {
        return first + "/" + last;
    }
}
