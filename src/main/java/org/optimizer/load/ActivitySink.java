package org.optimizer.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Activity;
import org.optimizer.model.Cycle;
import org.optimizer.model.JudgedStandstill;
import org.optimizer.model.JudgedVisit;
import org.optimizer.model.KpiDay;
import org.optimizer.model.Standstill;
import org.optimizer.model.Stored;
import org.optimizer.model.ZoneVisit;

/** Writes what a vehicle did in place of what was known before; what begins on a day of the site belongs to it. */
public class ActivitySink {
    private final ProducerTemplate camel;

    public ActivitySink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /**
     * Keeps others from counting this vehicle until the transaction ends: who counts reads the days beside his own, too.
     *
     * @throws IllegalStateException when there is no such vehicle
     */
    public void lock(String vehicleId) {
        List<?> rows = Call.send(camel, "lock-vehicle", Stored.row("vehicleId", vehicleId), Map.of())
                .getMessage()
                .getBody(List.class);
        if (rows.isEmpty()) {
            throw new IllegalStateException("vehicle " + vehicleId
                    + ": expected a row in the table vehicle, found none; was it deleted while its days were counted?");
        }
    }

    /**
     * All of these days in one route.
     *
     * @param activity of these days alone
     * @param zone the site's
     * @param rulebook version of the rules that judged
     */
    public void replace(
            String vehicleId, LocalDate from, LocalDate to, ZoneId zone, Activity activity, String rulebook) {
        Call.route(
                camel,
                "replace-activity",
                Stored.row("vehicleId", vehicleId, "fromDay", from, "toDay", to),
                Map.of(
                        "days", days(activity.days(), rulebook),
                        "idleClasses", idleClasses(activity.days()),
                        "incomplete", incomplete(activity.days()),
                        "cycles",
                                activity.cycles().stream()
                                        .map(ActivitySink::row)
                                        .toList(),
                        "standstills",
                                numbered(
                                        vehicleId,
                                        zone,
                                        activity.standstills(),
                                        stand -> stand.standstill().start(),
                                        ActivitySink::row),
                        "visits",
                                numbered(
                                        vehicleId,
                                        zone,
                                        activity.visits(),
                                        visit -> visit.visit().enter(),
                                        ActivitySink::row)));
    }

    /** Has the facts of a site's days made again by the next step that makes facts. @return how many vehicle-days */
    public int markStale(String siteId, LocalDate from, LocalDate to) {
        return Call.route(camel, "mark-facts-stale", Stored.row("siteId", siteId, "fromDay", from, "toDay", to));
    }

    private static List<Map<String, Object>> days(List<KpiDay> days, String rulebook) {
        return days.stream().map(day -> row(day, rulebook)).toList();
    }

    private static Map<String, Object> row(KpiDay day, String rulebook) {
        Map<String, Double> counted = day.countedS();
        return Stored.row(
                "vehicleId", day.vehicleId(),
                "day", day.day(),
                "coverage", day.coverage(),
                "shown", day.shown(),
                "trackH", day.trackH(),
                "idle2019H", day.idle2019H(),
                "cycles2019", day.cycles2019(),
                "movingS", day.movingS(),
                "idleS", counted.getOrDefault("idle", 0.0),
                "waitS", counted.getOrDefault("wait", 0.0),
                "serviceS", counted.getOrDefault("service", 0.0),
                "breakS", counted.getOrDefault("break", 0.0),
                "trafficS", counted.getOrDefault("traffic", 0.0),
                "offS", counted.getOrDefault("off", 0.0),
                "standstillS", counted.getOrDefault("standstill", 0.0),
                "shortStopS", counted.getOrDefault("moving", 0.0),
                "distanceKm", day.distanceKm(),
                "cyclesComplete", day.cyclesComplete(),
                "cyclesIncomplete",
                        day.cyclesIncomplete().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                "passThroughs", day.passThroughs(),
                "loadedKm", day.loadedKm(),
                "emptyKm", day.emptyKm(),
                "rulebook", rulebook);
    }

    private static List<Map<String, Object>> idleClasses(List<KpiDay> days) {
        return eachOf(days, KpiDay::standstillS, "idleClass", "stoodS");
    }

