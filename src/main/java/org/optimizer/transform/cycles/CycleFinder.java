package org.optimizer.transform.cycles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.optimizer.model.CycleEnd;
import org.optimizer.model.CycleState;

/**
 * Follows a vehicle from load zone to unload zone and back, and proposes what may be a cycle: from a load zone to the next one,
 * or to whatever comes between.
 */
final class CycleFinder {
    private final Settings settings;
    private final List<Candidate> candidates = new ArrayList<>();
    private final StateLine states = new StateLine();
    private Work open;

    /**
     * How cycles are cut.
     *
     * @param maxCycleMs longer is none
     * @param multiDrop whether a load may be unloaded at several places
     * @param startAtLeave whether a cycle begins when the vehicle leaves the load zone
     */
    record Settings(long maxCycleMs, boolean multiDrop, boolean startAtLeave) {}

    /** Candidates in order of time, and the states that the vehicle went through. */
    record Found(List<Candidate> candidates, StateLine states) {}

    private CycleFinder(Settings settings) {
        this.settings = settings;
    }

    /**
     * The candidates of some days.
     *
     * @param parts visits of load and unload zones in which the vehicle stood long enough, cut at the interruptions
     * @param endMs last instant of which anything is known
     */
    static Found find(List<ZonePart> parts, List<Interruption> interruptions, long endMs, Settings settings) {
        CycleFinder finder = new CycleFinder(settings);
        List<ZonePart> visits = parts.stream()
                .sorted(Comparator.comparingLong(ZonePart::fromMs))
                .toList();
        int next = 0;
        for (ZonePart visit : visits) {
            while (next < interruptions.size() && interruptions.get(next).fromMs() <= visit.fromMs()) {
                finder.interrupt(interruptions.get(next++));
            }
            finder.visit(visit);
        }
        while (next < interruptions.size() && interruptions.get(next).fromMs() <= endMs) {
            finder.interrupt(interruptions.get(next++));
        }
        finder.waitUntil(endMs);
        finder.close(CycleEnd.RECORDING_END, endMs, false);
        return new Found(List.copyOf(finder.candidates), finder.states);
    }

    private void interrupt(Interruption interruption) {
        waitUntil(interruption.fromMs());
        close(interruption.end(), interruption.fromMs(), false);
        states.enter(interruption.state(), interruption.fromMs());
    }

    private void visit(ZonePart visit) {
        waitUntil(visit.fromMs());
        if (visit.whole().isLoadZone()) {
            load(visit);
        } else {
            unload(visit);
        }
    }

    private void load(ZonePart visit) {
        if (!settings.startAtLeave()) {
            close(CycleEnd.NEXT_LOAD, visit.fromMs(), visit.isEntryCensored());
            open = new Work(visit, visit.fromMs(), visit);
        } else if (open != null) {
            open.loadPhase = visit;
        }
        states.enter(CycleState.LOAD_ZONE, visit.fromMs());
        waitUntil(visit.toMs());
        if (settings.startAtLeave() && !visit.isExitCensored()) {
            close(CycleEnd.NEXT_LOAD, visit.toMs(), false);
            open = new Work(visit, visit.toMs(), null);
        }
        states.enter(CycleState.HAUL, visit.toMs());
    }

    private void unload(ZonePart visit) {
        if (open != null && !open.unloads.isEmpty() && !settings.multiDrop()) {
            close(CycleEnd.SECOND_UNLOAD, visit.fromMs(), visit.isEntryCensored());
        }
        if (open != null) {
            open.unloads.add(visit);
        }
        states.enter(CycleState.UNLOAD_ZONE, visit.fromMs());
        waitUntil(visit.toMs());
        states.enter(CycleState.RETURN, visit.toMs());
    }

    /** No cycle takes for ever. */
    private void waitUntil(long ms) {
        if (open != null && ms - open.startMs > settings.maxCycleMs()) {
            long endMs = open.startMs + settings.maxCycleMs();
            close(CycleEnd.TIMEOUT, endMs, false);
            states.enter(CycleState.UNKNOWN, endMs);
        }
    }

    private void close(CycleEnd end, long endMs, boolean endCensored) {
        boolean leftNothing = end == CycleEnd.RECORDING_END && open != null && !open.hasLeft(endMs);
        if (open != null && endMs > open.startMs && !leftNothing) {
            candidates.add(open.closed(end, endMs, endCensored));
        }
        open = null;
    }

    /** A cycle under way. */
    private static final class Work {
        private final ZonePart load;
        private final long startMs;
        private final List<ZonePart> unloads = new ArrayList<>();
        private ZonePart loadPhase;

        Work(ZonePart load, long startMs, ZonePart loadPhase) {
            this.load = load;
            this.startMs = startMs;
            this.loadPhase = loadPhase;
        }

        /** While the vehicle is still at its first load zone, no cycle is lost. */
        boolean hasLeft(long endMs) {
            return load.toMs() < endMs;
        }

        Candidate closed(CycleEnd end, long endMs, boolean endCensored) {
            return new Candidate(
                    load, Optional.ofNullable(loadPhase), unloads, new Phases(this, endMs).spans, end, endCensored);
        }
    }

    /** Cuts a cycle into phases, each of which begins where the one before ends. */
    private static final class Phases {
        private final List<PhaseSpan> spans = new ArrayList<>();
        private final long endMs;
        private long untilMs;

        Phases(Work work, long endMs) {
            this.endMs = endMs;
            this.untilMs = work.startMs;
            boolean begins = work.loadPhase == work.load;
            if (begins) {
                add(Phase.LOAD, work.load.toMs());
            }
            for (ZonePart unload : work.unloads) {
                add(Phase.HAUL, unload.fromMs());
                add(Phase.UNLOAD, unload.toMs());
            }
            Phase way = work.unloads.isEmpty() ? Phase.HAUL : Phase.RETURN;
            if (begins || work.loadPhase == null) {
                add(way, endMs);
            } else {
                add(way, work.loadPhase.fromMs());
                add(Phase.LOAD, endMs);
            }
        }

        private void add(Phase phase, long toMs) {
            long cutMs = Math.min(toMs, endMs);
            if (cutMs > untilMs) {
                spans.add(new PhaseSpan(phase, untilMs, cutMs));
                untilMs = cutMs;
            }
        }
    }
}
