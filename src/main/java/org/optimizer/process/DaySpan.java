package org.optimizer.process;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.optimizer.model.Activity;
import org.optimizer.model.Cycle;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.KpiDay;
import org.optimizer.model.SiteCalendar;

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

    /** What of an activity begins on these days of the site. */
    Activity of(Activity whole, SiteCalendar calendar) {
        return new Activity(
                only(
                        whole.standstills(),
                        judged -> calendar.dayOf(judged.standstill().start())),
                only(whole.visits(), judged -> calendar.dayOf(judged.visit().enter())),
                only(whole.cycles(), Cycle::day),
                only(whole.days(), KpiDay::day));
    }

    private <T> List<T> only(List<T> things, Function<T, LocalDate> day) {
        return things.stream().filter(thing -> contains(day.apply(thing))).toList();
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
