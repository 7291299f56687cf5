package org.optimizer.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.optimizer.extract.ActivityDays;
import org.optimizer.extract.Facts;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.model.BacktestKpi;
import org.optimizer.model.DayFacts;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.KpiCount;
import org.optimizer.model.RulePart;
import org.optimizer.model.Rulebook;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;

/**
 * Counts what the vehicles of each site did in its last weeks once by the rules in force and once by a change of them, from stored
 * facts and in memory. Where the change leaves their tables alone there is nothing to count.
 */
public class KpiBacktest {
    private static final int WEEKS = 4;

    private final Sites sites;
    private final Vehicles vehicles;
    private final Facts facts;
    private final Zones zones;
    private final ActivityDays activityDays;
    private final Clock clock;

    public KpiBacktest(
            Sites sites, Vehicles vehicles, Facts facts, Zones zones, ActivityDays activityDays, Clock clock) {
        this.sites = sites;
        this.vehicles = vehicles;
        this.facts = facts;
        this.zones = zones;
        this.activityDays = activityDays;
        this.clock = clock;
    }

    /** A week's figures, added up vehicle by vehicle. */
    private static final class Week {
        private final Map<KpiCount, Double> before = new EnumMap<>(KpiCount.class);
        private final Map<KpiCount, Double> after = new EnumMap<>(KpiCount.class);

        private List<BacktestKpi> lines(String siteId, IsoWeek week) {
            return before.keySet().stream()
                    .map(figure -> new BacktestKpi(siteId, week, figure, before.get(figure), after.get(figure)))
                    .toList();
        }
    }

    /**
     * By site, newest week first; weeks without any facts are left out.
     *
     * @param beforeEach runs before each week of a vehicle; what it throws ends the counting
     */
    List<BacktestKpi> compare(Rulebook before, Rulebook after, Runnable beforeEach) {
        if (before.version(RulePart.ACTIVITY).equals(after.version(RulePart.ACTIVITY))) {
            return List.of();
        }
        List<Vehicle> fleet = vehicles.list();
        List<BacktestKpi> lines = new ArrayList<>();
        for (Site site : sites.list()) {
            List<String> own = fleet.stream()
                    .filter(vehicle -> vehicle.siteId().equals(site.id()))
                    .map(Vehicle::id)
                    .sorted()
                    .toList();
            weeks(site).forEach(week -> lines.addAll(compare(site, own, week, before, after, beforeEach)));
        }
        return lines;
    }

    /** The last ones that are over. */
    private List<IsoWeek> weeks(Site site) {
        IsoWeek now = IsoWeek.of(LocalDate.ofInstant(clock.instant(), site.zone()));
        return IntStream.rangeClosed(1, WEEKS)
                .mapToObj(back -> now.plusWeeks(-back))
                .toList();
    }

    private List<BacktestKpi> compare(
            Site site, List<String> vehicleIds, IsoWeek week, Rulebook before, Rulebook after, Runnable beforeEach) {
        DaySpan span = DaySpan.of(week);
        DaySpan read = SiteActivity.read(span);
        SiteActivity activity = SiteActivity.of(site, span.first(), zones, activityDays);
        Week sums = new Week();
        for (String vehicle : vehicleIds) {
            beforeEach.run();
            List<DayFacts> days = facts.list(vehicle, read.first(), read.last());
            if (days.stream().anyMatch(day -> span.contains(day.day()))) {
                add(activity, vehicle, days, span, before, sums.before);
                add(activity, vehicle, days, span, after, sums.after);
            }
        }
        return sums.lines(site.id(), week);
    }

    private static void add(
            SiteActivity activity,
            String vehicle,
            List<DayFacts> days,
            DaySpan span,
            Rulebook rulebook,
            Map<KpiCount, Double> sums) {
        activity.of(vehicle, days, span, rulebook).days().forEach(day -> {
            for (KpiCount figure : KpiCount.values()) {
                sums.merge(figure, figure.of(day), Double::sum);
            }
        });
    }
}
