package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettleUnclearSmsProcessTest {
    private static final long SMS = 7;

    private final SettleUnclearSms steps = mock(SettleUnclearSms.class);
    private ProcessEngine engine;

    @BeforeEach
    void start() {
        FetchNightly nightly = mock(FetchNightly.class);
        when(nightly.cycle()).thenReturn("0 0 3 * * ?");
        Mocks.register("fetchNightly", nightly);
        engine = Engine.start("settle-unclear-sms");
        init(engine);
        Mocks.register("settleUnclearSms", steps);
        Mocks.register("unclearSms", mock(UnclearSms.class));
        Mocks.register("settlementTask", new SettlementTask(engine.getIdentityService()));
    }

    @AfterEach
    void stop() {
        Engine.stop(engine);
    }

    private ProcessInstance asked() {
        ProcessInstance question = engine.getRuntimeService()
                .startProcessInstanceByKey("settle-unclear-sms", "2026-W47/c1", Map.of("smsId", SMS));
        execute(job(question));
        return question;
    }

    private void complete(ProcessInstance question, String settlement) {
        engine.getTaskService().complete(task(question).getId(), Map.of("settlement", settlement));
    }

    @Test
    void whatTheProvidersReportProvesIsNobodysQuestion() {
        when(steps.askProvider(SMS)).thenReturn(false);

        assertThat(asked()).isEnded().hasPassed("sms-proved").hasNotPassed("decide-on-unclear-sms");
    }

    @Test
    void aNamedPersonDecidesAndOnlyThenItIsSentAgain() {
        when(steps.askProvider(SMS)).thenReturn(true);
        ProcessInstance question = asked();
        assertThat(question).isWaitingAt("decide-on-unclear-sms");

        assertThatThrownBy(() -> complete(question, "resend")).hasMessageContaining("signed-in person");
        engine.getIdentityService().setAuthenticatedUserId("bob");
        assertThatThrownBy(() -> complete(question, "whatever")).hasMessageContaining("expected resend or abandon");
        verify(steps, never()).applyDecision(anyLong(), any(), any());

        complete(question, "resend");
        execute(job(question));

        verify(steps).applyDecision(SMS, "resend", "bob");
        assertThat(question).isEnded().hasPassed("sms-decided");
    }

    @Test
    void aReceiptThatComesMeanwhileEndsTheQuestion() {
        when(steps.askProvider(SMS)).thenReturn(true);
        ProcessInstance question = asked();

        engine.getRuntimeService()
                .createMessageCorrelation("sms-cleared")
                .processInstanceVariableEquals("smsId", SMS)
                .correlateAll();

        assertThat(question).isEnded().hasPassed("sms-settled-itself");
        verify(steps, never()).applyDecision(anyLong(), any(), any());
    }
}
