package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.TraceDays.VehicleDate;

/** What arrives outside the nightly fetch gets facts, once for all that arrives together. */
class RefreshFactsProcessTest {
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final FetchSettings SETTINGS =
            new FetchSettings("0 0 3 * * ?", 6, Duration.ofHours(72), Duration.ofMinutes(1), 31, null, null);

    private final FetchTraces steps = mock(FetchTraces.class);
    private final TraceDays traceDays = mock(TraceDays.class);
    private final DrivingKpis kpis = mock(DrivingKpis.class);
    private ProcessEngine engine;

    @BeforeEach
    void start() {
        Mocks.register("fetchTraces", steps);
        Mocks.register("refreshFacts", new RefreshFacts(traceDays, SETTINGS));
        Mocks.register("drivingKpis", kpis);
        FetchNightly nightly = mock(FetchNightly.class);
        when(nightly.cycle()).thenReturn("0 0 3 * * ?");
        Mocks.register("fetchNightly", nightly);
        engine = Engine.start("refresh-facts-test");
        init(engine);
        ClockUtil.setCurrentTime(java.util.Date.from(NOON));
    }

    @AfterEach
    void stop() {
        ClockUtil.reset();
        Engine.stop(engine);
    }

    private void requestAt(String time) {
        Instant now = Instant.parse("2026-11-18T" + time + "Z");
        ClockUtil.setCurrentTime(java.util.Date.from(now));
        new FactsRefresh(
                        engine.getRuntimeService(),
                        engine.getManagementService(),
                        SETTINGS,
                        Clock.fixed(now, ZoneOffset.UTC))
                .request();
    }

    private List<ProcessInstance> gathering() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(FactsRefresh.PROCESS)
                .list();
    }

    @Test
    void whatArrivesWhileOneGathersIsWorkedOnTogether() {
        requestAt("12:00:00");
        requestAt("12:00:10");
        requestAt("12:00:29");

        assertThat(gathering()).singleElement().satisfies(instance -> assertThat(instance)
                .isWaitingAt("gather-arrivals"));
    }

    /** Whoever asks in the last half minute may commit after that one has looked at the stock. */
    @Test
    void oneThatSoonLooksAtTheStockIsNotReliedOn() {
        requestAt("12:00:00");
        requestAt("12:00:31");
        requestAt("12:00:32");

        assertThat(gathering()).hasSize(2);
    }

    @Test
    void theNextArrivalAfterTheGatheringHasItsOwn() {
        requestAt("12:00:00");
        ProcessInstance first = gathering().get(0);
        runNext(first);

        requestAt("12:01:01");

        assertThat(first).isWaitingAt("choose-stale-days");
        assertThat(gathering()).hasSize(2);
    }

    @Test
    void factsAreMadeOfTheVehiclesAndDaysThatAreStaleAndKpisAreCountedAfterThem() {
        when(traceDays.listStale())
                .thenReturn(List.of(
                        new VehicleDate("v1", MONDAY.plusDays(1)),
                        new VehicleDate("v7", MONDAY),
                        new VehicleDate("v7", MONDAY.plusDays(1))));
        when(steps.planFetch("vehicles:v1,v7", "2026-11-16/2026-11-17")).thenReturn(2);
        requestAt("12:00:00");
        ProcessInstance instance = gathering().get(0);

        runAll(instance);

        assertThat(instance).isEnded().hasPassed("make-late-facts", "arrivals-processed");
        verify(steps).makeFacts("vehicles:v1,v7", "2026-11-16/2026-11-17", 0);
        verify(steps).makeFacts("vehicles:v1,v7", "2026-11-16/2026-11-17", 1);
        ProcessInstance counting = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("driving-kpis")
                .singleResult();
        assertThat(counting)
                .variables()
                .containsEntry("scope", "vehicles:v1,v7")
                .containsEntry("days", "2026-11-16/2026-11-17");
    }

    @Test
    void oneTooManyFindsNothingToDoAndTellsNobody() {
        when(traceDays.listStale()).thenReturn(List.of());
        requestAt("12:00:00");
        ProcessInstance instance = gathering().get(0);

        runAll(instance);

        assertThat(instance).isEnded().hasPassed("nothing-stale").hasNotPassed("plan-facts");
        verify(steps, never()).makeFacts(any(), any(), anyInt());
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("driving-kpis")
                        .count())
                .isZero();
    }

    @Test
    void vehiclesTooManyToNameAreAllVehicles() {
        List<VehicleDate> fleet = java.util.stream.IntStream.range(0, 400)
                .mapToObj(number -> new VehicleDate("vehicle-" + number, MONDAY))
                .toList();
        when(traceDays.listStale()).thenReturn(fleet);

        assertThat(new RefreshFacts(traceDays, SETTINGS).chooseVehicles(MONDAY + "/" + MONDAY))
                .isEqualTo("all");
    }

    private void runNext(ProcessInstance instance) {
        engine.getManagementService().executeJob(jobs(instance).get(0).getId());
    }

    private void runAll(ProcessInstance instance) {
        while (!jobs(instance).isEmpty()) {
            runNext(instance);
        }
    }

    private List<Job> jobs(ProcessInstance instance) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .list();
    }
}
