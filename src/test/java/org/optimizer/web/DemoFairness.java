package org.optimizer.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.optimizer.model.AuditPoint;
import org.optimizer.model.DeviceClass;
import org.optimizer.model.DeviceWeek;
import org.optimizer.model.FairnessFinding;
import org.optimizer.model.FairnessLimits;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.FairnessAudit;
import org.optimizer.transform.scoring.fairness.FairnessCheck;

/** The audits of a contest in which slow phones have an advantage of twelve points. */
final class DemoFairness extends FairnessAudit {
    private static final int DRIVERS = 14;
    boolean audited = true;
    boolean reported = true;

    DemoFairness() {
        super(null, null, null, null, null, null, null);
    }

    @Override
    public Report report(String contestId) {
        if (!contestId.equals(DemoWeek.CONTEST.id())) {
            throw new IllegalArgumentException("no contest " + contestId);
        }
        List<FairnessFinding> findings = audited
                ? Stream.concat(findings(DemoWeek.WEEK, 12).stream(), findings(DemoWeek.WEEK.plusWeeks(-1), 0).stream())
                        .toList()
                : List.of();
        return new Report(
                DemoWeek.SITE, DemoWeek.CONTEST, findings, audited ? points(DemoWeek.WEEK, 12) : List.of(), vehicles());
    }

    private List<FairnessFinding> findings(IsoWeek week, double bonus) {
        return FairnessCheck.findings(DemoWeek.CONTEST.id(), week, points(week, bonus), new FairnessLimits(0.3, 0.1));
    }

    private List<AuditPoint> points(IsoWeek last, double bonus) {
        Random random = new Random(7);
        List<AuditPoint> points = new ArrayList<>();
        for (int driver = 0; driver < DRIVERS; driver++) {
            double skill = 4 * random.nextGaussian();
            double accuracy = driver == 3 || !reported ? Double.NaN : 0.2 + 0.03 * driver;
            for (int ago = 0; ago < 8; ago++) {
                boolean slow = driver % 2 == 0;
                int vehicle = ago % 4 == 3 ? random.nextInt(10) : driver % 10;
                DeviceWeek device = new DeviceWeek(
                        "d" + driver,
                        last.plusWeeks(-ago),
                        "v" + vehicle,
                        (slow ? 1.8 : 1) + 0.1 * random.nextDouble(),
                        accuracy,
                        1,
                        SamplingClass.A,
                        DeviceClass.of(accuracy, 1));
                double lead = skill + 5 * random.nextGaussian() + (slow ? bonus : 0) - bonus / 2;
                points.add(new AuditPoint(device, lead, driver != 13));
            }
        }
        return points;
    }

    private static Map<String, Vehicle> vehicles() {
        return IntStream.range(0, 9)
                .mapToObj(i ->
                        new Vehicle("v" + i, "quarry", "Benne 0" + i + (i == 4 ? " <Volvo>" : ""), VehicleClass.TIPPER))
                .collect(Collectors.toMap(Vehicle::id, vehicle -> vehicle));
    }
}
