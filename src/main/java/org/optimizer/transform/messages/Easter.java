package org.optimizer.transform.messages;

import java.time.LocalDate;

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
public final class Easter {
    private Easter() {}

    public static LocalDate sunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int moonShift = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - moonShift + 15) % 30;
        int toSunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int correction = (golden + 11 * epact + 22 * toSunday) / 451;
        int fromMarch = epact + toSunday - 7 * correction + 114;
        return LocalDate.of(year, fromMarch / 31, fromMarch % 31 + 1);
    }
}
