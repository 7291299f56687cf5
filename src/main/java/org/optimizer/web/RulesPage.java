package org.optimizer.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.optimizer.model.RuleChange;
import org.optimizer.process.FolderWatch;
import org.optimizer.process.RuleBoard.Overview;
import org.optimizer.process.RuleBoard.Tables;
import org.optimizer.rules.RuleTables;
import org.optimizer.rules.TableView;

/**
 * Where the rules stand, worded for the page.
 *
 * @param folderProblem why the folder cannot be used; empty when it can
 * @param coming versions that are approved for a later week
 * @param waiting changes that somebody may still decide on; @param decided the others; both newest first
 * @param counted whether it is known how often rows answered
 */
record RulesPage(
        String version,
        boolean folderDiffers,
        List<String> folderProblem,
        List<RuleVersionsPage.Version> coming,
        List<Change> waiting,
        List<Change> decided,
        List<Table> tables,
        boolean counted) {

    /** @param never how many of its rows never answered in the last weeks */
    record Table(String name, String title, String note, int rows, int never) {}

    record Change(String link, String at, String author, String why, String origin, String state, String look) {}

    static RulesPage of(Overview overview, Tables tables, ZoneId zone, Words say) {
        Map<Boolean, List<RuleChange>> byOpen = overview.changes().stream()
                .collect(Collectors.partitioningBy(change -> change.state().isOpen()));
        return new RulesPage(
                say.shortVersion(overview.version()),
                overview.folderDiffers(),
                overview.folderProblem()
                        .map(problem -> lines(problem, say.locale()))
                        .orElse(List.of()),
                RuleVersionsPage.versions(overview, zone, say).stream()
                        .filter(version -> version.look().equals("coming"))
                        .toList(),
                changes(byOpen.get(true), zone, say),
                changes(byOpen.get(false), zone, say),
                tables.views().stream()
                        .map(view -> table(view, tables, say.locale()))
                        .toList(),
                !tables.fired().isEmpty());
    }

    private static List<String> lines(FolderWatch.Problem problem, Locale language) {
        return problem.mistakes().isEmpty()
                ? problem.text().lines().toList()
                : problem.mistakes().stream()
                        .map(mistake -> RuleTables.say(mistake, language))
                        .toList();
    }

    private static Table table(TableView view, Tables tables, Locale language) {
        return new Table(
                view.table(),
                RuleTables.title(view.table(), language),
                RuleTables.note(view.table(), language),
                view.rows().size(),
                tables.never(view).size());
    }

    private static List<Change> changes(List<RuleChange> changes, ZoneId zone, Words say) {
        Function<RuleChange, Change> worded = change -> new Change(
                link(change.id()),
                say.moment(change.proposedAt(), zone),
                author(change.author(), say),
                change.why(),
                say.text("rules.origin." + change.origin().code()),
                say.text("rules.state." + change.state().code()),
                change.state().code());
        return changes.stream().map(worded).toList();
    }

    static String link(String changeId) {
        return "/rules/changes/" + changeId;
    }

    /** Nobody is known who changed the folder. */
    static String author(String author, Words say) {
        return author.equals(RuleChange.FOLDER) ? say.text("rules.author.folder") : author;
    }
}
