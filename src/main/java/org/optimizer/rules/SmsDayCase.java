package org.optimizer.rules;

import java.time.LocalDate;
import java.util.Map;
import org.optimizer.transform.messages.Easter;

/** Asks whether a country rests on a day. */
public final class SmsDayCase extends Question {
    /** What an empty cell of {@code easter_days} stands for. */
    static final double NOT_BY_EASTER = 999;

    private final String country;
    private final LocalDate day;

    SmsDayCase(String country, LocalDate day) {
        this.country = country;
        this.day = day;
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
        if (year != 0 && year != day.getYear()) {
            return false;
        }
        return easterDays == (int) NOT_BY_EASTER
                ? day.getMonthValue() == month && day.getDayOfMonth() == dayOfMonth
                : day.equals(Easter.sunday(day.getYear()).plusDays(easterDays));
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
