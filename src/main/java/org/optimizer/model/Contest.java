package org.optimizer.model;

import java.time.LocalDate;
import java.util.List;

/**
 * A competition between the drivers of a site's vehicles, marked week by week.
 *
 * @param liveFrom weeks that begin before this day are shadow weeks: scored, shown, never sent
 */
public record Contest(
        String id,
        String siteId,
        String name,
        ScoringMethod method,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate liveFrom,
        List<String> vehicleIds) {
    public Contest {
        vehicleIds = List.copyOf(vehicleIds);
    }

    public boolean runsIn(IsoWeek week) {
        return !week.sunday().isBefore(firstDay) && !week.monday().isAfter(lastDay);
    }

    public boolean isShadow(IsoWeek week) {
        return week.monday().isBefore(liveFrom);
    }

    /** 1, 2, 3 … from the week of the first day on. */
    public int batchNumber(IsoWeek week) {
        long days = week.monday().toEpochDay() - IsoWeek.of(firstDay).monday().toEpochDay();
        return Math.toIntExact(days / 7) + 1;
    }
}
