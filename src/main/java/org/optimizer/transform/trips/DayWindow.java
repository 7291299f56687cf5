package org.optimizer.transform.trips;

import java.time.LocalDate;
import java.time.ZoneId;

/** A site day as instants; 23 or 25 hours long when the clocks change. */
public record DayWindow(long fromMs, long toMs) {

    public static DayWindow of(LocalDate day, ZoneId zone) {
        return new DayWindow(startMs(day, zone), startMs(day.plusDays(1), zone));
    }

    private static long startMs(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    public boolean contains(long ms) {
        return fromMs <= ms && ms < toMs;
    }
}
