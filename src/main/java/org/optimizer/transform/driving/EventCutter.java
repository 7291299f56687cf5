package org.optimizer.transform.driving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.optimizer.model.Manoeuvre;

/** Cuts from a manoeuvre what reaches a threshold: the events that rules then judge. */
public final class EventCutter {
    /** Runs closer than this are one event, s. */
    private static final double MERGE_S = 3;

    private EventCutter() {}

    /**
     * The part of a manoeuvre that reaches a threshold.
     *
     * @param durationS from its first to its last sample at or above the threshold
     * @param startSpeedKmh speed where it begins
     */
    public record Event(Instant at, double durationS, double peakMps2, double startSpeedKmh) {}

    private record Run(int from, int to) {}

    /**
     * Events in order of time: runs of |a₄| at or above threshold and guard that begin fast enough, those closer than 3 s in
     * one.
     *
     * @param thresholdMps2 without the guard, which is the manoeuvre's own; not below the candidates' floor of 0.5
     * @param lowestStartKmh a run that begins slower is none
     */
    public static List<Event> events(Manoeuvre manoeuvre, double thresholdMps2, double lowestStartKmh) {
        List<Event> events = new ArrayList<>();
        Run open = null;
        for (Run run : runs(manoeuvre, thresholdMps2 + manoeuvre.guardMps2())) {
            if (speedKmh(manoeuvre, run.from) < lowestStartKmh) {
                continue;
            }
            if (open != null && (run.from - open.to) * manoeuvre.stepS() < MERGE_S) {
                open = new Run(open.from, run.to);
                continue;
            }
            addEvent(events, manoeuvre, open);
            open = run;
        }
        addEvent(events, manoeuvre, open);
        return events;
    }

    private static List<Run> runs(Manoeuvre manoeuvre, double limitMps2) {
        List<Run> runs = new ArrayList<>();
        int from = -1;
        int length = manoeuvre.profileMps2().length;
        for (int sample = 0; sample <= length; sample++) {
            boolean reaches = sample < length && accelerationMps2(manoeuvre, sample) >= limitMps2;
            if (reaches && from < 0) {
                from = sample;
            } else if (!reaches && from >= 0) {
                runs.add(new Run(from, sample - 1));
                from = -1;
            }
        }
        return runs;
    }

    private static void addEvent(List<Event> events, Manoeuvre manoeuvre, Run run) {
        if (run != null) {
            double stepS = manoeuvre.stepS();
            events.add(new Event(
                    manoeuvre.at().plusMillis(Math.round(run.from * stepS * 1000)),
                    (run.to - run.from) * stepS,
                    peakMps2(manoeuvre, run),
                    speedKmh(manoeuvre, run.from)));
        }
    }

    private static double peakMps2(Manoeuvre manoeuvre, Run run) {
        double peak = 0;
        for (int sample = run.from; sample <= run.to; sample++) {
            peak = Math.max(peak, accelerationMps2(manoeuvre, sample));
        }
        return peak;
    }

    /** The profile is kept in single precision; its peak is known in double, so that it decides exactly. */
    private static double accelerationMps2(Manoeuvre manoeuvre, int sample) {
        float kept = manoeuvre.profileMps2()[sample];
        return kept == (float) manoeuvre.peakMps2() ? manoeuvre.peakMps2() : kept;
    }

    private static double speedKmh(Manoeuvre manoeuvre, int sample) {
        return sample == 0 ? manoeuvre.startSpeedKmh() : manoeuvre.profileKmh()[sample];
    }
}
