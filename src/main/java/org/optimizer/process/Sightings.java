package org.optimizer.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.optimizer.extract.Drivers;
import org.optimizer.load.BehaviourSink;
import org.optimizer.load.PushSink;
import org.optimizer.model.Badge;
import org.optimizer.model.BehaviourEvent;
import org.optimizer.model.BehaviourType;
import org.optimizer.model.Driver;
import org.optimizer.model.PushRefusal;
import org.optimizer.model.PushedFix;
import org.optimizer.model.Vehicle;

/** What trackers say beside where they are: who is logged in, and what they saw. What lies outside working hours was left out before. */
public class Sightings {
    private static final double KMH_PER_MPS = 3.6;

    private static final Map<String, BehaviourType> ALARMS = Map.of(
            "hardacceleration", BehaviourType.HARSH_ACCELERATION,
            "hardbraking", BehaviourType.HARSH_BRAKING,
            "hardcornering", BehaviourType.HARSH_CORNERING,
            "overspeed", BehaviourType.OVERSPEED,
            "idle", BehaviourType.IDLING);

    private final Drivers drivers;
    private final BadgeDesk badges;
    private final BehaviourSink events;
    private final PushSink pushes;
    private final int badgeLookBackDays;

    public Sightings(Drivers drivers, BadgeDesk badges, BehaviourSink events, PushSink pushes, int badgeLookBackDays) {
        this.drivers = drivers;
        this.badges = badges;
        this.events = events;
        this.pushes = pushes;
        this.badgeLookBackDays = badgeLookBackDays;
    }

    /** Begins to look at fixes of a vehicle, in any order. */
    Open open(String source, Vehicle vehicle) {
        return new Open(source, vehicle);
    }

    /** A driver's name that a fix carries. */
    private record Seen(Instant at, String driverRef) {}

    final class Open {
        private final String source;
        private final Vehicle vehicle;
        private final List<Seen> seen = new ArrayList<>();
        private final List<PushedFix> alarmed = new ArrayList<>();

        private Open(String source, Vehicle vehicle) {
            this.source = source;
            this.vehicle = vehicle;
        }

        void look(PushedFix fix) {
            if (fix.state() != PushedFix.State.FIX) {
                return;
            }
            if (!fix.driverRef().isEmpty()) {
                seen.add(new Seen(Instant.ofEpochMilli(fix.epochMs()), fix.driverRef()));
            }
            if (!fix.alarms().isEmpty()) {
                alarmed.add(fix);
            }
        }

        /** Writes log-ins and events, in the caller's transaction. @return the log-ins that are new */
        List<Badge> store() {
            alarmed.forEach(this::store);
            List<Badge> fresh = seen.isEmpty() ? List.of() : logIns();
            if (!fresh.isEmpty()) {
                badges.take(vehicle, fresh);
            }
            return fresh;
        }

        private void store(PushedFix fix) {
            Set<BehaviourType> types = new HashSet<>();
            for (String alarm : fix.alarms().split(",")) {
                Optional.ofNullable(ALARMS.get(alarm.strip().toLowerCase(Locale.ROOT)))
                        .ifPresent(types::add);
            }
            types.stream().sorted().forEach(type -> events.add(event(fix, type)));
        }

        /** The same alarm may come with a position and as an event of it: it is one by position and kind. */
        private BehaviourEvent event(PushedFix fix, BehaviourType type) {
            String position = fix.providerRef().isEmpty() ? vehicle.id() + "@" + fix.epochMs() : fix.providerRef();
            return new BehaviourEvent(
                    source,
                    "position-" + position + "-" + type.name().toLowerCase(Locale.ROOT),
                    vehicle.id(),
                    Optional.of(fix.driverRef()).filter(known()::contains),
                    type,
                    Instant.ofEpochMilli(fix.epochMs()),
                    OptionalLong.empty(),
                    Double.NaN,
                    fix.speedMps() * KMH_PER_MPS,
                    fix.latitudeDeg(),
                    fix.longitudeDeg(),
                    fix.receivedAt());
        }

        private Set<String> known() {
            Set<String> ids = new HashSet<>();
            drivers.listBySite(vehicle.siteId()).stream().map(Driver::id).forEach(ids::add);
            return ids;
        }

        /** A log-in wherever a fix names another driver than was logged in at that time, as far as the driver is known. */
        private List<Badge> logIns() {
            seen.sort(Comparator.comparing(Seen::at));
            Set<String> known = known();
            noteUnknown(known);
            List<Badge> stored = drivers.listBadges(
                    vehicle.id(), seen.get(seen.size() - 1).at().plusMillis(1), badgeLookBackDays);
            List<Badge> fresh = new ArrayList<>();
            String current = null;
            int next = 0;
            for (Seen one : seen) {
                while (next < stored.size() && !stored.get(next).at().isAfter(one.at())) {
                    current = stored.get(next++).driverId();
                }
                if (known.contains(one.driverRef()) && !Objects.equals(current, one.driverRef())) {
                    current = one.driverRef();
                    fresh.add(new Badge(vehicle.id(), current, one.at()));
                }
            }
            return fresh;
        }

        private void noteUnknown(Set<String> known) {
            Map<String, Long> times = new LinkedHashMap<>();
            seen.stream()
                    .map(Seen::driverRef)
                    .filter(ref -> !known.contains(ref))
                    .sorted()
                    .forEach(ref -> times.merge(ref, 1L, Long::sum));
            Instant newest = seen.get(seen.size() - 1).at();
            pushes.noteRefusals(times.entrySet().stream()
                    .map(one -> new PushRefusal(
                            source,
                            "UNKNOWN_DRIVER",
                            one.getKey(),
                            "vehicle " + vehicle.id(),
                            one.getValue(),
                            newest,
                            newest))
                    .toList());
        }
    }
}
