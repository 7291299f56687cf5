package org.optimizer.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.optimizer.model.Backtest;
import org.optimizer.model.BacktestMove;
import org.optimizer.model.DraftChange;
import org.optimizer.model.DraftChange.Kind;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RescoredWeek;
import org.optimizer.model.RuleChange;
import org.optimizer.model.RuleChange.State;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.ShadowWeek;
import org.optimizer.process.RuleBoard.View;
import org.optimizer.rules.RuleTables;

/**
 * A change of the rules with what it would do, worded for the page.
 *
 * @param decided who decided what, when and why; empty before
 * @param open whether somebody may decide now; @param own whether the reader is its author, who may not
 * @param withdrawable whether it may still be taken back
 * @param activity what it would say of the vehicles of each site; empty where it leaves that alone
 * @param uncompared contests of other methods, each with a word on why it is not among those above
 * @param running how far it is with checks and backtest; empty once somebody may decide
 */
record RuleChangePage(
        String id,
        String title,
        String author,
        String origin,
        String why,
        String base,
        String version,
        String state,
        String look,
        Optional<String> decided,
        boolean open,
        boolean own,
        boolean withdrawable,
        Optional<Running> running,
        Optional<String> tested,
        List<Contest> contests,
        List<KpiEffectView> activity,
        List<String> uncompared,
        List<Trial> trials,
        List<String> silent,
        List<FileChanges> tables,
        List<FileChanges> cases,
        String nextWeek) {

    record Running(int done, int of, String text) {}

    /** @param texts SMS that would read otherwise, some of them */
    record Contest(String name, EffectView effect, String texts, List<Text> examples) {}

    /** Weeks of a contest scored on trial. @param problems weeks that could not be, in words */
    record Trial(String name, EffectView effect, List<String> problems) {}

    record Text(String driver, String week, String before, String after) {}

    record FileChanges(String file, List<Change> changes) {}

    /** @param basis is empty here; the table of differences has a column for it */
    record Change(String row, String column, String before, String after, String basis) {}

    private static final int EXAMPLES = 3;

    static RuleChangePage of(View view, Reader reader, ZoneId zone, Words say) {
        RuleChange change = view.change();
        boolean waitsForItsWeek = change.state() == State.APPROVED
                && change.fromWeek()
                        .filter(week -> week.compareTo(view.thisWeek()) > 0)
                        .isPresent();
        return new RuleChangePage(
                change.id(),
                say.moment(change.proposedAt(), zone),
                RulesPage.author(change.author(), say),
                say.text("rules.origin." + change.origin().code()),
                change.why(),
                say.shortVersion(change.base()),
                say.shortVersion(change.version()),
                say.text("rules.state." + change.state().code()),
                change.state().code(),
                decided(change, zone, say),
                change.state() == State.IN_APPROVAL || change.state() == State.TRIAL,
                change.author().equals(reader.name()),
                change.state().isOpen() || waitsForItsWeek,
                Optional.of(change.state())
                        .filter(state -> state == State.PROPOSED)
                        .map(state -> running(view.backtest(), say)),
                view.backtest()
                        .filter(test -> test.state() != Backtest.State.RUNNING)
                        .map(test -> say.text(
                                "rules.backtest." + test.state().name().toLowerCase(Locale.ROOT),
                                test.weeksDone(),
                                test.weeksTotal())),
                contests(view, say),
                KpiEffectView.of(view.kpis(), view.sites(), say),
                uncompared(view, say),
                trials(view, say),
                view.silent(),
                changes(view.differences(), Kind.TABLE, say),
                changes(view.differences(), Kind.CASE, say),
                view.thisWeek().plusWeeks(1).toString());
    }

    private static Optional<String> decided(RuleChange change, ZoneId zone, Words say) {
        return change.decidedAt()
                .filter(at -> change.decidedBy().isPresent())
                .map(at -> say.text(
                        "rules.decided",
                        change.decidedBy().orElseThrow(),
                        say.moment(at, zone),
                        change.fromWeek().map(IsoWeek::toString).orElse("–"),
                        change.reason().filter(reason -> !reason.isBlank()).orElse("–")));
    }

    /** Before its backtest has begun a change is checked. */
    private static Running running(Optional<Backtest> backtest, Words say) {
        return backtest.map(test -> new Running(
                        test.weeksDone(),
                        Math.max(1, test.weeksTotal()),
                        say.text("rules.backtest.running", test.weeksDone(), test.weeksTotal())))
                .orElseGet(() -> new Running(0, 1, say.text("rules.backtest.checking")));
    }

    private static List<Contest> contests(View view, Words say) {
        Map<String, List<BacktestMove>> byContest = view.moves().stream()
                .collect(Collectors.groupingBy(BacktestMove::contestId, TreeMap::new, Collectors.toList()));
        return byContest.entrySet().stream()
                .map(entry -> contest(view, entry.getKey(), entry.getValue(), say))
                .toList();
    }

    /** Contests that no past week was scored again of, with the reason. */
    private static List<String> uncompared(View view, Words say) {
        Set<String> touched = view.differences().stream()
                .filter(difference -> difference.kind() == Kind.TABLE)
                .map(DraftChange::subject)
                .collect(Collectors.toSet());
        return view.contests().values().stream()
                .filter(contest -> contest.method() != ScoringMethod.ABSOLUTE)
                .sorted(Comparator.comparing(org.optimizer.model.Contest::name))
                .map(contest -> say.text(
                        touched.contains(table(contest.method()))
                                ? "rules.contest.uncompared"
                                : "rules.contest.untouched",
                        contest.name(),
                        say.text("rules.method." + contest.method().name().toLowerCase(Locale.ROOT))))
                .toList();
    }

    /** The figures of a method that is not scored by the driving itself. */
    private static String table(ScoringMethod method) {
        return method == ScoringMethod.RELATIVE ? "relative.table.csv" : "event-rate.table.csv";
    }

    private static Contest contest(View view, String contestId, List<BacktestMove> moves, Words say) {
        Map<IsoWeek, List<BacktestMove>> weeks = moves.stream()
                .collect(Collectors.groupingBy(BacktestMove::week, LinkedHashMap::new, Collectors.toList()));
        List<RescoredWeek> effect = new ArrayList<>();
        weeks.forEach((week, lines) -> effect.add(
                new RescoredWeek(week, lines.stream().map(BacktestMove::move).toList())));
        List<BacktestMove> texts =
                moves.stream().filter(BacktestMove::changesSms).toList();
        return new Contest(
                view.contests().get(contestId).name(),
                EffectView.of(contestId, effect, view.drivers(), say),
                say.text("rules.texts", texts.size(), moves.size()),
                texts.stream()
                        .limit(EXAMPLES)
                        .map(move -> new Text(
                                EffectView.name(move.move(), view.drivers()),
                                say.week(move.week()),
                                move.smsBefore().orElse("–"),
                                move.smsAfter().orElse("–")))
                        .toList());
    }

    private static List<Trial> trials(View view, Words say) {
        Map<String, List<ShadowWeek>> byContest = view.trial().stream()
                .collect(Collectors.groupingBy(ShadowWeek::contestId, TreeMap::new, Collectors.toList()));
        return byContest.entrySet().stream()
                .map(entry -> trial(view, entry.getKey(), entry.getValue(), say))
                .toList();
    }

    private static Trial trial(View view, String contestId, List<ShadowWeek> weeks, Words say) {
        List<RescoredWeek> scored = weeks.stream()
                .filter(week -> week.problem().isEmpty())
                .map(week -> new RescoredWeek(week.week(), week.moves()))
                .toList();
        return new Trial(
                view.contests().get(contestId).name(),
                EffectView.of(contestId, scored, view.drivers(), say),
                weeks.stream()
                        .filter(week -> week.problem().isPresent())
                        .map(week -> say.text(
                                "trial.problem",
                                say.week(week.week()),
                                week.problem().orElseThrow()))
                        .toList());
    }

    static List<FileChanges> changes(List<DraftChange> differences, Kind kind, Words say) {
        Map<String, List<Change>> files = differences.stream()
                .filter(change -> change.kind() == kind)
                .collect(Collectors.groupingBy(
                        DraftChange::subject,
                        TreeMap::new,
                        Collectors.mapping(change -> change(change, say), Collectors.toList())));
        return files.entrySet().stream()
                .map(file -> new FileChanges(title(file.getKey(), say), file.getValue()))
                .toList();
    }

    /** A file of cases keeps its name: it is said that those are cases. */
    private static String title(String file, Words say) {
        return RuleTables.title(table(file), say.locale());
    }

    private static String table(String file) {
        return file.replace(".table.csv", "");
    }

    private static Change change(DraftChange change, Words say) {
        String column = change.column().isEmpty()
                ? say.text(change.before().isEmpty() ? "rules.row.new" : "rules.row.gone")
                : RuleTables.title(table(change.subject()), change.column(), say.locale());
        return new Change(change.line(), column, say.figure(change.before()), say.figure(change.after()), "");
    }
}
