package org.optimizer.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.optimizer.model.DraftChange;
import org.optimizer.model.DraftChange.Kind;
import org.optimizer.model.Driver;
import org.optimizer.model.RescoredWeek;
import org.optimizer.model.ScoreMove;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.Calibration.View;

/**
 * A proposed change of the rules and what it would change, worded for the page.
 *
 * @param weeks newest first
 * @param tables changed cells by file; @param cases the same for the worked cases
 */
record DraftPage(
        String id,
        String contestId,
        String contest,
        String title,
        String by,
        String weeksNamed,
        String why,
        String base,
        String version,
        boolean outdated,
        List<Figure> figures,
        Histogram histogram,
        List<Week> weeks,
        List<FileChanges> tables,
        List<FileChanges> cases,
        List<Left> left) {

    record Figure(String name, String value, String detail) {}

    record Week(String week, String summary, List<League> leagues) {}

    /** @param podium before and after, in words; one line when they are the same */
    record League(String name, List<String> podium, List<Move> moves) {}

    /** @param look up, down or same */
    record Move(String name, String ranks, String change, String look, String before, String after, String events) {}

    record FileChanges(String file, List<Change> changes) {}

    record Change(String row, String column, String before, String after, String basis) {}

    record Left(String what, String why) {}

    private static final int PODIUM = 3;

    static DraftPage of(View view, Words say) {
        return new DraftPage(
                view.draft().id(),
                view.contest().id(),
                view.contest().name(),
                say.moment(view.draft().createdAt(), view.site().zone()),
                view.draft().createdBy(),
                CalibrationPage.weeks(view.draft(), say),
                view.draft().why(),
                say.shortVersion(view.draft().base()),
                say.shortVersion(view.draft().version()),
                view.outdated(),
                figures(view, say),
                Histogram.of(view.effect(), say),
                weeks(view, say),
                changes(view, Kind.TABLE, say),
                changes(view, Kind.CASE, say),
                left(view, say));
    }

    private static List<Figure> figures(View view, Words say) {
        List<ScoreMove> moves =
                view.effect().stream().flatMap(week -> week.moves().stream()).toList();
        long ranks = moves.stream().filter(ScoreMove::changesRank).count();
        long podiums = view.effect().stream()
                .flatMap(week -> byLeague(week).values().stream())
                .filter(DraftPage::changesPodium)
                .count();
        return List.of(
                figure("ranks", say.number(ranks, 0), say, moves.size()),
                figure("podiums", say.number(podiums, 0), say, view.effect().size()),
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

    private static List<Week> weeks(View view, Words say) {
        return view.effect().stream()
                .sorted(Comparator.comparing(RescoredWeek::week).reversed())
                .map(week -> new Week(
                        say.week(week.week()),
                        say.text(
                                "draft.week",
                                week.moves().stream()
                                        .filter(ScoreMove::changesRank)
                                        .count(),
                                week.moves().size()),
                        leagues(week, view.drivers(), say)))
                .toList();
    }

    private static List<League> leagues(RescoredWeek week, Map<String, Driver> drivers, Words say) {
        List<League> leagues = new ArrayList<>();
        byLeague(week)
                .forEach((league, moves) -> leagues.add(new League(
                        say.text("class." + league.code()),
                        podiums(moves, drivers, say),
                        moves.stream().map(move -> move(move, drivers, say)).toList())));
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

    private static String name(ScoreMove move, Map<String, Driver> drivers) {
        Driver driver = drivers.get(move.driverId());
        return driver == null ? move.driverId() : driver.name();
    }

    private static Move move(ScoreMove move, Map<String, Driver> drivers, Words say) {
        Optional<Integer> places =
                move.rankBefore().flatMap(before -> move.rankAfter().map(after -> before - after));
        return new Move(
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

    private static List<FileChanges> changes(View view, Kind kind, Words say) {
        Map<String, List<Change>> files = view.changes().stream()
                .filter(change -> change.kind() == kind)
                .collect(Collectors.groupingBy(
                        DraftChange::subject,
                        TreeMap::new,
                        Collectors.mapping(change -> change(change, say), Collectors.toList())));
        return files.entrySet().stream()
                .map(file -> new FileChanges(file.getKey(), file.getValue()))
                .toList();
    }

    private static Change change(DraftChange change, Words say) {
        return new Change(
                change.line(),
                say.textOr("draft.column." + change.column(), change.column()),
                say.figure(change.before()),
                say.figure(change.after()),
                say.text("draft.basis." + change.basis(), change.count()));
    }

    private static List<Left> left(View view, Words say) {
        return view.changes().stream()
                .filter(change -> change.kind() == Kind.LEFT)
                .map(change -> left(change, say))
                .toList();
    }

    private static Left left(DraftChange change, Words say) {
        String league = say.text("class." + change.subject().toLowerCase(Locale.ROOT));
        return new Left(
                change.line().isEmpty() ? league : league + " – " + say.text(change.line()),
                say.text("draft.left." + change.basis(), change.count(), change.needed()));
    }
}
