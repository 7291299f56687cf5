package org.optimizer.transform.cycles;

import java.util.List;
import java.util.Optional;
import org.optimizer.model.CycleEnd;

/**
 * A stretch of work that may be a cycle: what it is the rules say.
 *
 * @param load where its load comes from
 * @param loadPhase visit of a load zone that is part of its time: the same, or the next one where cycles begin on leaving; empty
 *     while there is none
 * @param unloads the visits of unload zones in it
 * @param phases that follow each other without a gap from its start to its end
 */
record Candidate(
        ZonePart load,
        Optional<ZonePart> loadPhase,
        List<ZonePart> unloads,
        List<PhaseSpan> phases,
        CycleEnd endedBy,
        boolean endCensored) {
    Candidate {
        unloads = List.copyOf(unloads);
        phases = List.copyOf(phases);
    }

    long startMs() {
        return phases.get(0).fromMs();
    }

    long endMs() {
        return phases.get(phases.size() - 1).toMs();
    }
}
