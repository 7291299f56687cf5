package org.optimizer.transform.trips;

import org.optimizer.model.Trace;

/**
 * A phone on which an app makes up the position: the recording that holds one such fix is refused whole, as far as it lies in
 * the day and the hour around it. Fixes without a recording's id are one recording a day.
 */
final class MockRecordings {
    private MockRecordings() {}

    static int drop(Trace trace, boolean[] dropped, DayWindow window, Notes notes) {
        boolean[] refused = refused(trace, window);
        int count = 0;
        for (int index = 0; index < trace.size(); index++) {
            if (trace.isMock(index) || refused[trace.track()[index]]) {
                dropped[index] = true;
                notes.add(Fault.MOCK_LOCATION, trace, index);
                count++;
            }
        }
        return count;
    }

    /** By track. Without an id, a mock fix of the hour before or after is another day's recording. */
    private static boolean[] refused(Trace trace, DayWindow window) {
        boolean[] refused = new boolean[trace.tracks().size()];
        for (int index = 0; index < trace.size(); index++) {
            int track = trace.track()[index];
            boolean ofThisDay = window.contains(trace.timeMs()[index]);
            refused[track] |= trace.isMock(index)
                    && (ofThisDay || !trace.tracks().get(track).isEmpty());
        }
        return refused;
    }
}
