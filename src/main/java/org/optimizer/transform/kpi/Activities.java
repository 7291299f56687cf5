package org.optimizer.transform.kpi;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.optimizer.model.Activity;
import org.optimizer.model.DayFacts;
import org.optimizer.model.IdleVerdict;
import org.optimizer.model.JudgedStandstill;
import org.optimizer.model.JudgedVisit;
import org.optimizer.model.Rulebook;
import org.optimizer.model.SiteCalendar;
import org.optimizer.model.Zone;
import org.optimizer.model.ZonePair;
import org.optimizer.transform.cycles.JudgedStay;
import org.optimizer.transform.cycles.JudgedStop;
import org.optimizer.transform.cycles.Work;
import org.optimizer.transform.cycles.ZoneBook;

/** What a vehicle did over some days: its standstills, visits and cycles as the rules see them, and the figures of each day. */
public final class Activities {
    private Activities() {}

    /**
     * As {@link #of(String, List, SiteCalendar, List, List, OptionalDouble, Rulebook)}, of a site whose median nobody knows yet.
     */
    public static Activity of(
            String vehicleId,
            List<DayFacts> days,
            SiteCalendar calendar,
            List<ZonePair> pairs,
            List<Zone> zones,
            Rulebook rulebook) {
        return of(vehicleId, days, calendar, pairs, zones, OptionalDouble.empty(), rulebook);
    }

    /**
     * The activity of one vehicle.
     *
     * @param days those of the vehicle that have facts, in order, the day before and after among them so that nothing is lost at
     *     midnight; there are results for all of them
     * @param zones of the site, by whose names visits and standstills know them
     * @param medianCycleS the site's median cycle time, s, by which the rules may tell when a cycle takes too long
     */
    public static Activity of(
            String vehicleId,
            List<DayFacts> days,
            SiteCalendar calendar,
            List<ZonePair> pairs,
            List<Zone> zones,
            OptionalDouble medianCycleS,
            Rulebook rulebook) {
        Work work = new Work(vehicleId, days, calendar, new ZoneBook(zones, pairs), medianCycleS, rulebook);
        List<JudgedStandstill> standstills = work.stops().stream()
                .flatMap(stop -> standstills(stop, calendar))
                .toList();
        return new Activity(
                standstills,
                work.stays().stream().map(Activities::visit).toList(),
                work.cycles(),
                new KpiDays(calendar, rulebook, standstills, work.stays(), work.cycles()).of(vehicleId, days));
    }

    /** Of each day its part; what it was is said of the whole. */
    private static Stream<JudgedStandstill> standstills(JudgedStop judged, SiteCalendar calendar) {
        IdleVerdict verdict = judged.verdict();
        return judged.stop().parts().stream()
                .map(part -> new JudgedStandstill(
                        part.in(judged.zone()),
                        judged.zoneType(),
                        calendar.shiftAt(part.start()).map(SiteCalendar.WorkedShift::name),
                        verdict.idleClass(),
                        verdict.countsAs(),
                        verdict.rule()));
    }

    private static JudgedVisit visit(JudgedStay judged) {
        return new JudgedVisit(
                judged.stay().visit(), judged.verdict().kind(), judged.verdict().rule());
    }
}
