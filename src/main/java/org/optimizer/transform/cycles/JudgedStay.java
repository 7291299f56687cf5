package org.optimizer.transform.cycles;

import java.util.ArrayList;
import java.util.List;
import org.optimizer.model.VisitVerdict;

/**
 * A zone visit with what the rules made of it.
 *
 * @param stops the standstills that reach into it
 */
public record JudgedStay(Stay stay, VisitVerdict verdict, List<Stop> stops) {
    private static final String LOAD = "load";
    private static final String UNLOAD = "unload";

    public JudgedStay {
        stops = List.copyOf(stops);
    }

    /** Long enough to load or unload. */
    boolean stopped() {
        return verdict.stopped();
    }

    /** Whether loads may begin or end here. */
    public boolean isOfCycles() {
        return isLoadZone() || isUnloadZone();
    }

    public boolean isLoadZone() {
        return stay.visit().type().equals(LOAD);
    }

    public boolean isUnloadZone() {
        return stay.visit().type().equals(UNLOAD);
    }

    /** The visit, cut where work was interrupted meanwhile; nothing of it when the interruption outlasts it. */
    List<ZonePart> parts(List<Interruption> interruptions) {
        List<ZonePart> parts = new ArrayList<>();
        long fromMs = stay.fromMs();
        boolean cut = false;
        for (Interruption each : interruptions) {
            if (each.toMs() > stay.fromMs() && each.fromMs() < stay.toMs()) {
                if (each.fromMs() > fromMs) {
                    parts.add(new ZonePart(this, fromMs, each.fromMs(), cut, true));
                }
                fromMs = Math.max(fromMs, each.toMs());
                cut = true;
            }
        }
        if (fromMs < stay.toMs()) {
            parts.add(new ZonePart(this, fromMs, stay.toMs(), cut, false));
        }
        return parts;
    }
}
