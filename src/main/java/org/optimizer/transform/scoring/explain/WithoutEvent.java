package org.optimizer.transform.scoring.explain;

import java.util.List;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.FleetMean;
import org.optimizer.model.Rulebook;
import org.optimizer.model.ScoredEvent;
import org.optimizer.transform.scoring.EventRates;

/** A week as it would be without one of its events, from what is kept with it alone: data that came later change nothing. */
public final class WithoutEvent {
    private WithoutEvent() {}

    /**
     * The same week less the event's points; its kilometres stay.
     *
     * @throws IllegalArgumentException when the week has fewer points than the event
     */
    public static DriverWeek of(DriverWeek week, ScoredEvent event, List<FleetMean> means, Rulebook rulebook) {
        EventSums left = WeekAgain.kept(week).minus(EventSums.of(List.of(event)));
        if (left.accelerationPoints() < 0 || left.brakingPoints() < 0) {
            throw new IllegalArgumentException("week " + week.week() + " of driver " + week.driverId()
                    + ": expected the " + event.event().points() + " points of the event of "
                    + event.event().at() + " among those of the week, found fewer");
        }
        return WeekAgain.with(left, week, EventRates.average(week.league(), means, rulebook), rulebook);
    }
}
