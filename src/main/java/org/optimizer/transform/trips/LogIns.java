package org.optimizer.transform.trips;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.optimizer.model.Badge;

/** Who drove a vehicle when: the last driver who logged in on it; nobody after a log-out. */
public final class LogIns {
    private final List<Badge> badges;

    private LogIns(List<Badge> badges) {
        this.badges = badges;
    }

    /** Log-ins in any order; those on other vehicles are left out. */
    public static LogIns of(String vehicleId, List<Badge> badges) {
        return new LogIns(badges.stream()
                .filter(badge -> badge.vehicleId().equals(vehicleId))
                .sorted(Comparator.comparing(Badge::at).thenComparing(Badge::driverId))
                .toList());
    }

    /** Empty before the first log-in and after a log-out. */
    public Optional<String> driverAt(long ms) {
        Optional<String> driver = Optional.empty();
        for (Badge badge : badges) {
            if (badge.at().toEpochMilli() > ms) {
                break;
            }
            driver = Optional.of(badge.driverId()).filter(id -> !id.isEmpty());
        }
        return driver;
    }

    /** When somebody else takes over next; {@link Long#MAX_VALUE} when nobody does. */
    long nextChangeMs(long ms) {
        Optional<String> driver = driverAt(ms);
        for (Badge badge : badges) {
            long at = badge.at().toEpochMilli();
            if (at > ms && !driverAt(at).equals(driver)) {
                return at;
            }
        }
        return Long.MAX_VALUE;
    }
}
