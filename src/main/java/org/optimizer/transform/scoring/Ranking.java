package org.optimizer.transform.scoring;

import java.util.List;
import org.optimizer.model.ContestRules;
import org.optimizer.model.DriverScore;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Standing;

/** Ranks a week's drivers by league, and gives them their global score. */
public final class Ranking {
    private Ranking() {}

    /**
     * Standings in the order in which they are shown: by league, then rank, those not ranked last.
     *
     * @param scores of this week
     * @param history scores of earlier weeks of the contest, any order
     * @param before standings of the week before, for the change in places
     */
    public static List<Standing> rank(
            IsoWeek week,
            List<DriverScore> scores,
            List<DriverScore> history,
            List<Standing> before,
            ContestRules rules) {
        throw new UnsupportedOperationException();
    }
}
