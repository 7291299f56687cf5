package org.optimizer.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Zones;
import org.optimizer.transform.intake.WorkingHours;

/** Whether an instant is in a site's working hours, for what comes one by one: sites and shifts are read once a minute. */
public class WorkTimes {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Sites sites;
    private final Zones zones;
    private final Clock clock;
    private final Map<String, WorkingHours> bySite = new HashMap<>();
    private Instant readAgainAt = Instant.MIN;

    public WorkTimes(Sites sites, Zones zones, Clock clock) {
        this.sites = sites;
        this.zones = zones;
        this.clock = clock;
    }

    public synchronized boolean contains(String siteId, Instant at) {
        Instant now = clock.instant();
        if (!now.isBefore(readAgainAt)) {
            bySite.clear();
            readAgainAt = now.plus(KEPT);
        }
        return bySite.computeIfAbsent(siteId, this::read).contains(at.toEpochMilli());
    }

    private WorkingHours read(String siteId) {
        return WorkingHours.of(sites.get(siteId), zones.calendarOf(siteId));
    }
}
