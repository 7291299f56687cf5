package org.optimizer.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.optimizer.model.Mail;
import org.optimizer.model.SanityEntry;
import org.optimizer.model.SanityRun;
import org.optimizer.model.SanitySeverity;
import org.optimizer.model.SanityTally;
import org.optimizer.model.Site;
import org.optimizer.process.SanityDesk.Report;
import org.optimizer.process.SanityDesk.Tallied;
import org.optimizer.process.SanityWords;

/**
 * What the newest checks of a site's data found, worded for the page.
 *
 * @param last when it was checked and which days; empty before the first check
 * @param failure of the newest check; empty when it succeeded
 * @param latestKnown the last day until which something may be marked as known
 */
record SanityPage(
        List<Choice> sites,
        String siteId,
        String site,
        String path,
        String csv,
        String last,
        String failure,
        String counts,
        String look,
        List<Choice> contests,
        List<Choice> severities,
        List<SanityView.Line> lines,
        List<Tally> tallies,
        List<Run> runs,
        boolean mailIsOn,
        List<Run> mails,
        LocalDate today) {

    /** Something to choose: a link or a field of a form. */
    record Choice(String id, String name, boolean chosen) {}

    record Tally(String title, String under, List<Row> rows) {}

    /** @param look the colour: whether anybody lacks it */
    record Row(String thing, int have, int lack, String look) {}

    /** A check or a mail with what came of it. */
    record Run(String at, String days, String what, String look, String text) {}

    /** @param from the mildest severity shown */
    static SanityPage of(Report report, List<Site> sites, SanitySeverity from, Words say, SanityWords words) {
        Site site = report.site();
        SanityView view = new SanityView(say, words, site.zone(), report.today(), report.names());
        Optional<SanityRun> newest = report.runs().stream().findFirst();
        long urgent = report.open().stream()
                .filter(entry -> entry.needsSomebodyOn(report.today()))
                .count();
        return new SanityPage(
                sites.stream()
                        .map(each ->
                                new Choice(each.id(), each.name(), each.id().equals(site.id())))
                        .toList(),
                site.id(),
                site.name(),
                path(site.id()),
                path(site.id()) + ".csv",
                newest.map(run -> last(run, site, say)).orElse(""),
                newest.flatMap(run -> run.failure().map(why -> failure(run, why, site, say)))
                        .orElse(""),
                say.text("sanity.counts", report.open().size(), urgent),
                urgent > 0 ? "review" : "closed",
                contests(report, say),
                severities(from, say),
                shown(report, from).stream().map(view::line).toList(),
                report.tallies().entrySet().stream()
                        .map(tallied -> tally(tallied.getKey().name(), tallied.getValue(), site, say, view))
                        .toList(),
                report.runs().stream().map(run -> run(run, site, say)).toList(),
                report.mailIsOn(),
                report.mails().stream().map(mail -> mail(mail, site, say)).toList(),
                report.today());
    }

    static String path(String siteId) {
        return "/sites/" + siteId + "/sanity";
    }

    static List<SanityEntry> shown(Report report, SanitySeverity from) {
        return report.open().stream()
                .filter(entry -> entry.finding().severity().compareTo(from) >= 0)
                .toList();
    }

    private static String last(SanityRun run, Site site, Words say) {
        return say.text(
                "sanity.last", say.hour(run.checkedAt(), site.zone()), say.day(run.first()), say.day(run.last()));
    }

    private static String failure(SanityRun run, String why, Site site, Words say) {
        return say.text("sanity.last.failed", say.hour(run.checkedAt(), site.zone()), why);
    }

    private static List<Choice> contests(Report report, Words say) {
        List<Choice> choices = new java.util.ArrayList<>();
        choices.add(new Choice(
                "", say.text("sanity.filter.all-contests"), report.contest().isEmpty()));
        report.contests()
                .forEach(contest -> choices.add(new Choice(
                        contest.id(),
                        contest.name(),
                        report.contest().filter(contest::equals).isPresent())));
        return choices;
    }

    private static List<Choice> severities(SanitySeverity from, Words say) {
        return Arrays.stream(SanitySeverity.values())
                .filter(severity -> severity != SanitySeverity.NONE)
                .map(severity ->
                        new Choice(severity.code(), say.text("sanity.severity." + severity.code()), severity == from))
                .toList();
    }

    private static Tally tally(String contest, Tallied tallied, Site site, Words say, SanityView view) {
        SanityRun run = tallied.run();
        return new Tally(
                say.text("sanity.tally", contest),
                say.text(
                        "sanity.tally.at",
                        say.day(run.first()),
                        say.day(run.last()),
                        say.hour(run.checkedAt(), site.zone())),
                tallied.tallies().stream().map(tally -> row(tally, view)).toList());
    }

    static Row row(SanityTally tally, SanityView view) {
        return new Row(view.thing(tally.thing()), tally.have(), tally.lack(), tally.lack() > 0 ? "review" : "closed");
    }

    private static Run run(SanityRun run, Site site, Words say) {
        String what = run.week()
                .map(week -> say.text("sanity.run.review", say.week(week)))
                .orElseGet(() -> say.text("sanity.run.fetch"));
        return new Run(
                say.hour(run.checkedAt(), site.zone()),
                say.day(run.first()) + " – " + say.day(run.last()),
                what,
                run.failure().isPresent() ? "wrong" : "closed",
                run.failure().orElseGet(() -> say.text("sanity.run.counts", run.findings(), run.fresh(), run.gone())));
    }

    private static Run mail(Mail mail, Site site, Words say) {
        String look =
                switch (mail.state()) {
                    case READY -> "running";
                    case SENDING -> "review";
                    case SENT -> "closed";
                    case FAILED -> "wrong";
                };
        String key = "sanity.mail." + mail.state().name().toLowerCase(java.util.Locale.ROOT);
        return new Run(
                say.hour(mail.queuedAt(), site.zone()),
                "",
                "",
                look,
                say.text(key, mail.failure().orElse("")));
    }
}
