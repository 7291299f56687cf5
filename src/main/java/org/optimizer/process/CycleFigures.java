package org.optimizer.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.optimizer.model.Cycle;

/**
 * Figures of some haul cycles.
 *
 * @param incomplete by reason
 * @param cycleS time of the complete ones that could be measured, s; the phases likewise
 * @param loadedKm with a load aboard, of the complete ones
 * @param emptyKm back to the next load, of the complete ones
 */
public record CycleFigures(
        int complete,
        Map<String, Integer> incomplete,
        Spread cycleS,
        Spread loadS,
        Spread haulS,
        Spread unloadS,
        Spread returnS,
        double loadedKm,
        double emptyKm) {

    static CycleFigures of(Collection<Cycle> cycles) {
        List<Cycle> complete = cycles.stream().filter(Cycle::complete).toList();
        List<Cycle> measured = complete.stream().filter(Cycle::measured).toList();
        return new CycleFigures(
                complete.size(),
                reasons(cycles),
                spread(measured, Cycle::workedS),
                spread(measured, Cycle::loadS),
                spread(measured, Cycle::haulS),
                spread(measured, Cycle::unloadS),
                spread(measured, Cycle::returnS),
                complete.stream().mapToDouble(Cycle::loadedKm).sum(),
                complete.stream().mapToDouble(Cycle::emptyKm).sum());
    }

    private static Spread spread(List<Cycle> cycles, ToDoubleFunction<Cycle> timeS) {
        return Spread.of(cycles.stream().map(timeS::applyAsDouble).toList());
    }

    private static Map<String, Integer> reasons(Collection<Cycle> cycles) {
        return cycles.stream()
                .flatMap(cycle -> cycle.reason().stream())
                .collect(Collectors.toMap(reason -> reason, reason -> 1, Integer::sum, TreeMap::new));
    }

    public int incompleteCount() {
        return incomplete.values().stream().mapToInt(Integer::intValue).sum();
    }
}
