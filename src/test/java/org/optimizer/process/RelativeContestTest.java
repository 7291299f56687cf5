package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Facts;
import org.optimizer.extract.RelativeScores;
import org.optimizer.extract.SmsLedger;
import org.optimizer.extract.Teams;
import org.optimizer.load.ContestSink;
import org.optimizer.load.FactsSink;
import org.optimizer.load.FleetSink;
import org.optimizer.load.RelativeSink;
import org.optimizer.load.ReviewSink;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.DayFacts;
import org.optimizer.model.Driver;
import org.optimizer.model.Exclusion;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Language;
import org.optimizer.model.MarkKind;
import org.optimizer.model.MovementCurve;
import org.optimizer.model.Reason;
import org.optimizer.model.RelativeMark;
import org.optimizer.model.RelativeScore;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.SpeedProfile;
import org.optimizer.model.Standing;
import org.optimizer.model.Trip;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.ZoneVisit;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;
import org.optimizer.transform.scoring.Scores;
import org.optimizer.transform.scoring.relative.Moves;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** A contest of the relative method over two weeks, from stored facts to places and SMS texts. */
@EdgesTest
@Transactional
class RelativeContestTest {
    private static final IsoWeek FIRST = IsoWeek.parse("2026-W46");
    private static final IsoWeek SECOND = FIRST.plusWeeks(1);
    private static final RulebookShelf SHELF = RulesFolder.shelf(RulesFolder.SHIPPED);
    private static final List<String> DRIVERS = List.of("d1", "d2", "d3", "d4");
    /** How late each gains speed: the first as the fleet does, the second too early, the third far too late. */
    private static final List<Double> BENDS = List.of(0.1, 0.0, 1.0, 0.2);

    @Autowired
    private ProducerTemplate camel;

    private RelativeScores relative;
    private WeekResults results;

    /** The more like the fleet and the steadier, the lower the number; the fourth hardly drove. */
    @BeforeEach
    void driveTwoWeeks() {
        relative = new RelativeScores(camel);
        results = results();
        new FleetSink(camel).saveDrivers(DRIVERS.stream().map(this::driver).toList());
        for (IsoWeek week : List.of(FIRST, SECOND)) {
            new ContestSink(camel).open(batch(week));
            new ContestSink(camel)
                    .saveScores(
                            "c1",
                            week,
                            DRIVERS.stream()
                                    .map(driver -> Scores.of(driver, VehicleClass.TIPPER, "50.00", 100)
                                            .week(week)
                                            .ranked(false)
                                            .built())
                                    .toList());
        }
        for (int i = 0; i < DRIVERS.size(); i++) {
            drive(FIRST.monday(), i, i == 3 ? 2 : 4, 1.0);
        }
        drive(SECOND.monday(), 0, 4, 1.0);
        drive(SECOND.monday(), 1, 12, 1.0);
    }

