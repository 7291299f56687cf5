package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Outbox;
import org.optimizer.extract.SmsGuards;
import org.optimizer.extract.SmsLedger;
import org.optimizer.load.ContestSink;
import org.optimizer.load.OutboxSink;
import org.optimizer.load.SmsGateway;
import org.optimizer.load.SmsGuardSink;
import org.optimizer.load.SmsLedgerSink;
import org.optimizer.model.Batch;
import org.optimizer.model.GsmAlphabet;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.SendOutcome;
import org.optimizer.model.Sms;
import org.optimizer.model.Sms.State;
import org.optimizer.model.SmsSwitch;
import org.optimizer.process.SmsLimits.Caps;
import org.optimizer.process.SmsLimits.Hours;
import org.optimizer.process.SmsLimits.Traffic;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** R22: whatever lies in the outbox, what is sent costs no more than the caps allow, and goes where it may. */
@EdgesTest
class SmsCapsTest {
    private static final RulebookShelf SHELF = RulesFolder.shelf(RulesFolder.SHIPPED);
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W47");
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final String FRENCH = "+33639980101";
    private static final BigDecimal DEAREST_EUR = new BigDecimal("0.11");

    @TempDir
    private Path folder;

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final SmsGateway gateway = mock(SmsGateway.class);
    private final List<Sms> sent = Collections.synchronizedList(new ArrayList<>());
    private Function<Sms, SendOutcome> provider = message -> new SendOutcome(State.ACCEPTED, "id", "ok", 200);
    private OutboxSink sink;
    private Outbox outbox;

    @BeforeEach
    void openWeek() {
        sink = new OutboxSink(camel);
        outbox = new Outbox(camel);
        new ContestSink(camel).open(new Batch("c1", WEEK, 1, Batch.State.SENDING, 1, "sha256:0", List.of(), NOW));
        Mockito.when(gateway.send(Mockito.any())).thenAnswer(call -> {
            Sms message = call.getArgument(0);
            sent.add(message);
            return provider.apply(message);
        });
    }

    @AfterEach
    void clear() {
        for (String table : List.of(
                "sms_attempt",
                "sms_receipt",
                "sms_outbox",
                "sms_usage",
                "sms_opt_out",
                "sms_switch",
                "sms_guard",
                "batch")) {
            jdbc.update("delete from " + table);
        }
    }

    private static Sms message(String contest, String driver, String to, String text) {
        String key = contest + ":" + WEEK + ":" + driver;
        return new Sms(
                0,
                key,
                Ulid.at(NOW),
                contest,
                WEEK,
                driver,
                to,
                text,
                State.READY,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "anne",
                NOW);
    }

    private SmsDispatch dispatch(SmsLimits limits, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Policies policies = new Policies(camel, SHELF, limits, clock);
        return new SmsDispatch(
                new Contests(camel),
                outbox,
                sink,
                gateway,
                policies.policy,
                policies.optOuts,
                new SendingGuard(
                        new SmsGuards(camel),
                        new SmsGuardSink(camel),
                        folder.resolve("marker"),
                        Optional.empty(),
                        new TransactionTemplate(transactions),
                        clock),
                mock(RuntimeService.class, RETURNS_DEEP_STUBS),
                new TransactionTemplate(transactions),
                clock);
    }

    private static SmsLimits caps(int driverWeek, int campaign, int day, int message) {
        return new SmsLimits(
                false, Traffic.MARKETING, Hours.LIVE, "demo", new Caps(driverWeek, campaign, day, message));
    }

    private void rounds(SmsDispatch dispatch, int rounds) {
        IntStream.range(0, rounds).forEach(round -> dispatch.round());
    }

    private int parts() {
        return sent.stream()
                .mapToInt(message -> GsmAlphabet.parts(message.text()))
                .sum();
    }

    private String status(String driver) {
        return jdbc.queryForObject(
                "select concat(state, ' ', coalesce(provider_status, '')) from sms_outbox where driver_id = ?",
                String.class,
                driver);
    }

