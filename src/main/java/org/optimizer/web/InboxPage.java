package org.optimizer.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.optimizer.model.Badge;
import org.optimizer.model.BadgeAside;
import org.optimizer.model.InboxFile;
import org.optimizer.model.IntakeCount;
import org.optimizer.process.BadgeDesk;
import org.optimizer.process.Inbox;

/** What the page of the inbox folder shows, in the reader's words. */
record InboxPage(
        String folder,
        String limits,
        long largestUploadBytes,
        List<Waiting> waiting,
        List<Ended> failed,
        List<Ended> done,
        List<LogIn> logIns,
        List<Aside> aside) {

    record Waiting(String name, String size, String since, String state, String look) {}

    /** @param result counts, or why it could not be used */
    record Ended(String name, String at, String size, String result, String keptAs) {}

    /** @param driver or that nobody is logged in */
    record LogIn(String vehicle, String site, String driver, String at, String look) {}

    record Aside(String vehicle, String driver, String at, String reason, String source) {}

    static InboxPage of(Inbox.Look look, BadgeDesk.Look badges, long uploadMb, Words say) {
        ZoneId zone = badges.newest().stream()
                .findFirst()
                .map(newest -> newest.site().zone())
                .orElse(ZoneId.of("UTC"));
        return new InboxPage(
                look.folder().toString(),
                say.text("inbox.limits", uploadMb, look.largestMb()),
                uploadMb << 20,
                look.waiting().stream().map(file -> waiting(file, zone, say)).toList(),
                ended(look, InboxFile.State.FAILED, zone, say),
                ended(look, InboxFile.State.DONE, zone, say),
                badges.newest().stream().map(newest -> logIn(newest, say)).toList(),
                badges.aside().stream().map(badge -> aside(badge, zone, say)).toList());
    }

    private static Waiting waiting(Inbox.Waiting file, ZoneId zone, Words say) {
        return new Waiting(
                file.name(),
                size(file.bytes(), say),
                say.hour(file.since(), zone),
                say.text("inbox.state." + file.state()),
                file.state());
    }

    private static List<Ended> ended(Inbox.Look look, InboxFile.State state, ZoneId zone, Words say) {
        return look.ended().stream()
                .filter(file -> file.state() == state)
                .map(file -> ended(file, zone, say))
                .toList();
    }

    private static Ended ended(InboxFile file, ZoneId zone, Words say) {
        return new Ended(
                file.name(),
                say.hour(file.endedAt(), zone),
                size(file.bytes(), say),
                file.mistake().map(mistake -> wrong(mistake, say)).orElseGet(() -> counts(file.count(), say)),
                file.keptAs());
    }

    private static String wrong(InboxFile.Mistake mistake, Words say) {
        String sentence =
                say.text("file-mistake." + mistake.code(), mistake.details().toArray());
        return mistake.line() > 0 ? say.text("inbox.line", Long.toString(mistake.line()), sentence) : sentence;
    }

    private static String counts(IntakeCount count, Words say) {
        String text = say.text("inbox.counts", count.fresh() + count.updated(), count.unchanged());
        if (count.rejected() > 0) {
            text += say.text("inbox.counts.rejected", count.rejected());
        }
        if (count.held() > 0) {
            text += say.text("inbox.counts.held", count.held());
        }
        return count.offHours() > 0 ? text + say.text("inbox.counts.off-hours", count.offHours()) : text;
    }

    private static String size(long bytes, Words say) {
        return bytes < 100_000
                ? say.text("inbox.kb", say.number(Math.max(bytes, 1) / 1e3, 1))
                : say.text("inbox.mb", say.number(bytes / 1e6, 1));
    }

    private static LogIn logIn(BadgeDesk.Newest newest, Words say) {
        Optional<Badge> badge = newest.badge();
        String driver = badge.map(last -> last.driverId().isEmpty() ? say.text("inbox.logged-out") : last.driverId())
                .orElse(say.text("inbox.no-log-in"));
        return new LogIn(
                newest.vehicle().name(),
                newest.site().name(),
                driver,
                badge.map(last -> moment(last.at(), newest, say)).orElse(""),
                badge.isPresent() ? "" : "none");
    }

    private static String moment(Instant at, BadgeDesk.Newest newest, Words say) {
        return say.hour(at, newest.site().zone()) + " (" + say.ago(at) + ")";
    }

    private static Aside aside(BadgeAside badge, ZoneId zone, Words say) {
        return new Aside(
                badge.vehicle(),
                badge.driver(),
                say.moment(badge.at(), zone),
                say.text("inbox.aside." + badge.reason()),
                badge.source());
    }
}
