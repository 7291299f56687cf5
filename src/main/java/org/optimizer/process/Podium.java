package org.optimizer.process;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.optimizer.model.DriverScore;
import org.optimizer.model.VehicleClass;

/** Places on the podium that chance alone may have given. */
final class Podium {
    private static final int PLACES = 3;

    private Podium() {}

    /** Drivers on the podium of a league, and the next one, whose intervals of the score overlap with their neighbour's. */
    static Set<String> closeCalls(List<WeekResults.Line> lines) {
        Map<VehicleClass, List<WeekResults.Line>> leagues = lines.stream()
                .filter(line -> line.standing().rank().isPresent())
                .sorted(Comparator.comparing(line -> line.standing().rank().orElseThrow()))
                .collect(Collectors.groupingBy(line -> line.standing().league()));
        Set<String> close = new HashSet<>();
        leagues.values().forEach(league -> addCloseCalls(league, close));
        return close;
    }

    private static void addCloseCalls(List<WeekResults.Line> league, Set<String> close) {
        for (int place = 0; place < Math.min(PLACES, league.size() - 1); place++) {
            WeekResults.Line upper = league.get(place);
            WeekResults.Line lower = league.get(place + 1);
            if (low(upper.score()) < high(lower.score())) {
                close.add(upper.driver().id());
                close.add(lower.driver().id());
            }
        }
    }

    /** NaN, which is never below anything, without a score or a doubt. */
    private static double low(DriverScore score) {
        return value(score) - doubt(score);
    }

    private static double high(DriverScore score) {
        return value(score) + doubt(score);
    }

    private static double value(DriverScore score) {
        return score.score().map(Number::doubleValue).orElse(Double.NaN);
    }

    private static double doubt(DriverScore score) {
        return score.doubt().map(Number::doubleValue).orElse(Double.NaN);
    }
}
