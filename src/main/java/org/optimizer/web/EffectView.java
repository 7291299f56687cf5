package org.optimizer.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.optimizer.model.Driver;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RescoredWeek;
import org.optimizer.model.ScoreMove;
import org.optimizer.model.VehicleClass;

/**
 * What other rules would change in the weeks of a contest, worded for a page.
 *
 * @param weeks newest first
 */
record EffectView(List<Figure> figures, Histogram histogram, List<Week> weeks) {

    record Figure(String name, String value, String detail) {}

    record Week(String week, String summary, List<League> leagues) {}

    /** @param podium before and after, in words; one line when they are the same */
    record League(String name, List<String> podium, List<Move> moves) {}

    /**
     * @param link to the driver's week with its evidence
     * @param look up, down or same
     */
    record Move(
            String link,
            String name,
            String ranks,
            String change,
            String look,
            String before,
            String after,
            String events) {}

    private static final int PODIUM = 3;

    static EffectView of(String contestId, List<RescoredWeek> effect, Map<String, Driver> drivers, Words say) {
        return new EffectView(figures(effect, say), Histogram.of(effect, say), weeks(contestId, effect, drivers, say));
    }

    private static List<Figure> figures(List<RescoredWeek> effect, Words say) {
        List<ScoreMove> moves =
                effect.stream().flatMap(week -> week.moves().stream()).toList();
        long ranks = moves.stream().filter(ScoreMove::changesRank).count();
        long podiums = effect.stream()
                .flatMap(week -> byLeague(week).values().stream())
                .filter(EffectView::changesPodium)
                .count();
        return List.of(
                figure("ranks", say.number(ranks, 0), say, moves.size()),
                figure("podiums", say.number(podiums, 0), say, effect.size()),
                figure("gained", say.number(sum(moves, ScoreMove::gained), 0), say, sum(moves, ScoreMove::harder)),
                figure("lost", say.number(sum(moves, ScoreMove::lost), 0), say, sum(moves, ScoreMove::milder)));
    }

    private static Figure figure(String key, String value, Words say, Object detail) {
        return new Figure(say.text("draft.figure." + key), value, say.text("draft.figure." + key + ".detail", detail));
    }

    private static int sum(List<ScoreMove> moves, ToIntFunction<ScoreMove> count) {
        return moves.stream().mapToInt(count).sum();
    }

    private static Map<VehicleClass, List<ScoreMove>> byLeague(RescoredWeek week) {
        return week.moves().stream()
                .collect(Collectors.groupingBy(ScoreMove::league, TreeMap::new, Collectors.toList()));
    }

    private static boolean changesPodium(List<ScoreMove> moves) {
        return !podium(moves, ScoreMove::rankBefore, ScoreMove::driverId)
                .equals(podium(moves, ScoreMove::rankAfter, ScoreMove::driverId));
    }

    private static List<String> podium(
            List<ScoreMove> moves, Function<ScoreMove, Optional<Integer>> rank, Function<ScoreMove, String> name) {
        return moves.stream()
                .filter(move ->
                        rank.apply(move).filter(place -> place <= PODIUM).isPresent())
                .sorted(Comparator.comparing(
                                (ScoreMove move) -> rank.apply(move).orElseThrow())
                        .thenComparing(ScoreMove::driverId))
                .map(move -> rank.apply(move).orElseThrow() + ". " + name.apply(move))
                .toList();
    }

    private static List<Week> weeks(
            String contestId, List<RescoredWeek> effect, Map<String, Driver> drivers, Words say) {
        return effect.stream()
                .sorted(Comparator.comparing(RescoredWeek::week).reversed())
                .map(week -> new Week(
                        say.week(week.week()),
                        say.text(
                                "draft.week",
                                week.moves().stream()
                                        .filter(ScoreMove::changesRank)
                                        .count(),
                                week.moves().size()),
                        leagues(contestId, week, drivers, say)))
                .toList();
    }

    private static List<League> leagues(String contestId, RescoredWeek week, Map<String, Driver> drivers, Words say) {
        List<League> leagues = new ArrayList<>();
        byLeague(week)
                .forEach((league, moves) -> leagues.add(new League(
                        say.text("class." + league.code()),
                        podiums(moves, drivers, say),
                        moves.stream()
                                .map(move -> move(contestId, week.week(), move, drivers, say))
                                .toList())));
        return leagues;
    }

    private static List<String> podiums(List<ScoreMove> moves, Map<String, Driver> drivers, Words say) {
        Function<ScoreMove, String> name = move -> name(move, drivers);
        String before = String.join(" · ", podium(moves, ScoreMove::rankBefore, name));
        String after = String.join(" · ", podium(moves, ScoreMove::rankAfter, name));
        return before.equals(after)
                ? List.of(say.text("draft.podium.same", before))
                : List.of(say.text("draft.podium.before", before), say.text("draft.podium.after", after));
    }

    static String name(ScoreMove move, Map<String, Driver> drivers) {
        Driver driver = drivers.get(move.driverId());
        return driver == null ? move.driverId() : driver.name();
    }

    private static Move move(String contestId, IsoWeek week, ScoreMove move, Map<String, Driver> drivers, Words say) {
        Optional<Integer> places =
                move.rankBefore().flatMap(before -> move.rankAfter().map(after -> before - after));
        return new Move(
                "/contests/" + contestId + "/weeks/" + week + "/drivers/" + move.driverId(),
                name(move, drivers),
                rank(move.rankBefore()) + " → " + rank(move.rankAfter()),
                places.filter(change -> change != 0).map(say::change).orElse(""),
                places.map(change -> change > 0 ? "up" : change < 0 ? "down" : "same")
                        .orElse("same"),
                say.on20(move.scoreBefore()),
                say.on20(move.scoreAfter()),
                say.text("draft.events", move.gained(), move.lost(), move.harder(), move.milder()));
    }

    private static String rank(Optional<Integer> rank) {
        return rank.map(String::valueOf).orElse("–");
    }
}
