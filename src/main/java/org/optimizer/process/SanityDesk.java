package org.optimizer.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Facts;
import org.optimizer.extract.SanityLedger;
import org.optimizer.extract.SanityLedger.Past;
import org.optimizer.extract.Sites;
import org.optimizer.load.SanitySink;
import org.optimizer.model.Contest;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Mail;
import org.optimizer.model.SanityEntry;
import org.optimizer.model.SanityEntry.Known;
import org.optimizer.model.SanityFinding;
import org.optimizer.model.SanityRun;
import org.optimizer.model.SanityTally;
import org.optimizer.model.Site;
import org.optimizer.transform.sanity.SanityReport;
import org.springframework.transaction.support.TransactionOperations;

/** What people see of the checks of the data, and what they may say about a finding. */
public class SanityDesk {
    private static final int RUNS_SHOWN = 30;
    private static final int MAILS_SHOWN = 5;
    private static final int HISTORY_SHOWN = 300;
    private static final int LONGEST_KNOWN_DAYS = 366;

    private final Sites sites;
    private final Contests contests;
    private final Facts facts;
    private final SanityNames names;
    private final SanityLedger ledger;
    private final SanitySink sink;
    private final SanityMail mail;
    private final TransactionOperations transaction;
    private final Clock clock;

    public SanityDesk(
            Sites sites,
            Contests contests,
            Facts facts,
            SanityNames names,
            SanityLedger ledger,
            SanitySink sink,
            SanityMail mail,
            TransactionOperations transaction,
            Clock clock) {
        this.sites = sites;
        this.contests = contests;
        this.facts = facts;
        this.names = names;
        this.ledger = ledger;
        this.sink = sink;
        this.mail = mail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The data of a site as the newest checks found them.
     *
     * @param contest whose vehicles and drivers alone are shown
     * @param runs the newest checks, newest first
     * @param open what is the matter now, worst first; what is known comes last
     * @param tallies of the newest checks that counted, by contest; those before a review count the scores too
     * @param mails the newest, newest first
     */
    public record Report(
            Site site,
            List<Contest> contests,
            Optional<Contest> contest,
            LocalDate today,
            List<SanityRun> runs,
            List<SanityEntry> open,
            Map<Contest, Tallied> tallies,
            boolean mailIsOn,
            List<Mail> mails,
            Map<String, String> names) {}

    /** @param run the check that counted */
    public record Tallied(SanityRun run, List<SanityTally> tallies) {}

    /** What checks found of one vehicle or driver, newest first. */
    public record History(
            Site site, String subjectId, List<SanityEntry> entries, List<Past> past, Map<String, String> names) {}

    /**
     * What the newest check before a week's review found.
     *
     * @param run empty when there was none
     * @param entries worst first, as they were found then; with what people said about them since
     */
    public record Week(
            Site site,
            Optional<SanityRun> run,
            List<SanityEntry> entries,
            List<SanityTally> tallies,
            LocalDate today,
            Map<String, String> names) {}

    public List<Site> sites() {
        return sites.list();
    }

    /** How many findings wait for somebody, by site; without the sites where none does. */
    public Map<Site, Integer> needs() {
        Map<String, Integer> bySite = ledger.countNeeds(LocalDate.now(clock));
        Map<Site, Integer> needs = new LinkedHashMap<>();
        sites.list().stream()
                .filter(site -> bySite.containsKey(site.id()))
                .forEach(site -> needs.put(site, bySite.get(site.id())));
        return needs;
    }

    /**
     * @param contestId empty for all of the site
     * @throws IllegalArgumentException when there is no such site, or no such contest of it
     */
    public Report report(String siteId, Optional<String> contestId) {
        Site site = sites.get(siteId);
        List<Contest> ofSite = contests.list().stream()
                .filter(contest -> contest.siteId().equals(siteId))
                .toList();
        Optional<Contest> contest = contestId.map(id -> find(ofSite, id));
        List<SanityRun> runs = ledger.listRuns(siteId, RUNS_SHOWN);
        LocalDate today = today(site);
        Set<String> drivers =
                contest.map(each -> driversOf(each, lastDay(runs, today))).orElse(Set.of());
        List<SanityEntry> open = ledger.listEntries(siteId).stream()
                .filter(SanityEntry::isOpen)
                .filter(entry -> contest.isEmpty() || concerns(contest.get(), drivers, entry.finding()))
                .sorted(worstFirst(today))
                .toList();
        return new Report(
                site,
                ofSite,
                contest,
                today,
                runs,
                open,
                tallies(runs, ofSite, contest),
                mail.isOn(),
                ledger.listMails(siteId, MAILS_SHOWN),
                names.of(siteId));
    }

    private static Contest find(List<Contest> ofSite, String id) {
        return ofSite.stream()
                .filter(contest -> contest.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("contest \"" + id + "\": there is no such contest"));
    }

    private LocalDate today(Site site) {
        return LocalDate.ofInstant(clock.instant(), site.zone());
    }

    private static LocalDate lastDay(List<SanityRun> runs, LocalDate today) {
        return runs.stream().findFirst().map(SanityRun::last).orElse(today);
    }

    /** Who drove its vehicles up to a day, in the weeks that say what is usual. */
    private Set<String> driversOf(Contest contest, LocalDate last) {
        return new HashSet<>(
                facts.listDrivers(contest.vehicleIds(), last.minusWeeks(SanityReport.USUAL_WEEKS + 1L), last));
    }

    private static boolean concerns(Contest contest, Set<String> drivers, SanityFinding finding) {
        if (finding.contestId().isPresent()) {
            return finding.contestId().get().equals(contest.id());
        }
        return finding.kind().isOfDriver()
                ? drivers.contains(finding.subjectId())
                : contest.vehicleIds().contains(finding.subjectId());
    }

    private static Comparator<SanityEntry> worstFirst(LocalDate today) {
        return Comparator.comparing((SanityEntry entry) -> entry.isKnownOn(today))
                .thenComparing(entry -> entry.finding().severity(), Comparator.reverseOrder())
                .thenComparing(entry -> entry.finding().kind())
                .thenComparing(entry -> entry.finding().subjectId());
    }

    private Map<Contest, Tallied> tallies(List<SanityRun> runs, List<Contest> ofSite, Optional<Contest> only) {
        Map<Contest, Tallied> tallies = new LinkedHashMap<>();
        for (Contest contest : ofSite) {
            if (only.isEmpty() || only.get().equals(contest)) {
                newestWithScores(runs, contest).ifPresent(run -> tallies.put(contest, tallied(run, contest)));
            }
        }
        return tallies;
    }

    /** The newest one before a review, else the newest of all. */
    private static Optional<SanityRun> newestWithScores(List<SanityRun> runs, Contest contest) {
        List<SanityRun> made =
                runs.stream().filter(run -> run.failure().isEmpty()).toList();
        return made.stream()
                .filter(run -> run.contestId().filter(contest.id()::equals).isPresent())
                .findFirst()
                .or(() -> made.stream().filter(run -> run.contestId().isEmpty()).findFirst());
    }

    private Tallied tallied(SanityRun run, Contest contest) {
        return new Tallied(
                run,
                ledger.listTallies(run.id()).stream()
                        .filter(tally -> tally.contestId().equals(contest.id()))
                        .toList());
    }

    /** @throws IllegalArgumentException when there is no such site */
    public History history(String siteId, String subjectId) {
        Site site = sites.get(siteId);
        List<SanityEntry> entries = ledger.listEntries(siteId).stream()
                .filter(entry -> entry.finding().subjectId().equals(subjectId))
                .sorted(Comparator.comparing(SanityEntry::lastSeen).reversed())
                .toList();
        return new History(
                site, subjectId, entries, ledger.listHistory(siteId, subjectId, HISTORY_SHOWN), names.of(siteId));
    }

    /** @throws IllegalArgumentException when there is no such contest */
    public Week week(String contestId, IsoWeek week) {
        Contest contest = contests.get(contestId);
        Site site = sites.get(contest.siteId());
        Optional<SanityRun> run = ledger.findReviewRun(contestId, week);
        LocalDate today = today(site);
        return new Week(
                site,
                run,
                run.map(each -> entries(each, contest, week, today)).orElse(List.of()),
                run.map(each -> ledger.listTallies(each.id())).orElse(List.of()),
                today,
                names.of(site.id()));
    }

    private List<SanityEntry> entries(SanityRun run, Contest contest, IsoWeek week, LocalDate today) {
        Map<String, SanityEntry> ledgered = ledger.listEntries(run.siteId()).stream()
                .collect(Collectors.toMap(entry -> entry.finding().key(), entry -> entry));
        Set<String> drivers = driversOf(contest, week.sunday());
        List<SanityEntry> entries = new ArrayList<>();
        for (SanityLedger.Seen seen : ledger.listSeen(run.id())) {
            if (concerns(contest, drivers, seen.finding())) {
                entries.add(entry(
                        seen.finding(),
                        run,
                        Optional.ofNullable(ledgered.get(seen.finding().key()))));
            }
        }
        entries.sort(worstFirst(today));
        return entries;
    }

    private static SanityEntry entry(SanityFinding finding, SanityRun run, Optional<SanityEntry> ledgered) {
        return new SanityEntry(
                finding,
                ledgered.map(SanityEntry::firstSeen)
                        .filter(since -> since.isBefore(run.checkedAt()))
                        .orElse(run.checkedAt()),
                run.checkedAt(),
                Optional.empty(),
                ledgered.flatMap(SanityEntry::known));
    }

    /**
     * Notes that a finding is known until a day: it waits for nobody until then.
     *
     * @throws IllegalArgumentException when there is no such finding, the day is past or more than a year off, or the reason is
     *     blank or too long
     */
    public void know(String siteId, String key, LocalDate until, String reason, String by) {
        LocalDate today = today(sites.get(siteId));
        if (until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_KNOWN_DAYS))) {
            throw new IllegalArgumentException(
                    "known until " + until + ": expected a day from today on, within a year");
        }
        if (reason.isBlank() || reason.length() > 1000) {
            throw new IllegalArgumentException("reason: expected 1 to 1000 characters, found " + reason.length());
        }
        note(siteId, key, Optional.of(new Known(until, reason.strip(), by, clock.instant())));
    }

    /** Takes that back. @throws IllegalArgumentException when there is no such finding */
    public void forget(String siteId, String key) {
        note(siteId, key, Optional.empty());
    }

    private void note(String siteId, String key, Optional<Known> known) {
        boolean there = Boolean.TRUE.equals(transaction.execute(status -> sink.know(siteId, key, known)));
        if (!there) {
            throw new IllegalArgumentException("finding \"" + key + "\": there is no such finding of site " + siteId);
        }
    }
}
