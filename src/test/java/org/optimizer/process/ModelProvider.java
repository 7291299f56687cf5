package org.optimizer.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.optimizer.extract.TraceSource;
import org.optimizer.model.FixSink;
import org.optimizer.model.GpsFix;
import org.optimizer.model.Vehicle;
import org.optimizer.testing.Drive;

/**
 * What vehicles truly recorded, as a provider holds it: recordings that reach it some time after their end. While faults are on,
 * its answers fail, break off, repeat their pages and come out of order.
 */
final class ModelProvider implements TraceSource {
    private static final int PAGE = 60;
    private static final int LONGEST_DELAY_H = 72;

    /**
     * A recording.
     *
     * @param reachedAt when the provider has it
     * @param other the same drive as another source of the same vehicle tells it: rounded, without accuracy; empty for most
     */
    record Recorded(String vehicleId, Instant reachedAt, List<GpsFix> fixes, List<GpsFix> other) {
        private Instant first() {
            return fixes.get(0).at();
        }

        private Instant last() {
            return fixes.get(fixes.size() - 1).at();
        }
    }

    private final List<Recorded> recordings = new ArrayList<>();
    private final Random random;
    boolean faults;
    Instant now;
    int broken;

    ModelProvider(Random random) {
        this.random = random;
    }

    /** Two or three drives a vehicle and day; the last of some days lasts over midnight. */
    void record(List<String> vehicleIds, List<LocalDate> days, ZoneId zone) {
        for (String vehicle : vehicleIds) {
            for (LocalDate day : days) {
                drive(vehicle, day.atTime(LocalTime.of(1, 50)).atZone(zone).toInstant());
                drive(
                        vehicle,
                        day.atTime(LocalTime.of(9, random.nextInt(60)))
                                .atZone(zone)
                                .toInstant());
                if (random.nextInt(3) == 0) {
                    drive(vehicle, day.atTime(LocalTime.of(23, 58)).atZone(zone).toInstant());
                }
            }
        }
    }

    private void drive(String vehicle, Instant start) {
        Drive drive = Drive.from(start.toString(), vehicle + "-" + start)
                .speedAccuracy(0.3)
                .stand(20);
        for (int leg = 2 + random.nextInt(3); leg > 0; leg--) {
            double speed = 6 + random.nextInt(16);
            drive.to(speed, 4 + random.nextInt(12))
                    .hold(20 + random.nextInt(60))
                    .to(0, 3 + random.nextInt(10))
                    .stand(5);
        }
        List<GpsFix> fixes = drive.record().fixes();
        Instant reached = fixes.get(fixes.size() - 1)
                .at()
                .plus(random.nextInt(3) == 0 ? Duration.ofHours(random.nextInt(LONGEST_DELAY_H)) : Duration.ZERO);
        recordings.add(new Recorded(vehicle, reached, fixes, random.nextInt(3) == 0 ? retold(fixes) : List.of()));
    }

    private static List<GpsFix> retold(List<GpsFix> fixes) {
        return fixes.stream()
                .map(fix -> new GpsFix(
                        fix.at(),
                        "box",
                        Math.round(fix.latitudeDeg() * 1e6) / 1e6,
                        fix.longitudeDeg(),
                        Math.round(fix.speedMps() * 10) / 10.0,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN))
                .toList();
    }

    List<Recorded> recordings() {
        return Collections.unmodifiableList(recordings);
    }

    /** Different fixes in all, those told twice counted twice. */
    int points() {
        return recordings.stream()
                .mapToInt(each -> each.fixes().size() + each.other().size())
                .sum();
    }

    @Override
    public String name() {
        return Vehicle.MYCARTRACKS;
    }

    @Override
    public void read(Vehicle vehicle, Instant from, Instant to, FixSink sink) {
        fail("503 before the first byte");
        List<List<GpsFix>> pages = new ArrayList<>();
        recordings.stream()
                .filter(each -> each.vehicleId().equals(vehicle.id())
                        && !each.reachedAt().isAfter(now))
                .filter(each -> each.first().isBefore(to) && !each.last().isBefore(from))
                .forEach(each -> pages.addAll(pages(each.fixes())));
        if (faults && random.nextBoolean()) {
            Collections.shuffle(pages, random);
        }
        for (List<GpsFix> page : pages) {
            fail("the answer was cut, or timed out");
            give(page, sink);
            if (faults && random.nextInt(4) == 0) {
                give(page, sink);
            }
        }
    }

    private List<List<GpsFix>> pages(List<GpsFix> fixes) {
        List<List<GpsFix>> pages = new ArrayList<>();
        for (int from = 0; from < fixes.size(); from += PAGE) {
            List<GpsFix> page = new ArrayList<>(fixes.subList(from, Math.min(fixes.size(), from + PAGE)));
            if (faults && random.nextInt(3) == 0) {
                Collections.shuffle(page, random);
            }
            pages.add(page);
        }
        return pages;
    }

    private void fail(String how) {
        if (faults && random.nextInt(25) == 0) {
            broken++;
            throw new Broken(how);
        }
    }

    static void give(List<GpsFix> page, FixSink sink) {
        page.forEach(fix -> sink.fix(
                fix.at().toEpochMilli(),
                fix.track(),
                fix.latitudeDeg(),
                fix.longitudeDeg(),
                fix.speedMps(),
                fix.accuracyM(),
                fix.speedAccuracyMps(),
                fix.bearingDeg(),
                fix.altitudeM(),
                fix.mock()));
    }

    /** A fault on purpose. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String how) {
            super(how);
        }
    }
}
