package org.optimizer.transform.messages;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.optimizer.model.SmsCountry;

/** When messages may leave for a country, by the clocks of its people. */
public final class SendingHours {
    /** No country rests longer; a table in which one does is wrong. */
    private static final int LONGEST_REST_DAYS = 60;

    private SendingHours() {}

    /**
     * The first instant from now on at which messages may leave; now itself when they may.
     *
     * @throws IllegalArgumentException when there is none within two months
     */
    public static Instant next(SmsCountry country, Predicate<LocalDate> holiday, Instant now) {
        ZonedDateTime local = now.atZone(country.zone());
        LocalDate today = local.toLocalDate();
        Predicate<LocalDate> open = day -> isOpen(country, day) && !holiday.test(day);
        if (open.test(today) && local.getHour() < country.toHour()) {
            Instant opens = opens(country, today);
            return now.isBefore(opens) ? opens : now;
        }
        return Stream.iterate(today.plusDays(1), day -> day.plusDays(1))
                .limit(LONGEST_REST_DAYS)
                .filter(open)
                .findFirst()
                .map(day -> opens(country, day))
                .orElseThrow(() -> new IllegalArgumentException("SMS to " + country.country()
                        + ": expected a day without rest within " + LONGEST_REST_DAYS + " days after " + today
                        + ", found none; correct sms-country and sms-holiday"));
    }

    private static boolean isOpen(SmsCountry country, LocalDate day) {
        return country.sundays() || day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static Instant opens(SmsCountry country, LocalDate day) {
        return day.atTime(LocalTime.of(country.fromHour(), 0))
                .atZone(country.zone())
                .toInstant();
    }
}
