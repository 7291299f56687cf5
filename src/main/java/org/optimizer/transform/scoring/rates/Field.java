package org.optimizer.transform.scoring.rates;

import java.util.Map;
import java.util.Set;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.VehicleClass;

/**
 * Who competes in a week.
 *
 * @param leagues vehicle class by entrant
 * @param league of those who are not among them
 * @param excluded whom an approver took out of the week: compared with nobody
 */
public record Field(IsoWeek week, Map<String, VehicleClass> leagues, VehicleClass league, Set<String> excluded) {
    public Field {
        leagues = Map.copyOf(leagues);
        excluded = Set.copyOf(excluded);
    }

    VehicleClass league(String entrant) {
        return leagues.getOrDefault(entrant, league);
    }

    boolean isExcluded(String entrant) {
        return excluded.contains(entrant);
    }
}
