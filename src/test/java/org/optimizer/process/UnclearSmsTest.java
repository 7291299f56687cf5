package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Outbox;
import org.optimizer.extract.SmsReports;
import org.optimizer.load.OutboxSink;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Receipt;
import org.optimizer.model.SendOutcome;
import org.optimizer.model.Sms;
import org.optimizer.model.Sms.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From a call without an answer to a person who is asked, once. */
@EdgesTest
class UnclearSmsTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W47");
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final RuntimeService engine = mock(RuntimeService.class, RETURNS_DEEP_STUBS);
    private OutboxSink sink;
    private Outbox outbox;
    private long id;

    @BeforeEach
    void oneIsUnclear() {
        sink = new OutboxSink(camel);
        outbox = new Outbox(camel);
        sink.queue(List.of(new Sms(
                0,
                "weekly-score:c1:" + WEEK + ":d1",
                "REF-OF-d1",
                "c1",
                WEEK,
                "d1",
                "+33639980101",
                "Sem.47",
                State.READY,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "anne",
                NOW)));
        id = outbox.findByClientRef("REF-OF-d1").orElseThrow().id();
        sink.claim(id, "token", NOW);
        sink.settle(id, "token", new SendOutcome(State.AMBIGUOUS, "", "no answer within 15000 ms", 0), NOW, NOW);
    }

    @AfterEach
    void clear() {
        for (String table : List.of("sms_attempt", "sms_decision", "sms_receipt", "sms_outbox")) {
            jdbc.update("delete from " + table);
        }
    }

    private UnclearSms desk(Duration later) {
        return new UnclearSms(
                outbox,
                sink,
                engine,
                mock(TaskService.class, RETURNS_DEEP_STUBS),
                mock(IdentityService.class, RETURNS_DEEP_STUBS),
                new TransactionTemplate(transactions),
                PATIENCE,
                Clock.fixed(NOW.plus(later), ZoneOffset.UTC));
    }

    private SettleUnclearSms steps(SmsReports reports) {
        return new SettleUnclearSms(
                outbox, sink, reports, Duration.ofMinutes(10), Clock.fixed(NOW.plusSeconds(200), ZoneOffset.UTC));
    }

    private Sms message() {
        return outbox.find(id).orElseThrow();
    }

    private void verifyAsked(int times) {
        verify(engine, times(times))
                .startProcessInstanceByKey(
                        "settle-unclear-sms",
                        WEEK + "/c1",
                        Map.of("smsId", id, "contestId", "c1", "week", WEEK.toString()));
    }

    @Test
    void aPersonIsAskedOnceAndNotBeforeAReceiptCouldCome() {
        desk(PATIENCE.minusMillis(1)).round();
        verifyAsked(0);

        desk(PATIENCE).round();
        desk(PATIENCE.plusSeconds(1)).round();
        desk(PATIENCE.plusSeconds(2)).round();

        verifyAsked(1);
    }

    @Test
    void aQuestionThatAReceiptHasAnsweredIsEnded() {
        desk(PATIENCE).round();
        sink.receive(new Receipt("REF-OF-d1", "id-1", "delivered", "0", NOW.plusSeconds(150)));

        desk(PATIENCE.plusMinutes(1)).round();

        verify(engine.createMessageCorrelation("sms-cleared").processInstanceVariableEquals("smsId", id))
                .correlateAll();
        assertThat(outbox.listAskedInVain()).isEmpty();
    }

    @Test
    void whatBecomesUnclearAgainIsAskedAgain() {
        desk(PATIENCE).round();
        steps(new SmsReports(camel, false, "", "")).applyDecision(id, "resend", "anne");
        desk(PATIENCE.plusSeconds(1)).round();
        sink.claim(id, "second", NOW.plusSeconds(700));
        sink.settle(id, "second", new SendOutcome(State.AMBIGUOUS, "", "HTTP 503", 503), NOW, NOW);

        desk(PATIENCE.plusMinutes(15)).round();

        verifyAsked(2);
        assertThat(outbox.listAttempts(id)).extracting("attemptNo").containsExactly(1, 2);
    }

    @Test
    void theProvidersReportProvesWhatItKnows() {
        SmsReports reports = mock(SmsReports.class);
        when(reports.find(any(), any())).thenReturn(Optional.empty());
        assertThat(steps(reports).askProvider(id)).isTrue();
        assertThat(message().state()).as("not found is no proof").isEqualTo(State.AMBIGUOUS);

        when(reports.find(any(), any()))
                .thenReturn(Optional.of(new Receipt("REF-OF-d1", "id-1", "accepted", "0", NOW.plusSeconds(200))));
        assertThat(steps(reports).askProvider(id)).isFalse();
        assertThat(message().state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void aDecisionThatComesTooLateChangesNothing() {
        sink.receive(new Receipt("REF-OF-d1", "id-1", "delivered", "0", NOW.plusSeconds(150)));
        steps(new SmsReports(camel, false, "", "")).applyDecision(id, "resend", "anne");

        assertThat(message().state()).isEqualTo(State.DELIVERED);
        assertThat(jdbc.queryForObject("select count(*) from sms_decision", Integer.class))
                .isZero();
    }

    @Test
    void allThatIsKnownIsShown() {
        sink.receive(new Receipt("OTHER", "id-1", "delivered", "0", NOW));
        UnclearSms.Unclear shown = desk(PATIENCE).list().get(0);

        assertThat(shown.message().providerStatus()).contains("no answer within 15000 ms");
        assertThat(shown.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.startedAt()).isEqualTo(NOW);
            assertThat(attempt.outcome()).contains("AMBIGUOUS");
        });
        assertThat(shown.receipts()).isEmpty();
    }

    @Test
    void whatIsForgottenIsSaid() {
        OutboxWatch after = new OutboxWatch(outbox, Clock.fixed(NOW.plus(Duration.ofDays(1)), ZoneOffset.UTC));
        OutboxWatch longAfter =
                new OutboxWatch(outbox, Clock.fixed(NOW.plus(Duration.ofDays(1)).plusMillis(1), ZoneOffset.UTC));

        assertThat(after.overdue()).isEmpty();
        assertThat(longAfter.overdue()).isEqualTo(Map.of(State.AMBIGUOUS, 1));
    }
}