    @Test
    void aFloodToForeignAndDearNumbersStaysWithinTheDay() {
        List<String> numbers = List.of(
                FRENCH,
                "+2250701234567",
                "+33899123456",
                "+19005551234",
                "+32470123456",
                "+881612345678",
                "+22507012345",
                "+33112345678");
        List<Sms> flood = IntStream.range(0, 800)
                .mapToObj(i -> message("c" + i % 3, "d" + i, numbers.get(i % numbers.size()), "x".repeat(1 + i % 1300)))
                .toList();
        sink.queue(flood);

        rounds(dispatch(caps(10, 4000, 120, 6), NOW), 20);

        BigDecimal worst = DEAREST_EUR.multiply(BigDecimal.valueOf(120));
        BigDecimal cost = jdbc.queryForObject(
                "select cost_eur from sms_usage where usage_key = 'day:2026-11-23'", BigDecimal.class);
        System.out.printf(
                "R22: of %d messages in the outbox %d were sent in %d parts (cap 120), 0 over it; €%s, at worst €%s%n",
                flood.size(), sent.size(), parts(), cost.toPlainString(), worst.toPlainString());
        assertThat(parts()).isBetween(115, 120);
        assertThat(cost).isLessThanOrEqualTo(worst);
        assertThat(sent).extracting(Sms::to).containsOnly(FRENCH, "+2250701234567");
        assertThat(sent).allMatch(message -> GsmAlphabet.parts(message.text()) <= 6);
    }

    @Test
    void whatTheDayHasNoRoomForWaitsForTheNext() {
        sink.queue(IntStream.range(0, 5)
                .mapToObj(i -> message("c1", "d" + i, FRENCH, "Sem.47"))
                .toList());

        rounds(dispatch(caps(10, 4000, 3, 6), NOW), 3);
        assertThat(sent).hasSize(3);
        rounds(dispatch(caps(10, 4000, 3, 6), Instant.parse("2026-11-23T23:59:59Z")), 3);
        assertThat(sent).hasSize(3);
        rounds(dispatch(caps(10, 4000, 3, 6), Instant.parse("2026-11-24T00:00:00Z")), 3);

        assertThat(sent).hasSize(5);
        assertThat(outbox.countByState("c1", WEEK)).containsOnlyKeys(State.ACCEPTED);
    }

    @Test
    void aDriverGetsNoMoreThanHisWeekHoldsAndTheRestEndsWithTheReason() {
        sink.queue(IntStream.range(0, 4)
                .mapToObj(i -> message("c" + i, "d1", FRENCH, "Sem.47"))
                .toList());
        rounds(dispatch(caps(2, 4000, 8000, 6), NOW), 2);
        assertThat(sent).hasSize(2);
        assertThat(jdbc.queryForList("select provider_status from sms_outbox where state = 'REJECTED'", String.class))
                .containsExactly("policy: over-driver-cap", "policy: over-driver-cap");

        // next week he may be written to again
        sink.queue(List.of(message("c9", "d1", FRENCH, "Sem.48")));
        rounds(dispatch(caps(2, 4000, 8000, 6), NOW.plus(Duration.ofDays(7))), 2);
        assertThat(sent).hasSize(3);
    }

    @Test
    void aCampaignEndsAtItsCap() {
        sink.queue(IntStream.range(0, 6)
                .mapToObj(i -> message("c1", "d" + i, FRENCH, "x".repeat(161)))
                .toList());
        rounds(dispatch(caps(10, 7, 8000, 6), NOW), 2);
        assertThat(parts()).isEqualTo(6);
        assertThat(outbox.countByState("c1", WEEK)).containsEntry(State.REJECTED, 3);
    }

    @Test
    void whatWasDefinitelyNotSentCountsForNothing() {
        provider = message -> new SendOutcome(State.READY, "", "throttled", 429);
        sink.queue(List.of(message("c1", "d1", FRENCH, "Sem.47")));
        for (int i = 0; i < 5; i++) {
            dispatch(caps(1, 1, 1, 6), NOW.plus(Duration.ofHours(i))).round();
        }
        assertThat(sent).hasSize(5);
        assertThat(jdbc.queryForObject("select sum(parts) from sms_usage", Integer.class))
                .isZero();

        provider = message -> new SendOutcome(State.ACCEPTED, "id", "ok", 200);
        dispatch(caps(1, 1, 1, 6), NOW.plus(Duration.ofHours(9))).round();
        assertThat(status("d1")).isEqualTo("ACCEPTED ok");
    }

    /** What nobody knows to have been sent counts as sent. */
    @Test
    void anUnclearMessageCounts() {
        provider = message -> new SendOutcome(State.AMBIGUOUS, "", "no answer", 0);
        sink.queue(List.of(message("c1", "d1", FRENCH, "Sem.47"), message("c1", "d2", FRENCH, "Sem.47")));
        rounds(dispatch(caps(10, 1, 8000, 6), NOW), 2);
        assertThat(sent).hasSize(1);
        assertThat(status("d2")).isEqualTo("REJECTED policy: over-campaign-cap");
    }

    @Test
    void whoAnswersStopAfterTheApprovalGetsNothing() {
        sink.queue(List.of(message("c1", "d1", FRENCH, "Sem.47")));
        new Policies(camel, SHELF, Policies.SHIPPED, Clock.fixed(NOW, ZoneOffset.UTC))
                .optOuts.heard("m1", FRENCH, "STOP");

        dispatch(Policies.SHIPPED, NOW).round();

        assertThat(sent).isEmpty();
        assertThat(status("d1")).isEqualTo("REJECTED policy: opted-out");
    }

