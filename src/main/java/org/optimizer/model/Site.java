package org.optimizer.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * A mine, a quarry or a building site.
 *
 * @param zone the time zone in which its days, weeks and deadlines are meant
 * @param country ISO 3166 code of two letters; decides the rules for telephone numbers
 * @param closingDay the day of the following week on which results become final
 * @param closingTime and the time of that day, to the minute
 * @param keepsOffHours whether fixes outside its shifts are kept; without shifts they always are
 * @param offHoursMarginMin so many minutes before and after a shift still belong to it
 */
public record Site(
        String id,
        String name,
        ZoneId zone,
        String country,
        DayOfWeek closingDay,
        LocalTime closingTime,
        boolean keepsOffHours,
        int offHoursMarginMin) {
    private static final int USUAL_MARGIN_MIN = 30;

    public Site {
        closingTime = closingTime.truncatedTo(ChronoUnit.MINUTES);
        if (offHoursMarginMin < 0) {
            throw new IllegalArgumentException(
                    "site " + id + ": expected a margin of at least 0 minutes, found " + offHoursMarginMin);
        }
    }

    /** A site that keeps nothing of the time outside its shifts, if it has some. */
    public Site(String id, String name, ZoneId zone, String country, DayOfWeek closingDay, LocalTime closingTime) {
        this(id, name, zone, country, closingDay, closingTime, false, USUAL_MARGIN_MIN);
    }

    /** A site with the usual closing: Thursday at noon. */
    public Site(String id, String name, ZoneId zone, String country) {
        this(id, name, zone, country, DayOfWeek.THURSDAY, LocalTime.NOON);
    }

    /**
     * From when on the results of a week are final. A time that the clocks skip that day is as much later, of one that comes
     * twice the first counts.
     */
    public Instant closesAt(IsoWeek week) {
        return week.plusWeeks(1)
                .monday()
                .with(TemporalAdjusters.nextOrSame(closingDay))
                .atTime(closingTime)
                .atZone(zone)
                .toInstant();
    }
}
