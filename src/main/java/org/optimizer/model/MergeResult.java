package org.optimizer.model;

/**
 * What merging fixes into a stored day did: read = loaded + unchanged.
 *
 * @param revision of the day afterwards; higher than before only when something was loaded
 */
public record MergeResult(int revision, int loaded, int unchanged) {}
