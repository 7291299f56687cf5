package org.optimizer.standin;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** What boxes in the demo's trucks noted of each day: who drove how far, and how. From the very drives that its phones record. */
final class DemoDiary {
    private static final int KEPT = 2_000;
    private static final long HISTORY_MS = Duration.ofDays(26 * 7).toMillis();

    private final DemoPhones phones;
    private final Map<Long, Optional<Day>> kept = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Optional<Day>> eldest) {
            return size() > KEPT;
        }
    };

    DemoDiary(DemoPhones phones) {
        this.phones = phones;
    }

    /**
     * @param uploadedMs epoch milliseconds; before, the provider knows nothing of the day
     * @param movingMs faster than 0.5 m/s
     */
    record Day(
            int truck, int driver, Track track, double distanceM, long movingMs, long idleMs, List<EcoEvent> events) {
        long uploadedMs() {
            return track.uploadedMs();
        }
    }

    /** The days that begin within a span of at most half a year, both ends included, also those not uploaded yet. */
    List<Day> days(long fromMs, long toMs) {
        return DemoPhones.day(Math.max(fromMs, toMs - HISTORY_MS))
                .datesUntil(DemoPhones.day(toMs).plusDays(1))
                .flatMap(day -> IntStream.range(0, DemoRoster.TRUCKS)
                        .mapToObj(truck -> find(truck, day))
                        .flatMap(Optional::stream))
                .filter(day -> day.track.startMs() >= fromMs && day.track.startMs() <= toMs)
                .toList();
    }

    Optional<Day> find(int truck, LocalDate day) {
        long id = DemoPhones.trackId(truck, day);
        synchronized (kept) {
            Optional<Day> known = kept.get(id);
            if (known != null) {
                return known;
            }
        }
        Optional<Day> found = phones.find(id).map(track -> day(truck, day, track));
        synchronized (kept) {
            kept.put(id, Objects.requireNonNull(found));
        }
        return found;
    }

    private Day day(int truck, LocalDate day, Track track) {
        Mileage mileage = phones.mileage(track);
        return new Day(
                truck,
                DemoRoster.driver(truck, day).orElseThrow(),
                track,
                mileage.distanceM(),
                mileage.movingMs(),
                track.endMs() - track.startMs() - mileage.movingMs(),
                EcoEvents.find(phones.points(track)));
    }
}
