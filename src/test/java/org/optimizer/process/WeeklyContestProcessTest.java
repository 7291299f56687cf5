package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class WeeklyContestProcessTest {
    private static final String CONTEST = "contest-1";
    private static final String WEEK = "2026-W47";
    private static final String KEY = WEEK + "/" + CONTEST;

    private final WeeklyContest steps = mock(WeeklyContest.class);
    private final FetchTraces fetch = mock(FetchTraces.class);
    private final ReviewTask review = mock(ReviewTask.class);
    private ProcessEngine engine;

    @BeforeEach
    void start() {
        Mocks.register("weeklyContest", steps);
        Mocks.register("fetchTraces", fetch);
        Mocks.register("drivingKpis", mock(DrivingKpis.class));
        Mocks.register("reviewTask", review);
        Mocks.register("revisionDesk", mock(RevisionDesk.class));
        FetchNightly nightly = mock(FetchNightly.class);
        when(nightly.cycle()).thenReturn("0 0 3 * * ?");
        Mocks.register("fetchNightly", nightly);
        when(steps.openWeek(CONTEST, WEEK)).thenReturn(KEY);
        when(steps.weekEndsAt(CONTEST, WEEK)).thenReturn(Date.from(Instant.parse("2026-11-23T05:00:00Z")));
        when(steps.reviewDueAt(CONTEST, WEEK)).thenReturn(Date.from(Instant.parse("2026-11-25T05:00:00Z")));
        when(steps.reviewReminderAt(CONTEST, WEEK)).thenReturn(Date.from(Instant.parse("2026-11-24T05:00:00Z")));
        when(steps.weekClosesAt(CONTEST, WEEK)).thenReturn(Date.from(Instant.parse("2026-11-26T11:00:00Z")));
        when(steps.daysOf(WEEK)).thenReturn("2026-11-16/2026-11-22");
        when(steps.checkWeek(CONTEST, WEEK)).thenReturn(true);
        when(steps.planScoring(CONTEST, WEEK)).thenReturn(2);
        when(steps.receiptPatience()).thenReturn("PT72H");
        doAnswer(call -> decidedBy(call.getArgument(0))).when(review).notify(org.mockito.ArgumentMatchers.any());
        engine = Engine.start("weekly-contest-test");
        init(engine);
    }

    private static Object decidedBy(DelegateTask task) {
        task.setVariable("decidedBy", "anne");
        return null;
    }

    @AfterEach
    void stop() {
        Engine.stop(engine);
    }

    @Test
    void aWeekWaitsForItsEndBeforeAnythingIsFetched() {
        ProcessInstance week = begin();

        execute(job(week));

        assertThat(week).isWaitingAt("week-ended");
        assertThat(job(week).getDuedate()).isEqualTo("2026-11-23T05:00:00Z");
        verify(steps, never()).checkWeek(CONTEST, WEEK);
    }

    @Test
    void anApprovedWeekQueuesItsMessagesIsPublishedWhenTheyHaveSettledAndClosesAtTheClosingTime() {
        ProcessInstance week = untilReview();

        verify(steps).beginFetch(CONTEST, WEEK);
        verify(steps).scoreDrivers(CONTEST, WEEK, 0, 2);
        verify(steps).scoreDrivers(CONTEST, WEEK, 1, 2);
        assertThat(task(week)).hasDueDate(Date.from(Instant.parse("2026-11-25T05:00:00Z")));
        complete(task(week), Map.of("decision", "approve"));
        run(week);
        assertThat(week).isWaitingAt("await-receipts");
        verify(steps).queueMessages(CONTEST, WEEK, "anne");

        settle();
        run(week);

        assertThat(week).isWaitingAt("week-closes").hasPassed("publish-week");
        assertThat(job(week).getDuedate()).isEqualTo("2026-11-26T11:00:00Z");
        verify(steps).publishWeek(CONTEST, WEEK);
        verify(steps, never()).closeWeek(CONTEST, WEEK);

        execute(job(week));
        run(week);

        assertThat(week).isEnded().hasPassed("close-week", "week-closed");
        verify(steps).closeWeek(CONTEST, WEEK);
    }

    @Test
    void theDataAreCheckedBeforeTheReviewAndTheReviewerSeesTheCounts() {
        SanityCheck check = mock(SanityCheck.class);
        when(check.checkBeforeReview(CONTEST, WEEK))
                .thenReturn("3 findings, 1 to act upon; drivers with track 11 of 12");
        Mocks.register("sanityCheck", check);

        ProcessInstance week = untilReview();

        assertThat(week)
                .hasPassedInOrder("audit-fairness", "check-before-review", "open-next-week")
                .hasVariables("dataCheck");
        assertThat(engine.getFormService().getTaskFormData(task(week).getId()).getFormFields())
                .filteredOn(field -> field.getId().equals("dataCheck"))
                .singleElement()
                .satisfies(field ->
                        assertThat(field.getValue().getValue()).asString().startsWith("3 findings, 1 to act upon"));
    }

    @Test
    void aWeekThatIsApprovedAfterItsClosingTimeClosesAsSoonAsItsMessagesHaveSettled() {
        ProcessInstance week = untilReview();
        when(steps.isClosingTimePast(CONTEST, WEEK)).thenReturn(true);

        complete(task(week), Map.of("decision", "approve"));
        run(week);
        settle();
        run(week);

        assertThat(week).isEnded().hasPassed("publish-week", "week-closed").hasNotPassed("week-closes");
        InOrder inOrder = inOrder(steps);
        inOrder.verify(steps).publishWeek(CONTEST, WEEK);
        inOrder.verify(steps).closeWeek(CONTEST, WEEK);
    }

    @Test
    void fairnessIsAuditedOnceTheDriversAreRankedAndBeforeTheNextWeekOpens() {
        untilReview();

        InOrder inOrder = inOrder(steps);
        inOrder.verify(steps).rankDrivers(CONTEST, WEEK);
        inOrder.verify(steps).auditFairness(CONTEST, WEEK);
        inOrder.verify(steps).openNextWeek(CONTEST);
    }

    @Test
    void aWeekThatRunsAlreadyIsNotStartedTwice() {
        when(steps.openWeek(CONTEST, WEEK)).thenThrow(new BpmnError("week-exists"));

        ProcessInstance week = begin();
        run(week);

        assertThat(week).isEnded().hasPassed("week-runs-already").hasNotPassed("fetch-missing-days", "plan-scoring");
    }

    @Test
    void aShadowWeekIsPublishedWithoutReviewAndWithoutMessagesAndClosesAtTheClosingTime() {
        when(steps.isShadowWeek(CONTEST, WEEK)).thenReturn(true);

        ProcessInstance week = begin();
        run(week);
        assertThat(week)
                .isWaitingAt("week-closes")
                .hasPassed("publish-week")
                .hasNotPassed("review-results", "queue-messages");
        execute(job(week));
        run(week);

        assertThat(week).isEnded().hasPassed("week-closed");
    }

    @Test
    void aShadowWeekOfLongAgoClosesAtOnce() {
        when(steps.isShadowWeek(CONTEST, WEEK)).thenReturn(true);
        when(steps.isClosingTimePast(CONTEST, WEEK)).thenReturn(true);

        ProcessInstance week = begin();
        run(week);

        assertThat(week).isEnded().hasPassed("publish-week", "week-closed").hasNotPassed("week-closes");
    }

    @Test
    void aWeekWithoutAnyDataWaitsForAPersonAndSendsNothing() {
        when(steps.checkWeek(CONTEST, WEEK)).thenReturn(false);

        ProcessInstance week = begin();
        run(week);
        assertThat(week).isWaitingAt("decide-on-empty-week").hasPassed("open-week-after-empty");
        complete(task(week), Map.of("emptyWeekDecision", "close"));
        run(week);

        assertThat(week).isEnded().hasPassed("week-ended-without-data").hasNotPassed("plan-scoring", "queue-messages");
        verify(steps).closeEmptyWeek(CONTEST, WEEK);
    }

    @Test
    void aWeekWithoutDataCanBeFetchedAgainInFull() {
        when(steps.checkWeek(CONTEST, WEEK)).thenReturn(false, true);
        when(fetch.planFetch(CONTEST, "2026-11-16/2026-11-22")).thenReturn(1);

        ProcessInstance week = begin();
        run(week);
        complete(task(week), Map.of("emptyWeekDecision", "fetch-again"));
        run(week);

        assertThat(week).isWaitingAt("review-results");
        verify(fetch).fetchFixes(CONTEST, "2026-11-16/2026-11-22", false, 0);
        verify(fetch).fetchFixes(CONTEST, "2026-11-16/2026-11-22", true, 0);
    }

    @Test
    void scoringAgainBringsTheWeekBackToReview() {
        ProcessInstance week = untilReview();

        complete(task(week), Map.of("decision", "score-again"));
        run(week);

        assertThat(week).isWaitingAt("review-results").variables().containsEntry("decision", null);
        verify(steps, times(2)).planScoring(CONTEST, WEEK);
        verify(steps, never()).queueMessages(CONTEST, WEEK, "anne");
    }

    @Test
    void aCancelledWeekSendsNothing() {
        ProcessInstance week = untilReview();

        complete(task(week), Map.of("decision", "cancel"));
        run(week);

        assertThat(week).isEnded().hasPassed("week-cancelled").hasNotPassed("queue-messages");
        verify(steps).cancelWeek(CONTEST, WEEK);
    }

    @Test
    void messagesWithoutAReceiptForDaysAreGivenUp() {
        ProcessInstance week = untilReview();
        complete(task(week), Map.of("decision", "approve"));
        run(week);

        execute(job("receipts-overdue", week));
        run(week);

        assertThat(week).isWaitingAt("week-closes").hasPassed("expire-messages", "publish-week");
    }

    @Test
    void aWeekIsNotPublishedWhileAMessageIsUnclear() {
        when(steps.checkMessages(CONTEST, WEEK)).thenReturn(2, 0);
        ProcessInstance week = untilReview();
        complete(task(week), Map.of("decision", "approve"));
        run(week);
        execute(job("receipts-overdue", week));
        run(week);
        assertThat(week).isWaitingAt("await-receipts").hasNotPassed("publish-week");

        settle();
        run(week);

        assertThat(week).isWaitingAt("week-closes").hasPassed("publish-week");
    }

    @Test
    void aStepThatFailsIsTriedThreeTimesMoreAndThenAPersonIsTold() {
        when(steps.rankDrivers(CONTEST, WEEK))
                .thenThrow(new IllegalStateException("table standing: cannot be written"));

        ProcessInstance week = begin();
        run(week);

        verify(steps, times(4)).rankDrivers(CONTEST, WEEK);
        assertThat(engine.getRuntimeService().createIncidentQuery().list())
                .singleElement()
                .satisfies(incident ->
                        assertThat(incident.getIncidentMessage()).contains("table standing: cannot be written"));
    }

    private ProcessInstance begin() {
        return engine.getRuntimeService()
                .startProcessInstanceByKey("weekly-contest", KEY, Map.of("contestId", CONTEST, "week", WEEK));
    }

    private ProcessInstance untilReview() {
        ProcessInstance week = begin();
        run(week);
        assertThat(week).isWaitingAt("review-results");
        return week;
    }

    private void settle() {
        engine.getRuntimeService()
                .createMessageCorrelation("messages-settled")
                .processInstanceBusinessKey(KEY)
                .correlateAll();
    }

    /** Runs every job but those that give up on receipts or close the week, in the week and the fetch it calls. */
    private void run(ProcessInstance week) {
        for (List<Job> jobs = due(); !jobs.isEmpty(); jobs = due()) {
            for (Job job : jobs) {
                try {
                    engine.getManagementService().executeJob(job.getId());
                } catch (RuntimeException e) {
                    assertThat(e).hasMessageContaining("cannot be written");
                }
            }
        }
    }

    private List<Job> due() {
        return engine.getManagementService().createJobQuery().withRetriesLeft().list().stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .filter(job -> !isLeftToTheTest(job))
                .toList();
    }

    private boolean isLeftToTheTest(Job job) {
        return engine.getManagementService()
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .activityIdIn("receipts-overdue", "week-closes", "review-half-over", "review-overdue")
                        .count()
                > 0;
    }
}
