package org.optimizer.transform.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.model.Cycle;
import org.optimizer.model.DayFacts;
import org.optimizer.model.JudgedStandstill;
import org.optimizer.model.KpiDay;
import org.optimizer.model.Rulebook;
import org.optimizer.model.SiteCalendar;
import org.optimizer.transform.cycles.JudgedStay;

/** The figures of each day. */
final class KpiDays {
    private final SiteCalendar calendar;
    private final Rulebook rulebook;
    private final List<JudgedStandstill> standstills;
    private final List<JudgedStay> stays;
    private final List<Cycle> cycles;
    private final Map<LocalDate, Integer> cycles2019;

    KpiDays(
            SiteCalendar calendar,
            Rulebook rulebook,
            List<JudgedStandstill> standstills,
            List<JudgedStay> stays,
            List<Cycle> cycles) {
        this.calendar = calendar;
        this.rulebook = rulebook;
        this.standstills = standstills;
        this.stays = stays;
        this.cycles = cycles;
        this.cycles2019 = Cycles2019.of(stays);
    }

    List<KpiDay> of(String vehicleId, List<DayFacts> days) {
        List<Idle2019.Day> idle = Idle2019.of(days, rulebook.idle2019(calendar.siteId()));
        List<KpiDay> figures = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            figures.add(of(vehicleId, days.get(i), idle.get(i)));
        }
        return figures;
    }

    private KpiDay of(String vehicleId, DayFacts facts, Idle2019.Day idle) {
        LocalDate day = facts.day();
        double needed = rulebook.kpi(calendar.siteId()).coverageNeeded();
        return new KpiDay(
                vehicleId,
                day,
                facts.coverage(),
                facts.coverage() >= needed,
                idle.trackH(),
                idle.idleH(),
                cycles2019.getOrDefault(day, 0),
                stoodS(day, JudgedStandstill::idleClass),
                stoodS(day, JudgedStandstill::countsAs),
                facts.movingS(),
                facts.distanceKm(),
                (int) begun(day).filter(Cycle::complete).count(),
                incomplete(day),
                (int) stays.stream()
                        .filter(stay -> stay.stay().day().equals(day) && stay.isOfCycles())
                        .filter(stay -> !stay.verdict().stopped())
                        .count(),
                completeKm(day, Cycle::loadedKm),
                completeKm(day, Cycle::emptyKm));
    }

    private Map<String, Double> stoodS(LocalDate day, Function<JudgedStandstill, String> key) {
        return standstills.stream()
                .filter(each -> calendar.dayOf(each.standstill().start()).equals(day))
                .collect(Collectors.groupingBy(
                        key, Collectors.summingDouble(each -> each.standstill().durationS())));
    }

    private Stream<Cycle> begun(LocalDate day) {
        return cycles.stream().filter(cycle -> cycle.day().equals(day));
    }

    private Map<String, Integer> incomplete(LocalDate day) {
        Map<String, Integer> byReason = new HashMap<>();
        begun(day).flatMap(cycle -> cycle.reason().stream()).forEach(reason -> byReason.merge(reason, 1, Integer::sum));
        return byReason;
    }

    private double completeKm(LocalDate day, ToDoubleFunction<Cycle> km) {
        return begun(day).filter(Cycle::complete).mapToDouble(km).sum();
    }
}
