package org.optimizer.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.optimizer.extract.Badges;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.files.LogInTime;
import org.optimizer.load.ActivitySink;
import org.optimizer.load.BadgeSink;
import org.optimizer.load.FleetSink;
import org.optimizer.model.Badge;
import org.optimizer.model.BadgeAside;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes log-ins, whoever brings them and however late: stores what is new, and has the days made again that are another driver's
 * now. The same log-in twice is once.
 */
public class BadgeDesk {
    /** Clocks of terminals go wrong by minutes. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final int LONGEST_DRIVER = 64;
    private static final int LONGEST_VEHICLE = 200;
    private static final int MOST_ASIDE = 500;

    private final Sites sites;
    private final Vehicles vehicles;
    private final Drivers drivers;
    private final Badges badges;
    private final FleetSink fleetSink;
    private final BadgeSink sink;
    private final ActivitySink activitySink;
    private final FactsRefresh refresh;
    private final FetchSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    public BadgeDesk(
            Sites sites,
            Vehicles vehicles,
            Drivers drivers,
            Badges badges,
            FleetSink fleetSink,
            BadgeSink sink,
            ActivitySink activitySink,
            FactsRefresh refresh,
            FetchSettings settings,
            TransactionOperations transaction,
            Clock clock) {
        this.sites = sites;
        this.vehicles = vehicles;
        this.drivers = drivers;
        this.badges = badges;
        this.fleetSink = fleetSink;
        this.sink = sink;
        this.activitySink = activitySink;
        this.refresh = refresh;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A log-in as it was written.
     *
     * @param driver empty for a log-out
     * @param at with its offset, or in the site's time
     */
    public record LogIn(String vehicle, String driver, String at) {}

    /** Why a log-in was not stored. @param index in what was given */
    public record Rejected(int index, String code) {}

    /** Where each log-in went: each is in exactly one of these. */
    public record Answer(int accepted, int duplicates, List<Rejected> rejected) {}

    /** What the page shows: the newest log-in on each vehicle, and log-ins that wait for somebody to be known. */
    public record Look(List<Newest> newest, List<BadgeAside> aside) {}

    /** @param badge empty when there was never one on it */
    public record Newest(Vehicle vehicle, Site site, Optional<Badge> badge) {}

    /** As things are now: nobody is looked up twice. */
    private final class Fleet {
        private final VehicleNames names = new VehicleNames(vehicles.list());
        private final SortedMap<String, Site> siteOf =
                new TreeMap<>(sites.list().stream().collect(Collectors.toMap(Site::id, site -> site)));
        private final Set<String> driverIds = siteOf.keySet().stream()
                .flatMap(site -> drivers.listBySite(site).stream())
                .map(driver -> driver.id())
                .collect(Collectors.toSet());

        /** A time without a zone on an unknown vehicle is understood as on the first site. */
        private ZoneId zone(Optional<Vehicle> vehicle) {
            return vehicle.map(known -> siteOf.get(known.siteId()))
                    .or(() -> siteOf.values().stream().findFirst())
                    .map(Site::zone)
                    .orElse(ZoneId.of("UTC"));
        }
    }

    /** Log-ins of one vehicle, sorted by time, and which of those given they were. */
    private static final class Sorted {
        private final SortedMap<String, NavigableMap<Instant, Badge>> byVehicle = new TreeMap<>();
        private final Map<Integer, String> rejected = new TreeMap<>();
        private final List<BadgeAside> aside = new ArrayList<>();
        private int taken;

        /** Of two at one instant the later said counts. */
        private void take(Badge badge) {
            byVehicle.computeIfAbsent(badge.vehicleId(), id -> new TreeMap<>()).put(badge.at(), badge);
            taken++;
        }
    }

    /**
     * Stores log-ins in a transaction, the caller's where there is one. What names somebody unknown is kept aside until he is known.
     *
     * @param source who brings them
     * @param may whose vehicles he may name
     */
    public Answer receive(String source, Predicate<Vehicle> may, List<LogIn> logIns) {
        return transaction.execute(status -> receiveAll(source, may, logIns));
    }

    private Answer receiveAll(String source, Predicate<Vehicle> may, List<LogIn> logIns) {
        Fleet fleet = new Fleet();
        Sorted sorted = new Sorted();
        IntStream.range(0, logIns.size()).forEach(index -> sort(index, logIns.get(index), source, may, fleet, sorted));
        sink.setAside(sorted.aside);
        int stored = store(sorted.byVehicle, vehicle -> fleet.zone(fleet.names.find(vehicle)));
        List<Rejected> rejected = sorted.rejected.entrySet().stream()
                .map(entry -> new Rejected(entry.getKey(), entry.getValue()))
                .toList();
        return new Answer(stored, sorted.taken - stored, rejected);
    }

    private void sort(int index, LogIn logIn, String source, Predicate<Vehicle> may, Fleet fleet, Sorted sorted) {
        Optional<Vehicle> vehicle = fleet.names.find(logIn.vehicle());
        Optional<Instant> at = LogInTime.parse(logIn.at(), fleet.zone(vehicle));
        Optional<String> mistake = mistake(logIn, at);
        if (mistake.isPresent()) {
            sorted.rejected.put(index, mistake.get());
        } else if (vehicle.isPresent() && !may.test(vehicle.get())) {
            sorted.rejected.put(index, "UNKNOWN_VEHICLE"); // of others he shall not even learn that they are there
        } else if (vehicle.isEmpty()) {
            sorted.rejected.put(index, "UNKNOWN_VEHICLE");
            sorted.aside.add(aside(logIn, at.get(), "unknown-vehicle", source));
        } else if (!logIn.driver().isEmpty() && !fleet.driverIds.contains(logIn.driver())) {
            sorted.rejected.put(index, "UNKNOWN_DRIVER");
            sorted.aside.add(aside(logIn, at.get(), "unknown-driver", source));
        } else {
            sorted.take(new Badge(vehicle.get().id(), logIn.driver(), at.get()));
        }
    }

