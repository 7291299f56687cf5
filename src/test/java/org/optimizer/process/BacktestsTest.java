package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.optimizer.process.TriedSeason.W43;
import static org.optimizer.process.TriedSeason.W44;
import static org.optimizer.process.TriedSeason.W45;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.load.BacktestSink;
import org.optimizer.model.Backtest;
import org.optimizer.model.BacktestKpi;
import org.optimizer.model.BacktestMove;
import org.optimizer.model.DriverScore;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.KpiCount;
import org.optimizer.model.RuleChange;
import org.optimizer.model.ScoreMove;
import org.optimizer.model.VehicleClass;
import org.optimizer.rules.CellEdit;
import org.optimizer.rules.RuleTables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** A change of the rules tried on past weeks; {@link TriedSeason} says how its scores come about. */
@EdgesTest
class BacktestsTest {
    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private TriedSeason tried;

    @BeforeEach
    void threeWeeks() {
        tried = new TriedSeason(camel, jdbc, transactions);
        tried.clear();
        tried.drive();
    }

    @AfterEach
    void clear() {
        tried.clear();
    }

    private List<BacktestMove> moves(String change, IsoWeek week) {
        return tried.results.moves(change).stream()
                .filter(move -> move.week().equals(week))
                .toList();
    }

    private static ScoreMove move(
            String driver, String before, String after, Integer placeBefore, Integer placeAfter, int... events) {
        return new ScoreMove(
                driver,
                VehicleClass.ARTIC,
                Optional.of(new BigDecimal(before)),
                Optional.of(new BigDecimal(after)),
                Optional.ofNullable(placeBefore),
                Optional.ofNullable(placeAfter),
                events[0],
                events[1],
                events[2],
                events[3]);
    }

    /** Points of a week: anna 27 → 0, bert 36 → 12, cleo 18 as before, dora 2 → 22. */
    @Test
    void whoMovesIsWhatOneComputesByHand() {
        String change = tried.propose(tried.draft());

        assertThat(tried.backtests(tried.sink()).run(change)).isEqualTo(Backtest.State.DONE);

        assertThat(moves(change, W43))
                .extracting(BacktestMove::move)
                .containsExactly(
                        move("anna", "85.84", "90.20", 3, 1, 0, 27, 0, 0),
                        move("bert", "84.80", "87.98", 4, 2, 0, 0, 0, 12),
                        move("cleo", "87.05", "87.05", 2, 3, 0, 0, 0, 0),
                        move("dora", "89.74", "86.12", 1, 4, 16, 0, 2, 0));
        assertThat(moves(change, W44))
                .extracting(BacktestMove::move)
                .as("bert was taken out of this week")
                .containsExactly(
                        move("anna", "85.84", "90.20", 3, 1, 0, 27, 0, 0),
                        move("cleo", "87.05", "87.05", 2, 2, 0, 0, 0, 0),
                        move("dora", "89.74", "86.12", 1, 3, 16, 0, 2, 0),
                        move("bert", "84.80", "87.98", null, null, 0, 0, 0, 12));
        assertThat(moves(change, W45)).as("still in review").isEmpty();
        assertThat(tried.results.find(change)).hasValueSatisfying(test -> {
            assertThat(test.state()).isEqualTo(Backtest.State.DONE);
            assertThat(test.weeksDone()).isEqualTo(2);
            assertThat(test.weeksTotal()).isEqualTo(2);
            assertThat(test.endedAt()).isPresent();
        });
    }

    @Test
    void theSideOfTheRulesInForceIsWhatWasScoredThen() {
        String change = tried.propose(tried.draft());
        tried.backtests(tried.sink()).run(change);

        for (IsoWeek week : List.of(W43, W44)) {
            Map<String, Optional<BigDecimal>> stored = tried.season.scores.list(Season.CONTEST, week).stream()
                    .collect(Collectors.toMap(DriverScore::driverId, DriverScore::score));
            assertThat(moves(change, week)).hasSize(4).allSatisfy(each -> assertThat(
                            each.move().scoreBefore())
                    .isEqualTo(stored.get(each.move().driverId())));
        }
    }

