package org.optimizer.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Mail;
import org.optimizer.model.SanityEntry;
import org.optimizer.model.SanityEntry.Known;
import org.optimizer.model.SanityFinding;
import org.optimizer.model.SanityKind;
import org.optimizer.model.SanityRun;
import org.optimizer.model.SanitySeverity;
import org.optimizer.model.SanityTally;

/** Reads what checks of the data found, and the mails about it. */
public class SanityLedger {
    private final ProducerTemplate camel;

    public SanityLedger(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** What a check found. @param fresh whether no check had found it just before */
    public record Seen(SanityFinding finding, boolean fresh) {}

    /** The same with the check's time and days. */
    public record Past(Instant checkedAt, LocalDate first, LocalDate last, Seen seen) {}

    /** All findings of a site, open and gone, ordered by key. */
    public List<SanityEntry> listEntries(String siteId) {
        return Query.rows(camel, "list-sanity-entries", "siteId", siteId).stream()
                .map(SanityLedger::entry)
                .toList();
    }

    private static SanityEntry entry(Row row) {
        return new SanityEntry(
                finding(row),
                row.instant("first_seen"),
                row.instant("last_seen"),
                row.optionalInstant("gone_at"),
                Optional.ofNullable(row.day("known_until")).map(until -> known(row, until)));
    }

    private static Known known(Row row, LocalDate until) {
        return new Known(until, row.text("known_reason"), row.text("known_by"), row.instant("known_at"));
    }

    private static SanityFinding finding(Row row) {
        String details = row.text("details");
        return new SanityFinding(
                row.text("site_id"),
                row.word("kind", SanityKind.class),
                row.text("subject_id"),
                row.optionalText("contest_id"),
                row.word("severity", SanitySeverity.class),
                row.text("action_code"),
                row.real("found_value"),
                row.real("beside_value"),
                details.isEmpty() ? List.of() : Arrays.asList(details.split(";")),
                row.optionalInstant("last_fix_at"));
    }

    /** The newest checks of a site, newest first. */
    public List<SanityRun> listRuns(String siteId, int limit) {
        return Query.rows(camel, "list-sanity-runs", "siteId", siteId, "maxRows", limit).stream()
                .map(SanityLedger::run)
                .toList();
    }

    /** The newest check before the review of a week. */
    public Optional<SanityRun> findReviewRun(String contestId, IsoWeek week) {
        return Query.rows(camel, "list-sanity-runs-of-week", "contestId", contestId, "week", week).stream()
                .map(SanityLedger::run)
                .findFirst();
    }

    private static SanityRun run(Row row) {
        return new SanityRun(
                row.text("run_id"),
                row.text("site_id"),
                row.optionalText("contest_id"),
                row.optionalText("iso_week").map(IsoWeek::parse),
                row.day("first_day"),
                row.day("last_day"),
                row.instant("checked_at"),
                row.number("findings"),
                row.number("fresh"),
                row.number("gone"),
                row.optionalText("failure"));
    }

    /** The last day that any check of a site has looked at; empty before the first. */
    public Optional<LocalDate> findLastDay(String siteId) {
        return Optional.ofNullable(Query.rows(camel, "find-last-checked-day", "siteId", siteId)
                .get(0)
                .day("last_day"));
    }

    /** Ordered by key. */
    public List<Seen> listSeen(String runId) {
        return Query.rows(camel, "list-sanity-seen", "runId", runId).stream()
                .map(SanityLedger::seen)
                .toList();
    }

    private static Seen seen(Row row) {
        return new Seen(finding(row), row.flag("fresh"));
    }

    public List<SanityTally> listTallies(String runId) {
        return Query.rows(camel, "list-sanity-tallies", "runId", runId).stream()
                .map(row -> new SanityTally(
                        row.text("contest_id"), row.text("thing"), row.number("have_count"), row.number("lack_count")))
                .toList();
    }

    /** What checks found of a vehicle or a driver, newest first. */
    public List<Past> listHistory(String siteId, String subjectId, int limit) {
        return Query.rows(camel, "list-sanity-history", "siteId", siteId, "subjectId", subjectId, "maxRows", limit)
                .stream()
                .map(row -> new Past(row.instant("checked_at"), row.day("first_day"), row.day("last_day"), seen(row)))
                .toList();
    }

    /** How many findings wait for somebody, by site; none of a site without any. */
    public Map<String, Integer> countNeeds(LocalDate today) {
        return Query.rows(camel, "count-sanity-needs", "today", today).stream()
                .collect(Collectors.toMap(row -> row.text("site_id"), row -> row.number("findings")));
    }

    /** Oldest first. */
    public List<Mail> listReadyMails() {
        return Query.rows(camel, "list-ready-mails").stream()
                .map(SanityLedger::mail)
                .toList();
    }

    /** The newest mails about a site, newest first. */
    public List<Mail> listMails(String siteId, int limit) {
        return Query.rows(camel, "list-mails", "siteId", siteId, "maxRows", limit).stream()
                .map(SanityLedger::mail)
                .toList();
    }

    private static Mail mail(Row row) {
        return new Mail(
                row.bigNumber("mail_id"),
                row.text("site_id"),
                row.text("run_id"),
                row.word("state", Mail.State.class),
                row.instant("queued_at"),
                row.optionalInstant("ended_at"),
                row.optionalText("failure"));
    }
}
