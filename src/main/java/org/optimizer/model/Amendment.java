package org.optimizer.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What an appeal that was upheld after the closing would have changed. It stands beside the stored score, which stays.
 *
 * @param scoreBefore 0 to 100 with two decimals, after the amendments before this one
 * @param scoreAfter the same without the event
 * @param rankBefore empty when not ranked
 */
public record Amendment(
        String driverId,
        EventKey event,
        String reason,
        String by,
        Instant at,
        Optional<BigDecimal> scoreBefore,
        Optional<BigDecimal> scoreAfter,
        Optional<Integer> rankBefore,
        Optional<Integer> rankAfter) {}
