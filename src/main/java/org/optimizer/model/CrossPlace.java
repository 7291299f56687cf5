package org.optimizer.model;

import java.math.BigDecimal;

/**
 * A driver's place among the drivers of all leagues.
 *
 * @param z how many standard deviations of his league he is above its mean, two decimals
 * @param rank 1, 2, 2, 4 …
 */
public record CrossPlace(String driverId, VehicleClass league, BigDecimal z, int rank) {}
