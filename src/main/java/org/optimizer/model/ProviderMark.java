package org.optimizer.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One of the three marks of a contest whose counts or marks come from a provider. Events shared among drivers are no whole
 * numbers.
 *
 * @param weekEvents of this week; NaN when the provider does not say
 * @param events since the contest's first day; NaN when the provider does not say
 * @param rate weighted events for as many miles as the rules say, of the contest so far or, where weeks are weighted, of this
 *     week; NaN without a distance, and for marks that the provider made
 * @param percentile share of the fleet with a lower rate plus half of those with the same, in percent; NaN like the rate
 * @param weekMark of 10, of this week alone; empty where the whole contest is marked at once
 * @param mark of 10, of the contest so far
 */
public record ProviderMark(
        MarkKind kind,
        double weekEvents,
        double events,
        double rate,
        double percentile,
        Optional<BigDecimal> weekMark,
        Optional<BigDecimal> mark) {}
