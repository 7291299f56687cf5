package org.optimizer.transform.intake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.optimizer.model.Trace;
import org.optimizer.transform.intake.UnitCheck.Finding;

/**
 * What a batch that comes in parts says of the units of its recordings. Too little driving to tell is told by the part before, or by
 * the batch's other recordings if all of them are wrong.
 */
public final class UnitWatch {
    private final Map<String, Finding> known = new LinkedHashMap<>();

    /** The recordings of a part whose speeds seem to be in another unit, by name. */
    public Map<String, Finding> wrong(Trace part) {
        Finding[] findings = UnitCheck.of(part);
        for (int track = 0; track < findings.length; track++) {
            if (findings[track].isKnown()) {
                known.put(part.tracks().get(track), findings[track]);
            }
        }
        Map<String, Finding> wrong = new HashMap<>();
        Optional<Finding> others = ofAll();
        for (String track : part.tracks()) {
            Optional.ofNullable(known.get(track))
                    .or(() -> others)
                    .filter(finding -> finding.mistake().isPresent())
                    .ifPresent(finding -> wrong.put(track, finding));
        }
        return wrong;
    }

    private Optional<Finding> ofAll() {
        boolean anyRight =
                known.values().stream().anyMatch(finding -> finding.mistake().isEmpty());
        return anyRight ? Optional.empty() : known.values().stream().findFirst();
    }
}
