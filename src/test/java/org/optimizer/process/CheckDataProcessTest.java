package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
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

class CheckDataProcessTest {
    private static final String DAYS = "2026-11-16/2026-11-22";

    private final SanityCheck steps = mock(SanityCheck.class);
    private final FetchTraces fetch = mock(FetchTraces.class);
    private ProcessEngine engine;

    @BeforeEach
    void start() {
        FetchNightly nightly = mock(FetchNightly.class);
        when(nightly.cycle()).thenReturn("0 0 3 * * ?");
        Mocks.register("fetchNightly", nightly);
        Mocks.register("fetchTraces", fetch);
        Mocks.register("drivingKpis", mock(DrivingKpis.class));
        engine = Engine.start("check-data-test");
        Mocks.register("sanityCheck", steps);
        init(engine);
    }

    @AfterEach
    void stop() {
        Engine.stop(engine);
    }

    @Test
    void daysThatAreAskedForAreCheckedAndPeopleTold() {
        ProcessInstance instance = engine.getRuntimeService()
                .startProcessInstanceByKey("check-data", Map.of("scope", "site:quarry", "days", DAYS));
        runJobs();

        assertThat(instance)
                .isEnded()
                .hasPassedInOrder("days-requested", "check-data-of-sites", "mail-findings", "data-checked");
        InOrder order = inOrder(steps);
        order.verify(steps).check("site:quarry", DAYS);
        order.verify(steps).mailFindings();
    }

    @Test
    void everyFetchIsFollowedByACheckOfWhatItFetched() {
        ProcessInstance fetched = fetch("contest-1");

        assertThat(fetched).isEnded();
        verify(steps).check("contest-1", DAYS);
        verify(steps).mailFindings();
    }

    @Test
    void aCheckThatFailsHoldsUpNoFetchAndNobodyIsToldOfHalfOfIt() {
        when(steps.check("all", DAYS)).thenThrow(new IllegalStateException("table trip: cannot be read"));
        ProcessInstance fetched = fetch("all");

        assertThat(fetched).isEnded();
        verify(steps, times(4)).check("all", DAYS);
        verify(steps, never()).mailFindings();
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .singleResult()
                        .getIncidentMessage())
                .contains("table trip: cannot be read");
    }

    private ProcessInstance fetch(String scope) {
        ProcessInstance fetched = engine.getRuntimeService()
                .startProcessInstanceByKey("fetch-traces", Map.of("scope", scope, "days", DAYS, "refetch", false));
        runJobs();
        return fetched;
    }

    /** Runs every job but timers, whatever its due date, until none is left that may run. */
    private void runJobs() {
        for (List<Job> jobs = due(); !jobs.isEmpty(); jobs = due()) {
            for (Job job : jobs) {
                try {
                    engine.getManagementService().executeJob(job.getId());
                } catch (RuntimeException e) {
                    assertThat(e).hasMessageContaining("table trip");
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
