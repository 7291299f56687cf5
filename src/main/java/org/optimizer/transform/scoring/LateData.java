package org.optimizer.transform.scoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.optimizer.model.LateDay;
import org.optimizer.model.ScoredDay;

/** Tells which days of a week have other facts now than when it was scored. By their content: clocks play no part. */
public final class LateData {
    private LateData() {}

    private record VehicleDate(String vehicleId, LocalDate day) {
        static VehicleDate of(ScoredDay day) {
            return new VehicleDate(day.vehicleId(), day.day());
        }
    }

    /**
     * Trips without a driver are in nobody's score and do not count; days whose facts are there no more were forgotten on purpose.
     *
     * @param scored what the week was scored from; empty when that is not known, and then nothing is late
     * @param now what there is now, in the order of the answer
     */
    public static List<LateDay> of(List<ScoredDay> scored, List<ScoredDay> now) {
        if (scored.isEmpty()) {
            return List.of();
        }
        Map<VehicleDate, List<ScoredDay>> before = scored.stream().collect(groupingBy(VehicleDate::of));
        Map<VehicleDate, List<ScoredDay>> after =
                now.stream().collect(groupingBy(VehicleDate::of, LinkedHashMap::new, toList()));
        List<LateDay> late = new ArrayList<>();
        after.forEach((day, drivers) -> {
            List<ScoredDay> then = before.getOrDefault(day, List.of());
            if (!hash(then).equals(hash(drivers))) {
                addDrivers(day, then, drivers, late);
            }
        });
        return late;
    }

    private static String hash(List<ScoredDay> drivers) {
        return drivers.isEmpty() ? "none" : drivers.get(0).factsHash();
    }

    private static void addDrivers(VehicleDate day, List<ScoredDay> then, List<ScoredDay> now, List<LateDay> late) {
        Stream.concat(then.stream(), now.stream())
                .map(ScoredDay::driverId)
                .filter(driver -> !driver.isEmpty())
                .collect(toCollection(TreeSet::new))
                .forEach(driver ->
                        late.add(new LateDay(day.vehicleId(), day.day(), driver, km(then, driver), km(now, driver))));
    }

    private static double km(List<ScoredDay> drivers, String driver) {
        return drivers.stream()
                .filter(each -> each.driverId().equals(driver))
                .mapToDouble(ScoredDay::distanceKm)
                .sum();
    }
}
