package org.optimizer.model;

import java.math.BigDecimal;

/**
 * Parts that were claimed for sending under a key: a driver's week, a campaign, a day.
 *
 * @param costEur by the prices of the rules
 */
public record SmsUsage(String key, int parts, BigDecimal costEur) {}
