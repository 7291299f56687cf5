package org.optimizer.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Fairness;
import org.optimizer.extract.Scores;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Vehicles;
import org.optimizer.load.FairnessSink;
import org.optimizer.model.AuditPoint;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.DeviceWeek;
import org.optimizer.model.DriverScore;
import org.optimizer.model.Exclusion;
import org.optimizer.model.FairnessFinding;
import org.optimizer.model.FairnessLimits;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.transform.scoring.fairness.DeviceWeeks;
import org.optimizer.transform.scoring.fairness.FairnessCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks, after each ranking, whether a device, its sampling or a vehicle wins instead of a driver. */
public class FairnessAudit {
    private static final Logger LOG = LoggerFactory.getLogger(FairnessAudit.class);

    /** As many scored weeks are looked at together: one alone has too few drivers. */
    private static final int WEEKS = 8;

    private static final Set<Batch.State> UNSCORED = Set.of(
            Batch.State.OPEN, Batch.State.FETCHING, Batch.State.EMPTY, Batch.State.SCORING, Batch.State.CANCELLED);

    /**
     * What the audits of a contest say.
     *
     * @param findings newest week first, each week in the order of the factors
     * @param points behind the newest week's findings
     * @param vehicles by id
     */
    public record Report(
            Site site,
            Contest contest,
            List<FairnessFinding> findings,
            List<AuditPoint> points,
            Map<String, Vehicle> vehicles) {

        /** Of the newest week; empty before the first audit. */
        public List<FairnessFinding> newest() {
            return findings.stream()
                    .filter(finding -> finding.week().equals(findings.get(0).week()))
                    .toList();
        }
    }

    private final Sites sites;
    private final Contests contests;
    private final Vehicles vehicles;
    private final Scores scores;
    private final Fairness fairness;
    private final FairnessSink sink;
    private final RulebookShelf shelf;

    public FairnessAudit(
            Sites sites,
            Contests contests,
            Vehicles vehicles,
            Scores scores,
            Fairness fairness,
            FairnessSink sink,
            RulebookShelf shelf) {
        this.sites = sites;
        this.contests = contests;
        this.vehicles = vehicles;
        this.scores = scores;
        this.fairness = fairness;
        this.sink = sink;
        this.shelf = shelf;
    }

    /** Audits the weeks up to this one and keeps what was found. @return how many findings need a look */
    public int audit(String contestId, String week) {
        IsoWeek last = IsoWeek.parse(week);
        Contest contest = contests.get(contestId);
        keepDevices(contest, last);
        List<FairnessFinding> findings =
                FairnessCheck.findings(contestId, last, points(contest, last), limits(contestId, last));
        sink.replaceFindings(contestId, last, findings);
        int toLookAt =
                (int) findings.stream().filter(FairnessFinding::needsLook).count();
        LOG.info("week {}/{}: fairness audited, {} findings need a look", week, contestId, toLookAt);
        return toLookAt;
    }

    private FairnessLimits limits(String contestId, IsoWeek week) {
        Batch batch = contests.findBatch(contestId, week)
                .orElseThrow(() -> new IllegalArgumentException(
                        "week " + week + " of contest " + contestId + ": expected to be open, found none"));
        return shelf.version(batch.rulebook()).fairness();
    }

    /** This week's anew, as its scores are; an earlier week's only when it was never audited: its trips may be gone. */
    private void keepDevices(Contest contest, IsoWeek last) {
        for (IsoWeek week : weeks(contest.id(), last)) {
            if (week.equals(last) || fairness.listDevices(contest.id(), week).isEmpty()) {
                sink.replaceDevices(contest.id(), week, devices(contest, week));
            }
        }
    }

    private List<DeviceWeek> devices(Contest contest, IsoWeek week) {
        return DeviceWeeks.of(
                scores.list(contest.id(), week),
                fairness.listTrips(contest.vehicleIds(), week.monday(), week.sunday()));
    }

    private List<IsoWeek> weeks(String contestId, IsoWeek last) {
        return contests.listBatches(contestId).stream()
                .filter(batch -> !UNSCORED.contains(batch.state()))
                .map(Batch::week)
                .filter(week -> week.compareTo(last) <= 0)
                .sorted(Comparator.reverseOrder())
                .limit(WEEKS)
                .toList();
    }

    private List<AuditPoint> points(Contest contest, IsoWeek last) {
        List<DriverScore> scored = new ArrayList<>();
        List<DeviceWeek> devices = new ArrayList<>();
        for (IsoWeek week : weeks(contest.id(), last)) {
            scored.addAll(competing(contest.id(), week));
            devices.addAll(fairness.listDevices(contest.id(), week));
        }
        return FairnessCheck.points(scored, devices);
    }

    /** Without the drivers whom an approver took out of the week: nobody competed with them. */
    private List<DriverScore> competing(String contestId, IsoWeek week) {
        Set<String> excluded = scores.listExclusions(contestId, week).stream()
                .map(Exclusion::driverId)
                .collect(Collectors.toSet());
        return scores.list(contestId, week).stream()
                .filter(score -> !excluded.contains(score.driverId()))
                .toList();
    }

    /** @throws IllegalArgumentException when there is no such contest */
    public Report report(String contestId) {
        Contest contest = contests.get(contestId);
        List<FairnessFinding> findings = fairness.listFindings(contestId);
        Optional<IsoWeek> newest = findings.stream().map(FairnessFinding::week).findFirst();
        return new Report(
                sites.get(contest.siteId()),
                contest,
                findings,
                newest.map(week -> points(contest, week)).orElse(List.of()),
                vehicles.list().stream().collect(Collectors.toMap(Vehicle::id, Function.identity())));
    }
}
