package org.optimizer.transform.cycles;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.optimizer.model.Cycle;
import org.optimizer.model.DayFacts;
import org.optimizer.model.KpiRules;
import org.optimizer.model.Rulebook;
import org.optimizer.model.SiteCalendar;
import org.optimizer.model.VisitFacts;
import org.optimizer.model.VisitVerdict;

/**
 * The work of one vehicle over some days: first what each zone visit was, then the way from load to unload, then what each
 * standstill was on it, and last the cycles.
 */
public final class Work {
    private final ZoneBook zones;
    private final Rulebook rulebook;
    private final KpiRules rules;
    private final List<JudgedStay> stays;
    private final List<JudgedStop> stops;
    private final List<Cycle> cycles;

    /**
     * Everything is found at once.
     *
     * @param days of one vehicle, in order
     * @param medianCycleS of the site, s; empty while nobody knows it
     */
    public Work(
            String vehicleId,
            List<DayFacts> days,
            SiteCalendar calendar,
            ZoneBook zones,
            OptionalDouble medianCycleS,
            Rulebook rulebook) {
        this.zones = zones;
        this.rulebook = rulebook;
        this.rules = rulebook.kpi(calendar.siteId());
        List<Stop> standstills = Stop.of(days);
        this.stays =
                Stay.of(days).stream().map(stay -> judged(stay, standstills)).toList();
        List<Interruption> interruptions = Interruptions.of(days, standstills, stays, calendar, rules);
        List<ZonePart> parts = stays.stream()
                .flatMap(stay -> stay.parts(interruptions).stream())
                .toList();
        CycleFinder.Found found = CycleFinder.find(
                parts.stream().filter(this::isOfCycles).toList(),
                interruptions,
                endMs(days, standstills),
                settings(medianCycleS));
        StopJudge judge = new StopJudge(stays, parts, found.states(), zones, rulebook);
        this.stops = standstills.stream().map(judge::judge).toList();
        CycleMaker maker = new CycleMaker(vehicleId, calendar, zones, Odometer.of(days), breaks(), rulebook);
        this.cycles = maker.make(found.candidates());
    }

    private List<Stop> breaks() {
        return rules.excludeBreaks()
                ? stops.stream()
                        .filter(JudgedStop::isBreak)
                        .map(JudgedStop::stop)
                        .toList()
                : List.of();
    }

    private CycleFinder.Settings settings(OptionalDouble medianCycleS) {
        double median = medianCycleS.orElse(0) * rules.maxCycleMedians() * 1e3;
        long fixed = rules.maxCycle().toMillis();
        return new CycleFinder.Settings(
                median > 0 ? Math.min(fixed, (long) median) : fixed, rules.multiDrop(), rules.startAtLeave());
    }

    /** The last instant of which anything is known. */
    private long endMs(List<DayFacts> days, List<Stop> standstills) {
        LongStream trips = days.stream().flatMap(day -> day.trips().stream()).mapToLong(trip -> trip.end()
                .toEpochMilli());
        LongStream places = LongStream.concat(
                standstills.stream().mapToLong(Stop::toMs),
                stays.stream().mapToLong(each -> each.stay().toMs()));
        return LongStream.concat(trips, places).max().orElse(0);
    }

    private JudgedStay judged(Stay stay, List<Stop> standstills) {
        List<Stop> inside = standstills.stream()
                .filter(stop -> stop.withinMs(stay.fromMs(), stay.toMs()) > 0)
                .toList();
        JudgedStay open = new JudgedStay(stay, new VisitVerdict(false, ""), inside);
        return new JudgedStay(stay, verdict(new ZonePart(open, stay.fromMs(), stay.toMs(), false, false)), inside);
    }

    private VisitVerdict verdict(ZonePart part) {
        return rulebook.judge(new VisitFacts(
                part.whole().stay().visit().type(),
                zones.minDwellS(part.zone()),
                part.isWhole(),
                part.recordedS(),
                part.inferredS()));
    }

    private boolean isOfCycles(ZonePart part) {
        return part.whole().isOfCycles()
                && (part.isCut() ? verdict(part) : part.whole().verdict()).stopped();
    }

    /** The visits in order of time. */
    public List<JudgedStay> stays() {
        return stays;
    }

    /** The standstills in order of time. */
    public List<JudgedStop> stops() {
        return stops;
    }

    /** The cycles in order of time. */
    public List<Cycle> cycles() {
        return cycles;
    }
}
