package org.optimizer.model;

/** How far a trip's recording can be trusted for scoring, best first (table {@code sampling-class}). */
public enum SamplingClass {
    A,
    B,
    C,
    D
}
