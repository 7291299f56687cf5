package org.optimizer.process;

import java.time.Clock;
import java.time.LocalDate;

/** The steps of processes/fetch-nightly.bpmn. */
public class FetchNightly {
    private final FetchSettings settings;
    private final Clock clock;

    public FetchNightly(FetchSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** When the timer fires. */
    public String cycle() {
        return settings.nightly();
    }

    /** Yesterday and the days before it that this night may find something of, or is the one to settle, as a span. */
    public String chooseDays() {
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        LocalDate settling = LocalDate.ofInstant(clock.instant().minus(settings.overlap()), clock.getZone());
        return new DaySpan(settling.minusDays(1), yesterday).toString();
    }
}
