package org.optimizer.load;

import org.apache.camel.ProducerTemplate;
import org.optimizer.model.DayFacts;

/** Writes the facts of a vehicle's day in place of those before. */
public class FactsSink {
    private final ProducerTemplate camel;

    public FactsSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    public void replace(DayFacts facts) {
        throw new UnsupportedOperationException();
    }
}
