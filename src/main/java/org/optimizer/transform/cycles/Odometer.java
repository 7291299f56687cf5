package org.optimizer.transform.cycles;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.optimizer.model.DayFacts;
import org.optimizer.model.Trip;
import org.optimizer.model.ZoneVisit;

/**
 * What a vehicle has driven since the first of some days. Known where trips begin and end and where zones are entered and
 * left; in between it is as if driven evenly.
 */
public final class Odometer {
    private final TreeMap<Long, Double> kmAt = new TreeMap<>();

    private Odometer() {}

    public static Odometer of(List<DayFacts> days) {
        Odometer odometer = new Odometer();
        double before = 0;
        for (DayFacts day : days) {
            before = odometer.add(day, before);
        }
        return odometer;
    }

    private double add(DayFacts day, double before) {
        double km = before;
        for (Trip trip : day.trips()) {
            kmAt.put(trip.start().toEpochMilli(), km);
            km += trip.distanceKm();
            kmAt.put(trip.end().toEpochMilli(), km);
        }
        for (ZoneVisit visit : day.visits()) {
            kmAt.put(visit.enter().toEpochMilli(), before + visit.odometerEnterKm());
            kmAt.put(visit.exit().toEpochMilli(), before + visit.odometerExitKm());
        }
        return km;
    }

    /** Kilometres driven until an instant. */
    public double at(long ms) {
        Map.Entry<Long, Double> before = kmAt.floorEntry(ms);
        Map.Entry<Long, Double> after = kmAt.ceilingEntry(ms);
        if (before == null || after == null) {
            return before == null ? 0 : before.getValue();
        }
        long spanMs = after.getKey() - before.getKey();
        double share = spanMs == 0 ? 0 : (double) (ms - before.getKey()) / spanMs;
        return before.getValue() + share * (after.getValue() - before.getValue());
    }

    /** Kilometres driven between two instants. */
    public double between(long fromMs, long toMs) {
        return at(toMs) - at(fromMs);
    }
}
