package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Fairness;
import org.optimizer.extract.Scores;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Vehicles;
import org.optimizer.load.FairnessSink;
import org.optimizer.load.ReviewSink;
import org.optimizer.model.Exclusion;
import org.optimizer.model.FairnessFactor;
import org.optimizer.model.FairnessFinding;
import org.optimizer.model.FairnessFinding.Outcome;
import org.optimizer.model.IsoWeek;
import org.optimizer.rules.RulesFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

@EdgesTest
@Transactional
class FairnessAuditTest {
    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    private FairnessAudit audit;
    private StoredFleet fleet;

    @BeforeEach
    void found() {
        audit = new FairnessAudit(
                new Sites(camel),
                new Contests(camel),
                new Vehicles(camel),
                new Scores(camel),
                new Fairness(camel),
                new FairnessSink(camel),
                RulesFolder.shelf(RulesFolder.SHIPPED));
        fleet = new StoredFleet(camel, 12);
        fleet.found();
    }

    private static IsoWeek week(int number) {
        return StoredFleet.FIRST.plusWeeks(number);
    }

    private FairnessFinding of(FairnessFactor factor) {
        return audit.report(StoredFleet.CONTEST).newest().get(factor.ordinal());
    }

    @Test
    void slowPhonesThatWinAreFoundAndKept() {
        for (int number = 0; number < 3; number++) {
            fleet.drive(week(number), 2, 30);
        }
        assertThat(audit.audit(StoredFleet.CONTEST, week(2).toString())).isEqualTo(1);
        FairnessFinding finding = of(FairnessFactor.SAMPLING_INTERVAL);
        assertThat(finding.outcome()).isEqualTo(Outcome.NEEDS_LOOK);
        assertThat(finding.estimate()).isGreaterThan(0.5);
        assertThat(List.of(finding.drivers(), finding.driverWeeks(), finding.weeks()))
                .containsExactly(12, 36, 3);
        assertThat(finding.limit()).isEqualTo(0.3);
        assertThat(of(FairnessFactor.SPEED_ACCURACY).outcome()).isEqualTo(Outcome.TOO_FEW);
        assertThat(of(FairnessFactor.DEVICE_CLASS).outcome()).isEqualTo(Outcome.NO_VARIATION);
        assertThat(of(FairnessFactor.VEHICLE).outcome()).isEqualTo(Outcome.INSEPARABLE);
    }

    @Test
    void phonesThatAreAllAlikeAreNoFindingAndAPageBeforeAnyAuditIsEmpty() {
        assertThat(audit.report(StoredFleet.CONTEST).newest()).isEmpty();
        assertThat(audit.report(StoredFleet.CONTEST).points()).isEmpty();
        fleet.drive(week(0), 1, 0);
        assertThat(audit.audit(StoredFleet.CONTEST, week(0).toString())).isZero();
        assertThat(of(FairnessFactor.SAMPLING_INTERVAL).outcome()).isEqualTo(Outcome.NO_VARIATION);
        assertThat(audit.report(StoredFleet.CONTEST).points()).hasSize(12);
    }

    @Test
    void twiceIsOnceAndEachWeekKeepsItsFindings() {
        fleet.drive(week(0), 2, 0);
        audit.audit(StoredFleet.CONTEST, week(0).toString());
        fleet.drive(week(1), 2, 0);
        audit.audit(StoredFleet.CONTEST, week(1).toString());
        List<FairnessFinding> once = audit.report(StoredFleet.CONTEST).findings();
        audit.audit(StoredFleet.CONTEST, week(1).toString());

        assertThat(audit.report(StoredFleet.CONTEST).findings()).isEqualTo(once).hasSize(8);
    }

    /** The ninth week back is forgotten, and what recorded a week is still known when its trips are erased. */
    @Test
    void eightWeeksCountAndOutliveTheirTrips() {
        for (int number = 0; number < 9; number++) {
            fleet.drive(week(number), 2, 0);
        }
        audit.audit(StoredFleet.CONTEST, week(7).toString());
        jdbc.update("delete from trip where site_day < ?", week(8).monday());
        audit.audit(StoredFleet.CONTEST, week(8).toString());

        FairnessFinding finding = of(FairnessFactor.SAMPLING_INTERVAL);
        assertThat(finding.weeks()).isEqualTo(8);
        assertThat(finding.driverWeeks()).isEqualTo(96);
        assertThat(audit.report(StoredFleet.CONTEST).points())
                .noneMatch(point -> point.device().week().equals(week(0)));
    }

    @Test
    void whoWasTakenOutOfAWeekCompetedWithNobodyInIt() {
        fleet.drive(week(0), 2, 0);
        fleet.drive(week(1), 2, 0);
        new ReviewSink(camel)
                .exclude(
                        StoredFleet.CONTEST,
                        week(0),
                        new Exclusion("d1", "phone in a drawer", "anne", Instant.parse("2026-10-05T08:00:00Z")));

        audit.audit(StoredFleet.CONTEST, week(1).toString());

        assertThat(of(FairnessFactor.SAMPLING_INTERVAL).driverWeeks()).isEqualTo(23);
        assertThat(audit.report(StoredFleet.CONTEST).points())
                .filteredOn(point -> point.device().driverId().equals("d1"))
                .extracting(point -> point.device().week())
                .containsExactly(week(1));
    }

    @Test
    void aWeekThatWasNeverOpenedCannotBeAudited() {
        assertThatThrownBy(() -> audit.audit(StoredFleet.CONTEST, "2026-W50"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("week 2026-W50 of contest c-fleet: expected to be open");
    }

    @Test
    void resultsStayAsTheyAre() {
        fleet.drive(week(0), 2, 0);
        Map<String, Object> before = jdbc.queryForMap("select count(*) n, sum(score) s from driver_score");
        audit.audit(StoredFleet.CONTEST, week(0).toString());
        assertThat(jdbc.queryForMap("select count(*) n, sum(score) s from driver_score"))
                .isEqualTo(before);
    }
}
