package org.optimizer.process;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.optimizer.process.Season.CONTEST;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.optimizer.extract.Facts;
import org.optimizer.extract.Outbox;
import org.optimizer.extract.Reviews;
import org.optimizer.extract.Scores;
import org.optimizer.extract.Sites;
import org.optimizer.model.FleetMean;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Sms;
import org.optimizer.model.VehicleClass;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.transform.scoring.Week;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A week of three drivers under review: the real process, the real listener, the real tables. */
final class ReviewRig {
    static final IsoWeek WEEK = Week.W43;
    final Season season;
    final ProcessEngine engine;
    final ReviewDesk desk;
    final ReviewChanges changes;
    final Reviews reviews;
    private final Outbox outbox;
    private final JdbcTemplate jdbc;

    ReviewRig(ProducerTemplate camel, JdbcTemplate jdbc, PlatformTransactionManager transactions, RulebookShelf shelf) {
        this.jdbc = jdbc;
        season = new Season(camel, jdbc, transactions, shelf);
        outbox = new Outbox(camel);
        reviews = new Reviews(camel);
        FetchNightly nightly = mock(FetchNightly.class);
        when(nightly.cycle()).thenReturn("0 0 3 * * ?");
        Mocks.register("fetchNightly", nightly);
        Mocks.register("fetchTraces", mock(FetchTraces.class));
        Mocks.register("drivingKpis", mock(DrivingKpis.class));
        engine = Engine.start("review");
        desk = new ReviewDesk(
                new Sites(camel),
                season.contests,
                new Facts(camel),
                new Scores(camel),
                season.reviewSink,
                season.sink,
                season.results,
                engine.getTaskService(),
                engine.getIdentityService(),
                season.policy::priceEur,
                season.clock);
        changes = new ReviewChanges(
                desk,
                season.contests,
                season.scores,
                reviews,
                season.reviewSink,
                season.sink,
                season.results,
                new TransactionTemplate(transactions),
                season.clock);
        Mocks.register("weeklyContest", season.steps);
        Mocks.register("reviewTask", new ReviewTask(desk, changes, engine.getIdentityService()));
        Mocks.register("revisionDesk", mock(RevisionDesk.class));
        Mocks.register("settlementTask", new SettlementTask(engine.getIdentityService()));
        season.contest(ScoringMethod.ABSOLUTE, "d1", "d2", "d3");
        season.drives("d1", Week.worked());
        season.drives("d2", Week.worked().without(ManoeuvreKind.BRAKING, 1.5));
        season.drives("d3", Week.worked().gentle(0.5));
        season.opens(WEEK, new FleetMean(VehicleClass.ARTIC, 6, 7));
        season.scores(WEEK);
    }

    /** The week as it was scored first, and a process that waits for its review. */
    ProcessInstance begin() {
        jdbc.update("delete from exclusion");
        jdbc.update("delete from sms_wording");
        jdbc.update("delete from review_change");
        jdbc.update("delete from review_decision");
        jdbc.update("delete from sms_outbox");
        jdbc.update("update batch set state = 'IN_REVIEW', revision = 1");
        engine.getRuntimeService().createProcessInstanceQuery().list().forEach(old -> engine.getRuntimeService()
                .deleteProcessInstance(old.getId(), "next"));
        return engine.getRuntimeService()
                .createProcessInstanceByKey("weekly-contest")
                .businessKey(WEEK + "/" + CONTEST)
                .setVariables(Map.of("contestId", CONTEST, "week", WEEK.toString()))
                .startBeforeActivity("review-results")
                .execute();
    }

    int revision() {
        return season.batch(WEEK).revision();
    }

    Optional<Task> task() {
        return engine.getTaskService().createTaskQuery().taskDefinitionKey("review-results").list().stream()
                .findFirst();
    }

    /** Runs what is due; timers of the review and of receipts are not. */
    void run() {
        for (List<Job> jobs = due(); !jobs.isEmpty(); jobs = due()) {
            jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }

    private List<Job> due() {
        return engine.getManagementService().createJobQuery().messages().withRetriesLeft().list().stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .toList();
    }

    List<Sms> messages() {
        return outbox.listByWeek(CONTEST, WEEK);
    }

    void stop() {
        Engine.stop(engine);
        jdbc.update("delete from sms_outbox");
        season.clear();
    }
}
