package org.optimizer.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.FetchProblems;
import org.optimizer.extract.SanityInputs;
import org.optimizer.extract.SanityInputs.FetchedDay;
import org.optimizer.extract.SanityLedger;
import org.optimizer.extract.Scores;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.load.SanitySink;
import org.optimizer.model.Contest;
import org.optimizer.model.CountedWork;
import org.optimizer.model.FetchProblem;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.SanityData;
import org.optimizer.model.SanityData.Contested;
import org.optimizer.model.SanityData.NotFetched;
import org.optimizer.model.SanityFinding;
import org.optimizer.model.SanityRun;
import org.optimizer.model.SanityTally;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.transform.sanity.Ledger;
import org.optimizer.transform.sanity.SanityReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks what is missing or wrong in the data: the steps of processes/check-data.bpmn, and the step before the review in
 * processes/weekly-contest.bpmn. Each check looks at seven days that are over.
 */
public class SanityCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SanityCheck.class);
    private static final int DAYS = 7;
    private static final int LONGEST_WHY = 300;
    private static final int LONGEST_FAILURE = 1000;

    private final Sites sites;
    private final Vehicles vehicles;
    private final FleetChunks fleet;
    private final Contests contests;
    private final Drivers drivers;
    private final Zones zones;
    private final Scores scores;
    private final FetchProblems fetchProblems;
    private final SanityInputs inputs;
    private final SanityLedger ledger;
    private final SanitySink sink;
    private final SanityMail mail;
    private final RulebookShelf shelf;
    private final LivingSheet sheet;
    private final Set<String> pulledSources;
    private final TransactionOperations apart;
    private final Clock clock;

    /**
     * @param pulledSources names of the sources that are asked for fixes; those of others come by themselves
     * @param apart a transaction of its own, whatever the caller is in
     */
    public SanityCheck(
            Sites sites,
            Vehicles vehicles,
            Contests contests,
            Drivers drivers,
            Zones zones,
            Scores scores,
            FetchProblems fetchProblems,
            SanityInputs inputs,
            SanityLedger ledger,
            SanitySink sink,
            SanityMail mail,
            RulebookShelf shelf,
            LivingSheet sheet,
            Set<String> pulledSources,
            TransactionOperations apart,
            Clock clock) {
        this.sites = sites;
        this.vehicles = vehicles;
        this.fleet = new FleetChunks(vehicles, contests, 1);
        this.contests = contests;
        this.drivers = drivers;
        this.zones = zones;
        this.scores = scores;
        this.fetchProblems = fetchProblems;
        this.inputs = inputs;
        this.ledger = ledger;
        this.sink = sink;
        this.mail = mail;
        this.shelf = shelf;
        this.sheet = sheet;
        this.pulledSources = Set.copyOf(pulledSources);
        this.apart = apart;
        this.clock = clock;
    }

    /**
     * What is looked at.
     *
     * @param vehicles of the site
     * @param asked the first of the days that the fetch before the check asked for
     * @param review the contest and week that are to be reviewed
     */
    private record Round(
            Site site,
            List<Vehicle> vehicles,
            LocalDate last,
            LocalDate asked,
            Optional<Contest> contest,
            Optional<IsoWeek> review) {
        LocalDate first() {
            return last.minusDays(DAYS - 1L);
        }

        /** From when on the weeks before say what is usual. */
        LocalDate usualFrom() {
            return first().minusDays((long) DAYS * SanityReport.USUAL_WEEKS);
        }
    }

    /**
     * Checks, site by site, the seven days up to the last one that was fetched and is over.
     *
     * @param scope {@code all}, {@code site:} and a site's id, or a contest's id
     * @return how many findings there are
     * @throws IllegalArgumentException when scope or days cannot be understood
     */
    public int check(String scope, String days) {
        DaySpan span = DaySpan.parse(days);
        Map<String, List<Vehicle>> bySite = fleet.all(scope).stream()
                .collect(Collectors.groupingBy(Vehicle::siteId, TreeMap::new, Collectors.toList()));
        int findings = 0;
        for (Map.Entry<String, List<Vehicle>> ofSite : bySite.entrySet()) {
            Site site = sites.get(ofSite.getKey());
            LocalDate yesterday =
                    LocalDate.ofInstant(clock.instant(), site.zone()).minusDays(1);
            LocalDate last = span.last().isBefore(yesterday) ? span.last() : yesterday;
            findings += check(
                            new Round(site, ofSite.getValue(), last, span.first(), Optional.empty(), Optional.empty()))
                    .findings();
        }
        return findings;
    }

    /** Tells people of what is new, if there is somebody to tell. @return how many mails were sent */
    public int mailFindings() {
        return mail.send();
    }

    /**
     * Checks a week before its review. A check that fails holds up no review: it is noted as failed, which the reviewer sees.
     *
     * @return what was found, in one line without names
     */
    public String checkBeforeReview(String contestId, String week) {
        Contest contest = contests.get(contestId);
        IsoWeek isoWeek = IsoWeek.parse(week);
        List<Vehicle> competing = fleet.all(contestId);
        Round round = new Round(
                sites.get(contest.siteId()),
                competing,
                isoWeek.sunday(),
                isoWeek.monday(),
                Optional.of(contest),
                Optional.of(isoWeek));
        try {
            String summary = apart.execute(status -> summary(check(round)));
            mail.send();
            return summary;
        } catch (RuntimeException failure) {
            LOG.error("week {}/{}: its data could not be checked, the review goes on", week, contestId, failure);
            String reason = String.valueOf(
                    NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
            apart.executeWithoutResult(status -> noteFailure(round, reason));
            return "The data could not be checked: " + reason;
        }
    }

    private void noteFailure(Round round, String reason) {
        String shown = shortened(reason, LONGEST_FAILURE);
        sink.addRun(run(round, clock.instant(), 0, 0, 0, Optional.of(shown)), List.of(), Set.of(), List.of());
    }

    private String summary(SanityRun run) {
        List<SanityFinding> findings = ledger.listSeen(run.id()).stream()
                .map(SanityLedger.Seen::finding)
                .toList();
        long urgent = findings.stream()
                .filter(finding -> finding.severity().needsSomebody())
                .count();
        String tallies = ledger.listTallies(run.id()).stream()
                .map(tally -> "%s %d of %d".formatted(tally.thing(), tally.have(), tally.have() + tally.lack()))
                .collect(Collectors.joining(", "));
        return "%d findings, %d to act upon; drivers with %s".formatted(findings.size(), urgent, tallies);
    }

    private SanityRun check(Round round) {
        sink.lockSite(round.site.id());
        Instant now = clock.instant();
        SanityData data = data(round);
        SanityReport report = sheet.counting(
                IsoWeek.of(round.last),
                CountedWork.SANITY,
                round.site.id(),
                0,
                () -> SanityReport.of(data, shelf.current()));
        Optional<LocalDate> lastDay = ledger.findLastDay(round.site.id());
        boolean newest = lastDay.isEmpty() || !round.last.isBefore(lastDay.get());
        return newest ? keep(round, report, data, now) : keepAside(round, report, now);
    }

    private SanityRun keep(Round round, SanityReport report, SanityData data, Instant now) {
        Ledger after = Ledger.after(ledger.listEntries(round.site.id()), report.findings(), examined(round, data), now);
        sink.saveEntries(Stream.of(after.fresh(), after.again(), after.gone())
                .flatMap(List::stream)
                .toList());
        SanityRun run = run(
                round,
                now,
                report.findings().size(),
                after.fresh().size(),
                after.gone().size(),
                Optional.empty());
        Set<String> fresh =
                after.fresh().stream().map(entry -> entry.finding().key()).collect(Collectors.toSet());
        add(run, report, fresh);
        LocalDate today = LocalDate.ofInstant(now, round.site.zone());
        if (after.fresh().stream().anyMatch(entry -> entry.needsSomebodyOn(today))) {
            mail.queue(run, now);
        }
        return run;
    }

    /** Older days than were looked at before say nothing of what is open now. */
    private SanityRun keepAside(Round round, SanityReport report, Instant now) {
        SanityRun run = run(round, now, report.findings().size(), 0, 0, Optional.empty());
        add(run, report, Set.of());
        return run;
    }

    private void add(SanityRun run, SanityReport report, Set<String> fresh) {
        List<SanityTally> tallies = report.tallies();
        sink.addRun(run, report.findings(), fresh, tallies);
        LOG.info(
                "data of site {} checked, {} to {}: {} findings, {} new, {} gone",
                run.siteId(),
                run.first(),
                run.last(),
                run.findings(),
                run.fresh(),
                run.gone());
    }

    private static SanityRun run(
            Round round, Instant now, int findings, int fresh, int gone, Optional<String> failure) {
        return new SanityRun(
                Ulid.at(now),
                round.site.id(),
                round.contest.map(Contest::id),
                round.review,
                round.first(),
                round.last,
                now,
                findings,
                fresh,
                gone,
                failure);
    }

    /** Vehicles out of the scope, and scores of other contests, were not looked at. */
    private Predicate<SanityFinding> examined(Round round, SanityData data) {
        Set<String> others = new HashSet<>();
        vehicles.list().stream()
                .filter(vehicle -> vehicle.siteId().equals(round.site.id()))
                .forEach(vehicle -> others.add(vehicle.id()));
        round.vehicles.forEach(vehicle -> others.remove(vehicle.id()));
        Set<String> unscored = contestsOf(round).stream()
                .map(Contest::id)
                .filter(contest -> data.contests().stream()
                        .noneMatch(each -> each.contest().id().equals(contest)
                                && each.scores().isPresent()))
                .collect(Collectors.toSet());
        return finding -> finding.kind().isOfDriver()
                ? finding.contestId().filter(unscored::contains).isEmpty()
                : !others.contains(finding.subjectId());
    }

    /** Those of the site that run on the last day looked at. */
    private List<Contest> contestsOf(Round round) {
        return contests.list().stream()
                .filter(contest -> contest.siteId().equals(round.site.id()) && contest.runsIn(IsoWeek.of(round.last)))
                .toList();
    }

    private SanityData data(Round round) {
        String siteId = round.site.id();
        LocalDate first = round.first();
        LocalDate last = round.last;
        return new SanityData(
                siteId,
                first,
                last,
                round.vehicles,
                drivers.listBySite(siteId),
                !zones.listBySite(siteId).isEmpty(),
                inputs.listDriven(siteId, round.usualFrom(), last),
                inputs.listRecorded(siteId, first, last),
                inputs.lastFixAt(siteId, round.usualFrom(), last),
                inputs.listLogIns(siteId, first, last, round.site.zone()),
                inputs.listVisited(siteId, first, last),
                inputs.notes(siteId, first, last),
                inputs.rejects(siteId, first, last, round.site.zone()),
                inputs.fixesRead(siteId, first, last),
                inputs.intake(siteId, first, last, round.site.zone()),
                notFetched(round),
                contested(round));
    }

    private List<Contested> contested(Round round) {
        return round.contest.isPresent()
                ? List.of(new Contested(
                        round.contest.get(),
                        Optional.of(scores.list(round.contest.get().id(), round.review.orElseThrow()))))
                : contestsOf(round).stream()
                        .map(contest -> new Contested(contest, Optional.empty()))
                        .toList();
    }

    /** Days that a provider should have been asked about since they ended, and was not with success. */
    private Map<String, NotFetched> notFetched(Round round) {
        Map<String, List<FetchedDay>> fetched =
                inputs.listFetched(round.site.id(), round.usualFrom(), round.last).stream()
                        .collect(Collectors.groupingBy(FetchedDay::vehicleId));
        List<FetchProblem> problems = fetchProblems.list().stream()
                .filter(problem -> problem.touches(round.first(), round.last))
                .toList();
        Map<String, NotFetched> missing = new TreeMap<>();
        for (Vehicle vehicle : round.vehicles) {
            if (pulledSources.contains(vehicle.traceSource())) {
                Set<LocalDate> days = notFetched(round, fetched.getOrDefault(vehicle.id(), List.of()));
                missing.put(vehicle.id(), new NotFetched(days, why(vehicle, problems)));
            }
        }
        return missing;
    }

    /** The vehicle's own failure, else that of its source. */
    private static Optional<String> why(Vehicle vehicle, List<FetchProblem> problems) {
        return problems.stream()
                .filter(problem -> problem.source().equals(vehicle.traceSource()))
                .filter(problem -> problem.vehicleId().equals(vehicle.id())
                        || problem.vehicleId().equals(FetchProblem.ALL_VEHICLES))
                .max(Comparator.comparing(FetchProblem::vehicleId))
                .map(problem -> shortened(problem.message(), LONGEST_WHY));
    }

    private static String shortened(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    /** From the first day on that was ever fetched: of those before nobody was asked. */
    private static Set<LocalDate> notFetched(Round round, List<FetchedDay> fetched) {
        LocalDate from = fetched.stream()
                .map(FetchedDay::day)
                .filter(day -> day.isBefore(round.asked))
                .min(LocalDate::compareTo)
                .orElse(round.asked);
        Set<LocalDate> missing =
                new TreeSet<>(round.first().datesUntil(round.last.plusDays(1)).toList());
        missing.removeIf(day -> day.isBefore(from));
        fetched.stream()
                .filter(each -> !each.at()
                        .isBefore(each.day()
                                .plusDays(1)
                                .atStartOfDay(round.site.zone())
                                .toInstant()))
                .forEach(each -> missing.remove(each.day()));
        return missing;
    }
}
