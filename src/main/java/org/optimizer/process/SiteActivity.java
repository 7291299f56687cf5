package org.optimizer.process;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.optimizer.extract.ActivityDays;
import org.optimizer.extract.Zones;
import org.optimizer.model.Activity;
import org.optimizer.model.Cycle;
import org.optimizer.model.DayFacts;
import org.optimizer.model.Rulebook;
import org.optimizer.model.Site;
import org.optimizer.model.SiteCalendar;
import org.optimizer.model.Zone;
import org.optimizer.model.ZonePair;
import org.optimizer.transform.kpi.Activities;

/** What is the same for all vehicles of a site when their days are judged. @param usualCycleS of its last cycles; empty without any */
record SiteActivity(SiteCalendar calendar, List<ZonePair> pairs, List<Zone> zones, OptionalDouble usualCycleS) {
    /** Days before a span whose cycles say how long one usually takes. */
    private static final int USUAL_DAYS = 28;

    /** @param from the first day that will be judged */
    static SiteActivity of(Site site, LocalDate from, Zones zones, ActivityDays activityDays) {
        return new SiteActivity(
                new SiteCalendar(site.id(), site.zone(), zones.shifts(site.id())),
                zones.pairs(site.id()),
                zones.listBySite(site.id()),
                usualCycleS(activityDays.listCycles(site.id(), from.minusDays(USUAL_DAYS), from.minusDays(1))));
    }

    private static OptionalDouble usualCycleS(List<Cycle> cycles) {
        double[] times = cycles.stream()
                .filter(cycle -> cycle.complete() && cycle.measured())
                .mapToDouble(Cycle::durationS)
                .sorted()
                .toArray();
        return times.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(times[times.length / 2]);
    }

    /** The days of which facts are needed to judge those of a span. */
    static DaySpan read(DaySpan span) {
        return span.widened(1);
    }

    /** What of a vehicle's activity begins on the days of a span. @param days facts of {@link #read} */
    Activity of(String vehicleId, List<DayFacts> days, DaySpan span, Rulebook rulebook) {
        return span.of(Activities.of(vehicleId, days, calendar, pairs, zones, usualCycleS, rulebook), calendar);
    }
}
