package org.optimizer.process;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.optimizer.model.KpiDay;

/**
 * Sums over some vehicle-days.
 *
 * @param idle2019H idle hours by the definition of 2019
 * @param trackH hours of recordings, of which those are a part
 * @param stoodS seconds stood by idle class
 * @param countedS the same by what they count as
 */
public record DayFigures(
        int days,
        double idle2019H,
        double trackH,
        int cycles2019,
        Map<String, Double> stoodS,
        Map<String, Double> countedS,
        double movingS,
        double distanceKm,
        int passThroughs) {

    static DayFigures of(Collection<KpiDay> days) {
        return new DayFigures(
                days.size(),
                days.stream().mapToDouble(KpiDay::idle2019H).sum(),
                days.stream().mapToDouble(KpiDay::trackH).sum(),
                days.stream().mapToInt(KpiDay::cycles2019).sum(),
                sums(days, KpiDay::standstillS),
                sums(days, KpiDay::countedS),
                days.stream().mapToDouble(KpiDay::movingS).sum(),
                days.stream().mapToDouble(KpiDay::distanceKm).sum(),
                days.stream().mapToInt(KpiDay::passThroughs).sum());
    }

    private static Map<String, Double> sums(Collection<KpiDay> days, Function<KpiDay, Map<String, Double>> part) {
        Map<String, Double> sums = new TreeMap<>();
        days.forEach(day -> part.apply(day).forEach((name, seconds) -> sums.merge(name, seconds, Double::sum)));
        return sums;
    }

    /** The KPI of 2019: idle hours of track hours; NaN without any. */
    public double idleShare2019() {
        return idle2019H / trackH;
    }
}