    private WeekResults results() {
        org.optimizer.extract.Scores scores = new org.optimizer.extract.Scores(camel);
        return new WeekResults(
                new Contests(camel),
                new Drivers(camel),
                scores,
                new Teams(camel),
                new ContestSink(camel),
                SHELF,
                new RelativeResults(new Facts(camel), scores, relative, new RelativeSink(camel)),
                mock(FedResults.class),
                new Policies(
                                camel,
                                SHELF,
                                Policies.SERVICE,
                                Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC))
                        .policy,
                new SmsLedger(camel),
                LinkSettings.NONE);
    }

    private Driver driver(String id) {
        Language language = id.equals("d2") ? Language.EN : Language.FR;
        return new Driver(id, "quarry", "Name of " + id, Optional.of("+33639980101"), language);
    }

    private static Contest contest(ScoringMethod method) {
        List<String> vehicles = DRIVERS.stream().map(driver -> "v" + driver).toList();
        return new Contest(
                "c1", "quarry", "Contest", method, FIRST.monday(), SECOND.sunday(), FIRST.monday(), vehicles);
    }

    private static Batch batch(IsoWeek week) {
        return new Batch(
                "c1",
                week,
                1,
                Batch.State.SCORING,
                1,
                SHELF.current().version(),
                List.of(),
                Instant.parse("2026-11-09T00:00:00Z"));
    }

    /** So many launches, brakings and passages of the cruise zone. */
    private void drive(LocalDate day, int driver, int moves, double intervalS) {
        List<MovementCurve> curves = new ArrayList<>();
        for (int i = 0; i < moves; i++) {
            curves.add(numbered(2 * i, Moves.launch(BENDS.get(driver))));
            curves.add(numbered(2 * i + 1, Moves.braking(BENDS.get(driver))));
        }
        List<ZoneVisit> visits = IntStream.range(0, moves)
                .mapToObj(i -> visit(i, DRIVERS.get(driver), day, 1 + driver))
                .toList();
        new FactsSink(camel)
                .replace(new DayFacts(
                        "v" + DRIVERS.get(driver),
                        day,
                        "1",
                        1,
                        9,
                        9,
                        List.of(),
                        List.of(trip(DRIVERS.get(driver), day, intervalS)),
                        List.of(),
                        curves,
                        List.of(),
                        visits,
                        List.of()));
    }

    private static MovementCurve numbered(int number, MovementCurve curve) {
        return new MovementCurve(number, 0, curve.kind(), curve.at(), curve.kmh());
    }

    private static ZoneVisit visit(int number, String driver, LocalDate day, double sdKmh) {
        Instant enter = day.atTime(8, number).toInstant(ZoneOffset.UTC);
        return new ZoneVisit(
                number,
                "road",
                "cruise",
                Optional.of(driver),
                enter,
                enter.plusSeconds(50),
                false,
                false,
                false,
                0,
                0,
                0,
                1,
                0,
                1,
                50,
                60,
                sdKmh);
    }

    private static Trip trip(String driver, LocalDate day, double intervalS) {
        Instant start = day.atTime(7, 0).toInstant(ZoneOffset.UTC);
        SpeedProfile none = new SpeedProfile(new double[0], new int[0], new double[0]);
        return new Trip(
                0,
                "t1",
                Optional.of(driver),
                start,
                start.plusSeconds(36_000),
                100,
                36_000,
                60,
                0,
                36_000,
                0,
                intervalS,
                1,
                0.3,
                0,
                0,
                0,
                0,
                none);
    }

    /** p = 16.7, 50, 83.3 %: 8, 5, 2 in each mark; the fourth has two moves of each, one too few. */
    @Test
    void aRelativeContestIsRankedByMarksOfTenWhateverTheThresholdsSay() {
        Contest contest = contest(ScoringMethod.RELATIVE);

        assertThat(results.rank(contest, batch(FIRST))).isEqualTo(3);

        assertThat(results.lines(contest, FIRST))
                .extracting(line -> line.driver().id(), line -> line.standing().rank(), line -> line.score()
                        .ranked())
                .containsExactly(
                        tuple("d1", Optional.of(1), true),
                        tuple("d2", Optional.of(2), true),
                        tuple("d3", Optional.of(3), true),
                        tuple("d4", Optional.empty(), false));
        assertThat(line(contest, FIRST, "d1").standing().global().orElseThrow()).isEqualByComparingTo("80");
        assertThat(line(contest, FIRST, "d4").score().reasons())
                .containsExactly(
                        new Reason("too-few-launches", 2, 3, ""),
                        new Reason("too-few-brakings", 2, 3, ""),
                        new Reason("too-few-cruise-visits", 2, 3, ""));
    }

    @Test
    void whoIsRankedGetsHisMarksOfTenInHisLanguageAndWhoIsNotIsToldWhy() {
        Contest contest = contest(ScoringMethod.RELATIVE);
        results.rank(contest, batch(FIRST));

        assertThat(line(contest, FIRST, "d1").message(contest))
                .isEqualTo("Sem.46, concours du 09/11 au 22/11: accélération 8 sur 10, freinage 8 sur 10,"
                        + " vitesse 8 sur 10. Total 24,0 sur 30, rang 1/3. Bonne route!");
        assertThat(line(contest, FIRST, "d2").message(contest)).contains("braking 5 of 10", "Total 15.0 of 30");
        assertThat(line(contest, FIRST, "d4").message(contest))
                .contains("2", "3")
                .doesNotContain("30");
        assertThat(results.lines(contest, FIRST))
                .filteredOn(WeekResults.Line::getsMessage)
                .extracting(line -> line.driver().id())
                .containsExactly("d1", "d2", "d3", "d4");
    }

    @Test
    void theSecondWeekAddsToTheFirst() {
        Contest contest = contest(ScoringMethod.RELATIVE);
        results.rank(contest, batch(FIRST));
        new ContestSink(camel).setState("c1", FIRST, Batch.State.CLOSED);

        results.rank(contest, batch(SECOND));

        RelativeMark second = mark(score(SECOND, "d2"), MarkKind.SPEED_KEEPING);
        assertThat(second.moves()).isEqualTo(12);
        assertThat(second.movesToDate()).isEqualTo(16);
        assertThat(mark(score(SECOND, "d3"), MarkKind.SPEED_KEEPING).moves()).isZero();
        assertThat(mark(score(SECOND, "d3"), MarkKind.SPEED_KEEPING).mark()).contains(2);
        assertThat(line(contest, SECOND, "d1").standing().change()).contains(0);
    }

    @Test
    void whoIsTakenOutHandsHisPlaceOn() {
        Contest contest = contest(ScoringMethod.RELATIVE);
        results.rank(contest, batch(FIRST));
        new ReviewSink(camel).exclude("c1", FIRST, new Exclusion("d1", "not his truck", "anne", Instant.EPOCH));

        assertThat(results.rank(contest, batch(FIRST))).isEqualTo(2);

        assertThat(line(contest, FIRST, "d2").standing().rank()).contains(1);
        WeekResults.Line out = line(contest, FIRST, "d1");
        assertThat(out.getsMessage()).isFalse();
        assertThat(out.score().reasons()).extracting(Reason::code).containsExactly("excluded");
    }

    @Test
    void slowSamplingIsSaidSo() {
        Contest contest = contest(ScoringMethod.RELATIVE);
        drive(FIRST.monday(), 3, 0, 5);

        results.rank(contest, batch(FIRST));

        assertThat(line(contest, FIRST, "d4").score().reasons())
                .containsExactly(
                        new Reason("not-every-second", 0, 0.5, ""), new Reason("too-few-cruise-visits", 0, 3, ""));
    }

    @Test
    void anAbsoluteContestHasTheRelativeMarksBesideItsOwnPlaces() {
        Contest contest = contest(ScoringMethod.ABSOLUTE);

        assertThat(results.rank(contest, batch(FIRST))).isZero();

        assertThat(results.lines(contest, FIRST))
                .extracting(WeekResults.Line::standing)
                .extracting(Standing::rank)
                .containsOnly(Optional.empty());
        assertThat(score(FIRST, "d1").global().orElseThrow()).isEqualByComparingTo("24.0");
        assertThat(score(FIRST, "d1").marks())
                .extracting(RelativeMark::mark)
                .isEqualTo(Collections.nCopies(3, Optional.of(8)));
    }

    private WeekResults.Line line(Contest contest, IsoWeek week, String driver) {
        return results.lines(contest, week).stream()
                .filter(line -> line.driver().id().equals(driver))
                .findFirst()
                .orElseThrow();
    }

    private RelativeScore score(IsoWeek week, String driver) {
        return relative.list("c1", week).stream()
                .filter(score -> score.driverId().equals(driver))
                .findFirst()
                .orElseThrow();
    }

    private static RelativeMark mark(RelativeScore score, MarkKind kind) {
        return score.mark(kind).orElseThrow();
    }
}
