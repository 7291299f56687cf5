package org.optimizer.rules;

import java.util.Locale;
import java.util.Map;
import org.optimizer.model.SanityKind;
import org.optimizer.model.SanitySeverity;
import org.optimizer.model.SanityVerdict;

/** Asks whether a figure found in the data is worth a word. */
public final class SanityFigure extends Question {
    private static final String NONE = "none";

    private final String kind;
    private final double found;
    private String severity = NONE;
    private String action = NONE;

    SanityFigure(SanityKind kind, double found) {
        this(kind.code(), found);
    }

    SanityFigure(String kind, double found) {
        this.kind = kind;
        // a share is a quotient of sums: what a computer loses in adding must not decide
        this.found = Math.rint(found * 1e6) / 1e6;
    }

    public String getKind() {
        return kind;
    }

    public double getFound() {
        return found;
    }

    public void is(String severity, String action, String rule) {
        decidedBy(rule);
        this.severity = severity;
        this.action = action;
    }

    SanityVerdict answer() {
        return new SanityVerdict(SanitySeverity.valueOf(severity.toUpperCase(Locale.ROOT)), action);
    }

    @Override
    Map<String, Object> outcome() {
        return Map.of("severity", severity, "action", action);
    }
}
