package org.optimizer.process;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Groups;
import org.optimizer.extract.ActivityDays;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.GeoJson;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraccarGeofences;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.load.ActivitySink;
import org.optimizer.load.FleetSink;
import org.optimizer.model.Activity;
import org.optimizer.model.DayFacts;
import org.optimizer.model.JudgedVisit;
import org.optimizer.model.Site;
import org.optimizer.model.SiteCalendar;
import org.optimizer.model.Vehicle;
import org.optimizer.model.Zone;
import org.optimizer.model.ZonePair;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.ZoneTypes;
import org.optimizer.transform.kpi.Activities;
import org.optimizer.transform.zones.ZoneMap;
import org.springframework.transaction.support.TransactionOperations;

/** Where a site's zones are drawn, tried on a past day, and saved; and where days are counted again after that. */
public class ZoneDesk {
    private static final String VISIT = "visit";
    private static final int LONGEST_TEXT = 1_000_000;

    /** A mistyped year would keep the engine busy for days. */
    private static final int LONGEST_RECOUNT_DAYS = 400;

    /** @param today of the site */
    public record Ground(Site site, List<Zone> zones, List<ZonePair> pairs, List<Vehicle> vehicles, LocalDate today) {}

    /**
     * A past day with drawn zones beside the same day with the saved ones; nothing of it is kept.
     *
     * @param zones every zone of either that the vehicle entered, by name
     */
    public record Trial(Vehicle vehicle, LocalDate day, Count drawn, Count saved, List<ZoneTrial> zones) {}

    /** @param cycles complete ones */
    public record Count(int visits, int passThroughs, int cycles) {}

    public record ZoneTrial(String zone, Count drawn, Count saved) {}

    private final Sites sites;
    private final Vehicles vehicles;
    private final Drivers drivers;
    private final Zones zones;
    private final TraceDays traceDays;
    private final ActivityDays activity;
    private final FleetSink fleetSink;
    private final ActivitySink activitySink;
    private final RulebookShelf shelf;
    private final FetchSettings settings;
    private final RuntimeService engine;
    private final IdentityService identities;
    private final TransactionOperations transaction;
    private final Clock clock;

    public ZoneDesk(
            Sites sites,
            Vehicles vehicles,
            Drivers drivers,
            Zones zones,
            TraceDays traceDays,
            ActivityDays activity,
            FleetSink fleetSink,
            ActivitySink activitySink,
            RulebookShelf shelf,
            FetchSettings settings,
            RuntimeService engine,
            IdentityService identities,
            TransactionOperations transaction,
            Clock clock) {
        this.sites = sites;
        this.vehicles = vehicles;
        this.drivers = drivers;
        this.zones = zones;
        this.traceDays = traceDays;
        this.activity = activity;
        this.fleetSink = fleetSink;
        this.activitySink = activitySink;
        this.shelf = shelf;
        this.settings = settings;
        this.engine = engine;
        this.identities = identities;
        this.transaction = transaction;
        this.clock = clock;
    }

    public List<Site> sites() {
        return sites.list();
    }

    /** @throws IllegalArgumentException when there is no such site */
    public Ground look(String siteId) {
        Site site = sites.get(siteId);
        return new Ground(
                site,
                zones.listBySite(siteId),
                zones.pairs(siteId),
                fleet(siteId),
                LocalDate.now(clock.withZone(site.zone())));
    }

    private List<Vehicle> fleet(String siteId) {
        return vehicles.list().stream()
                .filter(vehicle -> vehicle.siteId().equals(siteId))
                .toList();
    }

    /**
     * A file's text as the GeoJSON to work on: itself, or what Traccar's geofences are in GeoJSON.
     *
     * @throws IllegalArgumentException naming the geofence that is no zone
     */
    public String asGeoJson(String siteId, String text) {
        return TraccarGeofences.isOne(text)
                ? write(TraccarGeofences.read(text, "geofences", siteId, ZoneTypes::known))
                : text;
    }

    /**
     * The zones of a GeoJSON text.
     *
     * @throws IllegalArgumentException naming the line, when they cannot be understood, two have one name, or there are too many
     */
    public List<Zone> read(String siteId, String geoJson) {
        if (geoJson.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("GeoJSON: expected at most " + LONGEST_TEXT + " characters, found "
                    + geoJson.length() + "; leave digits beyond the sixth of a degree out");
        }
        List<Zone> drawn =
                GeoJson.read(new ByteArrayInputStream(geoJson.getBytes(StandardCharsets.UTF_8)), "GeoJSON", siteId);
        Set<String> names = new HashSet<>();
        for (Zone zone : drawn) {
            if (!names.add(zone.name())) {
                throw new IllegalArgumentException("GeoJSON: expected a name of its own for each zone, found \""
                        + zone.name() + "\" twice; visits and cycles know zones by their names");
            }
        }
        return drawn;
    }

