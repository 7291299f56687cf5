package org.optimizer.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A competition between the drivers of a site's vehicles, marked week by week.
 *
 * @param liveFrom weeks that begin before this day are shadow weeks: scored, shown, never sent
 * @param plan where counts or marks come from when they come from a provider; empty otherwise
 */
public record Contest(
        String id,
        String siteId,
        String name,
        ScoringMethod method,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate liveFrom,
        List<String> vehicleIds,
        Optional<ScorePlan> plan) {
    public Contest {
        vehicleIds = List.copyOf(vehicleIds);
        if (method.isProvided() != plan.isPresent()) {
            throw new IllegalArgumentException("contest " + id + " of method " + method + ": expected "
                    + (method.isProvided() ? "a source of its counts or marks" : "no source of marks") + ", found "
                    + plan.map(ScorePlan::source).orElse("none"));
        }
    }

    /** A contest that is marked from recordings. */
    public Contest(
            String id,
            String siteId,
            String name,
            ScoringMethod method,
            LocalDate firstDay,
            LocalDate lastDay,
            LocalDate liveFrom,
            List<String> vehicleIds) {
        this(id, siteId, name, method, firstDay, lastDay, liveFrom, vehicleIds, Optional.empty());
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
