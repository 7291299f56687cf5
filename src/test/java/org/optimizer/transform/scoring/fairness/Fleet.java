package org.optimizer.transform.scoring.fairness;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.optimizer.model.AuditPoint;
import org.optimizer.model.DeviceClass;
import org.optimizer.model.DeviceWeek;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.SamplingClass;

/**
 * Eight weeks of a made-up fleet, the same for the same seed: drivers differ by 4 points (standard deviation), weeks of one by
 * 5; every second phone is slow (2 s, the others 1 s), accuracies are 0.2 to 0.6 m/s.
 */
final class Fleet {
    static final IsoWeek LAST = IsoWeek.parse("2026-W47");
    private static final int WEEKS = 8;

    private final Random random;
    private final int drivers;
    private int vehicles;
    private double swapped = 0.3;
    private double slowBonus;
    private double preciseBonus;
    private double vehicleBonus;

    Fleet(long seed, int drivers) {
        this.random = new Random(seed);
        this.drivers = drivers;
        this.vehicles = Math.max(2, drivers / 2);
    }

    /** Points that slow phones get for nothing. */
    Fleet slowBonus(double points) {
        slowBonus = points;
        return this;
    }

    /** Points that phones of 0.3 m/s and better get for nothing. */
    Fleet preciseBonus(double points) {
        preciseBonus = points;
        return this;
    }

    /** Points that the first quarter of the vehicles gives for nothing. */
    Fleet vehicleBonus(double points) {
        vehicleBonus = points;
        return this;
    }

    /** @param swapped share of weeks in which a driver sits in another vehicle than his own */
    Fleet vehicles(int count, double share) {
        vehicles = count;
        swapped = share;
        return this;
    }

    List<AuditPoint> points() {
        List<AuditPoint> points = new ArrayList<>();
        for (int driver = 0; driver < drivers; driver++) {
            double skill = 4 * random.nextGaussian();
            double accuracy = 0.2 + 0.4 * random.nextDouble();
            for (int week = 0; week < WEEKS; week++) {
                int vehicle = random.nextDouble() < swapped ? random.nextInt(vehicles) : driver % vehicles;
                double lead = skill + 5 * random.nextGaussian();
                lead += driver % 2 == 0 ? slowBonus : 0;
                lead += accuracy <= 0.3 ? preciseBonus : 0;
                lead += vehicle < vehicles / 4 ? vehicleBonus : 0;
                points.add(point("d" + driver, week, "v" + vehicle, driver % 2 == 0 ? 2 : 1, accuracy, lead));
            }
        }
        return points;
    }

    static AuditPoint point(
            String driver, int weeksAgo, String vehicle, double intervalS, double accuracyMps, double lead) {
        DeviceWeek device = new DeviceWeek(
                driver,
                LAST.plusWeeks(-weeksAgo),
                vehicle,
                intervalS,
                accuracyMps,
                1,
                SamplingClass.A,
                DeviceClass.of(accuracyMps, 1));
        return new AuditPoint(device, lead, true);
    }
}
