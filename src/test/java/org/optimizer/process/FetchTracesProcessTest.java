package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FetchTracesProcessTest {
    private static final String DAYS = "2026-11-16/2026-11-22";

    private final FetchTraces steps = mock(FetchTraces.class);
    private final FetchNightly nightly = mock(FetchNightly.class);
    private ProcessEngine engine;

    @BeforeEach
    void start() {
        Mocks.register("fetchTraces", steps);
        Mocks.register("fetchNightly", nightly);
        when(nightly.cycle()).thenReturn("0 0 3 * * ?");
        engine = Engine.start("fetch-traces-test");
        init(engine);
    }

    @AfterEach
    void stop() {
        Engine.stop(engine);
    }

    @Test
    void aRangeIsFetchedChunkByChunkAndThenTurnedIntoFacts() {
        when(steps.planFetch("contest-1", DAYS)).thenReturn(3);

        ProcessInstance instance = request("contest-1", false);
        runJobs(instance);

        assertThat(instance).isEnded().hasPassed("plan-fetch", "fetch-fixes", "make-facts", "traces-fetched");
        for (int chunk = 0; chunk < 3; chunk++) {
            verify(steps).fetchFixes("contest-1", DAYS, false, chunk);
            verify(steps).makeFacts("contest-1", DAYS, chunk);
        }
    }

    @Test
    void aFleetWithoutVehiclesIsFetchedAtOnce() {
        when(steps.planFetch("all", DAYS)).thenReturn(0);

        ProcessInstance instance = request("all", true);
        runJobs(instance);

        assertThat(instance).isEnded().hasPassed("traces-fetched");
    }

    @Test
    void everyNightTheLastDaysOfAllVehiclesAreAskedForAgain() {
        when(nightly.chooseDays()).thenReturn(DAYS);
        when(steps.planFetch("all", DAYS)).thenReturn(1);
        Job timer = engine.getManagementService().createJobQuery().timers().singleResult();

        engine.getManagementService().executeJob(timer.getId());
        ProcessInstance night =
                engine.getRuntimeService().createProcessInstanceQuery().singleResult();
        runJobs(night);
        runJobs(engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(night.getId())
                .singleResult());

        assertThat(night).isEnded().hasPassed("day-ended", "choose-days", "last-days-fetched");
        verify(steps).fetchFixes("all", DAYS, true, 0);
    }

    @Test
    void aProviderThatFailsIsAskedThreeTimesMoreAndThenAPersonIsTold() {
        when(steps.planFetch("all", DAYS)).thenReturn(1);
        when(steps.fetchFixes(any(), any(), any(Boolean.class), anyInt()))
                .thenThrow(new IllegalStateException("MyCarTracks answered 503 to /tracks; try again later"));

        ProcessInstance instance = request("all", true);
        runJobs(instance);

        verify(steps, times(4)).fetchFixes("all", DAYS, true, 0);
        assertThat(instance).isNotEnded();
        List<Incident> incidents =
                engine.getRuntimeService().createIncidentQuery().list();
        assertThat(incidents).hasSize(1);
        assertThat(incidents.get(0).getIncidentMessage()).contains("MyCarTracks answered 503");
    }

    @Test
    void vehiclesThatAreMissingAreAskedForAgainAfterARest() {
        when(steps.planFetch("all", DAYS)).thenReturn(2);
        when(steps.countMissing("all", DAYS, true)).thenReturn(1, 0);
        when(steps.missingPause()).thenReturn("PT5M");

        ProcessInstance instance = request("all", true);
        runJobs(instance);

        verify(steps, times(1)).fetchFixes("all", DAYS, true, 1);
        verify(steps, times(1)).fetchMissing("all", DAYS, true, 0);
        verify(steps, times(1)).fetchMissing("all", DAYS, true, 1);
        assertThat(instance)
                .isEnded()
                .hasPassedInOrder("fetch-fixes", "provider-rested", "fetch-missing", "make-facts");
    }

    @Test
    void theRestIsAsLongAsTheProviderAsksFor() {
        when(steps.planFetch("all", DAYS)).thenReturn(1);
        when(steps.countMissing("all", DAYS, true)).thenReturn(1);
        when(steps.missingPause()).thenReturn("PT1H0.5S");

        ProcessInstance instance = request("all", true);
        while (engine.getManagementService()
                        .createJobQuery()
                        .timers()
                        .processInstanceId(instance.getId())
                        .count()
                == 0) {
            due(instance).forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }

        Job timer = engine.getManagementService()
                .createJobQuery()
                .timers()
                .processInstanceId(instance.getId())
                .singleResult();
        assertThat(timer.getDuedate())
                .isCloseTo(
                        Date.from(Instant.now().plusSeconds(3600)),
                        Duration.ofMinutes(1).toMillis());
    }

    @Test
    void afterThreeRoundsTheOthersGoOnWithoutWhatIsMissing() {
        when(steps.planFetch("all", DAYS)).thenReturn(1);
        when(steps.countMissing("all", DAYS, true)).thenReturn(1);
        when(steps.missingPause()).thenReturn("PT5M");

        ProcessInstance instance = request("all", true);
        runJobs(instance);

        verify(steps, times(3)).fetchMissing("all", DAYS, true, 0);
        verify(steps).makeFacts("all", DAYS, 0);
        assertThat(instance).isEnded().hasPassed("traces-fetched");
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
    }

    private ProcessInstance request(String scope, boolean refetch) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey("fetch-traces", Map.of("scope", scope, "days", DAYS, "refetch", refetch));
    }

    /** Runs every job that may run, whatever its due date, until none is left. */
    private void runJobs(ProcessInstance instance) {
        ManagementService management = engine.getManagementService();
        for (List<Job> jobs = due(instance); !jobs.isEmpty(); jobs = due(instance)) {
            for (Job job : jobs) {
                try {
                    management.executeJob(job.getId());
                } catch (RuntimeException e) {
                    assertThat(e).hasMessageContaining("503");
                }
            }
        }
    }

    private List<Job> due(ProcessInstance instance) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .withRetriesLeft()
                .list();
    }
}
