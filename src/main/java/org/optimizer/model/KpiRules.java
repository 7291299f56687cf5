package org.optimizer.model;

import java.time.Duration;

/**
 * The figures by which activity is counted (table {@code kpi}).
 *
 * @param coverageNeeded share of a day's recording from which on its figures are shown, 0 to 1
 * @param overnight a standstill from here on ends the work
 * @param gap without anything recorded for longer, nobody knows what a vehicle did
 * @param zoneGap time without fixes inside a zone from which on its times are not measured
 * @param maxInferred a longer standstill without fixes makes no visit and ends a cycle
 * @param maxCycle longer is no cycle
 * @param maxCycleMedians nor is what takes longer than so many medians of the site; 0 for no such limit
 * @param spanShift whether a cycle outlasts its shift's end while the vehicle is in a load or unload zone
 * @param excludeBreaks whether breaks are taken out of the phases
 * @param multiDrop whether a load may be unloaded at several places
 * @param startAtLeave whether a cycle begins when the vehicle leaves the load zone rather than when it enters it
 */
public record KpiRules(
        double coverageNeeded,
        Duration overnight,
        Duration gap,
        Duration zoneGap,
        Duration maxInferred,
        Duration maxCycle,
        double maxCycleMedians,
        boolean spanShift,
        boolean excludeBreaks,
        boolean multiDrop,
        boolean startAtLeave) {}
