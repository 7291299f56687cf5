package org.optimizer.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;

/** Sees to it that days which got fixes or log-ins outside the nightly fetch get their facts again. */
public class FactsRefresh {
    static final String PROCESS = "refresh-facts";
    private static final String GATHER = "gather-arrivals";

    private final RuntimeService engine;
    private final ManagementService jobs;
    private final FetchSettings settings;
    private final Clock clock;

    public FactsRefresh(RuntimeService engine, ManagementService jobs, FetchSettings settings, Clock clock) {
        this.engine = engine;
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Asks for it, in the caller's transaction and as the last thing in it: what arrives while one gathers is worked on together.
     * On two nodes, or before a commit, there may be one too many: it finds nothing to do.
     */
    public void request() {
        if (!isGathering()) {
            engine.startProcessInstanceByKey(PROCESS, PROCESS);
        }
    }

    /** One that soon looks at the stock might look before the caller has committed: it does not count. */
    private boolean isGathering() {
        Instant soon = clock.instant().plus(settings.gather().dividedBy(2));
        return jobs.createJobQuery()
                        .timers()
                        .processDefinitionKey(PROCESS)
                        .activityId(GATHER)
                        .duedateHigherThan(Date.from(soon))
                        .count()
                > 0;
    }
}