    @Test
    void marketingApprovedAtNightLeavesInTheMorning() {
        SmsLimits live = new SmsLimits(true, Traffic.MARKETING, Hours.LIVE, "a key of sixteen", Policies.CAPS);
        sink.queue(List.of(message("c1", "d1", FRENCH, "Sem.47"), message("c1", "d2", "+2250701234567", "Sem.47")));

        rounds(dispatch(live, Instant.parse("2026-11-23T02:00:00Z")), 2);
        assertThat(sent).isEmpty();
        rounds(dispatch(live, Instant.parse("2026-11-23T06:59:59Z")), 2);
        assertThat(sent).isEmpty();
        rounds(dispatch(live, Instant.parse("2026-11-23T07:00:00Z")), 2);
        assertThat(sent).extracting(Sms::driverId).containsExactly("d1");
        rounds(dispatch(live, Instant.parse("2026-11-23T08:00:00Z")), 2);
        assertThat(sent).extracting(Sms::driverId).containsExactly("d1", "d2");
    }

    @Test
    void theStopSwitchHoldsEverythingUntilItIsReleased() {
        SmsLedgerSink ledger = new SmsLedgerSink(camel);
        sink.queue(List.of(
                message("c1", "d1", FRENCH, "Sem.47"),
                message("c1", "d2", FRENCH, "Sem.47"),
                message("c1", "d3", FRENCH, "Sem.47")));
        // pulled while the first is being sent: that one cannot be called back
        provider = message -> {
            ledger.turn(new SmsSwitch(true, "wrong week", "anne", NOW));
            return new SendOutcome(State.ACCEPTED, "id", "ok", 200);
        };
        rounds(dispatch(Policies.SHIPPED, NOW), 3);
        assertThat(sent).hasSize(1);
        assertThat(outbox.countByState("c1", WEEK)).containsEntry(State.READY, 2);

        ledger.turn(new SmsSwitch(false, "right again", "anne", NOW));
        provider = message -> new SendOutcome(State.ACCEPTED, "id", "ok", 200);
        rounds(dispatch(Policies.SHIPPED, NOW), 1);
        assertThat(sent).hasSize(3);
    }

    @Test
    void twoDispatchersTogetherStayWithinTheCap() throws Exception {
        assertThat(atOnce(this::claimsWithinTheCap)).isEqualTo(20);
    }

    /** The control: who only looks at what was used before he sends goes over the cap as soon as there are two of him. */
    @Test
    void lookingWithoutTakingGoesOverTheCap() throws Exception {
        int parts = atOnce(this::looksAndSends);
        System.out.printf("R22 control: looking without taking let %d parts through a cap of 20%n", parts);
        assertThat(parts).isGreaterThan(20);
    }

    private interface Sender {
        int send(SmsBudget budget, CyclicBarrier barrier) throws Exception;
    }

    /** Two senders of one cap at the same time. @return how many parts both sent */
    private int atOnce(Sender sender) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> senders = List.of(
                    two.submit(() -> sender.send(budget(), barrier)), two.submit(() -> sender.send(budget(), barrier)));
            int total = 0;
            for (Future<Integer> each : senders) {
                total += each.get(1, TimeUnit.MINUTES);
            }
            return total;
        } finally {
            two.shutdownNow();
        }
    }

    private SmsBudget budget() {
        return new SmsBudget(new SmsLedger(camel), new SmsLedgerSink(camel), caps(1000, 20, 1000, 6));
    }

    private int claimsWithinTheCap(SmsBudget budget, CyclicBarrier barrier) throws Exception {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        String me = Thread.currentThread().getName();
        barrier.await();
        int taken = 0;
        for (int i = 0; i < 50; i++) {
            Sms message = message("c1", me + i, FRENCH, "Sem.47");
            boolean mine = Boolean.TRUE.equals(transaction.execute(status -> {
                boolean fits = budget.take(message, 1, BigDecimal.ONE, NOW);
                if (!fits) {
                    status.setRollbackOnly();
                }
                return fits;
            }));
            taken += mine ? 1 : 0;
        }
        return taken;
    }

    private int looksAndSends(SmsBudget budget, CyclicBarrier barrier) throws Exception {
        Sms message = message("c1", Thread.currentThread().getName(), FRENCH, "Sem.47");
        boolean fits = budget.fit(message, 20, NOW) == SmsBudget.Fit.FITS;
        barrier.await(); // both have looked before one has sent
        return fits ? 20 : 0;
    }
}
