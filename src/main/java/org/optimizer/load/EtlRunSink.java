package org.optimizer.load;

import org.apache.camel.ProducerTemplate;
import org.optimizer.model.EtlRun;

/** Writes the log of what was fetched. */
public class EtlRunSink {
    private final ProducerTemplate camel;

    public EtlRunSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    public void add(EtlRun run) {
        throw new UnsupportedOperationException();
    }
}
