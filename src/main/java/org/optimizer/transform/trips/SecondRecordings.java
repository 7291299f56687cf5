package org.optimizer.transform.trips;

import org.optimizer.model.Trace;

/** Two phones in one truck: the recording that began first is believed as long as it runs, so that no kilometre counts twice. */
final class SecondRecordings {
    /** A recording that is silent for longer no longer runs, ms. */
    private static final long SILENT_MS = 120_000;

    private SecondRecordings() {}

    static int drop(Trace trace, boolean[] dropped, Notes notes) {
        if (trace.tracks().size() < 2) {
            return 0;
        }
        int[] last = lastFixes(trace, dropped);
        int count = 0;
        int running = -1;
        for (int index = 0; index < trace.size(); index++) {
            if (dropped[index]) {
                continue;
            }
            if (running >= 0 && runsOn(trace, running, last, index)) {
                dropped[index] = true;
                notes.add(Fault.SECOND_RECORDING, trace, index);
                count++;
            } else {
                running = index;
            }
        }
        return count;
    }

    private static int[] lastFixes(Trace trace, boolean[] dropped) {
        int[] last = new int[trace.tracks().size()];
        for (int index = 0; index < trace.size(); index++) {
            if (!dropped[index]) {
                last[trace.track()[index]] = index;
            }
        }
        return last;
    }

    private static boolean runsOn(Trace trace, int running, int[] last, int index) {
        int track = trace.track()[running];
        return track != trace.track()[index]
                && last[track] > index
                && !trace.tracks().get(track).isEmpty()
                && trace.timeMs()[index] - trace.timeMs()[running] <= SILENT_MS;
    }
}
