package org.optimizer.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RuleActivation;
import org.optimizer.model.RuleChange;
import org.optimizer.process.RuleBoard.Overview;

/**
 * Where the rules stand, worded for the page.
 *
 * @param waiting changes that somebody may still decide on; @param decided the others; both newest first
 * @param versions what was, is and will be in force, newest first
 */
record RulesPage(
        String version,
        boolean folderDiffers,
        Optional<String> folderProblem,
        List<Change> waiting,
        List<Change> decided,
        List<Version> versions) {

    record Change(String link, String at, String author, String why, String origin, String state, String look) {}

    /** @param look in-force, coming, past or revoked */
    record Version(
            String version, String shortly, String from, String at, String by, String why, String state, String look) {}

    static RulesPage of(Overview overview, ZoneId zone, Words say) {
        Map<Boolean, List<RuleChange>> byOpen = overview.changes().stream()
                .collect(Collectors.partitioningBy(change -> change.state().isOpen()));
        Optional<RuleActivation> inForce = overview.activations().stream()
                .filter(each -> each.revokedAt().isEmpty())
                .filter(each -> each.fromWeek().compareTo(overview.week()) <= 0)
                .reduce((one, other) -> newest(one, other));
        return new RulesPage(
                say.shortVersion(overview.version()),
                overview.folderDiffers(),
                overview.folderProblem(),
                changes(byOpen.get(true), zone, say),
                changes(byOpen.get(false), zone, say),
                overview.activations().stream()
                        .map(each -> version(each, overview.week(), inForce, zone, say))
                        .toList());
    }

    private static RuleActivation newest(RuleActivation one, RuleActivation other) {
        int order = one.fromWeek().compareTo(other.fromWeek());
        return order > 0 || order == 0 && one.id() > other.id() ? one : other;
    }

    private static List<Change> changes(List<RuleChange> changes, ZoneId zone, Words say) {
        Function<RuleChange, Change> worded = change -> new Change(
                "/rules/changes/" + change.id(),
                say.moment(change.proposedAt(), zone),
                author(change.author(), say),
                change.why(),
                say.text("rules.origin." + change.origin().code()),
                say.text("rules.state." + change.state().code()),
                change.state().code());
        return changes.stream().map(worded).toList();
    }

    /** Nobody is known who changed the folder. */
    static String author(String author, Words say) {
        return author.equals(RuleChange.FOLDER) ? say.text("rules.author.folder") : author;
    }

    private static Version version(
            RuleActivation each, IsoWeek thisWeek, Optional<RuleActivation> inForce, ZoneId zone, Words say) {
        String look = look(each, thisWeek, inForce);
        return new Version(
                each.version(),
                say.shortVersion(each.version()),
                each.changeId().isEmpty() && each.fromWeek().year() == 1970
                        ? say.text("rules.version.always")
                        : each.fromWeek().toString(),
                say.moment(each.at(), zone),
                author(each.by(), say),
                each.why(),
                say.text("rules.version." + look),
                look);
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
}
