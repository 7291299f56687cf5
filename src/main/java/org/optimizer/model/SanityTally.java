package org.optimizer.model;

/**
 * How many drivers of a contest have something, and how many lack it: the table of 2019.
 *
 * @param thing log-in, track, zone-visit, phone, score, acceleration, deceleration, speed-keeping or ranked
 */
public record SanityTally(String contestId, String thing, int have, int lack) {}