    private static List<Map<String, Object>> incomplete(List<KpiDay> days) {
        return eachOf(days, KpiDay::cyclesIncomplete, "reason", "cycles");
    }

    private static <V> List<Map<String, Object>> eachOf(
            List<KpiDay> days, Function<KpiDay, Map<String, V>> part, String key, String value) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (KpiDay day : days) {
            part.apply(day)
                    .forEach((name, figure) -> rows.add(
                            Stored.row("vehicleId", day.vehicleId(), "day", day.day(), key, name, value, figure)));
        }
        return rows;
    }

    private static Map<String, Object> row(Cycle cycle) {
        return Stored.row(
                "vehicleId", cycle.vehicleId(),
                "day", cycle.day(),
                "number", cycle.number(),
                "driverId", cycle.driverId(),
                "shift", cycle.shift(),
                "start", cycle.start(),
                "end", cycle.end(),
                "loadZone", cycle.loadZone(),
                "unloadZone", cycle.unloadZone(),
                "complete", cycle.complete(),
                "reason", cycle.reason(),
                "flags", String.join(" ", cycle.flags()),
                "measured", cycle.measured(),
                "loadS", cycle.loadS(),
                "haulS", cycle.haulS(),
                "unloadS", cycle.unloadS(),
                "returnS", cycle.returnS(),
                "breakS", cycle.breakS(),
                "queueLoadS", cycle.queueLoadS(),
                "queueUnloadS", cycle.queueUnloadS(),
                "distanceKm", cycle.distanceKm(),
                "loadedKm", cycle.loadedKm(),
                "emptyKm", cycle.emptyKm());
    }

    /** Rows of their day, numbered 0, 1, 2 … within it. */
    private static <T> List<Map<String, Object>> numbered(
            String vehicleId,
            ZoneId zone,
            List<T> things,
            Function<T, Instant> start,
            Function<T, Map<String, Object>> row) {
        Map<LocalDate, Integer> numbers = new HashMap<>();
        List<Map<String, Object>> rows = new ArrayList<>(things.size());
        for (T thing : things) {
            LocalDate day = start.apply(thing).atZone(zone).toLocalDate();
            Map<String, Object> columns = new HashMap<>(row.apply(thing));
            columns.put("vehicleId", vehicleId);
            columns.put("day", day);
            columns.put("ordinal", numbers.merge(day, 1, Integer::sum) - 1);
            rows.add(columns);
        }
        return rows;
    }

    private static Map<String, Object> row(JudgedStandstill judged) {
        Standstill standstill = judged.standstill();
        return Stored.row(
                "driverId", standstill.driverId(),
                "shift", judged.shift(),
                "start", standstill.start(),
                "end", standstill.end(),
                "latitudeDeg", standstill.latitudeDeg(),
                "longitudeDeg", standstill.longitudeDeg(),
                "zone", standstill.zone(),
                "zoneType", judged.zoneType(),
                "inferred", standstill.inferred(),
                "idleClass", judged.idleClass(),
                "countsAs", judged.countsAs(),
                "rule", judged.rule());
    }

    private static Map<String, Object> row(JudgedVisit judged) {
        ZoneVisit visit = judged.visit();
        return Stored.row(
                "driverId", visit.driverId(),
                "zone", visit.zone(),
                "zoneType", visit.type(),
                "enter", visit.enter(),
                "exit", visit.exit(),
                "entryCensored", visit.entryCensored(),
                "exitCensored", visit.exitCensored(),
                "split", visit.split(),
                "longestStandS", visit.longestStandS(),
                "standS", visit.standS(),
                "gapS", visit.gapS(),
                "distanceKm", visit.distanceKm(),
                "odometerEnterKm", visit.odometerEnterKm(),
                "odometerExitKm", visit.odometerExitKm(),
                "samples", visit.samples(),
                "meanSpeedKmh", visit.meanSpeedKmh(),
                "sdSpeedKmh", visit.sdSpeedKmh(),
                "kind", judged.kind(),
                "rule", judged.rule());
    }
}
