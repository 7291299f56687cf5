package org.optimizer.model;

import java.util.List;

/** What a vehicle did over some days, as the rules see it; each list in order of time. */
public record Activity(
        List<JudgedStandstill> standstills, List<JudgedVisit> visits, List<Cycle> cycles, List<KpiDay> days) {
    public Activity {
        standstills = List.copyOf(standstills);
        visits = List.copyOf(visits);
        cycles = List.copyOf(cycles);
        days = List.copyOf(days);
    }
}
