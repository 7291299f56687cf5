package org.optimizer.standin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.optimizer.standin.EcoEvent.Kind;

/** Finds what a box would notice in a recording, by limits that fit loaded tippers. */
final class EcoEvents {
    private static final double PULL_MPS2 = 1.2;
    private static final double BRAKE_MPS2 = 1.4;
    private static final double SPEED_KMH = 82;
    private static final long LONGEST_STEP_MS = 4_000;
    /** A speed limit is broken when it is broken for a while. */
    private static final long SHORTEST_OVERSPEED_MS = 3_000;

    private EcoEvents() {}

    /** By time. */
    static List<EcoEvent> find(Points points) {
        List<EcoEvent> events = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            addEvents(points, kind, events);
        }
        events.sort(Comparator.comparingLong(EcoEvent::atMs));
        return List.copyOf(events);
    }

    private static void addEvents(Points points, Kind kind, List<EcoEvent> events) {
        int begin = -1;
        double peak = 0;
        for (int row = 2; row < points.size(); row++) {
            double value = value(points, kind, row);
            if (value >= limit(kind)) {
                begin = begin < 0 ? row : begin;
                peak = Math.max(peak, value);
            } else if (begin >= 0) {
                add(points, kind, begin, row, peak, events);
                begin = -1;
                peak = 0;
            }
        }
    }

    private static void add(Points points, Kind kind, int begin, int end, double peak, List<EcoEvent> events) {
        long durationMs = points.atMs(end) - points.atMs(begin);
        if (kind != Kind.OVERSPEED || durationMs >= SHORTEST_OVERSPEED_MS) {
            events.add(new EcoEvent(
                    kind,
                    begin,
                    points.atMs(begin),
                    points.latE7(begin),
                    points.lonE7(begin),
                    points.speedMmps(begin),
                    peak,
                    durationMs));
        }
    }

    private static double limit(Kind kind) {
        return switch (kind) {
            case HARSH_ACCELERATION -> PULL_MPS2;
            case HARSH_BRAKING -> BRAKE_MPS2;
            case OVERSPEED -> SPEED_KMH;
        };
    }

    /** Over two steps, because a receiver's speed is noisy; 0 where it is not known. */
    private static double value(Points points, Kind kind, int row) {
        long speed = points.speedMmps(row);
        long before = points.speedMmps(row - 2);
        long stepMs = points.atMs(row) - points.atMs(row - 2);
        if (speed == Points.ABSENT || before == Points.ABSENT || stepMs <= 0 || stepMs > LONGEST_STEP_MS) {
            return 0;
        }
        double mps2 = (speed - before) / (double) stepMs;
        return switch (kind) {
            case HARSH_ACCELERATION -> mps2;
            case HARSH_BRAKING -> -mps2;
            case OVERSPEED -> speed * 3.6e-3;
        };
    }
}
