package org.optimizer.model;

import java.util.OptionalDouble;

/**
 * What the rules are told of a zone visit.
 *
 * @param minDwellS what the zone itself asks for, empty when it leaves that to its type
 * @param whole its beginning and its end were recorded
 * @param recordedS longest standstill with fixes, s; 0 when it never stood
 * @param inferredS longest standstill without fixes, s; 0 without any
 */
public record VisitFacts(
        String zoneType, OptionalDouble minDwellS, boolean whole, double recordedS, double inferredS) {}
