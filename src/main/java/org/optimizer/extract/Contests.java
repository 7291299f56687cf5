package org.optimizer.extract;

import java.util.List;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.IsoWeek;

/** Reads the contests and their weeks. */
public class Contests {
    private final ProducerTemplate camel;

    public Contests(ProducerTemplate camel) {
        this.camel = camel;
    }

    public List<Contest> list() {
        throw new UnsupportedOperationException();
    }

    /** @throws IllegalArgumentException when there is no such contest */
    public Contest get(String contestId) {
        throw new UnsupportedOperationException();
    }

    public Optional<Batch> findBatch(String contestId, IsoWeek week) {
        throw new UnsupportedOperationException();
    }

    /** The weeks of a contest, newest first. */
    public List<Batch> listBatches(String contestId) {
        throw new UnsupportedOperationException();
    }

    /** The weeks of all contests that are in a state. */
    public List<Batch> listBatchesInState(Batch.State state) {
        throw new UnsupportedOperationException();
    }
}
