package org.optimizer.process;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.optimizer.extract.BacktestResults;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.RuleChanges;
import org.optimizer.extract.Sites;
import org.optimizer.model.Backtest;
import org.optimizer.model.BacktestMove;
import org.optimizer.model.Contest;
import org.optimizer.model.DraftChange;
import org.optimizer.model.Driver;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RuleActivation;
import org.optimizer.model.RuleChange;
import org.optimizer.model.Site;
import org.optimizer.rules.RuleTables;
import org.optimizer.rules.RulebookShelf;

/** What the rule desk's pages show. */
public class RuleBoard {
    private final RuleChanges changes;
    private final BacktestResults backtests;
    private final Contests contests;
    private final Sites sites;
    private final Drivers drivers;
    private final RulebookShelf shelf;
    private final RulesInForce rules;
    private final FolderWatch folder;

    public RuleBoard(
            RuleChanges changes,
            BacktestResults backtests,
            Contests contests,
            Sites sites,
            Drivers drivers,
            RulebookShelf shelf,
            RulesInForce rules,
            FolderWatch folder) {
        this.changes = changes;
        this.backtests = backtests;
        this.contests = contests;
        this.sites = sites;
        this.drivers = drivers;
        this.shelf = shelf;
        this.rules = rules;
        this.folder = folder;
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
            Optional<String> folderProblem,
            List<RuleChange> changes,
            List<RuleActivation> activations) {}

    /**
     * A change with what it would do.
     *
     * @param differences cell by cell
     * @param moves by contest, newest week first
     * @param silent rows of the change that never answered in the backtest; empty before it is done
     * @param thisWeek the first week that it may be approved for
     * @param drivers by id
     */
    public record View(
            RuleChange change,
            List<DraftChange> differences,
            Optional<Backtest> backtest,
            List<BacktestMove> moves,
            List<String> silent,
            IsoWeek thisWeek,
            Map<String, Contest> contests,
            Map<String, Driver> drivers) {}

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
        Map<String, Contest> byId =
                contests.list().stream().collect(Collectors.toMap(Contest::id, Function.identity()));
        return new View(
                change,
                RuleTables.differences(shelf.files(change.base()), shelf.files(change.version())),
                backtest,
                moves,
                backtest.filter(test -> test.state() == Backtest.State.DONE && test.weeksDone() > 0)
                        .map(test -> silent(change))
                        .orElse(List.of()),
                rules.thisWeek(),
                byId,
                people(moves, byId));
    }

    private List<String> silent(RuleChange change) {
        SortedMap<String, Long> fired = backtests.fired(change.id());
        return RuleTables.rows(shelf.files(change.version())).stream()
                .filter(row -> !fired.containsKey(row))
                .toList();
    }

    private Map<String, Driver> people(List<BacktestMove> moves, Map<String, Contest> byId) {
        return moves.stream()
                .map(BacktestMove::contestId)
                .distinct()
                .map(byId::get)
                .map(Contest::siteId)
                .distinct()
                .flatMap(site -> drivers.listBySite(site).stream())
                .collect(Collectors.toMap(Driver::id, Function.identity()));
    }

    /** What changed between two versions. @throws org.optimizer.rules.RulesException when one of them was never kept */
    public List<DraftChange> between(String before, String after) {
        return RuleTables.differences(shelf.files(before), shelf.files(after));
    }

    /** The files of a version, by name. @throws org.optimizer.rules.RulesException when it was never kept */
    public Map<String, String> files(String version) {
        return shelf.files(version);
    }
}
