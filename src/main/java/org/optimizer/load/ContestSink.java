package org.optimizer.load;

import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Batch;
import org.optimizer.model.DriverScore;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Standing;

/** Writes the weeks of a contest and their results. */
public class ContestSink {
    private final ProducerTemplate camel;

    public ContestSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** @return false when the week exists already; then nothing is written */
    public boolean open(Batch batch) {
        throw new UnsupportedOperationException();
    }

    public void setState(String contestId, IsoWeek week, Batch.State state) {
        throw new UnsupportedOperationException();
    }

    /** Begins another scoring: results of the week are deleted, its revision rises by one. */
    public void beginScoring(String contestId, IsoWeek week) {
        throw new UnsupportedOperationException();
    }

    /** Writes scores in place of those of the same drivers. */
    public void saveScores(String contestId, IsoWeek week, List<DriverScore> scores) {
        throw new UnsupportedOperationException();
    }

    /** Writes all standings of the week in place of those before; their order is kept. */
    public void saveStandings(String contestId, IsoWeek week, List<Standing> standings) {
        throw new UnsupportedOperationException();
    }
}
