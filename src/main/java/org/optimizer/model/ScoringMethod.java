package org.optimizer.model;

/** The answers to the same question; a contest chooses one. */
public enum ScoringMethod {
    ABSOLUTE,
    RELATIVE,
    /** Marks of 1 to 10 from what a provider counted (Globo), see {@link ScorePlan}. */
    EVENT_RATES,
    /** Marks that a provider, or the trackers themselves, gave, see {@link ScorePlan}. */
    FED_SCORES;

    /** Whether counts or marks come from a provider, and recordings play no part. */
    public boolean isProvided() {
        return this == EVENT_RATES || this == FED_SCORES;
    }
}
