package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.optimizer.process.ReviewRig.WEEK;
import static org.optimizer.process.Season.CONTEST;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Sites;
import org.optimizer.load.Mailer;
import org.optimizer.model.Language;
import org.optimizer.model.ReviewNotice;
import org.optimizer.process.ReviewDesk.Decision;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.MailSendException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A review that waits is reminded of once and escalated once; nobody is decided for. */
@EdgesTest
class ReviewWatchTest {
    private static RulebookShelf shelf;

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final Mailer mailer = mock(Mailer.class);
    private ReviewRig rig;
    private ReviewWatch watch;

    @BeforeEach
    void start() {
        if (shelf == null) {
            shelf = RulesFolder.shelf(Path.of("rules"));
        }
        rig = new ReviewRig(camel, jdbc, transactions, shelf);
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        watch = new ReviewWatch(
                new Sites(camel),
                rig.season.contests,
                rig.season.reviewSink,
                rig.engine.getTaskService(),
                Optional.of(mailer),
                new SanitySettings(List.of("office@example.org"), "optimizer@example.org", Language.FR),
                "camunda-admin",
                messages,
                new TransactionTemplate(transactions),
                rig.season.clock);
        Mocks.register("reviewWatch", watch);
        rig.begin();
    }

    @AfterEach
    void stop() {
        rig.stop();
    }

    private void fire(String timer) {
        Job due = rig.engine.getManagementService().createJobQuery().timers().list().stream()
                .filter(job -> job.getProcessInstanceId() != null)
                .filter(job -> rig.engine
                                .getManagementService()
                                .createJobDefinitionQuery()
                                .jobDefinitionId(job.getJobDefinitionId())
                                .activityIdIn(timer)
                                .count()
                        == 1)
                .findFirst()
                .orElseThrow();
        rig.engine.getManagementService().executeJob(due.getId());
        rig.run();
    }

    @Test
    void halfwayTheApproversAreRemindedOnceAndTheTaskStays() {
        fire("review-half-over");
        watch.remindReviewers(CONTEST, WEEK.toString());

        assertThat(rig.task()).isPresent();
        assertThat(rig.reviews.listNotices(CONTEST, WEEK))
                .extracting(ReviewNotice::kind)
                .containsExactly(ReviewNotice.Kind.REMINDER);
        verify(mailer, times(1)).send(any(), eq(List.of("office@example.org")), contains("2026-W43"), any(), any());
    }

    @Test
    void anOverdueReviewComesToTheTopAndAdministratorsMayDecideIt() {
        rig.desk.take(CONTEST, WEEK, "bob");

        fire("review-overdue");

        assertThat(rig.task().orElseThrow().getPriority()).isEqualTo(100);
        assertThat(rig.task().orElseThrow().getAssignee()).isNull();
        assertThat(rig.engine
                        .getTaskService()
                        .getIdentityLinksForTask(rig.task().orElseThrow().getId()))
                .extracting(IdentityLink::getGroupId)
                .contains("contest-approver", "camunda-admin");
        rig.desk.decide(CONTEST, WEEK, rig.revision(), Decision.APPROVE, "", "anne");
        assertThat(rig.task()).isEmpty();
    }

    @Test
    void aMailServerThatFailsHoldsNothingUp() {
        doThrow(new MailSendException("no route")).when(mailer).send(any(), any(), any(), any(), any());

        fire("review-half-over");

        assertThat(rig.reviews.listNotices(CONTEST, WEEK)).hasSize(1);
        assertThat(rig.engine.getRuntimeService().createIncidentQuery().count()).isZero();
    }

    @Test
    void aWeekThatIsDecidedIsNotRemindedOf() {
        rig.desk.decide(CONTEST, WEEK, rig.revision(), Decision.CANCEL, "x", "anne");

        assertThat(watch.remindReviewers(CONTEST, WEEK.toString())).isFalse();
        assertThat(rig.engine.getManagementService().createJobQuery().timers().list())
                .noneMatch(job -> job.getProcessInstanceId() != null);
    }
}
