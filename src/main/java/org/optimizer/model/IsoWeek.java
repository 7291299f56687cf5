package org.optimizer.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An ISO 8601 week, written {@code 2026-W47}; which instants it holds depends on the site's time zone. */
public record IsoWeek(int year, int number) implements Comparable<IsoWeek> {
    private static final Pattern FORM = Pattern.compile("(\\d{4})-W(\\d{2})");

    public static IsoWeek of(LocalDate day) {
        return new IsoWeek(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** @throws IllegalArgumentException when {@code text} is not of the form 2026-W47 or that year has no such week */
    public static IsoWeek parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
            IsoWeek week = new IsoWeek(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            if (week.number >= 1 && IsoWeek.of(week.monday()).equals(week)) {
                return week;
            }
        }
        throw new IllegalArgumentException("week \"" + text + "\": expected an ISO week such as 2026-W47");
    }

    /** The week that begins and ends at these instants in a time zone; empty when they are not those of one week. */
    public static Optional<IsoWeek> between(Instant from, Instant to, ZoneId zone) {
        IsoWeek week = of(from.atZone(zone).toLocalDate());
        return week.start(zone).equals(from) && week.end(zone).equals(to) ? Optional.of(week) : Optional.empty();
    }

    public LocalDate monday() {
        LocalDate inFirstWeek = LocalDate.of(year, 1, 4);
        return inFirstWeek
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(number - 1L);
    }

    public LocalDate sunday() {
        return monday().plusDays(6);
    }

    public List<LocalDate> days() {
        return Stream.iterate(monday(), day -> day.plusDays(1)).limit(7).toList();
    }

    public Instant start(ZoneId zone) {
        return monday().atStartOfDay(zone).toInstant();
    }

    /** The first instant after the week. */
    public Instant end(ZoneId zone) {
        return monday().plusWeeks(1).atStartOfDay(zone).toInstant();
    }

    public IsoWeek plusWeeks(int weeks) {
        return IsoWeek.of(monday().plusWeeks(weeks));
    }

    @Override
    public int compareTo(IsoWeek other) {
        return monday().compareTo(other.monday());
    }

    @Override
    public String toString() {
        return year + (number < 10 ? "-W0" : "-W") + number;
    }
}
