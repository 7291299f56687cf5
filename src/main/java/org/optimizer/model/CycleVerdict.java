package org.optimizer.model;

import java.util.List;
import java.util.Optional;

/**
 * What a candidate for a cycle was.
 *
 * @param reason why it is incomplete; empty when complete
 * @param measured whether its times may be used for medians
 * @param rule that said so
 */
public record CycleVerdict(
        boolean complete, Optional<String> reason, List<String> flags, boolean measured, String rule) {
    public CycleVerdict {
        flags = List.copyOf(flags);
    }
}
