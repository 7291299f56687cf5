package org.optimizer.transform.kpi;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.optimizer.transform.cycles.JudgedStay;

/**
 * Loaded trips as they were counted in 2019: from a load zone to an unload zone, whether the vehicle stopped there or not, as the
 * provider's list of visits had it. They stand beside the finer cycles of the rules, under their own name.
 */
final class Cycles2019 {
    private Cycles2019() {}

    /**
     * Loaded trips by the day on which they arrive; days without any are missing.
     *
     * @param stays of one vehicle in order of time
     */
    static Map<LocalDate, Integer> of(List<JudgedStay> stays) {
        Map<LocalDate, Integer> arrived = new HashMap<>();
        boolean loaded = false;
        for (JudgedStay each : stays) {
            if (loaded && each.isUnloadZone()) {
                arrived.merge(each.stay().day(), 1, Integer::sum);
            }
            loaded = each.isOfCycles() ? each.isLoadZone() : loaded;
        }
        return arrived;
    }
}
