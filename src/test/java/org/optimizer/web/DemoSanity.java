package org.optimizer.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optimizer.extract.SanityLedger.Past;
import org.optimizer.extract.SanityLedger.Seen;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Mail;
import org.optimizer.model.SanityEntry;
import org.optimizer.model.SanityEntry.Known;
import org.optimizer.model.SanityFinding;
import org.optimizer.model.SanityKind;
import org.optimizer.model.SanityRun;
import org.optimizer.model.SanitySeverity;
import org.optimizer.model.SanityTally;
import org.optimizer.model.Site;
import org.optimizer.process.SanityDesk;

/** The data of a quarry with one finding of each kind; the clock is that of the other demo pages. */
final class DemoSanity extends SanityDesk {
    static final String SILENT = "quarry|no-track|v7|";
    private static final LocalDate LAST = DemoWeek.WEEK.sunday();
    final Map<String, Known> known = new LinkedHashMap<>();
    boolean checked = true;
    Optional<String> failure = Optional.empty();

    DemoSanity() {
        super(null, null, null, null, null, null, null, null, null);
    }

    void reset() {
        known.clear();
        checked = true;
        failure = Optional.empty();
    }

    @Override
    public List<Site> sites() {
        return List.of(DemoWeek.SITE);
    }

    @Override
    public Map<Site, Integer> needs() {
        return checked ? Map.of(DemoWeek.SITE, 3) : Map.of();
    }

    @Override
    public Report report(String siteId, Optional<String> contestId) {
        check(siteId);
        if (contestId.filter(id -> !id.equals(DemoWeek.CONTEST.id())).isPresent()) {
            throw new IllegalArgumentException("contest " + contestId + ": there is no such contest");
        }
        return new Report(
                DemoWeek.SITE,
                List.of(DemoWeek.CONTEST),
                contestId.map(id -> DemoWeek.CONTEST),
                LAST.plusDays(1),
                checked ? List.of(run()) : List.of(),
                checked ? entries() : List.of(),
                checked ? Map.of(DemoWeek.CONTEST, new Tallied(run(), tallies())) : Map.of(),
                true,
                List.of(new Mail(
                        1,
                        DemoWeek.SITE.id(),
                        "R",
                        Mail.State.FAILED,
                        DemoWeek.NOW,
                        Optional.of(DemoWeek.NOW),
                        Optional.of("Mail server connection failed: localhost:25"))),
                names());
    }

    private static void check(String siteId) {
        if (!siteId.equals(DemoWeek.SITE.id())) {
            throw new IllegalArgumentException("site " + siteId + ": there is no such site");
        }
    }

    private SanityRun run() {
        return new SanityRun(
                "R",
                DemoWeek.SITE.id(),
                Optional.of(DemoWeek.CONTEST.id()),
                Optional.of(DemoWeek.WEEK),
                DemoWeek.WEEK.monday(),
                LAST,
                DemoWeek.NOW,
                21,
                2,
                1,
                failure);
    }

    private List<SanityEntry> entries() {
        List<SanityEntry> entries = new ArrayList<>();
        for (SanityKind kind : SanityKind.values()) {
            SanityFinding finding = finding(kind);
            entries.add(new SanityEntry(
                    finding,
                    DemoWeek.NOW.minusSeconds(3 * 86400),
                    DemoWeek.NOW,
                    Optional.empty(),
                    Optional.ofNullable(known.get(finding.key()))));
        }
        return entries;
    }

    private static SanityFinding finding(SanityKind kind) {
        String subject = kind.isOfDriver() ? "d" + (kind.ordinal() % 9 + 1) : "v7";
        SanitySeverity severity =
                kind == SanityKind.NO_TRACK ? SanitySeverity.SERIOUS : SanitySeverity.values()[1 + kind.ordinal() % 2];
        return new SanityFinding(
                DemoWeek.SITE.id(),
                kind,
                subject,
                Optional.empty(),
                severity,
                kind == SanityKind.NO_TRACK ? "check-charger" : "ask-driver",
                kind.isShare() ? 0.125 : kind == SanityKind.DRIVER_NOT_SCORED ? 2 : 3,
                kind.isShare() ? 412.5 : 2,
                details(kind),
                Optional.of(Instant.parse("2026-11-17T13:32:00Z")));
    }

    private static List<String> details(SanityKind kind) {
        return kind == SanityKind.DRIVER_NOT_SCORED
                ? List.of("too-few-km:96.44:150.0", "moon-phase:NaN:1.0")
                : List.of("2026-11-18", "2026-11-19");
    }

    private static List<SanityTally> tallies() {
        String contest = DemoWeek.CONTEST.id();
        return List.of(
                new SanityTally(contest, "log-in", 12, 2),
                new SanityTally(contest, "track", 13, 1),
                new SanityTally(contest, "score", 14, 0));
    }

    private static Map<String, String> names() {
        return Map.of("vehicle v7", "T07 <Volvo>", "driver d1", "Claire Vidal");
    }

    @Override
    public History history(String siteId, String subjectId) {
        check(siteId);
        List<SanityEntry> entries = entries().stream()
                .filter(entry -> entry.finding().subjectId().equals(subjectId))
                .toList();
        return new History(
                DemoWeek.SITE,
                subjectId,
                entries,
                entries.stream()
                        .map(entry -> new Past(
                                DemoWeek.NOW,
                                DemoWeek.WEEK.monday(),
                                LAST,
                                new Seen(entry.finding(), entry.finding().kind() == SanityKind.NO_TRACK)))
                        .toList(),
                names());
    }

    @Override
    public Week week(String contestId, IsoWeek week) {
        return new Week(
                DemoWeek.SITE,
                checked ? Optional.of(run()) : Optional.empty(),
                checked ? entries() : List.of(),
                checked ? tallies() : List.of(),
                LAST.plusDays(1),
                names());
    }

    @Override
    public void know(String siteId, String key, LocalDate until, String reason, String by) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason: expected 1 to 1000 characters, found 0");
        }
        known.put(key, new Known(until, reason, by, DemoWeek.NOW));
    }

    @Override
    public void forget(String siteId, String key) {
        known.remove(key);
    }
}
