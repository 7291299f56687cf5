package org.optimizer.config;

import java.time.Clock;
import java.time.LocalDate;
import org.optimizer.extract.Contests;
import org.optimizer.load.FleetSink;
import org.optimizer.model.Contest;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Site;
import org.optimizer.standin.DemoFleet;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the demo fleet into an empty database: people, vehicles, log-ins, zones, shifts, and a contest with teams, six weeks old. */
class DemoSetUp {
    private final Contests contests;
    private final FleetSink fleet;
    private final TransactionOperations transaction;
    private final Clock clock;

    DemoSetUp(Contests contests, FleetSink fleet, TransactionOperations transaction, Clock clock) {
        this.contests = contests;
        this.fleet = fleet;
        this.transaction = transaction;
        this.clock = clock;
    }

    void seedWhenEmpty() {
        if (contests.list().isEmpty()) {
            transaction.executeWithoutResult(status -> seed(new DemoFleet()));
        }
    }

    private void seed(DemoFleet demo) {
        Site site = demo.sites().get(0);
        Contest contest = demo.contest(IsoWeek.of(LocalDate.now(clock.withZone(site.zone()))));
        demo.sites().forEach(fleet::saveSite);
        fleet.saveVehicles(demo.vehicles());
        fleet.saveDrivers(demo.drivers());
        fleet.saveZones(demo.zones());
        fleet.saveZonePairs(site.id(), demo.zonePairs());
        fleet.saveShifts(site.id(), demo.shifts());
        fleet.saveBadges(demo.badges(contest.firstDay(), contest.lastDay()));
        fleet.saveContest(contest);
        fleet.saveTeams(contest.id(), demo.teams(contest.id()));
    }
}
