package org.optimizer.model;

/** What rules are asked about together; each part asks some tables and leaves the others alone. */
public enum RulePart {
    /** How far the recording of each trip can be trusted. */
    RECORDING,
    /** A driver's week: events and figures, from its trips; the recording's tables included. */
    SUMS,
    /** A driver's week: marks, score and whether it competes, from the figures. */
    MARKS,
    /** What vehicles do: standstills, visits, cycles, and the figures of their days. */
    ACTIVITY
}
