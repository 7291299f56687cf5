package org.optimizer.journey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is said of a vehicle's week, in lines that can be compared: values with the digits that {@code analyse} prints, and
 * days counted from the first recorded one, since a replay moves them to another week.
 *
 * @param recordings of each trip, in order of time; each side has ids of its own
 * @param kilometres of each trip, of each day, and of the week
 */
record Account(
        List<String> recordings,
        List<String> trips,
        List<String> kilometres,
        List<String> standstills,
        List<String> manoeuvres,
        List<String> curves,
        List<String> days,
        List<String> notes,
        List<String> week) {

    /**
     * Counts the recorded days from the first; the time of day is UTC's.
     *
     * @param days in order
     */
    record Days(List<LocalDate> days) {
        String moment(Instant at) {
            LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
            return number(day) + " " + at.atOffset(ZoneOffset.UTC).toLocalTime();
        }

        String number(LocalDate day) {
            if (!days.contains(day)) {
                throw new IllegalArgumentException(day + ": expected one of " + days);
            }
            return "day " + (days.indexOf(day) + 1);
        }
    }

    /** A standstill before its line is made. */
    record Still(Instant start, Instant end, String place) {

        private boolean goesOnIn(Still next) {
            return end.equals(next.start) && place.equals(next.place);
        }

        private String line(Days days) {
            return Account.line(days.moment(start), "to", days.moment(end), place);
        }
    }

    /** What midnight has split is made whole: where in the night it comes depends on the season of the week. */
    static List<String> standstills(List<Still> stills, Days days) {
        List<Still> whole = new ArrayList<>();
        for (Still still : stills) {
            int last = whole.size() - 1;
            if (last >= 0 && whole.get(last).goesOnIn(still)) {
                whole.set(last, new Still(whole.get(last).start(), still.end(), still.place()));
            } else {
                whole.add(still);
            }
        }
        return whole.stream().map(still -> still.line(days)).toList();
    }

    static String line(Object... words) {
        return Arrays.stream(words).map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** A number as {@code analyse} prints it: rounded half up, null where there is none. */
    static String number(double value, int decimals) {
        return Double.isNaN(value) ? "null" : plain(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    int lines() {
        return trips.size()
                + kilometres.size()
                + standstills.size()
                + manoeuvres.size()
                + curves.size()
                + days.size()
                + notes.size()
                + week.size();
    }
}
