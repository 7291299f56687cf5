package org.optimizer.model;

import java.time.LocalTime;

/**
 * A stretch of every working day in which a site's vehicles are driven, in the site's time; one that ends before it begins lasts
 * over midnight and belongs to the day in which it begins.
 */
public record Shift(String siteId, String name, LocalTime from, LocalTime to) {}
