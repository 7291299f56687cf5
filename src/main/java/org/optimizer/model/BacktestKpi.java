package org.optimizer.model;

/** What a site's vehicles did in a past week, by the rules in force and by a change of them. */
public record BacktestKpi(String siteId, IsoWeek week, KpiCount figure, double before, double after) {

    /** Whether a reader would see another figure: hours have one decimal. */
    public boolean changes() {
        return Math.round(before * 10) != Math.round(after * 10);
    }
}
