package org.optimizer.model;

/** Work for which is counted how often each row of the rules answers. */
public enum CountedWork {
    /** Of a contest: what counts as average. */
    OPENING,
    /** Of a contest, by chunk of drivers. */
    SCORING,
    /** Of a contest. */
    RANKING,
    /** Of a contest. */
    FAIRNESS,
    /** Of a vehicle: its standstills, visits and figures of the day. */
    ACTIVITY,
    /** Of a site. */
    SANITY
}
