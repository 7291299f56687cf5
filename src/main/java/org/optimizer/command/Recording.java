package org.optimizer.command;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.optimizer.model.DataNote;
import org.optimizer.model.FixSink;
import org.optimizer.model.Trace;

/** Everything that the files say of one vehicle, in the order in which they say it. */
final class Recording implements FixSink {
    private final Trace.Builder fixes = new Trace.Builder(4096);
    private long[] timesMs = new long[4096];
    private int rows;

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
        if (rows == timesMs.length) {
            timesMs = Arrays.copyOf(timesMs, rows * 2);
        }
        timesMs[rows++] = epochMs;
        fixes.add(
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
        throw new IllegalStateException("a private fix in a file: expected none, as no format says so");
    }

    @Override
    public void unreadable(String reason, String raw) {
        throw new IllegalStateException(reason + ": expected a file that cannot be read to be refused as a whole");
    }

    int rows() {
        return rows;
    }

    Trace trace() {
        return fixes.build();
    }

    /** Rows that share their instant with another one: a vehicle is at one place at a time, so one of them stays. */
    Optional<DataNote> repeatedInstants() {
        long[] sorted = Arrays.copyOf(timesMs, rows);
        Arrays.sort(sorted);
        int count = 0;
        long first = 0;
        for (int i = 1; i < rows; i++) {
            if (sorted[i] == sorted[i - 1]) {
                first = count++ == 0 ? sorted[i] : first;
            }
        }
        return count == 0 ? Optional.empty() : Optional.of(repeated(count, first));
    }

    private static DataNote repeated(int count, long firstMs) {
        String at = Instant.ofEpochMilli(firstMs).toString();
        return new DataNote("repeated-instant", true, count, Instant.ofEpochMilli(firstMs), "again " + at);
    }
}
