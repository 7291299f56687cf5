package org.optimizer.transform.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.model.ContestRules;
import org.optimizer.model.DriverScore;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Standing;
import org.optimizer.model.VehicleClass;

/** Ranks a week's drivers by league, and gives them their global score. */
public final class Ranking {
    private final Map<String, List<DriverScore>> history;
    private final Map<String, Standing> before;
    private final GlobalScore global;

    private Ranking(IsoWeek week, List<DriverScore> history, List<Standing> before, ContestRules rules) {
        this.history = history.stream()
                .filter(score -> score.facts().week().compareTo(week) < 0)
                .collect(Collectors.groupingBy(DriverScore::driverId));
        this.before = before.stream().collect(Collectors.toMap(Standing::driverId, Function.identity()));
        this.global = new GlobalScore(week, rules);
    }

    /**
     * Standings in the order in which they are shown: by league, then rank, those not ranked last.
     *
     * @param scores of this week
     * @param history scores of earlier weeks of the contest as they stand, provisional or final, any order
     * @param before standings of the week before, for the change in places
     */
    public static List<Standing> rank(
            IsoWeek week,
            List<DriverScore> scores,
            List<DriverScore> history,
            List<Standing> before,
            ContestRules rules) {
        Ranking ranking = new Ranking(week, history, before, rules);
        Map<VehicleClass, List<DriverScore>> leagues = scores.stream()
                .collect(Collectors.groupingBy(score -> score.facts().league(), TreeMap::new, Collectors.toList()));
        return leagues.entrySet().stream()
                .flatMap(league -> ranking.league(league.getKey(), league.getValue()))
                .toList();
    }

    private Stream<Standing> league(VehicleClass league, List<DriverScore> scores) {
        List<DriverScore> ranked = scores.stream().filter(DriverScore::ranked).toList();
        Map<String, Integer> places = Places.of(ranked, Ties.CHAIN, DriverScore::driverId);
        Set<String> exAequo = ExAequo.of(ranked);
        Map<String, GlobalScore.Value> globals = globals(scores);
        Map<String, Integer> globalPlaces = Places.of(
                new ArrayList<>(globals.entrySet()),
                Comparator.comparing((Map.Entry<String, GlobalScore.Value> entry) ->
                                entry.getValue().points())
                        .reversed(),
                Map.Entry::getKey);
        return scores.stream().sorted(shown(places)).map(score -> {
            String driver = score.driverId();
            Optional<Integer> place = Optional.ofNullable(places.get(driver));
            Optional<GlobalScore.Value> overWeeks = Optional.ofNullable(globals.get(driver));
            return new Standing(
                    driver,
                    league,
                    place,
                    exAequo.contains(driver),
                    ranked.size(),
                    place.flatMap(now -> change(driver, league, now)),
                    overWeeks.map(GlobalScore.Value::points),
                    overWeeks.flatMap(GlobalScore.Value::doubt),
                    Optional.ofNullable(globalPlaces.get(driver)));
        });
    }

    private static Comparator<DriverScore> shown(Map<String, Integer> places) {
        return Comparator.comparing((DriverScore score) -> places.getOrDefault(score.driverId(), Integer.MAX_VALUE))
                .thenComparing(Ties.CHAIN)
                .thenComparing(DriverScore::driverId);
    }

    private Map<String, GlobalScore.Value> globals(List<DriverScore> scores) {
        Map<String, GlobalScore.Value> globals = new HashMap<>();
        for (DriverScore score : scores) {
            List<DriverScore> all = new ArrayList<>(history.getOrDefault(score.driverId(), List.of()));
            all.add(score);
            global.of(all).ifPresent(value -> globals.put(score.driverId(), value));
        }
        return globals;
    }

    /** Places gained since the week before; none to compare with in another league. */
    private Optional<Integer> change(String driver, VehicleClass league, int place) {
        return Optional.ofNullable(before.get(driver))
                .filter(standing -> standing.league() == league)
                .flatMap(Standing::rank)
                .map(then -> then - place);
    }
}
