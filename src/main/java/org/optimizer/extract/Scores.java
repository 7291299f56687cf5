package org.optimizer.extract;

import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.DriverScore;
import org.optimizer.model.Exclusion;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Standing;

/** Reads results: scores, standings and what approvers changed. */
public class Scores {
    private final ProducerTemplate camel;

    public Scores(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** The scores of a week, ordered by driver. */
    public List<DriverScore> list(String contestId, IsoWeek week) {
        throw new UnsupportedOperationException();
    }

    /** The scores of closed weeks with {@code from ≤ week < before}. */
    public List<DriverScore> listClosed(String contestId, IsoWeek from, IsoWeek before) {
        throw new UnsupportedOperationException();
    }

    /** In the order in which they are shown. */
    public List<Standing> listStandings(String contestId, IsoWeek week) {
        throw new UnsupportedOperationException();
    }

    public List<Exclusion> listExclusions(String contestId, IsoWeek week) {
        throw new UnsupportedOperationException();
    }
}
