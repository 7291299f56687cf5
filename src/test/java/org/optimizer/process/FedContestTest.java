package org.optimizer.process;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.config.StubProvider;
import org.optimizer.extract.Appeals;
import org.optimizer.extract.BehaviourCounts;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.EtlRuns;
import org.optimizer.extract.Evidence;
import org.optimizer.extract.Facts;
import org.optimizer.extract.Globo;
import org.optimizer.extract.GloboSettings;
import org.optimizer.extract.Outbox;
import org.optimizer.extract.Periods;
import org.optimizer.extract.ProviderScores;
import org.optimizer.extract.RelativeScores;
import org.optimizer.extract.Revisions;
import org.optimizer.extract.RuleChanges;
import org.optimizer.extract.ScoreFeed;
import org.optimizer.extract.ScoreFeedSettings;
import org.optimizer.extract.ScoreSourceException;
import org.optimizer.extract.Scores;
import org.optimizer.extract.Sites;
import org.optimizer.extract.SmsLedger;
import org.optimizer.extract.Teams;
import org.optimizer.extract.Vehicles;
import org.optimizer.load.BehaviourSink;
import org.optimizer.load.ContestSink;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.ExplanationSink;
import org.optimizer.load.FleetSink;
import org.optimizer.load.OutboxSink;
import org.optimizer.load.PeriodSink;
import org.optimizer.load.ProviderScoreSink;
import org.optimizer.load.RelativeSink;
import org.optimizer.load.ReviewSink;
import org.optimizer.load.RevisionSink;
import org.optimizer.load.RowCountSink;
import org.optimizer.load.RuleChangeSink;
import org.optimizer.load.RulebookSink;
import org.optimizer.load.SmsLedgerSink;
import org.optimizer.model.Badge;
import org.optimizer.model.Batch;
import org.optimizer.model.BehaviourEvent;
import org.optimizer.model.BehaviourType;
import org.optimizer.model.Contest;
import org.optimizer.model.Driver;
import org.optimizer.model.EtlRun;
import org.optimizer.model.EventCount;
import org.optimizer.model.EventCounts;
import org.optimizer.model.Exclusion;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Language;
import org.optimizer.model.MarkKind;
import org.optimizer.model.PeriodScore;
import org.optimizer.model.ProviderMark;
import org.optimizer.model.ProviderScore;
import org.optimizer.model.Reason;
import org.optimizer.model.RevisedScore;
import org.optimizer.model.ScorePlan;
import org.optimizer.model.ScorePlan.Entrants;
import org.optimizer.model.ScorePlan.Strategy;
import org.optimizer.model.ScoreRef;
import org.optimizer.model.ScoredEntity;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Site;
import org.optimizer.model.Sms;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;
import org.optimizer.testing.Recorded;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Weeks of contests that live on a provider's counts or marks, from its answer over tables to places and SMS, with the real
 * steps, routes and rules. The figures of Globo's week are the worked example of RateScoringTest.
 */
