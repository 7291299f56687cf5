package org.optimizer.model;

import java.time.Duration;

/**
 * What counted as idle in 2019 (table {@code idle-2019}), to be validated with the business, site by site.
 *
 * @param longerThan shorter, a vehicle may be queueing
 * @param shorterThan longer, its driver has a break
 * @param trackFromKm a shorter track does not count
 * @param trackUpTo nor does a longer one
 */
public record Idle2019Limits(Duration longerThan, Duration shorterThan, double trackFromKm, Duration trackUpTo) {}
