package org.optimizer.model;

import java.time.ZoneId;

/**
 * A mine, a quarry or a building site.
 *
 * @param zone the time zone in which its days, weeks and deadlines are meant
 * @param country ISO 3166 code of two letters; decides the rules for telephone numbers
 */
public record Site(String id, String name, ZoneId zone, String country) {}
