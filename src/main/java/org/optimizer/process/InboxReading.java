package org.optimizer.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.optimizer.extract.files.FixSinks;
import org.optimizer.model.EtlRun;
import org.optimizer.model.FixSink;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.Vehicle;

/** One trace file on its way in: its fixes go through the one door vehicle by vehicle, and never all of them are in memory. */
final class InboxReading implements FixSinks {
    /** Over all vehicles; some 50 MB. Beyond it all batches end and new ones begin: files of many vehicles are that long. */
    private static final int MOST_OPEN_FIXES = 1_000_000;

    /** Of the days that the log names: an instant outside is nobody's, and no column of a table holds it. */
    private static final long EARLIEST_MS =
            Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();

    private static final long LATEST_MS = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    private final VehicleNames names;
    private final Function<Vehicle, ZoneId> zoneOf;
    private final Function<Vehicle, Intake.Open> open;
    private final Map<String, Optional<VehicleRows>> byName = new HashMap<>();
    private final TreeMap<String, VehicleRows> byId = new TreeMap<>();
    private final int pieceFixes;
    private int openFixes;

    /** @param pieceFixes after how many fixes a batch stores a piece by itself */
    InboxReading(
            VehicleNames names, Function<Vehicle, ZoneId> zoneOf, Function<Vehicle, Intake.Open> open, int pieceFixes) {
        this.pieceFixes = pieceFixes;
        this.names = names;
        this.zoneOf = zoneOf;
        this.open = open;
    }

    @Override
    public Optional<? extends FixSink> of(String name) {
        return byName.computeIfAbsent(name, written -> names.find(written)
                .map(vehicle -> byId.computeIfAbsent(vehicle.id(), id -> new VehicleRows(vehicle))));
    }

    /** Stores what is still open. @return where each row went */
    IntakeCount close() {
        storeOpen();
        return byId.values().stream().map(rows -> rows.count).reduce(IntakeCount.NONE, IntakeCount::plus);
    }

    /** One line of the log for each vehicle. */
    Iterable<EtlRun> runs(String source, Instant startedAt, long durationMs) {
        return byId.values().stream()
                .filter(rows -> rows.count.received() > 0)
                .map(rows -> rows.run(source, startedAt, durationMs))
                .toList();
    }

    /** In the order of vehicles, as whoever else locks days of several. */
    private void storeOpen() {
        byId.values().forEach(VehicleRows::store);
        openFixes = 0;
    }

    private final class VehicleRows implements FixSink {
        private final Vehicle vehicle;
        private Intake.Open batch;
        private int inMemory;
        private IntakeCount count = IntakeCount.NONE;
        private long firstMs = Long.MAX_VALUE;
        private long lastMs = Long.MIN_VALUE;

        VehicleRows(Vehicle vehicle) {
            this.vehicle = vehicle;
        }

        private Intake.Open batch() {
            if (openFixes >= MOST_OPEN_FIXES) {
                storeOpen();
            }
            openFixes++;
            if (++inMemory == pieceFixes) {
                openFixes -= inMemory;
                inMemory = 0;
            }
            if (batch == null) {
                batch = open.apply(vehicle);
            }
            return batch;
        }

        @Override
        public void fix(
                long epochMs,
                String track,
                double latitudeDeg,
                double longitudeDeg,
                double speedMps,
                double accuracyM,
                double speedAccuracyMps,
                double bearingDeg,
                double altitudeM,
                boolean mock) {
            if (epochMs >= EARLIEST_MS && epochMs < LATEST_MS) {
                firstMs = Math.min(firstMs, epochMs);
                lastMs = Math.max(lastMs, epochMs);
            }
            batch().fix(
                            epochMs,
                            track,
                            latitudeDeg,
                            longitudeDeg,
                            speedMps,
                            accuracyM,
                            speedAccuracyMps,
                            bearingDeg,
                            altitudeM,
                            mock);
        }

        @Override
        public void privateFix() {
            batch().privateFix();
        }

        @Override
        public void unreadable(String reason, String raw) {
            batch().unreadable(reason, raw);
        }

        private void store() {
            if (batch != null) {
                count = count.plus(batch.close());
                batch = null;
                inMemory = 0;
            }
        }

        private EtlRun run(String source, Instant startedAt, long durationMs) {
            return new EtlRun(source, vehicle.id(), day(firstMs), day(lastMs), startedAt, durationMs, count);
        }

        /** Null when no row had an instant. */
        private LocalDate day(long ms) {
            return firstMs > lastMs ? null : LocalDate.ofInstant(Instant.ofEpochMilli(ms), zoneOf.apply(vehicle));
        }
    }
}
