package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Outbox;
import org.optimizer.extract.SmsGuards;
import org.optimizer.load.ContestSink;
import org.optimizer.load.OutboxSink;
import org.optimizer.load.SmsGateway;
import org.optimizer.load.SmsGuardSink;
import org.optimizer.model.Batch;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.SendOutcome;
import org.optimizer.model.Sms;
import org.optimizer.model.Sms.State;
import org.optimizer.rules.RulebookShelf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The dispatcher on a real outbox: what a death between call and outcome leads to, and what it would without the claim. */
@EdgesTest
class SmsDispatchTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W47");
    private static final RulebookShelf SHELF = new RulebookShelf(Path.of("rules"), version -> Optional.empty());
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    private Path folder;

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final SmsGateway gateway = mock(SmsGateway.class);
    private final RuntimeService engine = mock(RuntimeService.class, RETURNS_DEEP_STUBS);
    private final List<String> accepted = new ArrayList<>();
    private OutboxSink sink;
    private Outbox outbox;

    @BeforeEach
    void queueTwo() {
        sink = new OutboxSink(camel);
        outbox = new Outbox(camel);
        new ContestSink(camel).open(new Batch("c1", WEEK, 1, Batch.State.SENDING, 1, "sha256:0", List.of(), NOW));
        sink.queue(List.of(message("d1"), message("d2")));
    }

    @AfterEach
    void clear() {
        for (String table : List.of("sms_attempt", "sms_outbox", "sms_usage", "batch", "sms_guard")) {
            jdbc.update("delete from " + table);
        }
    }

    private static Sms message(String driver) {
        return new Sms(
                0,
                "weekly-score:c1:" + WEEK + ":" + driver,
                "REF-OF-" + driver,
                "c1",
                WEEK,
                driver,
                "+33639980101",
                "Sem.47",
                State.READY,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "anne",
                NOW);
    }

    private SmsDispatch dispatch(Duration later) {
        Clock clock = Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
        Policies policies = new Policies(camel, SHELF, Policies.SHIPPED, clock);
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
                        Clock.systemUTC()),
                engine,
                new TransactionTemplate(transactions),
                clock);
    }

    private void providerAccepts() {
        when(gateway.send(any())).thenAnswer(call -> {
            accepted.add(call.<Sms>getArgument(0).clientRef());
            return new SendOutcome(State.ACCEPTED, "id", "ok", 200);
        });
    }

    /** The provider has the message, and the process is gone before it can write that down. */
    private void deathAfterTheFirstCall() {
        when(gateway.send(any())).thenAnswer(call -> {
            accepted.add(call.<Sms>getArgument(0).clientRef());
            throw new ThreadDeathOfTheTest();
        });
    }

    @Test
    void everyMessageIsSentOnceAndTheRestWaitsForReceipts() {
        providerAccepts();

        dispatch(Duration.ZERO).round();
        dispatch(Duration.ofMinutes(5)).round();

        assertThat(accepted).containsExactly("REF-OF-d1", "REF-OF-d2");
        assertThat(outbox.countByState("c1", WEEK)).containsOnlyKeys(State.ACCEPTED);
        verify(engine, never()).createMessageCorrelation(any());
    }

    @Test
    void aMessageWhoseSenderDiedIsShownToAPersonAndNeverSentAgain() {
        deathAfterTheFirstCall();
        assertThatThrownBy(() -> dispatch(Duration.ZERO).round()).isInstanceOf(ThreadDeathOfTheTest.class);

        reset(gateway);
        providerAccepts();
        dispatch(Duration.ofMinutes(1)).round();
        dispatch(Duration.ofMinutes(3)).round();
        dispatch(Duration.ofHours(9)).round();

        assertThat(accepted).containsExactly("REF-OF-d1", "REF-OF-d2");
        assertThat(outbox.countByState("c1", WEEK)).containsOnlyKeys(State.AMBIGUOUS, State.ACCEPTED);
    }

    /** The control: a relay that sends first and writes down afterwards sends the same message twice. */
    @Test
    void aRelayWithoutAClaimWouldSendItTwice() {
        deathAfterTheFirstCall();
        assertThatThrownBy(this::relayWithoutAClaim).isInstanceOf(ThreadDeathOfTheTest.class);

        reset(gateway);
        providerAccepts();
        relayWithoutAClaim();

        assertThat(accepted).containsExactly("REF-OF-d1", "REF-OF-d1", "REF-OF-d2");
    }

    private void relayWithoutAClaim() {
        for (Sms message : outbox.listReady(NOW, 10)) {
            gateway.send(message);
            jdbc.update("update sms_outbox set state = 'ACCEPTED' where id = ?", message.id());
        }
    }

    @Test
    void aMessageThatWasDefinitelyNotSentComesBackLater() {
        when(gateway.send(any())).thenReturn(new SendOutcome(State.READY, "", "throttled", 429));
        dispatch(Duration.ZERO).round();

        reset(gateway);
        providerAccepts();
        dispatch(Duration.ofMillis(500)).round();
        assertThat(accepted).isEmpty();
        dispatch(Duration.ofSeconds(5)).round();

        assertThat(accepted).containsExactly("REF-OF-d1", "REF-OF-d2");
    }

    @Test
    void aWeekIsWokenWhenAllItsMessagesHaveSettled() {
        when(gateway.send(any())).thenReturn(new SendOutcome(State.REJECTED, "", "barred", 200));

        dispatch(Duration.ZERO).round();

        verify(engine.createMessageCorrelation("messages-settled").processInstanceBusinessKey(WEEK + "/c1"))
                .correlateAll();
    }

    private static final class ThreadDeathOfTheTest extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
