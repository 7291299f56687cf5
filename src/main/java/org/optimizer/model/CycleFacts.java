package org.optimizer.model;

/**
 * What the rules are told of a candidate for a cycle.
 *
 * @param unloadings visits of unload zones in which it stood long enough
 * @param allowedZone whether the first of them may take what comes from this load zone; true without any
 * @param entryCensored nobody knows when it entered the load zone
 * @param gapInZone too little was recorded inside a zone
 */
public record CycleFacts(
        CycleEnd endedBy, int unloadings, boolean allowedZone, boolean entryCensored, boolean gapInZone) {}
