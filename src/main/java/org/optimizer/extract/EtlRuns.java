package org.optimizer.extract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.EtlRun;

/** Reads the log of what was fetched. */
public class EtlRuns {
    private final ProducerTemplate camel;

    public EtlRuns(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** The newest lines, newest first. */
    public List<EtlRun> listNewest(int limit) {
        throw new UnsupportedOperationException();
    }

    public Optional<Instant> findLastEnd(String source) {
        throw new UnsupportedOperationException();
    }
}
