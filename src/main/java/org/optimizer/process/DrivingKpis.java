package org.optimizer.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.optimizer.extract.ActivityDays;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Facts;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.load.ActivitySink;
import org.optimizer.load.RulebookSink;
import org.optimizer.model.Activity;
import org.optimizer.model.Rulebook;
import org.optimizer.model.Vehicle;
import org.optimizer.rules.RulebookShelf;

/** The steps of processes/driving-kpis.bpmn. */
public class DrivingKpis {
    /** Days counted in one go; a backfill of months must not be in memory at once. */
    private static final int DAYS_AT_ONCE = 14;

    /** Days beside a span whose facts may be other ones after it was fetched. */
    private static final int CHANGED_DAYS = 2;

    private final Sites sites;
    private final Facts facts;
    private final Zones zones;
    private final ActivityDays activityDays;
    private final ActivitySink sink;
    private final RulebookSink rulebookSink;
    private final RulebookShelf shelf;
    private final LivingSheet sheet;
    private final Clock clock;
    private final FleetChunks chunks;

    public DrivingKpis(
            Sites sites,
            Vehicles vehicles,
            Contests contests,
            Facts facts,
            Zones zones,
            ActivityDays activityDays,
            ActivitySink sink,
            RulebookSink rulebookSink,
            RulebookShelf shelf,
            LivingSheet sheet,
            FetchSettings settings,
            Clock clock) {
        this.sites = sites;
        this.facts = facts;
        this.zones = zones;
        this.activityDays = activityDays;
        this.sink = sink;
        this.rulebookSink = rulebookSink;
        this.shelf = shelf;
        this.sheet = sheet;
        this.clock = clock;
        this.chunks = new FleetChunks(vehicles, contests, settings.vehiclesPerChunk());
    }

    /**
     * The number of chunks; keeps the rules that will judge, as each figure names their version.
     *
     * @param scope {@code all}, {@code site:} and a site's id, or a contest's id
     * @throws IllegalArgumentException when scope or days cannot be understood
     */
    public int planActivity(String scope, String days) {
        DaySpan.parse(days);
        rulebookSink.keep(shelf.current().version(), shelf.currentFiles(), clock.instant());
        return chunks.count(scope);
    }

    /**
     * Counts what a chunk of vehicles did on these days and on the days beside them, in place of what was known before.
     *
     * @return how many vehicle-days have figures
     */
    public int countActivity(String scope, String days, int chunk) {
        // recordings over midnight change the facts of the day beside the span, and with them those of the day beside
        // that
        DaySpan span = DaySpan.parse(days).widened(CHANGED_DAYS);
        Map<String, Ground> grounds = new HashMap<>();
        int counted = 0;
        for (Vehicle vehicle : chunks.get(scope, chunk)) {
            Ground ground = grounds.computeIfAbsent(vehicle.siteId(), site -> ground(site, span.first()));
            sink.lock(vehicle.id());
            for (DaySpan part : span.parts(DAYS_AT_ONCE)) {
                counted += count(vehicle, part, ground);
            }
            sheet.countActivity(vehicle.id(), span, ground.figures);
        }
        return counted;
    }

    /** @param figures rows that answer once for each day */
    private record Ground(SiteActivity site, Rulebook rulebook, Set<String> figures) {}

    private Ground ground(String siteId, LocalDate from) {
        Rulebook rulebook = shelf.current();
        return new Ground(
                SiteActivity.of(sites.get(siteId), from, zones, activityDays),
                rulebook,
                sheet.figuresOf(siteId, rulebook));
    }

    private int count(Vehicle vehicle, DaySpan span, Ground ground) {
        DaySpan read = SiteActivity.read(span);
        Activity activity = ground.site.of(
                vehicle.id(), facts.list(vehicle.id(), read.first(), read.last()), span, ground.rulebook);
        sink.replace(
                vehicle.id(),
                span.first(),
                span.last(),
                ground.site.calendar().zone(),
                activity,
                ground.rulebook.version());
        return activity.days().size();
    }
}
