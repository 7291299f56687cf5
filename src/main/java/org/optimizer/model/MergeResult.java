package org.optimizer.model;

/**
 * What merging fixes into a stored day did: what was given = fresh + updated + unchanged.
 *
 * @param revision of the day afterwards; higher than before only when something was fresh or updated
 * @param fresh fixes at instants of which nothing was stored
 * @param updated fixes that took the place of a worse one at their instant
 */
public record MergeResult(int revision, int fresh, int updated, int unchanged) {}
