package org.optimizer.model;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A figure of vehicle-days that is added up over a site's week. */
public enum KpiCount {
    IDLE_H(counted("idle")),
    WAIT_H(counted("wait")),
    IDLE_2019_H(KpiDay::idle2019H),
    CYCLES(KpiDay::cyclesComplete),
    INCOMPLETE_CYCLES(day ->
            day.cyclesIncomplete().values().stream().mapToInt(count -> count).sum()),
    CYCLES_2019(KpiDay::cycles2019),
    PASS_THROUGHS(KpiDay::passThroughs),
    /** Vehicle-days recorded well enough to be shown. */
    DAYS_SHOWN(day -> day.shown() ? 1 : 0);

    private static final double S_PER_H = 3600;

    private final ToDoubleFunction<KpiDay> ofDay;

    KpiCount(ToDoubleFunction<KpiDay> ofDay) {
        this.ofDay = ofDay;
    }

    private static ToDoubleFunction<KpiDay> counted(String as) {
        return day -> day.countedS().getOrDefault(as, 0.0) / S_PER_H;
    }

    public double of(KpiDay day) {
        return ofDay.applyAsDouble(day);
    }

    /** Whether it is hours, which have decimals, and no count. */
    public boolean isHours() {
        return name().endsWith("_H");
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
