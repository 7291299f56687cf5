package org.optimizer.transform.trips;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.optimizer.model.DataNote;
import org.optimizer.model.Trace;

/** Counts the day's faults by kind, with the first of each in words. */
final class Notes {
    private final DayWindow window;
    private final int[] counts = new int[Fault.values().length];
    private final long[] firstAtMs = new long[counts.length];
    private final String[] examples = new String[counts.length];

    Notes(DayWindow window) {
        this.window = window;
    }

    /** Remembers a fault of one fix; faults outside the day are another day's. */
    void add(Fault fault, Trace trace, int index) {
        long ms = trace.timeMs()[index];
        if (!window.contains(ms)) {
            return;
        }
        int kind = fault.ordinal();
        if (counts[kind]++ == 0 || ms < firstAtMs[kind]) {
            firstAtMs[kind] = ms;
            examples[kind] = example(fault, trace, index);
        }
    }

    List<DataNote> toList() {
        List<DataNote> notes = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            int kind = fault.ordinal();
            if (counts[kind] > 0) {
                Instant firstAt = Instant.ofEpochMilli(firstAtMs[kind]);
                notes.add(new DataNote(fault.kind(), fault.drops, counts[kind], firstAt, examples[kind]));
            }
        }
        notes.sort(Comparator.comparing(DataNote::firstAt).thenComparing(DataNote::kind));
        return notes;
    }

    private static String example(Fault fault, Trace trace, int index) {
        return switch (fault) {
            case IMPOSSIBLE_TIME -> "time " + trace.at(index);
            case IMPOSSIBLE_POSITION, POSITION_SPIKE ->
                "lat " + trace.latitudeDeg(index) + " lon " + trace.longitudeDeg(index);
            case IMPOSSIBLE_SPEED -> "speed " + speed(trace, index);
            case WRONG_UNIT -> "speeds up to " + highestMmps(trace) / 1e3 + " m/s: they must be in another unit";
            case IMPOSSIBLE_ACCELERATION, FROZEN_SPEED ->
                "speed from " + speed(trace, index - 1) + " to "
                        + speed(trace, index) + " within " + (trace.timeMs()[index] - trace.timeMs()[index - 1]) / 1e3
                        + " s";
            case EMPTY_FIX -> "neither position nor speed";
            case SECOND_RECORDING ->
                "track " + trace.tracks().get(trace.track()[index]) + " at the same time as another";
            case MOCK_LOCATION -> recording(trace, index) + " holds mock locations";
        };
    }

    private static String recording(Trace trace, int index) {
        String track = trace.tracks().get(trace.track()[index]);
        return track.isEmpty() ? "the recording without an id" : "track " + track;
    }

    private static int highestMmps(Trace trace) {
        return Arrays.stream(trace.speedMmps()).max().orElse(0);
    }

    private static String speed(Trace trace, int index) {
        return trace.speedMmps()[index] / 1e3 + " m/s";
    }
}
