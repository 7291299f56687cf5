package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A week whose provider has not closed it: the real process, an engine in memory. */
class WeekWaitsTest {
    private static final String WHY = "scorefeed: week 2026-W47 is not closed there yet; it is asked again by itself";
    private static final String KEY = "2026-W47/c1";

    private final WeeklyContest steps = mock(WeeklyContest.class);
    private ProcessEngine engine;
    private ManagementService jobs;
    private WeekWaits waits;

    @BeforeEach
    void startAWeek() {
        Mocks.register("weeklyContest", steps);
        FetchNightly nightly = mock(FetchNightly.class);
        when(nightly.cycle()).thenReturn("0 0 3 * * ?");
        Mocks.register("fetchNightly", nightly);
        when(steps.openWeek("c1", "2026-W47")).thenReturn(KEY);
        when(steps.weekEndsAt("c1", "2026-W47")).thenReturn(Date.from(Instant.parse("2026-11-23T05:00:00Z")));
        engine = Engine.start("week-waits-test");
        jobs = engine.getManagementService();
        waits = new WeekWaits(jobs, engine.getRuntimeService());
        engine.getRuntimeService()
                .startProcessInstanceByKey("weekly-contest", Map.of("contestId", "c1", "week", "2026-W47"));
        runNext("open-week");
        runNext("week-ended");
    }

    @AfterEach
    void stop() {
        Engine.stop(engine);
    }

    private void runNext(String activity) {
        jobs.executeJob(job(activity).getId());
    }

    private Job job(String activity) {
        return jobs.createJobQuery().activityId(activity).singleResult();
    }

    private void refuse(String retries) {
        when(steps.fetchRetries("c1")).thenReturn(retries);
        doThrow(new IllegalStateException(WHY)).when(steps).beginFetch("c1", "2026-W47");
        assertThatThrownBy(() -> runNext("begin-fetch")).hasMessageContaining(WHY);
    }

    @Test
    void aWeekThatNothingHoldsUpDoesNotWait() {
        assertThat(waits.all()).isEmpty();
        assertThat(waits.find(KEY)).isEmpty();
    }

    @Test
    void itIsAskedAgainEveryHourForDaysAndSaysWhy() {
        Instant before = Instant.now();

        refuse("R96/PT1H");

        assertThat(job("begin-fetch").getRetries()).isEqualTo(95);
        assertThat(waits.find(KEY)).hasValueSatisfying(wait -> {
            assertThat(wait.why()).isEqualTo(WHY);
            assertThat(wait.again().orElseThrow())
                    .isBetween(
                            before.plus(Duration.ofMinutes(59)), Instant.now().plus(Duration.ofMinutes(61)));
        });
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
    }

    @Test
    void onceTheProviderHasClosedItTheWeekGoesOn() {
        refuse("R96/PT1H");
        doNothing().when(steps).beginFetch("c1", "2026-W47");

        runNext("begin-fetch");

        assertThat(waits.all()).isEmpty();
        assertThat(job("fetch-missing-days")).isNotNull();
    }

    @Test
    void anyOtherContestKeepsItsUsualRetriesAndThenWaitsForAPerson() {
        refuse("PT10S,PT1M");
        assertThat(job("begin-fetch").getRetries()).isEqualTo(2);
        refuse("PT10S,PT1M");
        refuse("PT10S,PT1M");

        assertThat(waits.all()).as("nobody tries it any more").isEmpty();
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isEqualTo(1);
    }
}
