package org.optimizer.model;

/**
 * Where the counts or marks of a contest come from, and what is made of them.
 *
 * @param source whose rows of tables {@code event_count} and {@code period_score} are taken, such as {@code globo},
 *     {@code scorefeed} or the sender of a push
 */
public record ScorePlan(String source, Strategy strategy, Entrants entrants) {

    /** How a contest's weeks are put together. */
    public enum Strategy {
        /** Every week everything since the contest's first day is fetched and computed again, as in 2019. */
        FULL_PERIOD,
        /** The marks of the weeks, each as it was when it was ranked, weighted by the distance driven. */
        WEIGHTED_WEEKS
    }

    /** Who competes. */
    public enum Entrants {
        /** The site's drivers, whom the provider knows. */
        DRIVERS,
        /** Drivers, when the provider knows vehicles only: a vehicle's week is shared among those who were logged in on it. */
        DRIVERS_BY_LOG_IN,
        /** The contest's vehicles, each as if it were a driver: an entry among the drivers under its id has its telephone. */
        VEHICLES;

        /** Whom the provider is asked about. */
        public ScoredEntity asked() {
            return this == DRIVERS ? ScoredEntity.DRIVER : ScoredEntity.VEHICLE;
        }
    }
}
