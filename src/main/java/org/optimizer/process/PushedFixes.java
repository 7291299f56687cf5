package org.optimizer.process;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.optimizer.extract.Pushes;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Vehicles;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.PushSink;
import org.optimizer.model.EtlRun;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.PushRefusal;
import org.optimizer.model.PushedFix;
import org.optimizer.model.Vehicle;
import org.springframework.transaction.support.TransactionOperations;

/** Writes the fixes that were pushed one by one into their days, many at once. */
public class PushedFixes {
    /** So many are read at once; a vehicle that sends every second brings them in five hours. */
    private static final int AT_ONCE = 20_000;

    private final Pushes pushes;
    private final PushSink sink;
    private final Vehicles vehicles;
    private final Sites sites;
    private final Intake intake;
    private final Sightings sightings;
    private final EtlRunSink etlRuns;
    private final TransactionOperations ownTransaction;
    private final Clock clock;

    /** @param ownTransaction begins a new one whatever the caller has: a vehicle that fails takes nobody along */
    public PushedFixes(
            Pushes pushes,
            PushSink sink,
            Vehicles vehicles,
            Sites sites,
            Intake intake,
            Sightings sightings,
            EtlRunSink etlRuns,
            TransactionOperations ownTransaction,
            Clock clock) {
        this.pushes = pushes;
        this.sink = sink;
        this.vehicles = vehicles;
        this.sites = sites;
        this.intake = intake;
        this.sightings = sightings;
        this.etlRuns = etlRuns;
        this.ownTransaction = ownTransaction;
        this.clock = clock;
    }

    /**
     * Stores everything that waits. What of a vehicle cannot be stored goes on waiting, and people see why.
     *
     * @return where it went
     */
    public IntakeCount store() {
        Map<String, Vehicle> known = vehicles.list().stream().collect(toMap(Vehicle::id, vehicle -> vehicle));
        IntakeCount all = IntakeCount.NONE;
        for (Pushes.Waiting waiting : pushes.listWaiting()) {
            all = all.plus(store(waiting, known.get(waiting.vehicleId())));
        }
        return all;
    }

    private IntakeCount store(Pushes.Waiting waiting, Vehicle vehicle) {
        IntakeCount all = IntakeCount.NONE;
        try {
            IntakeCount batch;
            do {
                batch = ownTransaction.execute(status -> storeBatch(waiting.source(), waiting.vehicleId(), vehicle));
                all = all.plus(batch);
            } while (batch.received() == AT_ONCE);
        } catch (RuntimeException failure) {
            ownTransaction.executeWithoutResult(status -> note(waiting, failure));
        }
        return all;
    }

    private void note(Pushes.Waiting waiting, RuntimeException failure) {
        Instant now = clock.instant();
        String detail = waiting.count() + " fixes wait: " + failure.getMessage();
        sink.noteRefusals(
                List.of(new PushRefusal(waiting.source(), "NOT_STORED", waiting.vehicleId(), detail, 1, now, now)));
    }

    private IntakeCount storeBatch(String source, String vehicleId, Vehicle vehicle) {
        if (vehicle == null) {
            throw new IllegalStateException("vehicle " + vehicleId + ": expected it in table vehicle, found none;"
                    + " enter it again, or delete its rows of push_fix");
        }
        OptionalLong bound = pushes.findBound(source, vehicleId, AT_ONCE);
        String claim = UUID.randomUUID().toString();
        if (bound.isEmpty() || sink.claim(source, vehicleId, bound.getAsLong(), claim) == 0) {
            return IntakeCount.NONE;
        }
        List<PushedFix> fixes = pushes.listClaimed(vehicleId, claim);
        IntakeCount count = store(source, vehicle, fixes);
        sink.deleteClaimed(vehicleId, claim);
        return count;
    }

    private IntakeCount store(String source, Vehicle vehicle, List<PushedFix> fixes) {
        Instant startedAt = clock.instant();
        Instant newest = fixes.stream()
                .map(PushedFix::receivedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Intake.Open batch = intake.open(source, vehicle, newest);
        Sightings.Open seen = sightings.open(source, vehicle);
        for (PushedFix fix : fixes) {
            fix.giveTo(batch);
            seen.look(fix);
        }
        IntakeCount count = batch.close();
        seen.store();
        log(source, vehicle, fixes, startedAt, count);
        return count;
    }

    private void log(String source, Vehicle vehicle, List<PushedFix> fixes, Instant startedAt, IntakeCount count) {
        ZoneId zone = sites.get(vehicle.siteId()).zone();
        LongSummaryStatistics times = fixes.stream()
                .filter(fix -> fix.state() == PushedFix.State.FIX)
                .mapToLong(PushedFix::epochMs)
                .summaryStatistics();
        boolean hasTimes = times.getCount() > 0;
        long durationMs = Duration.between(startedAt, clock.instant()).toMillis();
        etlRuns.add(new EtlRun(
                "push/" + source,
                vehicle.id(),
                hasTimes ? day(times.getMin(), zone) : null,
                hasTimes ? day(times.getMax(), zone) : null,
                startedAt,
                durationMs,
                count));
    }

    private static LocalDate day(long epochMs, ZoneId zone) {
        return Instant.ofEpochMilli(epochMs).atZone(zone).toLocalDate();
    }
}
