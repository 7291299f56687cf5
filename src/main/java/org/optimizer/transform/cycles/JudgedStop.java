package org.optimizer.transform.cycles;

import java.util.Optional;
import org.optimizer.model.IdleVerdict;

/** A whole standstill with what the rules made of it. */
public record JudgedStop(Stop stop, Optional<String> zone, Optional<String> zoneType, IdleVerdict verdict) {
    private static final String BREAK = "break";

    boolean isBreak() {
        return verdict.countsAs().equals(BREAK);
    }
}
