package org.optimizer.model;

/**
 * What the rules say of one manoeuvre.
 *
 * @param rule the row that fired; empty for severity none
 */
public record Verdict(Severity severity, int points, String rule) {
    public static final Verdict NONE = new Verdict(Severity.NONE, 0, "");
}
