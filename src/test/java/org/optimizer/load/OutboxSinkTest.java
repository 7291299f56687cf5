package org.optimizer.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Outbox;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Receipt;
import org.optimizer.model.SendOutcome;
import org.optimizer.model.Sms;
import org.optimizer.model.Sms.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

@EdgesTest
@Transactional
class OutboxSinkTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W47");
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00.500Z");
    private static final EnumSet<State> TERMINAL =
            EnumSet.of(State.DELIVERED, State.UNDELIVERED, State.EXPIRED, State.REJECTED, State.ABANDONED);

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    private OutboxSink sink;
    private Outbox outbox;

    @BeforeEach
    void setUp() {
        sink = new OutboxSink(camel);
        outbox = new Outbox(camel);
    }

    private static Sms message(int driver) {
        return message("weekly-score:c1:2026-W47:d" + driver, "REF%023d".formatted(driver), "d" + driver);
    }

    private static Sms message(String dedupKey, String clientRef, String driverId) {
        return new Sms(
                0,
                dedupKey,
                clientRef,
                "c1",
                WEEK,
                driverId,
                "+33612345678",
                "Note 87,6",
                State.READY,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "alice",
                NOW);
    }

    private Sms queued(int driver) {
        sink.queue(List.of(message(driver)));
        return outbox.findByClientRef(message(driver).clientRef()).orElseThrow();
    }

    private Sms claimed(int driver) {
        Sms sms = queued(driver);
        assertThat(sink.claim(sms.id(), "token-" + driver, NOW)).isTrue();
        return reread(sms);
    }

    private Sms settled(int driver, State state) {
        Sms sms = claimed(driver);
        assertThat(settle(sms, state)).isTrue();
        return reread(sms);
    }

    private boolean settle(Sms sms, State state) {
        SendOutcome outcome = new SendOutcome(state, state == State.ACCEPTED ? "id-1" : "", "in words", 200);
        return sink.settle(sms.id(), sms.claimToken().orElseThrow(), outcome, NOW.plusSeconds(1), NOW.plusSeconds(60));
    }

    private Sms reread(Sms sms) {
        return outbox.findByClientRef(sms.clientRef()).orElseThrow();
    }

    private static Receipt receipt(Sms sms, String status) {
        return new Receipt(sms.clientRef(), "id-1", status, "0", NOW.plusSeconds(9));
    }

    @Test
    void aMessageIsQueuedOnceWhateverItsAttempt() {
        assertThat(sink.queue(List.of(message(1), message(2)))).isEqualTo(2);
        assertThat(sink.queue(List.of(message(2), message(3)))).isEqualTo(1);
        assertThat(sink.queue(List.of(message(message(1).dedupKey(), "OTHERREF%018d".formatted(1), "d1"))))
                .isZero();
        assertThat(sink.queue(List.of())).isZero();

        assertThat(outbox.listByWeek("c1", WEEK))
                .extracting(Sms::driverId, Sms::state, Sms::to, Sms::text, Sms::approvedBy, Sms::approvedAt)
                .hasSize(3)
                .allMatch(row -> row.toList()
                        .subList(1, 6)
                        .equals(List.of(State.READY, "+33612345678", "Note 87,6", "alice", NOW)));
    }

    @Test
    void aClientReferenceUsedTwiceIsAnErrorAndNotALostMessage() {
        assertThatThrownBy(() -> sink.queue(List.of(
                        message(1),
                        message("weekly-score:c1:2026-W47:d2", message(1).clientRef(), "d2"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected 2")
                .hasMessageContaining("found 1");
    }

    @Test
    void aTextThatNoProviderTakesIsRefused() {
        Sms message = message(1);
        Sms tooLong = new Sms(
                0,
                "k",
                message.clientRef(),
                "c1",
                WEEK,
                "d1",
                "+33612345678",
                "x".repeat(3201),
                State.READY,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "alice",
                NOW);
        assertThatThrownBy(() -> sink.queue(List.of(tooLong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3200");
    }

    @Test
    void onlyOneSenderGetsAMessageAndItsAttemptIsNoted() {
        Sms sms = queued(1);
        assertThat(sink.claim(sms.id(), "mine", NOW)).isTrue();
        assertThat(sink.claim(sms.id(), "yours", NOW)).isFalse();

        Sms claimed = reread(sms);
        assertThat(claimed.state()).isEqualTo(State.SENDING);
        assertThat(claimed.claimToken()).contains("mine");
        assertThat(claimed.claimedAt()).contains(NOW);
        assertThat(claimed.attemptNo()).isEqualTo(1);
        assertThat(jdbc.queryForList("select claim_token from sms_attempt", String.class))
                .containsExactly("mine");
        assertThat(outbox.listReady(NOW, 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "REJECTED", "AMBIGUOUS", "READY"})
    void theOutcomeOfTheCurrentClaimIsWrittenOnce(State state) {
        Sms sms = claimed(1);

        assertThat(settle(sms, state)).isTrue();
        assertThat(settle(sms, State.ACCEPTED)).isFalse();

        assertThat(reread(sms).state()).isEqualTo(state);
        assertThat(reread(sms).providerStatus()).contains("in words");
        assertThat(jdbc.queryForMap("select outcome, http_status, attempt_no from sms_attempt"))
                .containsAllEntriesOf(Map.of("outcome", state.name(), "http_status", 200, "attempt_no", 1));
    }

    @Test
    void theOutcomeOfAnOlderClaimChangesNothing() {
        Sms sms = settled(1, State.READY);
        sink.claim(sms.id(), "second", NOW.plusSeconds(60));

        assertThat(sink.settle(sms.id(), "token-1", new SendOutcome(State.ACCEPTED, "x", "late", 200), NOW, NOW))
                .isFalse();
        assertThat(reread(sms).state()).isEqualTo(State.SENDING);
        assertThat(reread(sms).attemptNo()).isEqualTo(2);
    }

    @Test
    void whatWasSetBackWithADelayWaitsForItsEnd() {
        Sms sms = settled(1, State.READY);

        assertThat(outbox.listReady(NOW.plusMillis(59_999), 10)).isEmpty();
        assertThat(sink.claim(sms.id(), "early", NOW.plusMillis(59_999))).isFalse();
        assertThat(outbox.listReady(NOW.plusSeconds(60), 10))
                .extracting(Sms::id)
                .containsExactly(sms.id());
        assertThat(sink.claim(sms.id(), "in time", NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void readyMessagesComeOldestFirstAndAtMostSoMany() {
        sink.queue(List.of(message(3), message(1), message(2)));

        assertThat(outbox.listReady(NOW, 2)).extracting(Sms::driverId).containsExactly("d3", "d1");
    }

    @Test
    void aMessageWhoseSenderIsGoneBecomesUnclearAndNeverReady() {
        Sms sms = claimed(1);
        Sms settled = settled(2, State.ACCEPTED);

        assertThat(outbox.listStuck(NOW)).isEmpty();
        assertThat(sink.markAmbiguous(NOW, NOW.plusSeconds(1))).isZero();
        assertThat(outbox.listStuck(NOW.plusMillis(1))).extracting(Sms::id).containsExactly(sms.id());
        assertThat(sink.markAmbiguous(NOW.plusMillis(1), NOW.plusSeconds(121))).isEqualTo(1);

        assertThat(reread(sms).state()).isEqualTo(State.AMBIGUOUS);
        assertThat(reread(settled).state()).isEqualTo(State.ACCEPTED);
        assertThat(outbox.listReady(NOW.plusSeconds(9999), 10)).isEmpty();
        assertThat(jdbc.queryForList("select outcome from sms_attempt where outbox_id = ?", String.class, sms.id()))
                .containsExactly("AMBIGUOUS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivered=DELIVERED", "failed=UNDELIVERED", "rejected=UNDELIVERED", "expired=EXPIRED"})
    void aFinalReceiptEndsWhatIsOnItsWay(String example) {
        String[] parts = example.split("=");
        for (Sms sms :
                List.of(claimed(1), settled(2, State.ACCEPTED), settled(3, State.AMBIGUOUS), settled(4, State.READY))) {
            assertThat(sink.receive(receipt(sms, parts[0]))).isTrue();
            assertThat(reread(sms).state()).as(sms.state().name()).isEqualTo(State.valueOf(parts[1]));
            assertThat(reread(sms).messageId()).contains("id-1");
        }
        assertThat(outbox.listReady(NOW.plusSeconds(9999), 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accepted", "buffered", "unknown", "a status of 2031"})
    void anyOtherReceiptProvesThatAMessageWasSent(String status) {
        for (Sms sms :
                List.of(claimed(1), settled(2, State.ACCEPTED), settled(3, State.AMBIGUOUS), settled(4, State.READY))) {
            assertThat(sink.receive(receipt(sms, status))).isTrue();
            assertThat(reread(sms).state()).isEqualTo(State.ACCEPTED);
        }
    }

    @Test
    void aReceiptForAMessageThatWasNeverTriedDoesNotStopIt() {
        Sms sms = queued(1);
        sink.receive(receipt(sms, "delivered"));

        assertThat(reread(sms).state()).isEqualTo(State.READY);
    }

    @Test
    void anUnknownReferenceIsSaidAndNothingIsKept() {
        assertThat(sink.receive(new Receipt("NOBODY", "id", "delivered", "0", NOW)))
                .isFalse();
        assertThat(jdbc.queryForObject("select count(*) from sms_receipt", Integer.class))
                .isZero();
    }

    @Test
    void doubledAndShuffledReceiptsEndInTheSameState() {
        for (int seed = 0; seed < 20; seed++) {
            Sms sms = settled(seed, State.ACCEPTED);
            List<Receipt> receipts = new ArrayList<>();
            for (int copy = 0; copy < 10; copy++) {
                receipts.add(receipt(sms, "delivered"));
                receipts.add(receipt(sms, "accepted"));
                receipts.add(receipt(sms, "buffered"));
            }
            Collections.shuffle(receipts, new Random(seed));

            assertThat(receipts.stream().filter(sink::receive)).hasSize(3);
            assertThat(reread(sms).state()).as("seed " + seed).isEqualTo(State.DELIVERED);
        }
    }

    @Test
    void aTerminalStateIsNeverLeft() {
        List<Sms> ended = List.of(
                received(1, "delivered"),
                received(2, "failed"),
                received(3, "expired"),
                settled(4, State.REJECTED),
                abandoned(5));
        assertThat(ended).extracting(Sms::state).containsExactlyInAnyOrderElementsOf(TERMINAL);

        for (Sms sms : ended) {
            sink.claim(sms.id(), "again", NOW.plusSeconds(9999));
            settle(sms, State.READY);
            sink.orderResend(sms.id(), "bob", NOW, Duration.ofMinutes(10));
            sink.abandon(sms.id(), "bob", NOW);
            for (String status : List.of("delivered", "failed", "expired", "accepted")) {
                sink.receive(new Receipt(sms.clientRef(), "later", status, "6", NOW));
            }
            sink.markAmbiguous(NOW.plusSeconds(9999), NOW);
            sink.expire("c1", WEEK, NOW);
            assertThat(reread(sms).state()).isEqualTo(sms.state());
        }
    }

    private Sms received(int driver, String status) {
        Sms sms = settled(driver, State.ACCEPTED);
        sink.receive(receipt(sms, status));
        return reread(sms);
    }

    private Sms abandoned(int driver) {
        Sms sms = settled(driver, State.AMBIGUOUS);
        assertThat(sink.abandon(sms.id(), "bob", NOW)).isTrue();
        return reread(sms);
    }

    @Test
    void aPersonMayOrderAnUnclearMessageAgainTenMinutesAfterItsAttempt() {
        Sms sms = settled(1, State.AMBIGUOUS);

        assertThat(sink.orderResend(sms.id(), "bob", NOW.plusSeconds(5), Duration.ofMinutes(10)))
                .isTrue();
        assertThat(sink.orderResend(sms.id(), "bob", NOW.plusSeconds(5), Duration.ofMinutes(10)))
                .isFalse();

        assertThat(outbox.listReady(NOW.plusSeconds(599), 10)).isEmpty();
        assertThat(outbox.listReady(NOW.plusSeconds(600), 10))
                .extracting(Sms::id)
                .containsExactly(sms.id());
        assertThat(jdbc.queryForMap("select decision, decided_by, attempt_no from sms_decision"))
                .containsAllEntriesOf(Map.of("decision", "RESEND_ORDERED", "decided_by", "bob", "attempt_no", 1));
    }

    @Test
    void onlyAnUnclearMessageCanBeDecidedUpon() {
        for (Sms sms : List.of(queued(1), claimed(2), settled(3, State.ACCEPTED))) {
            assertThat(sink.orderResend(sms.id(), "bob", NOW, Duration.ofMinutes(10)))
                    .isFalse();
            assertThat(sink.abandon(sms.id(), "bob", NOW)).isFalse();
        }
        assertThat(jdbc.queryForObject("select count(*) from sms_decision", Integer.class))
                .isZero();
    }

    @Test
    void closingAWeekExpiresWhatNeverGotAReceipt() {
        Sms waiting = settled(1, State.ACCEPTED);
        received(2, "delivered");
        settled(3, State.AMBIGUOUS);

        assertThat(sink.expire("c1", WEEK.plusWeeks(1), NOW)).isZero();
        assertThat(sink.expire("c1", WEEK, NOW)).isEqualTo(1);

        assertThat(reread(waiting).state()).isEqualTo(State.EXPIRED);
        assertThat(outbox.countByState("c1", WEEK))
                .isEqualTo(Map.of(State.EXPIRED, 1, State.DELIVERED, 1, State.AMBIGUOUS, 1));
    }
}
