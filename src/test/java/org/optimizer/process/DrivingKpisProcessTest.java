package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class DrivingKpisProcessTest {
    private static final String DAYS = "2026-11-16/2026-11-22";

    private final DrivingKpis steps = mock(DrivingKpis.class);
    private final FetchTraces fetch = mock(FetchTraces.class);
    private ProcessEngine engine;

    @BeforeEach
    void start() {
        Mocks.register("drivingKpis", steps);
        Mocks.register("fetchTraces", fetch);
        FetchNightly nightly = mock(FetchNightly.class);
        when(nightly.cycle()).thenReturn("0 0 3 * * ?");
        Mocks.register("fetchNightly", nightly);
        engine = Engine.start("driving-kpis-test");
        init(engine);
    }

    @AfterEach
    void stop() {
        Engine.stop(engine);
    }

    @Test
    void daysThatAreAskedForAreCountedChunkByChunkAfterTheirStaleFacts() {
        when(steps.planActivity("site:quarry", DAYS)).thenReturn(2);

        ProcessInstance instance = request("site:quarry");
        runJobs();

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(
                        "days-requested", "plan-activity", "make-facts-again", "count-activity", "activity-counted");
        InOrder order = inOrder(fetch, steps);
        order.verify(fetch).makeFacts("site:quarry", DAYS, 0);
        order.verify(fetch).makeFacts("site:quarry", DAYS, 1);
        order.verify(steps).countActivity("site:quarry", DAYS, 0);
        order.verify(steps).countActivity("site:quarry", DAYS, 1);
    }

    @Test
    void aSiteWithoutVehiclesIsCountedAtOnce() {
        ProcessInstance instance = request("site:empty");
        runJobs();

        assertThat(instance).isEnded().hasPassed("activity-counted");
        verify(steps, never()).countActivity(any(), any(), anyInt());
    }

    @Test
    void everyFetchIsFollowedByACountOfWhatItFetched() {
        when(fetch.planFetch("contest-1", DAYS)).thenReturn(1);
        when(steps.planActivity("contest-1", DAYS)).thenReturn(1);

        ProcessInstance fetched = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "fetch-traces", Map.of("scope", "contest-1", "days", DAYS, "refetch", false));
        runJobs();

        assertThat(fetched).isEnded().hasPassed("traces-fetched");
        verify(steps).countActivity("contest-1", DAYS, 0);
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey("driving-kpis")
                        .finished()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aCountThatFailsIsTriedThreeTimesMoreAndHoldsUpNoFetch() {
        when(fetch.planFetch("all", DAYS)).thenReturn(1);
        when(steps.planActivity("all", DAYS)).thenReturn(1);
        when(steps.countActivity("all", DAYS, 0)).thenThrow(new IllegalStateException("vehicle v1: expected a row"));

        ProcessInstance fetched = engine.getRuntimeService()
                .startProcessInstanceByKey("fetch-traces", Map.of("scope", "all", "days", DAYS, "refetch", true));
        runJobs();

        assertThat(fetched).isEnded();
        verify(steps, times(4)).countActivity("all", DAYS, 0);
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .singleResult()
                        .getIncidentMessage())
                .contains("vehicle v1: expected a row");
    }

    private ProcessInstance request(String scope) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey("driving-kpis", Map.of("scope", scope, "days", DAYS));
    }

    /** Runs every job but timers, whatever its due date, until none is left that may run. */
    private void runJobs() {
        for (List<Job> jobs = due(); !jobs.isEmpty(); jobs = due()) {
            for (Job job : jobs) {
                try {
                    engine.getManagementService().executeJob(job.getId());
                } catch (RuntimeException e) {
                    assertThat(e).hasMessageContaining("vehicle v1");
                }
            }
        }
    }

    private List<Job> due() {
        return engine.getManagementService()
                .createJobQuery()
                .messages()
                .withRetriesLeft()
                .list();
    }
}
