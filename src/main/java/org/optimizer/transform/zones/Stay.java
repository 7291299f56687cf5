package org.optimizer.transform.zones;

/**
 * A stay in a zone, before it is divided into days.
 *
 * @param zone number of the zone
 * @param from first fix inside
 * @param to first fix that is not inside any more, or one after the last one where the end is not known
 * @param confirmed long enough for a standstill at the fence to be one inside
 */
record Stay(
        int zone,
        int from,
        int to,
        long enterMs,
        long exitMs,
        boolean entryCensored,
        boolean exitCensored,
        boolean confirmed) {}
