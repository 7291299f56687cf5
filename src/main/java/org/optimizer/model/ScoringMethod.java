package org.optimizer.model;

/** The two answers to the same question; a contest chooses one. */
public enum ScoringMethod {
    ABSOLUTE,
    RELATIVE
}
