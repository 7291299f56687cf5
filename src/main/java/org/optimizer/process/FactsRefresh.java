package org.optimizer.process;

import org.camunda.bpm.engine.RuntimeService;

/** Sees to it that days which got fixes or log-ins outside the nightly fetch get their facts again. */
public class FactsRefresh {
    static final String PROCESS = "refresh-facts";

    private final RuntimeService engine;

    public FactsRefresh(RuntimeService engine) {
        this.engine = engine;
    }

    /** Asks for it, in the caller's transaction: what arrives within a minute is worked on together. */
    public void request() {
        engine.startProcessInstanceByKey(PROCESS, PROCESS);
    }
}
