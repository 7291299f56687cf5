package org.optimizer.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.optimizer.transform.messages.Easter;

/** Asks whether a country rests on a day. */
public final class SmsDayCase extends Question {
    /** What an empty cell of {@code easter_days} stands for. */
    static final double NOT_BY_EASTER = 999;

    private final String country;
    private final Optional<LocalDate> day;

    SmsDayCase(String country, LocalDate day) {
        this.country = country;
        this.day = Optional.of(day);
    }

    /** Of a day of a worked case; one that no month has, such as 31 November, is no holiday. */
    SmsDayCase(String country, int year, int month, int dayOfMonth) {
        this.country = country;
        this.day = dayOfMonth <= YearMonth.of(year, month).lengthOfMonth()
                ? Optional.of(LocalDate.of(year, month, dayOfMonth))
                : Optional.empty();
    }

    public String getCountry() {
        return country;
    }

    /**
     * Whether it is this day.
     *
     * @param year 0 for every year
     * @param easterDays after Easter Sunday, in place of month and day; 999 for none
     */
    public boolean falls(int year, int month, int dayOfMonth, int easterDays) {
        return day.filter(is -> year == 0 || year == is.getYear())
                .filter(is -> easterDays == (int) NOT_BY_EASTER
                        ? is.getMonthValue() == month && is.getDayOfMonth() == dayOfMonth
                        : is.equals(Easter.sunday(is.getYear()).plusDays(easterDays)))
                .isPresent();
    }

    public void isHoliday(String rule) {
        decidedBy(rule);
    }

    boolean answer() {
        return !rule().isEmpty();
    }

    @Override
    Map<String, Object> outcome() {
        return Map.of("holiday", answer() ? "yes" : "no");
    }
}