    @Test
    void theSmsThatWouldReadOtherwiseIsGivenInFullBothWays() {
        String change = tried.propose(tried.draft());
        tried.backtests(tried.sink()).run(change);

        BacktestMove cleo = moves(change, W43).get(2);
        assertThat(cleo.smsBefore())
                .contains("Sem.43: note 17,4/20 (acc 18,8 frein 17,0 vit 16,3). Rang 2/4. Merci et bonne route!");
        assertThat(cleo.smsAfter())
                .as("her own mark stays, her place does not")
                .contains("Sem.43: note 17,4/20 (acc 18,8 frein 17,0 vit 16,3). Rang 3/4. Merci et bonne route!");
        assertThat(moves(change, W44))
                .filteredOn(BacktestMove::changesSms)
                .extracting(each -> each.move().driverId())
                .as("cleo is second and reads the same change of place both ways, bert gets none")
                .doesNotContain("bert")
                .contains("anna", "dora");
    }

    @Test
    void eachRowIsCountedAsOftenAsItAnsweredAndThoseThatNeverDidAreNamed() {
        String change = tried.propose(tried.draft());
        tried.backtests(tried.sink()).run(change);

        SortedMap<String, Long> fired = tried.results.fired(change);
        assertThat(fired)
                .containsEntry("manoeuvre-severity: artic-braking-strong", 2 * 12L)
                .containsEntry("manoeuvre-severity: artic-braking-severe", 2 * 3L)
                .containsEntry("manoeuvre-severity: artic-acceleration-strong", 2 * 16L)
                .containsEntry("manoeuvre-severity: artic-acceleration-harsh", 2 * 2L)
                .containsEntry("feature-mark: artic-braking-points", 2 * 4L);
        assertThat(RuleTables.rows(tried.draft()).stream().filter(row -> !fired.containsKey(row)))
                .contains("manoeuvre-severity: artic-braking-harsh", "manoeuvre-severity: van-braking-severe")
                .doesNotContain("manoeuvre-severity: artic-braking-strong");
    }

    @Test
    void aChangeOfWhatVehiclesDoKeepsTheirFiguresOfBothSidesAndCountsItsRows() {
        CellEdit shorter = new CellEdit("idle-2019", Map.of("id", "every-site"), "longer_than_min", 10, "test", 0, 0);
        String change = tried.propose(tried.edited(shorter));
        Map<String, String> before = tried.hashes();

        tried.backtests(tried.sink()).run(change);
        List<BacktestKpi> once = tried.results.kpis(change);
        tried.backtests(tried.sink()).run(change);

        assertThat(once)
                .isEqualTo(tried.results.kpis(change))
                .hasSizeGreaterThanOrEqualTo(KpiCount.values().length)
                .allSatisfy(each -> assertThat(each.siteId()).isEqualTo(Season.SITE.id()));
        assertThat(once)
                .filteredOn(each -> each.week().equals(W43))
                .extracting(BacktestKpi::figure)
                .containsExactlyInAnyOrder(KpiCount.values());
        assertThat(tried.results.fired(change)).containsKey("idle-2019: every-site");
        assertThat(tried.hashes()).isEqualTo(before);
    }

    @Test
    void aChangeOfMarksSaysNothingOfVehicles() {
        String change = tried.propose(tried.draft());
        tried.backtests(tried.sink()).run(change);

        assertThat(tried.results.kpis(change)).isEmpty();
    }

    @Test
    void nothingButTheBacktestIsWritten() {
        String change = tried.propose(tried.draft());
        Map<String, String> before = tried.hashes();

        tried.backtests(tried.sink()).run(change);

        assertThat(before).containsKeys("driver_score", "standing", "mark", "scored_event", "batch", "sms_outbox");
        assertThat(tried.hashes()).isEqualTo(before);
        assertThat(tried.results.moves(change)).hasSize(8);
        System.out.printf("backtest: %d other tables hashed before and after, 0 differ%n", before.size());
    }

    @Test
    void theHashWouldSeeOneScoreThatMovedByAHundredth() {
        Map<String, String> before = tried.hashes();
        jdbc.update(
                "update driver_score set score = score + 0.01 where iso_week = ? and driver_id = 'cleo'", "2026-W43");

        assertThat(tried.hashes()).isNotEqualTo(before);
    }

    /** What whoever waits for it sees after each week, from a connection of its own. */
    private final class Watched extends BacktestSink {
        private final Runnable afterFirstWeek;
        private int weeks;

        Watched(Runnable afterFirstWeek) {
            super(camel);
            this.afterFirstWeek = afterFirstWeek;
        }

        @Override
        public void addWeek(String changeId, List<BacktestMove> moves) {
            if (weeks++ == 1) {
                afterFirstWeek.run();
            }
            super.addWeek(changeId, moves);
        }
    }

