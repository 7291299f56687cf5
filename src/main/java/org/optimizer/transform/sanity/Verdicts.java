package org.optimizer.transform.sanity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.optimizer.model.Rulebook;
import org.optimizer.model.SanityFinding;
import org.optimizer.model.SanityKind;
import org.optimizer.model.SanitySeverity;
import org.optimizer.model.SanityVerdict;

/** Collects the findings of a check: what the rules call none is none. */
final class Verdicts {
    private final String siteId;
    private final Book book;
    private final Rulebook rulebook;

    Verdicts(String siteId, Book book, Rulebook rulebook) {
        this.siteId = siteId;
        this.book = book;
        this.rulebook = rulebook;
    }

    /** Those of one subject. */
    Of of(String subjectId) {
        return new Of(subjectId);
    }

    /** The findings of a subject, in the order in which they were looked for. */
    final class Of {
        private final String subjectId;
        private final List<SanityFinding> findings = new ArrayList<>();

        private Of(String subjectId) {
            this.subjectId = subjectId;
        }

        void look(SanityKind kind, double found) {
            look(kind, found, Double.NaN, List.of());
        }

        void look(SanityKind kind, double found, double beside, List<?> details) {
            look(kind, Optional.empty(), found, beside, details);
        }

        void look(SanityKind kind, Optional<String> contestId, double found, double beside, List<?> details) {
            SanityVerdict verdict = rulebook.judge(kind, found);
            if (verdict.severity() != SanitySeverity.NONE) {
                findings.add(new SanityFinding(
                        siteId,
                        kind,
                        subjectId,
                        contestId,
                        verdict.severity(),
                        verdict.action(),
                        found,
                        beside,
                        details.stream().map(Object::toString).toList(),
                        book.lastFixAt(subjectId)));
            }
        }

        boolean has(SanityKind kind) {
            return findings.stream().anyMatch(finding -> finding.kind() == kind);
        }

        List<SanityFinding> findings() {
            return findings;
        }
    }
}
