package org.optimizer.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that is missing or wrong in a site's data.
 *
 * @param subjectId of the vehicle or the driver
 * @param contestId where it concerns one contest alone
 * @param action what to do, a key of the message files
 * @param found the figure that the rules judged
 * @param beside a figure to compare it with, as the kind says; NaN where there is none
 * @param details days, or reasons with their figures, for the sentence
 * @param lastFixAt when the vehicle was last heard of, within the weeks looked at
 */
public record SanityFinding(
        String siteId,
        SanityKind kind,
        String subjectId,
        Optional<String> contestId,
        SanitySeverity severity,
        String action,
        double found,
        double beside,
        List<String> details,
        Optional<Instant> lastFixAt) {
    public SanityFinding {
        details = List.copyOf(details);
    }

    /** The same for the same thing at every check: what is found again is not found twice. */
    public String key() {
        return String.join("|", siteId, kind.code(), subjectId, contestId.orElse(""));
    }
}