@EdgesTest
@Transactional
class FedContestTest {
    private static final WireMockServer SERVER = StubProvider.SERVER;
    private static final String FEED = "/scorefeed/api/v1/ecodriving/scores";
    private static final RulebookShelf SHELF = RulesFolder.shelf(RulesFolder.SHIPPED);
    private static final IsoWeek FIRST = IsoWeek.parse("2026-W46");
    private static final IsoWeek SECOND = FIRST.plusWeeks(1);
    private static final String W46 = FIRST.toString();
    private static final String W47 = SECOND.toString();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), ZoneOffset.UTC);
    private static final List<String> VEHICLES = List.of("t1", "t2", "t3", "t4");

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private PlatformTransactionManager transactions;

    private Periods periods;
    private ProviderScores provided;
    private Scores scores;
    private FairnessAudit fairness;
    private WeekResults results;
    private FedScores fed;
    private WeeklyContest steps;

    @BeforeEach
    void build() {
        SERVER.resetAll();
        periods = new Periods(camel);
        provided = new ProviderScores(camel);
        scores = new Scores(camel);
        fairness = mock(FairnessAudit.class);
        Contests contests = new Contests(camel);
        Drivers drivers = new Drivers(camel);
        FedFleet fleet = new FedFleet(new Sites(camel), new Vehicles(camel), drivers, 31);
        results = new WeekResults(
                contests,
                drivers,
                scores,
                new Teams(camel),
                new ContestSink(camel),
                SHELF,
                new RelativeResults(new Facts(camel), scores, new RelativeScores(camel), new RelativeSink(camel)),
                new FedResults(
                        contests,
                        scores,
                        periods,
                        provided,
                        fleet,
                        new ContestSink(camel),
                        new ProviderScoreSink(camel),
                        SHELF),
                new Policies(camel, SHELF, Policies.SERVICE, CLOCK).policy,
                new SmsLedger(camel),
                LinkSettings.NONE);
        steps = steps(contests, fleet);
        enterTheFleet();
    }

    private WeeklyContest steps(Contests contests, FedFleet fleet) {
        fed = new FedScores(
                fleet,
                List.of(
                        new Globo(camel, new GloboSettings("k3y", GloboSettings.Ids.TEXT, Optional.empty(), 100)),
                        new ScoreFeed(camel, new ScoreFeedSettings("s3cret", ScoreFeedSettings.KeyAs.BEARER, 2))),
                new PushedWeeks(new BehaviourCounts(camel), periods),
                periods,
                new PeriodSink(camel),
                new EtlRunSink(camel),
                new FedScores.Retries("PT10S,PT1M", "R96/PT1H"),
                CLOCK);
        return new WeeklyContest(
                new Sites(camel),
                contests,
                new Facts(camel),
                scores,
                new Appeals(camel),
                new Outbox(camel),
                new ContestSink(camel),
                new OutboxSink(camel),
                new SmsLedgerSink(camel),
                new RulebookSink(camel),
                SHELF,
                new RulesInForce(
                        new RuleChanges(camel),
                        new RuleChangeSink(camel),
                        new RulebookSink(camel),
                        SHELF,
                        TransactionOperations.withoutTransaction(),
                        CLOCK),
                results,
                mock(WeekOpener.class),
                fairness,
                new Explanations(
                        contests, new Facts(camel), scores, new Evidence(camel), new ExplanationSink(camel), SHELF),
                fed,
                new LivingSheet(new RowCountSink(camel)),
                mock(ShadowScores.class),
                new ContestSettings(
                        Duration.ofHours(6), Duration.ofHours(48), Duration.ofHours(72), Duration.ofHours(1), 50),
                CLOCK);
    }

    private RevisionDesk revisions() {
        return new RevisionDesk(
                new Contests(camel),
                new Vehicles(camel),
                new Facts(camel),
                scores,
                new Appeals(camel),
                new Revisions(camel),
                new ContestSink(camel),
                new RevisionSink(camel),
                steps,
                results,
                new TransactionTemplate(transactions),
                CLOCK);
    }

    /** Globo calls our vehicles t1 … t4 and our drivers d1 … d4 101 … 104. */
    private void enterTheFleet() {
        FleetSink fleet = new FleetSink(camel);
        fleet.saveSite(new Site("quarry", "Quarry", ZoneId.of("Europe/Paris"), "FR"));
        List<ScoreRef> refs = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            String t = "t" + i;
            String d = "d" + i;
            fleet.saveVehicles(List.of(new Vehicle(t, "quarry", "Truck " + i, VehicleClass.TIPPER)));
            fleet.saveDrivers(List.of(new Driver(
                    d, "quarry", "Name of " + d, Optional.of("+3363998010" + i), i == 2 ? Language.EN : Language.FR)));
            refs.add(new ScoreRef("globo", ScoredEntity.VEHICLE, t, "10" + i));
            refs.add(new ScoreRef("globo", ScoredEntity.DRIVER, d, "10" + i));
            refs.add(new ScoreRef("scorefeed", ScoredEntity.DRIVER, d, "D-004" + (i + 1)));
        }
        new PeriodSink(camel).saveRefs(refs);
    }

    private void contest(ScoringMethod method, String source, Strategy strategy, Entrants entrants) {
        new FleetSink(camel)
                .saveContest(new Contest(
                        "c1",
                        "quarry",
                        "Contest",
                        method,
                        FIRST.monday(),
                        SECOND.sunday(),
                        FIRST.monday(),
                        VEHICLES,
                        Optional.of(new ScorePlan(source, strategy, entrants))));
    }

    private Contest contest() {
        return new Contests(camel).get("c1");
    }

    private void runUntilReview(String week) {
        steps.openWeek("c1", week);
        steps.beginFetch("c1", week);
        assertThat(steps.checkWeek("c1", week)).isTrue();
        score(week);
    }

    private void score(String week) {
        int chunks = steps.planScoring("c1", week);
        for (int chunk = 0; chunk < chunks; chunk++) {
            steps.scoreDrivers("c1", week, chunk, chunks);
        }
        steps.rankDrivers("c1", week);
        steps.auditFairness("c1", week);
    }

    private static void globo(IsoWeek week, String json) {
        String from = "%1$td/%1$tm/%1$tY 00:00:00".formatted(week.monday());
        SERVER.stubFor(post(urlEqualTo("/globo"))
                .withRequestBody(matchingJsonPath("$.qry.deb", equalTo(from)))
                .willReturn(okJson(json)));
    }

    private static String row(int id, int acc, int dec, int over, double km) {
        return "{\"ent\":{\"id\":%d,\"odo\":%d},\"acc\":[%s],\"dec\":[%s],\"vit\":[%s]}"
                .formatted(id, Math.round(km * 1000), events(acc), events(dec), events(over));
    }

    private static String events(int count) {
        return IntStream.range(0, count).mapToObj(i -> "{}").collect(Collectors.joining(","));
    }

    private static String rows(String... rows) {
        return "{\"res\":[" + String.join(",", rows) + "]}";
    }

    private static void feed(IsoWeek week, String... items) {
        ZoneId paris = ZoneId.of("Europe/Paris");
        String page = """
                {"period":{"from":"%s","to":"%s"},"complete":true,
                 "page":{"number":0,"size":2,"totalPages":1,"totalElements":%d},"items":[%s]}""".formatted(week.start(paris), week.end(paris), items.length, String.join(",", items));
        SERVER.stubFor(get(urlPathEqualTo(FEED))
                .withQueryParam("from", equalTo(week.start(paris).toString()))
                .willReturn(okJson(page)));
    }

    private static String item(String driver, double global, double km) {
        return """
                {"driver":{"id":"%1$s"},"distanceM":%2$s,"scale":{"min":0,"max":10},
                 "scores":{"acceleration":%3$s,"deceleration":%3$s,"speedKeeping":%3$s,"global":%3$s}}""".formatted(driver, km * 1000, global);
    }

    private ProviderScore of(String driver, IsoWeek week) {
        return provided.list("c1", week).stream()
                .filter(score -> score.driverId().equals(driver))
                .findFirst()
                .orElseThrow();
    }

    private List<String> marks(String driver, IsoWeek week) {
        return of(driver, week).marks().stream()
                .map(mark -> mark.mark()
                        .map(value -> value.stripTrailingZeros().toPlainString())
                        .orElse("–"))
                .toList();
    }

    private WeekResults.Line line(String driver, IsoWeek week) {
        return results.lines(contest(), week).stream()
                .filter(line -> line.driver().id().equals(driver))
                .findFirst()
                .orElseThrow();
    }

    private Batch.State state(IsoWeek week) {
        return new Contests(camel).findBatch("c1", week).orElseThrow().state();
    }

    @Test
    void aWeekOfGloboGoesFromItsAnswerToTheSms() {
        contest(ScoringMethod.EVENT_RATES, "globo", Strategy.FULL_PERIOD, Entrants.DRIVERS);
        globo(FIRST, Recorded.text("globo/numbers.json"));

        runUntilReview(W46);

        assertThat(periods.listCounts("globo", ScoredEntity.DRIVER, List.of("d1"), FIRST, FIRST))
                .extracting(EventCount::events, EventCount::distanceM)
                .containsExactly(tuple(new EventCounts(2, 1, 0), 412_300.0));
        assertThat(marks("d1", FIRST)).containsExactly("5", "5", "7");
        assertThat(marks("d2", FIRST)).containsExactly("8", "2", "2");
        assertThat(marks("d3", FIRST)).containsExactly("2", "8", "7");
        assertThat(results.lines(contest(), FIRST))
                .extracting(line -> line.driver().id())
                .containsExactly("d1", "d3", "d2", "d4");
        assertThat(line("d1", FIRST).message(contest()))
                .isEqualTo("Sem.46, concours du 09/11 au 22/11: accélération 5 sur 10, freinage 5 sur 10,"
                        + " vitesse 7 sur 10. Total 17 sur 30, rang 1/3. Bonne route!");
        assertThat(line("d2", FIRST).message(contest()))
                .isEqualTo("Week 46, contest 9 Nov to 22 Nov: acceleration 8 of 10, braking 2 of 10, speed 2 of 10."
                        + " Total 12 of 30, rank 3/3. Drive safely!");
        assertThat(line("d4", FIRST).message(contest()))
                .isEqualTo("Sem.46: non classé: aucun km enregistré. Bonne route!");
        assertThat(state(FIRST)).isEqualTo(Batch.State.IN_REVIEW);
        verify(fairness, never()).audit(any(), any());

        approve(FIRST);
        assertThat(steps.queueMessages("c1", W46, "anne")).isEqualTo(4);
        steps.publishWeek("c1", W46);
        steps.closeWeek("c1", W46);

        assertThat(new Outbox(camel).listByWeek("c1", FIRST))
                .extracting(Sms::state)
                .containsOnly(Sms.State.READY);
        assertThat(state(FIRST)).isEqualTo(Batch.State.CLOSED);
        assertThatThrownBy(() -> score(W46)).isInstanceOf(IllegalStateException.class);
        assertThat(marks("d1", FIRST)).containsExactly("5", "5", "7");
    }

    @Test
    void vehiclesCompeteUnderTheirOwnIdAsIn2019() {
        contest(ScoringMethod.EVENT_RATES, "globo", Strategy.FULL_PERIOD, Entrants.VEHICLES);
        globo(FIRST, Recorded.text("globo/texts.json"));

        runUntilReview(W46);

        SERVER.verify(
                1, postRequestedFor(urlEqualTo("/globo")).withRequestBody(matchingJsonPath("$.qry[?(@.mod == 1)]")));
        assertThat(results.lines(contest(), FIRST))
                .extracting(
                        line -> line.driver().name(), line -> line.standing().rank())
                .containsExactly(
                        tuple("t1", Optional.of(1)),
                        tuple("t3", Optional.of(1)),
                        tuple("t2", Optional.of(3)),
                        tuple("t4", Optional.empty()));
        assertThat(line("t4", FIRST).score().reasons()).containsExactly(new Reason("no-distance", 0, 10, ""));
    }

    @Test
    void whenOnlyVehiclesAreKnownTheirWeekIsSharedByTheTimeOfLogIns() {
        contest(ScoringMethod.EVENT_RATES, "globo", Strategy.FULL_PERIOD, Entrants.DRIVERS_BY_LOG_IN);
        Instant six = Instant.parse("2026-11-10T05:00:00Z");
        // t1: d1 six hours, d2 two; t2: d2 as long as a log-in may count, t3 and t4 nobody
        new FleetSink(camel)
                .saveBadges(List.of(
                        new Badge("t1", "d1", six),
                        new Badge("t1", "d2", six.plus(Duration.ofHours(6))),
                        new Badge("t1", "", six.plus(Duration.ofHours(8))),
                        new Badge("t2", "d2", six)));
        globo(FIRST, rows(row(101, 4, 8, 0, 400), row(102, 0, 0, 2, 100), row(103, 9, 9, 9, 900)));

        runUntilReview(W46);

        ProviderScore first = of("d1", FIRST);
        ProviderScore second = of("d2", FIRST);
        assertThat(provided.list("c1", FIRST)).hasSize(2);
        assertThat(first.weekKm()).isCloseTo(300, within(1e-9));
        assertThat(second.weekKm()).isCloseTo(200, within(1e-9));
        assertThat(first.marks()).extracting(ProviderMark::weekEvents).containsExactly(3.0, 6.0, 0.0);
        assertThat(second.marks()).extracting(ProviderMark::weekEvents).containsExactly(1.0, 2.0, 2.0);
    }

    @Test
    void theWholePeriodIsAskedForAgainEachWeekAndTwiceIsOnce() {
        contest(ScoringMethod.EVENT_RATES, "globo", Strategy.FULL_PERIOD, Entrants.DRIVERS);
        globo(FIRST, rows(row(101, 0, 0, 0, 100), row(102, 5, 5, 5, 100)));
        runUntilReview(W46);
        globo(FIRST, rows(row(101, 20, 0, 0, 100), row(102, 5, 5, 5, 100)));
        globo(SECOND, rows(row(101, 0, 0, 0, 100), row(102, 0, 5, 5, 100)));

        runUntilReview(W47);

        // the late events of the first week count: 20 in 200 km against 5
        assertThat(of("d1", SECOND).mark(MarkKind.ACCELERATION).orElseThrow().events())
                .isEqualTo(20);
        assertThat(marks("d1", SECOND)).containsExactly("2", "7", "7");
        assertThat(marks("d1", FIRST)).as("what was ranked stays").containsExactly("7", "7", "7");
        assertThat(line("d1", SECOND).standing().change()).contains(0);
        assertThat(new EtlRuns(camel).listNewest(3))
                .extracting(EtlRun::source, EtlRun::count)
                .containsExactly(
                        tuple("fetch-scores-globo", new IntakeCount(2, 0, 0, 0, 0, 0)),
                        tuple("fetch-scores-globo", new IntakeCount(0, 1, 1, 0, 0, 0)),
                        tuple("fetch-scores-globo", new IntakeCount(2, 0, 0, 0, 0, 0)));
    }

    @Test
    void weightedWeeksKeepWhatWasRanked() {
        contest(ScoringMethod.EVENT_RATES, "globo", Strategy.WEIGHTED_WEEKS, Entrants.DRIVERS);
        globo(FIRST, rows(row(101, 0, 0, 0, 300), row(102, 5, 5, 5, 300)));
        runUntilReview(W46);
        globo(FIRST, rows(row(101, 99, 99, 99, 300), row(102, 5, 5, 5, 300)));
        globo(SECOND, rows(row(101, 5, 0, 0, 100), row(102, 0, 0, 0, 100)));

        runUntilReview(W47);

        assertThat(marks("d1", SECOND)).containsExactly("5.75", "6.5", "6.5"); // (300 · 7 + 100 · 2, 5, 5) / 400
        assertThat(of("d1", SECOND).global().orElseThrow()).isEqualByComparingTo("18.75");
        assertThat(line("d1", SECOND).message(contest()))
                .contains("accélération 5,8 sur 10", "freinage 6,5 sur 10", "Total 18,8 sur 30, rang 1/2 (=)");
        SERVER.verify(2, postRequestedFor(urlEqualTo("/globo")));
    }

    @Test
    void whoIsTakenOutHandsHisPlaceOnAndMarksAreMadeAnew() {
        contest(ScoringMethod.EVENT_RATES, "globo", Strategy.FULL_PERIOD, Entrants.DRIVERS);
        globo(FIRST, Recorded.text("globo/numbers.json"));
        runUntilReview(W46);

        new ReviewSink(camel).exclude("c1", FIRST, new Exclusion("d2", "not his truck", "anne", Instant.EPOCH));
        assertThat(results.rank(contest(), results.batch("c1", FIRST))).isEqualTo(2);

        assertThat(marks("d1", FIRST)).containsExactly("7", "2", "5");
        assertThat(line("d2", FIRST).getsMessage()).isFalse();
        assertThat(line("d2", FIRST).score().reasons()).extracting(Reason::code).containsExactly("excluded");

        globo(SECOND, rows(row(101, 0, 0, 0, 100), row(102, 0, 0, 0, 100)));
        runUntilReview(W47);
        // of the week he was taken out of nothing counts: no event in 100 km
        assertThat(of("d2", SECOND).km()).isEqualTo(100);
        assertThat(of("d1", SECOND).km()).isCloseTo(512.3, within(1e-9));
    }

    @Test
    void whoScoresAgainGetsWhatTheProviderSaysByNow() {
        contest(ScoringMethod.EVENT_RATES, "globo", Strategy.WEIGHTED_WEEKS, Entrants.DRIVERS);
        globo(FIRST, rows(row(101, 9, 0, 0, 100), row(102, 5, 5, 5, 100)));
        runUntilReview(W46);
        assertThat(marks("d1", FIRST)).containsExactly("2", "7", "7");
        globo(FIRST, rows(row(101, 0, 0, 0, 100), row(102, 5, 5, 5, 100)));

        score(W46);

        assertThat(marks("d1", FIRST)).containsExactly("7", "7", "7");
        assertThat(new Contests(camel).findBatch("c1", FIRST).orElseThrow().revision())
                .isEqualTo(2);
    }

    @Test
    void aProvidersCorrectionAfterApprovalIsScoredBesideAndEditsNothing() {
        contest(ScoringMethod.EVENT_RATES, "globo", Strategy.FULL_PERIOD, Entrants.DRIVERS);
        globo(FIRST, Recorded.text("globo/numbers.json"));
        runUntilReview(W46);
        approve(FIRST);
        steps.queueMessages("c1", W46, "anne");
        steps.publishWeek("c1", W46);
        List<ProviderScore> sent = provided.list("c1", FIRST);
        assertThat(revisions().of("c1", FIRST).moved()).isZero();

        globo(FIRST, rows(row(101, 9, 1, 0, 412.3), row(102, 1, 2, 2, 305), row(103, 3, 0, 0, 198)));
        fed.fetch(contest(), FIRST);

        assertThat(revisions().of("c1", FIRST).moved()).isPositive();
        assertThat(revisions().lateText("c1", W46)).startsWith("score again: the provider's figures");
        assertThat(revisions().revise("c1", FIRST, "Globo corrected", "anne")).isEqualTo(1);
        assertThat(revisions().of("c1", FIRST).moved()).isZero();
        assertThat(provided.list("c1", FIRST)).isEqualTo(sent);
        assertThat(new Revisions(camel).list("c1", FIRST).get(0).scores())
                .filteredOn(score -> score.driverId().equals("d1"))
                .extracting(RevisedScore::rankBefore, RevisedScore::rankAfter)
                .containsExactly(tuple(Optional.of(1), Optional.of(2)));
        assertThatThrownBy(() -> revisions().revise("c1", FIRST, "once more", "anne"))
                .isInstanceOfSatisfying(ReviewDesk.Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo("nothing-new"));
    }

    @Test
    void aWeekOfWhichTheProviderSaysNothingWaitsForAPerson() {
        contest(ScoringMethod.EVENT_RATES, "globo", Strategy.FULL_PERIOD, Entrants.DRIVERS);
        globo(FIRST, rows());
        steps.openWeek("c1", W46);
        steps.beginFetch("c1", W46);

        assertThat(steps.checkWeek("c1", W46)).isFalse();
        assertThat(state(FIRST)).isEqualTo(Batch.State.EMPTY);
    }

    @Test
    void aWeekOfAScoreFeedGoesFromItsPagesToTheSms() {
        contest(ScoringMethod.FED_SCORES, "scorefeed", Strategy.FULL_PERIOD, Entrants.DRIVERS);
        feed(FIRST, item("D-0042", 8, 300), item("D-0043", 9, 50), item("D-0044", 10, 0));
        runUntilReview(W46);
        feed(SECOND, item("D-0042", 6, 100), item("D-0043", 9, 50), item("D-0044", 10, 4), item("X", 1, 1));

        runUntilReview(W47);

        // d1: (300 · 8 + 100 · 6) / 400
        assertThat(of("d1", SECOND).global().orElseThrow()).isEqualByComparingTo("7.5");
        assertThat(results.lines(contest(), SECOND))
                .extracting(line -> line.driver().id(), line -> line.standing().rank())
                .containsExactly(
                        tuple("d2", Optional.of(1)), tuple("d1", Optional.of(2)), tuple("d3", Optional.empty()));
        assertThat(line("d1", SECOND).message(contest()))
                .isEqualTo("Sem.47, concours du 09/11 au 22/11: accélération 7,5 sur 10, freinage 7,5 sur 10,"
                        + " vitesse 7,5 sur 10. Total 7,5 sur 10, rang 2/2 (=). Bonne route!");
        assertThat(line("d3", SECOND).score().reasons()).containsExactly(new Reason("too-few-km", 4, 10, ""));
        assertThat(new EtlRuns(camel).listNewest(1))
                .extracting(EtlRun::count)
                .containsExactly(new IntakeCount(3, 0, 0, 1, 0, 0));
        approve(FIRST.plusWeeks(1));
        assertThat(steps.queueMessages("c1", W47, "anne")).isEqualTo(3);
    }

    @Test
    void aWeekThatTheProviderSendsAgainTakesThePlaceOfTheOneBefore() {
        contest(ScoringMethod.FED_SCORES, "scorefeed", Strategy.FULL_PERIOD, Entrants.DRIVERS);
        feed(FIRST, item("D-0042", 8, 300));
        runUntilReview(W46);
        feed(FIRST, item("D-0042", 4, 300));
        feed(SECOND, item("D-0042", 8, 100));

        runUntilReview(W47);

        assertThat(of("d1", SECOND).global().orElseThrow()).isEqualByComparingTo("5"); // (300 · 4 + 100 · 8) / 400
        assertThat(of("d1", FIRST).global().orElseThrow()).isEqualByComparingTo("8");
        assertThat(periods.listScores("scorefeed", ScoredEntity.DRIVER, List.of("d1"), FIRST, SECOND))
                .hasSize(2);
    }

    @Test
    void aWeekThatIsNotClosedThereWaitsAndIsNeverMarkedWrong() {
        contest(ScoringMethod.FED_SCORES, "scorefeed", Strategy.WEIGHTED_WEEKS, Entrants.DRIVERS);
        SERVER.stubFor(get(urlPathEqualTo(FEED))
                .willReturn(aResponse().withStatus(409).withBody("{\"title\":\"period not closed\"}")));
        steps.openWeek("c1", W46);

        assertThatThrownBy(() -> steps.beginFetch("c1", W46))
                .isInstanceOf(ScoreSourceException.class)
                .hasMessageContaining("week 2026-W46 is not closed there yet (\"period not closed\")");

        assertThat(state(FIRST)).isEqualTo(Batch.State.OPEN);
        assertThat(steps.fetchRetries("c1")).isEqualTo("R96/PT1H");
        assertThat(periods.listScores("scorefeed", ScoredEntity.DRIVER, List.of("d1"), FIRST, FIRST))
                .isEmpty();

        feed(FIRST, item("D-0042", 8, 300));
        steps.beginFetch("c1", W46);
        assertThat(steps.checkWeek("c1", W46)).isTrue();
    }

    @Test
    void marksThatTrackersPushedAreTakenWithoutAskingAnybody() {
        contest(ScoringMethod.FED_SCORES, "trackers", Strategy.FULL_PERIOD, Entrants.VEHICLES);
        new PeriodSink(camel).saveScores(List.of(pushed("t1", 8.0, 400_000), pushed("t2", 9.0, Double.NaN)));

        runUntilReview(W46);

        assertThat(of("t2", FIRST).rank()).contains(1);
        assertThat(of("t1", FIRST).global().orElseThrow()).isEqualByComparingTo("8");
        assertThat(SERVER.getAllServeEvents()).isEmpty();
    }

    private static PeriodScore pushed(String vehicle, double mark, double distanceM) {
        return new PeriodScore(
                "trackers",
                ScoredEntity.VEHICLE,
                vehicle,
                FIRST,
                Map.of(MarkKind.ACCELERATION, mark, MarkKind.DECELERATION, mark),
                Double.NaN,
                Optional.empty(),
                distanceM,
                Double.NaN,
                CLOCK.instant());
    }

    /** The same counts and distances as in Globo's recorded week: the same places. */
    @Test
    void eventsThatTrackersPushedAreCountedAsThoseOfAProvider() {
        contest(ScoringMethod.EVENT_RATES, "box", Strategy.FULL_PERIOD, Entrants.VEHICLES);
        push("t1", 2, 1, 0, 412_300);
        push("t2", 0, 6, 2, 400_000);
        push("t3", 4, 0, 0, 300_000);
        push("t4", 1, 0, 0, 0);

        runUntilReview(W46);

        assertThat(periods.listCounts("box", ScoredEntity.VEHICLE, VEHICLES, FIRST, FIRST))
                .extracting(EventCount::events, EventCount::distanceM)
                .containsExactly(
                        tuple(new EventCounts(2, 1, 0), 412_300.0),
                        tuple(new EventCounts(0, 6, 2), 400_000.0),
                        tuple(new EventCounts(4, 0, 0), 300_000.0),
                        tuple(new EventCounts(1, 0, 0), 0.0));
        assertThat(line("t4", FIRST).standing().rank()).isEmpty();
        assertThat(line("t1", FIRST).standing().rank()).isPresent();
        assertThat(state(FIRST)).isEqualTo(Batch.State.IN_REVIEW);
    }

    private void push(String vehicle, int accelerations, int brakings, int overspeeds, double distanceM) {
        see(vehicle, BehaviourType.HARSH_ACCELERATION, accelerations);
        see(vehicle, BehaviourType.HARSH_BRAKING, brakings);
        see(vehicle, BehaviourType.OVERSPEED, overspeeds);
        new PeriodSink(camel)
                .saveScores(List.of(new PeriodScore(
                        "box",
                        ScoredEntity.VEHICLE,
                        vehicle,
                        FIRST,
                        Map.of(MarkKind.ACCELERATION, 5.0),
                        Double.NaN,
                        Optional.empty(),
                        distanceM,
                        Double.NaN,
                        CLOCK.instant())));
    }

    private void see(String vehicle, BehaviourType type, int times) {
        for (int i = 0; i < times; i++) {
            new BehaviourSink(camel)
                    .add(new BehaviourEvent(
                            "box",
                            vehicle + type + i,
                            vehicle,
                            Optional.empty(),
                            type,
                            FIRST.start(ZoneId.of("Europe/Paris")).plusSeconds(i),
                            OptionalLong.empty(),
                            Double.NaN,
                            Double.NaN,
                            Double.NaN,
                            Double.NaN,
                            CLOCK.instant()));
        }
    }

    @Test
    void aContestOfAProviderNeedsToSayWhichAndAnyOtherMustNot() {
        assertThatThrownBy(() -> new Contest(
                        "c1",
                        "quarry",
                        "Contest",
                        ScoringMethod.EVENT_RATES,
                        FIRST.monday(),
                        SECOND.sunday(),
                        FIRST.monday(),
                        VEHICLES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("contest c1 of method EVENT_RATES: expected a source of its counts or marks, found none");
    }

    private void approve(IsoWeek week) {
        int revision = results.batch("c1", week).revision();
        new ReviewSink(camel).recordDecision("c1", week, revision, "approve", "", "anne", Instant.EPOCH);
    }
}