    @Test
    void aRunThatIsKilledHalfWayShowsHowFarItCameAndBeginsAnew() {
        String change = tried.propose(tried.draft());
        Backtests killed = tried.backtests(new Watched(() -> {
            throw new IllegalStateException("the machine went off");
        }));

        assertThatThrownBy(() -> killed.run(change)).hasMessage("the machine went off");
        assertThat(tried.results.find(change)).hasValueSatisfying(test -> {
            assertThat(test.state()).isEqualTo(Backtest.State.RUNNING);
            assertThat(test.weeksDone()).isEqualTo(1);
        });
        assertThat(tried.results.moves(change)).hasSize(4);

        tried.backtests(tried.sink()).run(change);
        List<BacktestMove> again = tried.results.moves(change);
        tried.backtests(tried.sink()).run(change);

        assertThat(again).hasSize(8).isEqualTo(tried.results.moves(change));
        assertThat(tried.results.find(change).orElseThrow().weeksDone()).isEqualTo(2);
    }

    @Test
    void aChangeThatIsWithdrawnMeanwhileStopsAndComesBeforeNobody() {
        String change = tried.propose(tried.draft());
        RuleChange proposed = tried.changes.get(change);
        BacktestSink withdrawn = new BacktestSink(camel) {
            @Override
            public void addWeek(String changeId, List<BacktestMove> moves) {
                super.addWeek(changeId, moves);
                tried.changeSink.move(
                        proposed, RuleChange.State.WITHDRAWN, Optional.of("anne"), "a slip", tried.season.clock.now);
            }
        };

        assertThat(tried.steps(withdrawn).backtestChange(change)).isFalse();

        assertThat(tried.results.find(change)).hasValueSatisfying(test -> {
            assertThat(test.state()).isEqualTo(Backtest.State.STOPPED);
            assertThat(test.weeksDone()).isEqualTo(1);
        });
        assertThat(tried.changes.get(change).state()).isEqualTo(RuleChange.State.WITHDRAWN);
    }

    /** Time is over after two of a week's four drivers, whichever thread scores them. */
    @Test
    void aBacktestThatTakesTooLongStopsAmidAWeekSaysHowFarItCameAndTheChangeWaitsForADecision() {
        String change = tried.propose(tried.draft());
        AtomicInteger asked = new AtomicInteger();
        Clock slow = mock(Clock.class);
        when(slow.instant()).thenAnswer(call -> tried.season.clock.now.plusSeconds(100L * asked.getAndIncrement()));

        assertThat(tried.steps(tried.sink(), slow).backtestChange(change)).isTrue();

        assertThat(asked.get()).isLessThan(10);
        assertThat(tried.results.find(change)).hasValueSatisfying(test -> {
            assertThat(test.state()).isEqualTo(Backtest.State.STOPPED);
            assertThat(test.weeksDone()).isZero();
            assertThat(test.weeksTotal()).isEqualTo(2);
        });
        assertThat(tried.changes.get(change).state()).isEqualTo(RuleChange.State.IN_APPROVAL);
    }

    /** Nobody need see it coming: the rules hold, and yet half a mark is worth what nobody drives. */
    @Test
    void wildScoresAreShownBeforeAnybodyApproves() {
        CellEdit tooMild =
                new CellEdit("feature-mark", Map.of("id", "artic-braking-points"), "half_mark_at", 900, "test", 0, 0);
        String change = tried.propose(tried.edited(tooMild));

        tried.backtests(tried.sink()).run(change);

        assertThat(moves(change, W43))
                .allSatisfy(each -> assertThat(each.move().changesScore()).isTrue());
        assertThat(moves(change, W43))
                .filteredOn(each -> each.move().driverId().equals("bert"))
                .singleElement()
                .satisfies(each -> assertThat(each.move()).isEqualTo(move("bert", "84.80", "92.18", 4, 3, 0, 0, 0, 0)));
        System.out.printf(
                "wild scores: %d of %d driver-weeks differ, the furthest by %s of 100%n",
                tried.results.moves(change).stream()
                        .filter(each -> each.move().changesScore())
                        .count(),
                tried.results.moves(change).size(),
                tried.results.moves(change).stream()
                        .map(each -> each.move()
                                .scoreAfter()
                                .orElseThrow()
                                .subtract(each.move().scoreBefore().orElseThrow())
                                .abs())
                        .max(BigDecimal::compareTo)
                        .orElseThrow());
    }
}