    /** The other way round of {@link #read}. */
    public String write(List<Zone> some) {
        return GeoJson.write(some);
    }

    /**
     * What a vehicle's past day would be with these zones.
     *
     * @return empty when no trace is stored of that day
     * @throws IllegalArgumentException when the site has no such vehicle
     */
    public Optional<Trial> tryOut(String siteId, List<Zone> drawn, String vehicleId, LocalDate day) {
        Vehicle vehicle = fleet(siteId).stream()
                .filter(candidate -> candidate.id().equals(vehicleId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "vehicle \"" + vehicleId + "\": there is no such vehicle at site " + siteId));
        Site site = sites.get(siteId);
        StoredDays stored = new StoredDays(traceDays, drivers, settings.badgeLookBackDays(), vehicleId, site.zone());
        return stored.find(day).isEmpty()
                ? Optional.empty()
                : Optional.of(compare(
                        vehicle,
                        day,
                        activity(stored, vehicle, day, drawn),
                        activity(stored, vehicle, day, zones.listBySite(siteId))));
    }

    private Activity activity(StoredDays stored, Vehicle vehicle, LocalDate day, List<Zone> some) {
        ZoneMap map = Zones.mapOf(some);
        List<DayFacts> facts = Stream.of(day.minusDays(1), day, day.plusDays(1))
                .filter(candidate -> stored.find(candidate).isPresent())
                .map(candidate -> stored.facts(candidate, map))
                .toList();
        String siteId = vehicle.siteId();
        SiteCalendar calendar = new SiteCalendar(siteId, sites.get(siteId).zone(), zones.shifts(siteId));
        Activity whole = Activities.of(vehicle.id(), facts, calendar, zones.pairs(siteId), some, shelf.current());
        return new DaySpan(day, day).of(whole, calendar);
    }

    private static Trial compare(Vehicle vehicle, LocalDate day, Activity drawn, Activity saved) {
        Set<String> names = new TreeSet<>();
        Stream.of(drawn, saved)
                .flatMap(activity -> activity.visits().stream())
                .forEach(judged -> names.add(judged.visit().zone()));
        return new Trial(
                vehicle,
                day,
                count(drawn, zone -> true),
                count(saved, zone -> true),
                names.stream()
                        .map(name -> new ZoneTrial(name, count(drawn, name::equals), count(saved, name::equals)))
                        .toList());
    }

    private static Count count(Activity activity, Predicate<String> zone) {
        List<JudgedVisit> judged = activity.visits().stream()
                .filter(visit -> zone.test(visit.visit().zone()))
                .toList();
        int visits = (int)
                judged.stream().filter(visit -> visit.kind().equals(VISIT)).count();
        int cycles = (int) activity.cycles().stream()
                .filter(cycle -> cycle.complete() && zone.test(cycle.loadZone()))
                .count();
        return new Count(visits, judged.size() - visits, cycles);
    }

    /** These are the site's zones from now on; days that were counted stay as they are. */
    public void save(String siteId, List<Zone> drawn) {
        transaction.executeWithoutResult(status -> fleetSink.replaceZones(siteId, drawn));
    }

    /** Material of a load zone goes to these unload zones from now on; to all where it is in no pair. */
    public void savePairs(String siteId, List<ZonePair> pairs) {
        transaction.executeWithoutResult(status -> fleetSink.saveZonePairs(siteId, pairs));
    }

    /** How many vehicle-days {@link #countAgain} would make again. */
    public int daysSince(String siteId, LocalDate since) {
        return activity.countFacts(siteId, since, look(siteId).today());
    }

    /**
     * Makes the facts of the site's days again with the zones as they are now, and counts them: by the process driving-kpis, which an
     * operator can watch.
     *
     * @param by the user who asks for it
     * @return how many vehicle-days
     * @throws IllegalArgumentException when {@code since} lies in the future or more than 400 days back
     */
    public int countAgain(String siteId, LocalDate since, String by) {
        LocalDate today = look(siteId).today();
        LocalDate first = today.minusDays(LONGEST_RECOUNT_DAYS);
        if (since.isAfter(today) || since.isBefore(first)) {
            throw new IllegalArgumentException(
                    "since " + since + ": expected a day up to " + today + " and not before " + first);
        }
        // who may ask for it is decided before this call; the engine shall only keep who it was
        identities.setAuthentication(by, List.of(Groups.CAMUNDA_ADMIN));
        try {
            Integer days = transaction.execute(status -> {
                int stale = activitySink.markStale(siteId, since, today);
                engine.startProcessInstanceByKey(
                        "driving-kpis",
                        Map.of("scope", FleetChunks.ofSite(siteId), "days", new DaySpan(since, today).toString()));
                return stale;
            });
            return days == null ? 0 : days;
        } finally {
            identities.clearAuthentication();
        }
    }
}
