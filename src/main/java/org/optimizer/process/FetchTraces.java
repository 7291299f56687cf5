package org.optimizer.process;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.ProviderException;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.TraceSource;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.FactsSink;
import org.optimizer.load.TraceSink;
import org.optimizer.model.DayFacts;
import org.optimizer.model.EtlRun;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.Vehicle;
import org.optimizer.transform.VehicleDay;
import org.optimizer.transform.zones.ZoneMap;

/**
 * The steps of processes/fetch-traces.bpmn. A chunk is a handful of vehicles over a span of days; both are said again in
 * each call, so that a step can be repeated at any time and nothing but ids travels in process variables.
 */
public class FetchTraces {
    private final Sites sites;
    private final Zones zones;
    private final FleetChunks chunks;
    private final Drivers drivers;
    private final Map<String, TraceSource> sources;
    private final VehicleFetches fetches;
    private final Intake intake;
    private final TraceDays traceDays;
    private final TraceSink traceSink;
    private final FactsSink factsSink;
    private final EtlRunSink etlRuns;
    private final FetchSettings settings;
    private final Clock clock;

    public FetchTraces(
            Sites sites,
            Zones zones,
            Vehicles vehicles,
            Contests contests,
            Drivers drivers,
            List<TraceSource> sources,
            VehicleFetches fetches,
            Intake intake,
            TraceDays traceDays,
            TraceSink traceSink,
            FactsSink factsSink,
            EtlRunSink etlRuns,
            FetchSettings settings,
            Clock clock) {
        this.sites = sites;
        this.zones = zones;
        this.chunks = new FleetChunks(vehicles, contests, settings.vehiclesPerChunk());
        this.drivers = drivers;
        this.sources = sources.stream().collect(toMap(TraceSource::name, Function.identity()));
        this.fetches = fetches;
        this.intake = intake;
        this.traceDays = traceDays;
        this.traceSink = traceSink;
        this.factsSink = factsSink;
        this.etlRuns = etlRuns;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The number of chunks.
     *
     * @param scope {@code all}, {@code site:} and a site's id, or a contest's id
     * @throws IllegalArgumentException when scope or days cannot be understood
     */
    public int planFetch(String scope, String days) {
        DaySpan.parse(days);
        return chunks.count(scope);
    }

    /**
     * Fetches the fixes of a chunk into their days, each vehicle by itself: one that fails is noted, and asked for again later.
     *
     * @param refetch whether days that were fetched long enough after their end are asked for again
     * @return how many fixes were new or better than those stored
     * @throws ProviderException when the provider as a whole does not answer as it should
     */
    public long fetchFixes(String scope, String days, boolean refetch, int chunk) {
        return fetch(chunks.get(scope, chunk), DaySpan.parse(days), refetch).changed();
    }

    private VehicleFetches.Round fetch(List<Vehicle> some, DaySpan span, boolean refetch) {
        return fetches.each(some, span, vehicle -> fetchVehicle(vehicle, span, refetch));
    }

    /** How many vehicles have days that could not be fetched and are still wanted. */
    public int countMissing(String scope, String days, boolean refetch) {
        return missing(chunks.all(scope), DaySpan.parse(days), refetch).size();
    }

    private List<Vehicle> missing(List<Vehicle> some, DaySpan span, boolean refetch) {
        return fetches.missing(some, span).stream()
                .filter(vehicle -> !wanted(vehicle, span, refetch).isEmpty())
                .toList();
    }

    /** How long to leave the providers alone before vehicles that are missing are asked for again, as ISO 8601. */
    public String missingPause() {
        Instant now = clock.instant();
        Duration asked = sources.values().stream()
                .map(TraceSource::notBefore)
                .filter(now::isBefore)
                .map(until -> Duration.between(now, until))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return (asked.compareTo(settings.missingAfter()) > 0 ? asked : settings.missingAfter()).toString();
    }

    /**
     * Asks once more for those vehicles of a chunk that could not be fetched.
     *
     * @return how many fixes were new or better than those stored
     * @throws ProviderException when not one vehicle of all could be fetched: then it is the provider, and a person is to know
     */
    public long fetchMissing(String scope, String days, boolean refetch, int chunk) {
        DaySpan span = DaySpan.parse(days);
        VehicleFetches.Round round = fetch(missing(chunks.get(scope, chunk), span, refetch), span, refetch);
        round.failure().filter(failure -> areAllMissing(scope, span)).ifPresent(failure -> {
            throw failure;
        });
        return round.changed();
    }

    private boolean areAllMissing(String scope, DaySpan span) {
        List<Vehicle> asked = chunks.all(scope).stream()
                .filter(vehicle -> sources.containsKey(vehicle.traceSource()))
                .toList();
        return fetches.missing(asked, span).size() == asked.size();
    }

    private long fetchVehicle(Vehicle vehicle, DaySpan span, boolean refetch) {
        TraceSource source = sources.get(vehicle.traceSource());
        if (source == null) {
            return 0; // its fixes come by themselves
        }
        List<LocalDate> wanted = wanted(vehicle, span, refetch);
        return wanted.isEmpty()
                ? 0
                : fetchDays(vehicle, source, new DaySpan(wanted.get(0), wanted.get(wanted.size() - 1)));
    }

    private List<LocalDate> wanted(Vehicle vehicle, DaySpan span, boolean refetch) {
        return refetch ? span.days() : unsettled(vehicle, span);
    }

    private List<LocalDate> unsettled(Vehicle vehicle, DaySpan span) {
        ZoneId zone = zoneOf(vehicle);
        Map<LocalDate, Instant> fetchedAt = traceDays.fetchedAt(vehicle.id(), span.first(), span.last());
        return span.days().stream()
                .filter(day -> !isSettled(day, zone, fetchedAt.get(day)))
                .toList();
    }

    private boolean isSettled(LocalDate day, ZoneId zone, Instant fetchedAt) {
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return fetchedAt != null && !fetchedAt.isBefore(end.plus(settings.overlap()));
    }

    private long fetchDays(Vehicle vehicle, TraceSource source, DaySpan span) {
        Instant startedAt = clock.instant();
        ZoneId zone = zoneOf(vehicle);
        Intake.Open batch = intake.open(source.name(), vehicle, startedAt);
        source.read(
                vehicle,
                span.first().atStartOfDay(zone).toInstant(),
                span.last().plusDays(1).atStartOfDay(zone).toInstant(),
                batch);
        IntakeCount count = batch.close();
        traceSink.noteFetched(vehicle.id(), span.days(), startedAt);
        fetches.succeeded(vehicle, span);
        log("fetch-fixes", vehicle, span, startedAt, count);
        return count.fresh() + count.updated();
    }

    /**
     * Makes the facts of those days of a chunk whose fixes or whose algorithm are newer than their facts, and of the days
     * beside them.
     *
     * @return how many days
     */
    public int makeFacts(String scope, String days, int chunk) {
        DaySpan span = DaySpan.parse(days);
        Map<String, ZoneMap> maps = new HashMap<>();
        return chunks.get(scope, chunk).stream()
                .mapToInt(vehicle -> makeFacts(vehicle, maps.computeIfAbsent(vehicle.siteId(), zones::mapOf), span))
                .sum();
    }

    private int makeFacts(Vehicle vehicle, ZoneMap map, DaySpan span) {
        // a recording over midnight brings fixes of the days beside the span
        List<LocalDate> stale = traceDays.listWithoutFacts(
                vehicle.id(), span.first().minusDays(1), span.last().plusDays(1), VehicleDay.ALGORITHM);
        if (stale.isEmpty()) {
            return 0;
        }
        Instant startedAt = clock.instant();
        long read = 0;
        long kept = 0;
        StoredDays stored =
                new StoredDays(traceDays, drivers, settings.badgeLookBackDays(), vehicle.id(), zoneOf(vehicle));
        int made = 0;
        for (LocalDate day : withNeighbours(stale)) {
            if (stale.contains(day) || stored.find(day).isPresent()) {
                DayFacts facts = stored.facts(day, map);
                factsSink.replace(facts);
                read += facts.fixesRead();
                kept += facts.fixesKept();
                made++;
            }
            stored.forget(day.minusDays(1));
        }
        log("make-facts", vehicle, span, startedAt, new IntakeCount(kept, 0, 0, read - kept, 0, 0));
        return made;
    }

    /** A night's standstill lasts from one day's last fix to the next one's first: new fixes concern both. */
    private static SortedSet<LocalDate> withNeighbours(List<LocalDate> days) {
        SortedSet<LocalDate> all = new TreeSet<>(days);
        for (LocalDate day : days) {
            all.add(day.minusDays(1));
            all.add(day.plusDays(1));
        }
        return all;
    }

    private ZoneId zoneOf(Vehicle vehicle) {
        return sites.get(vehicle.siteId()).zone();
    }

    private void log(String source, Vehicle vehicle, DaySpan span, Instant startedAt, IntakeCount count) {
        long durationMs = Duration.between(startedAt, clock.instant()).toMillis();
        etlRuns.add(new EtlRun(source, vehicle.id(), span.first(), span.last(), startedAt, durationMs, count));
    }
}
