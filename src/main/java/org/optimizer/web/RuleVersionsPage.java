package org.optimizer.web;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optimizer.model.DraftChange;
import org.optimizer.model.DraftChange.Kind;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RuleActivation;
import org.optimizer.model.RuleChange;
import org.optimizer.process.RuleBoard.Overview;

/**
 * Every version that was, is or will be in force, and what differs between two, worded for the page.
 *
 * @param versions newest first
 * @param choices versions that can be compared: these, and those that were only proposed
 * @param between empty before two are chosen
 */
record RuleVersionsPage(List<Version> versions, List<Choice> choices, Optional<Between> between) {

    /** @param look in-force, coming, past or revoked; @param change address of the change that brought it, if one did */
    record Version(
            String version,
            String shortly,
            String from,
            String at,
            String by,
            String why,
            String state,
            String look,
            Optional<String> change) {}

    record Choice(String version, String name) {}

    /** @param same whether nothing differs */
    record Between(
            String before,
            String after,
            boolean same,
            List<RuleChangePage.FileChanges> tables,
            List<RuleChangePage.FileChanges> cases) {

        static Between of(String before, String after, List<DraftChange> differences, Words say) {
            return new Between(
                    before,
                    after,
                    differences.isEmpty(),
                    RuleChangePage.changes(differences, Kind.TABLE, say),
                    RuleChangePage.changes(differences, Kind.CASE, say));
        }
    }

    static RuleVersionsPage of(Overview overview, Optional<Between> between, ZoneId zone, Words say) {
        return new RuleVersionsPage(versions(overview, zone, say), choices(overview, zone, say), between);
    }

    static List<Version> versions(Overview overview, ZoneId zone, Words say) {
        Optional<RuleActivation> inForce = overview.activations().stream()
                .filter(each -> each.revokedAt().isEmpty())
                .filter(each -> each.fromWeek().compareTo(overview.week()) <= 0)
                .reduce(RuleVersionsPage::newest);
        return overview.activations().stream()
                .map(each -> version(each, look(each, overview.week(), inForce), zone, say))
                .toList();
    }

    private static RuleActivation newest(RuleActivation one, RuleActivation other) {
        int order = one.fromWeek().compareTo(other.fromWeek());
        return order > 0 || order == 0 && one.id() > other.id() ? one : other;
    }

    private static String look(RuleActivation each, IsoWeek thisWeek, Optional<RuleActivation> inForce) {
        if (each.revokedAt().isPresent()) {
            return "revoked";
        }
        if (inForce.filter(each::equals).isPresent()) {
            return "in-force";
        }
        return each.fromWeek().compareTo(thisWeek) > 0 ? "coming" : "past";
    }

    private static Version version(RuleActivation each, String look, ZoneId zone, Words say) {
        return new Version(
                each.version(),
                say.shortVersion(each.version()),
                each.changeId().isEmpty() && each.fromWeek().year() == 1970
                        ? say.text("rules.version.always")
                        : each.fromWeek().toString(),
                say.moment(each.at(), zone),
                RulesPage.author(each.by(), say),
                each.why(),
                say.text("rules.version." + look),
                look,
                each.changeId().map(RulesPage::link));
    }

    private static List<Choice> choices(Overview overview, ZoneId zone, Words say) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        versions(overview, zone, say)
                .forEach(each -> choices.putIfAbsent(
                        each.version(), choice(each.version(), each.state() + ", " + each.from(), say)));
        for (RuleChange change : overview.changes()) {
            String state = say.text("rules.state." + change.state().code());
            choices.putIfAbsent(
                    change.version(),
                    choice(change.version(), state + ", " + say.moment(change.proposedAt(), zone), say));
        }
        return List.copyOf(choices.values());
    }

    private static Choice choice(String version, String what, Words say) {
        return new Choice(version, say.shortVersion(version) + " (" + what + ")");
    }
}
