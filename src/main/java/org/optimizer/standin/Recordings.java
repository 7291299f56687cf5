package org.optimizer.standin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.optimizer.model.IsoWeek;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recorded drives, moved to a chosen week: the first UTC day of a vehicle becomes the week's Monday, its second the
 * Tuesday, and so on; the time of day stays. Values are served as recorded, also impossible ones, in the files' order.
 */
public final class Recordings implements Phones {
    private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);
    private static final int DAYS = 7;
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final long UPLOAD_MS = Duration.ofMinutes(10).toMillis();
    private static final long FIRST_CAR_ID = 5001;
    private static final long FIRST_TRACK_ID = 1_000_000_001L;

    private final Map<Car, List<Track>> tracks = new TreeMap<>(Comparator.comparingLong(Car::id));
    private final Map<Long, Points> points = new TreeMap<>();

    private Recordings() {}

    /**
     * @param folder is searched with its sub-folders; files whose columns are others than a recording's are left out
     * @throws IllegalArgumentException when the folder is missing or holds no recording, or a row cannot be read: with
     *     file, line and field
     */
    public static Recordings read(Path folder, IsoWeek week) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "replay folder " + folder.toAbsolutePath() + ": expected a folder of CSV recordings, found none");
        }
        Map<String, List<RecordedTrip>> vehicles = new TreeMap<>();
        for (Path file : files(folder)) {
            try (BufferedReader reader = open(file)) {
                RecordingFile.read(file, reader, vehicles);
            } catch (IOException e) {
                throw new UncheckedIOException("recording " + file + ": " + e.getMessage(), e);
            }
        }
        if (vehicles.isEmpty()) {
            throw new IllegalArgumentException(
                    "replay folder " + folder.toAbsolutePath() + ": no file has the columns " + RecordingFile.NEEDED);
        }
        Recordings recordings = new Recordings();
        vehicles.forEach((name, trips) -> recordings.addVehicle(name, trips, week));
        return recordings;
    }

    /** The names under which the vehicles are served, which are their ids in the files. */
    public List<String> vehicleNames() {
        return tracks.keySet().stream().map(Car::name).toList();
    }

    @Override
    public List<Car> cars() {
        return List.copyOf(tracks.keySet());
    }

    @Override
    public List<Track> tracks(Car car, long fromMs, long toMs) {
        return tracks.getOrDefault(car, List.of()).stream()
                .filter(track -> track.touches(fromMs, toMs))
                .toList();
    }

    @Override
    public Optional<Track> find(long trackId) {
        return tracks.values().stream()
                .flatMap(List::stream)
                .filter(track -> track.id() == trackId)
                .findFirst();
    }

    @Override
    public Points points(Track track) {
        return points.get(track.id());
    }

    @Override
    public Mileage mileage(Track track) {
        return Mileage.of(points(track));
    }

    @Override
    public Optional<String> driver(Track track) {
        return Optional.empty();
    }

    private void addVehicle(String name, List<RecordedTrip> trips, IsoWeek week) {
        List<Long> days =
                trips.stream().flatMap(RecordedTrip::days).distinct().sorted().toList();
        if (days.size() > DAYS) {
            LOG.warn(
                    "recordings of {}: {} days, of which the first 7 are served; {} and later are left out",
                    name,
                    days.size(),
                    LocalDate.ofEpochDay(days.get(DAYS)));
        }
        Car car = new Car(FIRST_CAR_ID + tracks.size(), name);
        List<Track> moved = new ArrayList<>();
        for (RecordedTrip trip : trips) {
            add(car, trip.moved(days.subList(0, Math.min(DAYS, days.size())), week.monday()), moved);
        }
        moved.sort(Comparator.comparingLong(Track::startMs).thenComparingLong(Track::id));
        tracks.put(car, moved);
    }

    private void add(Car car, Points moved, List<Track> of) {
        if (moved.size() == 0) {
            return;
        }
        long start = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        for (int row = 0; row < moved.size(); row++) {
            start = Math.min(start, moved.atMs(row));
            end = Math.max(end, moved.atMs(row));
        }
        long id = FIRST_TRACK_ID + points.size();
        points.put(id, moved);
        of.add(new Track(id, car.id(), start, end, end + UPLOAD_MS));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".csv") || file.toString().endsWith(".csv.gz"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("replay folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
            return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /**
     * One recording of a vehicle.
     *
     * @param id of the file; for rows without one, their UTC day
     */
    record RecordedTrip(String id, Points recorded) {
        Stream<Long> days() {
            return IntStream.range(0, recorded.size())
                    .mapToObj(row -> Math.floorDiv(recorded.atMs(row), DAY_MS))
                    .distinct();
        }

        /** @param days that are served, ascending; rows of others are left out */
        Points moved(List<Long> days, LocalDate monday) {
            Points moved = new Points(recorded.size());
            for (int row = 0; row < recorded.size(); row++) {
                long day = Math.floorDiv(recorded.atMs(row), DAY_MS);
                int index = Collections.binarySearch(days, day);
                if (index >= 0) {
                    long midnight = monday.plusDays(index)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli();
                    moved.add(
                            midnight + Math.floorMod(recorded.atMs(row), DAY_MS),
                            recorded.latE7(row),
                            recorded.lonE7(row),
                            recorded.speedMmps(row),
                            recorded.accuracyMm(row),
                            recorded.bearingMdeg(row),
                            recorded.altitudeMm(row));
                }
            }
            return moved;
        }
    }
}
