package org.optimizer.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A driver's contest up to a week, from what a provider counted or marked.
 *
 * @param league vehicle class he is compared in
 * @param excluded whether an approver took him out of the week; then there are no marks
 * @param weekKm driven this week; NaN when the provider does not say
 * @param km driven in the weeks that count since the contest's first day; NaN when the provider does not say
 * @param weekDrivingH hours driven this week; NaN when the provider does not say
 * @param marks in the order of {@link MarkKind}
 * @param weekGlobal of this week alone; empty where the whole contest is marked at once
 * @param global of the contest so far, of {@code globalOf}: the sum of three marks of 10, or the provider's own of 10
 * @param rank 1, 2, 2, 4 …; empty without a global
 * @param rankedOf how many are ranked in his league this week
 * @param whyNot why he is not ranked; empty when he is
 */
public record ProviderScore(
        String driverId,
        IsoWeek week,
        VehicleClass league,
        boolean excluded,
        double weekKm,
        double km,
        double weekDrivingH,
        List<ProviderMark> marks,
        Optional<BigDecimal> weekGlobal,
        Optional<BigDecimal> global,
        int globalOf,
        Optional<Integer> rank,
        int rankedOf,
        Optional<Reason> whyNot) {
    public ProviderScore {
        marks = List.copyOf(marks);
    }

    public Optional<ProviderMark> mark(MarkKind kind) {
        return marks.stream().filter(mark -> mark.kind() == kind).findFirst();
    }

    /** The same with his place. */
    public ProviderScore placed(Optional<Integer> place, int of) {
        return new ProviderScore(
                driverId,
                week,
                league,
                excluded,
                weekKm,
                km,
                weekDrivingH,
                marks,
                weekGlobal,
                global,
                globalOf,
                place,
                of,
                whyNot);
    }
}
