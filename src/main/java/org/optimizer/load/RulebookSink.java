package org.optimizer.load;

import java.time.Instant;
import java.util.Map;
import org.apache.camel.ProducerTemplate;

/** Keeps versions of the rules folder, so that a past week can be computed again. */
public class RulebookSink {
    private final ProducerTemplate camel;

    public RulebookSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Keeps a version once; a version that is there already stays as it is. */
    public void keep(String version, Map<String, String> files, Instant at) {
        throw new UnsupportedOperationException();
    }
}
