package org.optimizer.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.optimizer.model.PushedFix;
import org.optimizer.model.Vehicle;
import org.optimizer.transform.intake.Flaw;
import org.optimizer.transform.intake.WorkingHours;

/** Whether an instant is in working hours, for what comes one by one: sites and shifts are read once a minute. */
public class WorkTimes {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Intake intake;
    private final Clock clock;
    private final Map<String, WorkingHours> bySite = new HashMap<>();
    private Instant readAgainAt = Instant.MIN;

    public WorkTimes(Intake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * What may be kept of a fix, decided before anything of it is written: of one outside working hours only that it came, of one
     * whose time cannot be true not where it was, since nobody knows when that was.
     */
    PushedFix kept(Vehicle vehicle, PushedFix fix) {
        if (fix.epochMs() == PushedFix.NO_TIME) {
            return fix;
        }
        Flaw flaw = intake.gate(fix.receivedAt()).ofTime(fix.epochMs());
        if (flaw != null) {
            String raw = "{\"fixTime\":\"" + Instant.ofEpochMilli(fix.epochMs()) + "\"}";
            return PushedFix.unreadable(flaw.code(), raw, fix.receivedAt());
        }
        boolean isKept = contains(vehicle, Instant.ofEpochMilli(fix.epochMs()));
        return isKept ? fix : PushedFix.offHours(fix.receivedAt());
    }

    /** Whether something of a vehicle may be kept. */
    public synchronized boolean contains(Vehicle vehicle, Instant at) {
        Instant now = clock.instant();
        if (!now.isBefore(readAgainAt)) {
            bySite.clear();
            readAgainAt = now.plus(KEPT);
        }
        return bySite.computeIfAbsent(vehicle.siteId(), site -> intake.hours(vehicle))
                .contains(at.toEpochMilli());
    }
}
