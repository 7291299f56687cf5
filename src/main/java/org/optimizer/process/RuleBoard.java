package org.optimizer.process;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.extract.BacktestResults;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.RuleChanges;
import org.optimizer.extract.ShadowResults;
import org.optimizer.extract.Sites;
import org.optimizer.model.Backtest;
import org.optimizer.model.BacktestKpi;
import org.optimizer.model.BacktestMove;
import org.optimizer.model.Contest;
import org.optimizer.model.DraftChange;
import org.optimizer.model.Driver;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RuleActivation;
import org.optimizer.model.RuleChange;
import org.optimizer.model.ShadowWeek;
import org.optimizer.model.Site;
import org.optimizer.rules.RuleTables;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesException;
import org.optimizer.rules.TableView;

/** What the rule desk's pages show. */
public class RuleBoard {
    /** Over so many weeks is counted which rows answer. */
    public static final int COUNTED_WEEKS = 8;

    private final RuleChanges changes;
    private final BacktestResults backtests;
    private final ShadowResults shadows;
    private final Contests contests;
    private final Sites sites;
    private final Drivers drivers;
    private final RulebookShelf shelf;
    private final RulesInForce rules;
    private final FolderWatch folder;
    private final Supplier<Map<String, Integer>> firedLately;

    /** @param firedLately {@code table/row-id} → how often it answered in the last weeks; empty when nobody counted */
    public RuleBoard(
            RuleChanges changes,
            BacktestResults backtests,
            ShadowResults shadows,
            Contests contests,
            Sites sites,
            Drivers drivers,
            RulebookShelf shelf,
            RulesInForce rules,
            FolderWatch folder,
            Supplier<Map<String, Integer>> firedLately) {
        this.changes = changes;
        this.backtests = backtests;
        this.shadows = shadows;
        this.contests = contests;
        this.sites = sites;
        this.drivers = drivers;
        this.shelf = shelf;
        this.rules = rules;
        this.folder = folder;
        this.firedLately = firedLately;
    }

    /**
     * Where the rules stand.
     *
     * @param folderDiffers whether the rules folder holds other rules than those in force
     * @param folderProblem why the folder cannot be used; empty when it can
     * @param changes newest first
     * @param activations newest first
     */
    public record Overview(
            String version,
            IsoWeek week,
            boolean folderDiffers,
            Optional<FolderWatch.Problem> folderProblem,
            List<RuleChange> changes,
            List<RuleActivation> activations) {}

    /**
     * A change with what it would do.
     *
     * @param differences cell by cell
     * @param moves by contest, newest week first
     * @param kpis by site, newest week first; empty where the change leaves what vehicles do alone
     * @param trial weeks scored on trial, by contest, newest first
     * @param silent rows of the change that never answered in the backtest; empty before it is done
     * @param thisWeek the first week that it may be approved for
     * @param sites names by id
     * @param drivers by id
     */
    public record View(
            RuleChange change,
            List<DraftChange> differences,
            Optional<Backtest> backtest,
            List<BacktestMove> moves,
            List<BacktestKpi> kpis,
            List<ShadowWeek> trial,
            List<String> silent,
            IsoWeek thisWeek,
            Map<String, Contest> contests,
            Map<String, String> sites,
            Map<String, Driver> drivers) {}

    /**
     * The tables in force.
     *
     * @param fired {@code table/row-id} → how often it answered in the last weeks; empty when nobody counted
     */
    public record Tables(String version, List<TableView> views, Map<String, Integer> fired) {

        /** Rows that never answered. */
        public List<String> never(TableView view) {
            return view.rows().stream()
                    .map(TableView.Line::id)
                    .filter(row -> fired.getOrDefault(view.table() + "/" + row, 0) == 0)
                    .toList();
        }
    }

    public Tables tables() {
        return new Tables(shelf.current().version(), RuleTables.views(shelf.currentFiles()), firedLately.get());
    }

    /** The same as a workbook. */
    public byte[] workbook(Locale language) {
        return RuleTables.workbook(shelf.currentFiles(), language, firedLately.get());
    }

    /** One of them as it stands in its file. */
    public Optional<String> csv(String table) {
        return Optional.ofNullable(shelf.currentFiles().get(table + ".table.csv"));
    }

    /** Rules are everybody's: their times are shown as at the first site. */
    public ZoneId zone() {
        return sites.list().stream().findFirst().map(Site::zone).orElse(ZoneOffset.UTC);
    }

    public Overview overview() {
        String version = shelf.current().version();
        return new Overview(
                version,
                rules.thisWeek(),
                !version.equals(shelf.folderVersion()),
                folder.problem(),
                changes.list(),
                changes.activations());
    }

    /** @throws IllegalArgumentException when there is no such change */
    public View view(String changeId) {
        RuleChange change = changes.get(changeId);
        Optional<Backtest> backtest = backtests.find(changeId);
        List<BacktestMove> moves = backtests.moves(changeId);
        List<ShadowWeek> trial = shadows.list(changeId);
        Map<String, Contest> byId =
                contests.list().stream().collect(Collectors.toMap(Contest::id, Function.identity()));
        return new View(
                change,
                RuleTables.differences(shelf.files(change.base()), shelf.files(change.version())),
                backtest,
                moves,
                backtests.kpis(changeId),
                trial,
                backtest.filter(test -> test.state() == Backtest.State.DONE && test.weeksDone() > 0)
                        .map(test -> silent(change))
                        .orElse(List.of()),
                rules.thisWeek(),
                byId,
                sites.list().stream().collect(Collectors.toMap(Site::id, Site::name)),
                people(moves, trial, byId));
    }

    private List<String> silent(RuleChange change) {
        SortedMap<String, Long> fired = backtests.fired(change.id());
        return RuleTables.rows(shelf.files(change.version())).stream()
                .filter(row -> !fired.containsKey(row))
                .toList();
    }

    private Map<String, Driver> people(List<BacktestMove> moves, List<ShadowWeek> trial, Map<String, Contest> byId) {
        return Stream.concat(
                        moves.stream().map(BacktestMove::contestId),
                        trial.stream().map(ShadowWeek::contestId))
                .distinct()
                .map(byId::get)
                .map(Contest::siteId)
                .distinct()
                .flatMap(site -> drivers.listBySite(site).stream())
                .collect(Collectors.toMap(Driver::id, Function.identity()));
    }

    /** What changed between two versions. @throws IllegalArgumentException when one of them was never kept */
    public List<DraftChange> between(String before, String after) {
        return RuleTables.differences(files(before), files(after));
    }

    /** The files of a version, by name. @throws IllegalArgumentException when it was never kept */
    public Map<String, String> files(String version) {
        try {
            return shelf.files(version);
        } catch (RulesException unknown) {
            throw new IllegalArgumentException(unknown.getMessage(), unknown);
        }
    }
}
