package org.optimizer.model;

/**
 * A driver's week as the fairness audit sees it.
 *
 * @param lead score above the mean of those ranked in the same league and week, points of 100
 * @param ranked whether the week competes; one that does not can win nothing, and is only shown
 */
public record AuditPoint(DeviceWeek device, double lead, boolean ranked) {}
