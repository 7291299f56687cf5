package org.optimizer.standin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The demo fleet's phones: every track is driven anew when it is asked for, and is the same every time. */
final class DemoPhones implements Phones {
    private static final long FIRST_CAR_ID = 4101;
    private static final int TRACKS_A_DAY = 100;
    private static final int KEPT = 16;

    private final Map<Long, Recording> kept = new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Recording> eldest) {
            return size() > KEPT;
        }
    };

    @Override
    public List<Car> cars() {
        return IntStream.range(0, DemoRoster.TRUCKS)
                .mapToObj(truck -> new Car(FIRST_CAR_ID + truck, DemoFleet.sensor(truck)))
                .toList();
    }

    @Override
    public List<Track> tracks(Car car, long fromMs, long toMs) {
        int truck = (int) (car.id() - FIRST_CAR_ID);
        List<Track> tracks = new ArrayList<>();
        LocalDate last = day(toMs);
        for (LocalDate day = day(fromMs); !day.isAfter(last); day = day.plusDays(1)) {
            find(trackId(truck, day))
                    .filter(track -> track.touches(fromMs, toMs))
                    .ifPresent(tracks::add);
        }
        return tracks;
    }

    @Override
    public Optional<Track> find(long trackId) {
        int truck = Math.floorMod(trackId, TRACKS_A_DAY) - 1;
        LocalDate day = LocalDate.ofEpochDay(Math.min(1_000_000, Math.floorDiv(trackId, TRACKS_A_DAY)));
        boolean isDriven = truck >= 0
                && truck < DemoRoster.TRUCKS
                && DemoRoster.driver(truck, day).isPresent()
                && !DemoPhone.isSilent(truck, day);
        return isDriven ? Optional.of(recording(truck, day).track) : Optional.empty();
    }

    @Override
    public Points points(Track track) {
        return recording(track).points;
    }

    @Override
    public Mileage mileage(Track track) {
        return recording(track).mileage;
    }

    @Override
    public Optional<String> driver(Track track) {
        OptionalInt driver = DemoRoster.driver(truck(track), day(track));
        return driver.isPresent() ? Optional.of(DemoFleet.driverId(driver.getAsInt())) : Optional.empty();
    }

    private static int truck(Track track) {
        return (int) (track.carId() - FIRST_CAR_ID);
    }

    private static LocalDate day(Track track) {
        return LocalDate.ofEpochDay(track.id() / TRACKS_A_DAY);
    }

    private Recording recording(Track track) {
        return recording(truck(track), day(track));
    }

    /** Kept for a while, because a track that was listed is fetched next; two callers may drive the same one twice. */
    private Recording recording(int truck, LocalDate day) {
        long id = trackId(truck, day);
        synchronized (kept) {
            Recording known = kept.get(id);
            if (known != null) {
                return known;
            }
        }
        Recording recording = drive(truck, day);
        synchronized (kept) {
            kept.put(id, recording);
        }
        return recording;
    }

    private static Recording drive(int truck, LocalDate day) {
        int driver = DemoRoster.driver(truck, day).orElseThrow();
        Drive drive = Shift.drive(DemoFleet.style(driver, day), DemoRoster.random(truck, day, 2));
        Points points = DemoPhone.record(drive, truck, driver, day);
        long startMs = points.atMs(0);
        long endMs = points.atMs(points.size() - 1);
        long uploadedMs = endMs + DemoPhone.uploadDelay(truck).toMillis();
        Track track = new Track(trackId(truck, day), FIRST_CAR_ID + truck, startMs, endMs, uploadedMs);
        return new Recording(track, points, Mileage.of(points));
    }

    static long trackId(int truck, LocalDate day) {
        return day.toEpochDay() * TRACKS_A_DAY + truck + 1;
    }

    static LocalDate day(long atMs) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(atMs), DemoRoster.ZONE);
    }

    /** A track with its points. */
    private record Recording(Track track, Points points, Mileage mileage) {}
}