    private Optional<String> mistake(LogIn logIn, Optional<Instant> at) {
        if (logIn.vehicle().isBlank()) {
            return Optional.of("NO_VEHICLE");
        }
        if (logIn.vehicle().length() > LONGEST_VEHICLE || logIn.driver().length() > LONGEST_DRIVER) {
            return Optional.of("TOO_LONG");
        }
        if (at.isEmpty() || at.get().isBefore(EARLIEST)) {
            return Optional.of("BAD_TIME");
        }
        return at.get().isAfter(clock.instant().plus(TOLERANCE)) ? Optional.of("FUTURE_TIME") : Optional.empty();
    }

    private BadgeAside aside(LogIn logIn, Instant at, String reason, String source) {
        return new BadgeAside(logIn.vehicle().strip(), logIn.driver(), at, reason, source, clock.instant());
    }

    /** Stores log-ins that a tracker's own fixes tell of, on a known vehicle by known drivers, in the caller's transaction. */
    void take(Vehicle vehicle, List<Badge> logIns) {
        NavigableMap<Instant, Badge> byTime = new TreeMap<>();
        logIns.forEach(badge -> byTime.put(badge.at(), badge));
        store(new TreeMap<>(Map.of(vehicle.id(), byTime)), id -> sites.get(vehicle.siteId())
                .zone());
    }

    /** @return how many were new, or name another driver than the one stored */
    private int store(SortedMap<String, NavigableMap<Instant, Badge>> byVehicle, Function<String, ZoneId> zoneOf) {
        int stored = 0;
        int days = 0;
        for (Map.Entry<String, NavigableMap<Instant, Badge>> each : byVehicle.entrySet()) {
            // who looks what is stored must not meet somebody who does the same
            activitySink.lock(each.getKey());
            NavigableMap<Instant, Badge> known = known(each.getKey(), each.getValue());
            List<Badge> fresh = each.getValue().values().stream()
                    .filter(badge -> !badge.equals(known.get(badge.at())))
                    .toList();
            if (!fresh.isEmpty()) {
                fleetSink.saveBadges(fresh);
                fresh.forEach(badge -> known.put(badge.at(), badge));
                days += raiseDays(fresh, known, zoneOf.apply(each.getKey()));
                stored += fresh.size();
            }
        }
        if (days > 0) {
            refresh.request();
        }
        return stored;
    }

    /** What is stored from the first of these on, for as long as the last of them may count. */
    private NavigableMap<Instant, Badge> known(String vehicleId, NavigableMap<Instant, Badge> given) {
        Instant to = given.lastKey().plus(lookBack()).plusMillis(1);
        int days = (int) Duration.between(given.firstKey(), to).toDays() + 1;
        NavigableMap<Instant, Badge> known = new TreeMap<>();
        drivers.listBadges(vehicleId, to, days).forEach(badge -> known.put(badge.at(), badge));
        return known;
    }

    private Duration lookBack() {
        return Duration.ofDays(settings.badgeLookBackDays());
    }

    /** From a log-in on the vehicle is another driver's, until the next one or until log-ins are too old to count. */
    private int raiseDays(List<Badge> fresh, NavigableMap<Instant, Badge> known, ZoneId zone) {
        int raised = 0;
        LocalDate next = LocalDate.MIN;
        for (Badge badge : fresh) {
            Instant last = badge.at().plus(lookBack());
            Instant nextLogIn = known.higherKey(badge.at());
            Instant end = nextLogIn == null || nextLogIn.isAfter(last) ? last : nextLogIn;
            LocalDate from = later(day(badge.at(), zone), next);
            LocalDate to = day(end, zone);
            if (!from.isAfter(to)) {
                raised += sink.raiseDays(badge.vehicleId(), from, to);
                next = to.plusDays(1);
            }
        }
        return raised;
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Stores those log-ins aside whose vehicle and driver are known by now. @return how many */
    public int retryAside() {
        Integer taken = transaction.execute(status -> {
            List<BadgeAside> waiting = badges.listAside(MOST_ASIDE);
            List<LogIn> again = waiting.stream()
                    .map(badge -> new LogIn(
                            badge.vehicle(), badge.driver(), badge.at().toString()))
                    .toList();
            Set<Integer> rejected = receiveAll("aside", vehicle -> true, again).rejected().stream()
                    .map(Rejected::index)
                    .collect(Collectors.toSet());
            List<BadgeAside> known = IntStream.range(0, waiting.size())
                    .filter(index -> !rejected.contains(index))
                    .mapToObj(waiting::get)
                    .toList();
            sink.removeAside(known);
            return known.size();
        });
        return taken == null ? 0 : taken;
    }

    public Look look() {
        Map<String, Badge> newest = new HashMap<>();
        badges.listNewest(clock.instant()).forEach(badge -> newest.put(badge.vehicleId(), badge));
        return new Look(
                vehicles.list().stream()
                        .map(vehicle -> new Newest(
                                vehicle, sites.get(vehicle.siteId()), Optional.ofNullable(newest.get(vehicle.id()))))
                        .toList(),
                badges.listAside(MOST_ASIDE));
    }
}
