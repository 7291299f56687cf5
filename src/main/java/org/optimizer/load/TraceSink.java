package org.optimizer.load;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.MergeResult;
import org.optimizer.model.Stored;
import org.optimizer.model.Trace;
import org.optimizer.model.TraceCodec;

/** Writes fixes into their day: locks the row, merges by time, raises the revision if anything is new. Twice is once. */
public class TraceSink {
    private final ProducerTemplate camel;

    public TraceSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /**
     * Lets one writer of a vehicle at a time pass until its transaction ends. Whoever writes several of its days takes this first:
     * days that come in another order than another writer's would lock the two out. Who writes several vehicles takes them in the
     * order of their ids.
     */
    public void lockVehicle(String vehicleId) {
        Call.send(camel, "lock-vehicle", Stored.row("vehicleId", vehicleId), Map.of());
    }

    /** @param fixes of that site day only */
    public MergeResult merge(String vehicleId, LocalDate day, Trace fixes) {
        Stock stock = lock(vehicleId, day).orElseGet(() -> begin(vehicleId, day, fixes));
        Trace merged = Trace.merge(stock.trace, fixes);
        int changed = countOther(stock.trace, merged);
        int revision = changed == 0 ? stock.revision : stock.revision + 1;
        if (changed > 0) {
            save(vehicleId, day, revision, merged);
        }
        int fresh = merged.size() - stock.trace.size();
        return new MergeResult(revision, fresh, changed - fresh, fixes.size() - changed);
    }

    private record Stock(int revision, Trace trace) {}

    /** The stored day, locked until the end of the transaction. */
    private Optional<Stock> lock(String vehicleId, LocalDate day) {
        List<?> rows = Call.send(camel, "lock-trace-day", Stored.row("vehicleId", vehicleId, "day", day), Map.of())
                .getMessage()
                .getBody(List.class);
        return rows.stream().findFirst().map(row -> stock(vehicleId, day, (Map<?, ?>) row));
    }

    private static Stock stock(String vehicleId, LocalDate day, Map<?, ?> row) {
        byte[] fixes = (byte[]) row.get("fixes");
        try {
            return new Stock(
                    ((Number) row.get("revision")).intValue(), fixes == null ? Trace.EMPTY : TraceCodec.decode(fixes));
        } catch (IllegalArgumentException cause) {
            throw new IllegalStateException(
                    "trace_day " + vehicleId + " " + day + ": " + cause.getMessage()
                            + "; delete the row and fetch the day again",
                    cause);
        }
    }

    /** The day's row, made empty and locked; whoever makes it at the same time waits here, and then finds the other's. */
    private Stock begin(String vehicleId, LocalDate day, Trace fixes) {
        if (fixes.isEmpty()) {
            return new Stock(0, Trace.EMPTY);
        }
        Call.route(camel, "begin-trace-day", Stored.row("vehicleId", vehicleId, "day", day));
        return lock(vehicleId, day)
                .orElseThrow(() -> new IllegalStateException("trace_day " + vehicleId + " " + day
                        + ": expected the row just made, found none; is this running in a transaction?"));
    }

    private void save(String vehicleId, LocalDate day, int revision, Trace trace) {
        Call.route(
                camel,
                "save-trace-day",
                Stored.row(
                        "vehicleId", vehicleId,
                        "day", day,
                        "revision", revision,
                        "fixCount", trace.size(),
                        "firstAt", trace.at(0),
                        "lastAt", trace.at(trace.size() - 1),
                        "fixes", TraceCodec.encode(trace)));
    }

    /** How many fixes of {@code after} were not in {@code before}, or were others there. */
    private static int countOther(Trace before, Trace after) {
        if (before.isEmpty()) {
            return after.size();
        }
        int count = 0;
        int old = 0;
        for (int i = 0; i < after.size(); i++) {
            while (old < before.size() && before.timeMs()[old] < after.timeMs()[i]) {
                old++;
            }
            count += old < before.size() && same(before, old, after, i) ? 0 : 1;
        }
        return count;
    }

    private static boolean same(Trace one, int i, Trace other, int j) {
        return one.timeMs()[i] == other.timeMs()[j]
                && one.latitudeE7()[i] == other.latitudeE7()[j]
                && one.longitudeE7()[i] == other.longitudeE7()[j]
                && one.speedMmps()[i] == other.speedMmps()[j]
                && at(one.accuracyMm(), i) == at(other.accuracyMm(), j)
                && at(one.speedAccuracyMmps(), i) == at(other.speedAccuracyMmps(), j)
                && at(one.bearingCdeg(), i) == at(other.bearingCdeg(), j)
                && at(one.altitudeMm(), i) == at(other.altitudeMm(), j)
                && one.isMock(i) == other.isMock(j)
                && one.tracks().get(one.track()[i]).equals(other.tracks().get(other.track()[j]));
    }

    private static int at(int[] column, int index) {
        return column == null ? Trace.ABSENT : column[index];
    }

    /** Notes that these days were asked of the provider, whether or not there was anything. */
    public void noteFetched(String vehicleId, List<LocalDate> days, Instant at) {
        Call.route(
                camel,
                "note-fetched-days",
                days.stream()
                        .map(day -> Stored.row("vehicleId", vehicleId, "day", day, "at", at))
                        .toList());
    }
}
