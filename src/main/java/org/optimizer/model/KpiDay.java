package org.optimizer.model;

import java.time.LocalDate;
import java.util.Map;

/**
 * The activity of one vehicle on one site day.
 *
 * @param coverage share of the time that should have been recorded and was, 0 to 1
 * @param shown whether the coverage suffices for the figures to be shown (a rule)
 * @param trackH hours of the recordings, as of 2019
 * @param idle2019H idle hours by the definition of 2019
 * @param cycles2019 loaded trips by the definition of 2019
 * @param standstillS seconds stood by idle class
 * @param countedS the same by what they count as
 * @param movingS seconds in motion
 * @param distanceKm driven
 * @param cyclesComplete begun on this day
 * @param cyclesIncomplete begun on this day, by reason
 * @param passThroughs load and unload zones crossed without a stop
 * @param loadedKm with a load aboard, of the complete cycles begun on this day
 * @param emptyKm back to the next load, of the complete cycles begun on this day
 */
public record KpiDay(
        String vehicleId,
        LocalDate day,
        double coverage,
        boolean shown,
        double trackH,
        double idle2019H,
        int cycles2019,
        Map<String, Double> standstillS,
        Map<String, Double> countedS,
        double movingS,
        double distanceKm,
        int cyclesComplete,
        Map<String, Integer> cyclesIncomplete,
        int passThroughs,
        double loadedKm,
        double emptyKm) {
    public KpiDay {
        standstillS = Map.copyOf(standstillS);
        countedS = Map.copyOf(countedS);
        cyclesIncomplete = Map.copyOf(cyclesIncomplete);
    }
}
