package org.optimizer.web;

import java.util.Map;
import java.util.Optional;
import org.optimizer.process.WeekWaits;

/** A week that waits for its provider, when a test says so. */
final class DemoWaits extends WeekWaits {
    boolean waiting;

    DemoWaits() {
        super(null, null);
    }

    @Override
    public Map<String, Wait> all() {
        return waiting
                ? Map.of(
                        DemoWeek.WEEK + "/" + DemoWeek.CONTEST.id(),
                        new Wait(
                                "scorefeed: week 2026-W47 is not closed there yet (\"closes at 08:00\"); it is asked"
                                        + " again by itself, no marks are made before",
                                Optional.of(DemoWeek.NOW.plusSeconds(3600))))
                : Map.of();
    }
}
