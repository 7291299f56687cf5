package org.optimizer.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeRulesProcessTest {
    private static final String CHANGE = "01K";
    private static final Date WEEK_48 = Date.from(Instant.parse("2026-11-23T00:00:00Z"));

    private final ChangeRules steps = mock(ChangeRules.class);
    private final RuleApproval approval = mock(RuleApproval.class);
    private ProcessEngine engine;

    @BeforeEach
    void start() {
        Mocks.register("changeRules", steps);
        Mocks.register("ruleApproval", approval);
        when(steps.checkRules(CHANGE)).thenReturn(true);
        when(steps.backtestChange(CHANGE)).thenReturn(true);
        when(steps.beginsAt(CHANGE)).thenReturn(WEEK_48);
        FetchNightly nightly = mock(FetchNightly.class);
        when(nightly.cycle()).thenReturn("0 0 3 * * ?");
        Mocks.register("fetchNightly", nightly);
        engine = Engine.start("change-rules-test");
        init(engine);
    }

    @AfterEach
    void stop() {
        Engine.stop(engine);
    }

    @Test
    void anApprovedChangeWaitsForItsWeek() {
        ProcessInstance change = untilDecision();
        assertThat(task(change)).hasCandidateGroup("rule-approver");

        complete(task(change), Map.of("ruleDecision", "approve"));

        verify(approval).notify(any());
        assertThat(change).isWaitingAt("await-first-week");
        Assertions.assertThat(job(change).getDuedate()).isEqualTo(WEEK_48);
        verify(steps, never()).announceChange(CHANGE);

        run(change);
        assertThat(change).isEnded().hasPassed("announce-change", "change-in-force");
    }

    @Test
    void rulesThatDoNotHoldComeBeforeNobody() {
        when(steps.checkRules(CHANGE)).thenReturn(false);

        ProcessInstance change = propose();

        assertThat(change).isEnded().hasPassed("rules-do-not-hold").hasNotPassed("backtest-change");
    }

    @Test
    void aTrialComesBackForADecision() {
        ProcessInstance change = untilDecision();

        complete(task(change), Map.of("ruleDecision", "trial"));
        assertThat(change).isWaitingAt("approve-change");
        complete(task(change), Map.of("ruleDecision", "refuse"));

        assertThat(change).isEnded().hasPassed("change-refused");
        verify(approval, times(2)).notify(any());
    }

    @Test
    void aChangeIsWithdrawnWhileItWaitsForADecisionOrForItsWeek() {
        ProcessInstance undecided = untilDecision();
        withdraw(undecided);
        assertThat(undecided).isEnded().hasPassed("withdrawn-before-decision", "change-withdrawn");

        ProcessInstance approved = untilDecision();
        complete(task(approved), Map.of("ruleDecision", "approve"));
        withdraw(approved);
        assertThat(approved).isEnded().hasPassed("withdrawn-before-week").hasNotPassed("announce-change");
    }

    @Test
    void aChangeThatWasWithdrawnDuringItsBacktestComesBeforeNobody() {
        when(steps.backtestChange(CHANGE)).thenReturn(false);

        ProcessInstance change = propose();

        assertThat(change).isEnded().hasPassed("change-withdrawn").hasNotPassed("approve-change");
    }

    private ProcessInstance untilDecision() {
        ProcessInstance change = propose();
        assertThat(change).isWaitingAt("approve-change");
        return change;
    }

    private ProcessInstance propose() {
        ProcessInstance change = engine.getRuntimeService()
                .startProcessInstanceByKey(ChangeRules.PROCESS, CHANGE, Map.of("changeId", CHANGE));
        run(change);
        return change;
    }

    private void run(ProcessInstance change) {
        for (List<Job> jobs = jobs(change); !jobs.isEmpty(); jobs = jobs(change)) {
            execute(jobs.get(0));
        }
    }

    private List<Job> jobs(ProcessInstance change) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(change.getId())
                .list();
    }

    private void withdraw(ProcessInstance change) {
        engine.getRuntimeService()
                .createMessageCorrelation(ChangeRules.WITHDRAWN)
                .processInstanceId(change.getId())
                .correlate();
    }
}
