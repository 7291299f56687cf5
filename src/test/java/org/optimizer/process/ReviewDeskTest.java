package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.optimizer.process.ReviewRig.WEEK;
import static org.optimizer.process.Season.CONTEST;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.model.ReviewChange;
import org.optimizer.process.ReviewDesk.Decision;
import org.optimizer.process.ReviewDesk.Line;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What two approvers may do with one week, and what is kept of it. */
@EdgesTest
class ReviewDeskTest {
    private static RulebookShelf shelf;

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private ReviewRig rig;

    @BeforeEach
    void start() {
        if (shelf == null) {
            shelf = RulesFolder.shelf(Path.of("rules"));
        }
        rig = new ReviewRig(camel, jdbc, transactions, shelf);
        rig.begin();
    }

    @AfterEach
    void stop() {
        rig.stop();
    }

    private Line line(String driver) {
        return rig.desk.open(CONTEST, WEEK).lines().stream()
                .filter(line -> line.driver().id().equals(driver))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo(code));
    }

    private int exclude(String driver, String by) {
        return rig.changes.exclude(CONTEST, WEEK, rig.revision(), List.of(driver), "gap", by);
    }

    @Test
    void aDecisionOnTheWeekBeforeAnExclusionIsRefused() {
        int seen = rig.revision();
        exclude("d2", "bob");

        assertRefused("revision-changed", () -> rig.desk.decide(CONTEST, WEEK, seen, Decision.APPROVE, "", "anne"));
        assertRefused("revision-changed", () -> rig.changes.exclude(CONTEST, WEEK, seen, List.of("d1"), "gap", "anne"));
        assertThat(rig.task()).isPresent();
        rig.desk.decide(CONTEST, WEEK, seen + 1, Decision.APPROVE, "", "anne");
        rig.run();

        assertThat(rig.messages()).extracting(sms -> sms.driverId()).containsExactly("d1", "d3");
    }

    @Test
    void anApprovalThatMeetsAnExclusionUnderWayWaitsForItAndIsRefused() throws Exception {
        int seen = rig.revision();
        CountDownLatch held = new CountDownLatch(1);
        CompletableFuture<Void> excluding =
                CompletableFuture.runAsync(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    exclude("d2", "bob");
                    held.countDown();
                    await().atMost(20, TimeUnit.SECONDS).until(this::isSomebodyBlocked);
                }));
        assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();

        assertRefused("revision-changed", () -> rig.desk.decide(CONTEST, WEEK, seen, Decision.APPROVE, "", "anne"));
        excluding.get(20, TimeUnit.SECONDS);
        rig.run();
        assertThat(rig.messages()).isEmpty();
    }

    private boolean isSomebodyBlocked() {
        return Optional.ofNullable(jdbc.queryForObject(
                                "select count(*) from information_schema.sessions where blocker_id is not null",
                                Integer.class))
                        .orElse(0)
                > 0;
    }

    @Test
    void undoTakesBackTheWholeLastActOfThatPersonAndNothingOfOthers() {
        rig.changes.exclude(CONTEST, WEEK, rig.revision(), List.of("d1", "d2"), "gap", "anne");
        exclude("d3", "bob");

        rig.changes.undo(CONTEST, WEEK, rig.revision(), "anne");

        assertThat(rig.season.results.exclusions(CONTEST, WEEK)).containsOnlyKeys("d3");
        assertThat(line("d1").standing().rank()).isPresent();
        assertRefused("nothing-to-undo", () -> rig.changes.undo(CONTEST, WEEK, rig.revision(), "anne"));
        assertThat(rig.reviews.listChanges(CONTEST, WEEK))
                .extracting(ReviewChange::driverId)
                .containsExactly("d1", "d2", "d3", "d2", "d1");
    }

    @Test
    void whatSomebodyChangedSinceIsNotUndone() {
        exclude("d2", "anne");
        rig.changes.include(CONTEST, WEEK, rig.revision(), List.of("d2"), "bob");

        assertRefused("undo-overtaken", () -> rig.changes.undo(CONTEST, WEEK, rig.revision(), "anne"));
    }

    @Test
    void aWordingIsSentWithTheFiguresOfTheDayAndKeptBesideTheProposal() {
        String proposal = line("d1").message().orElseThrow();
        rig.changes.reword(CONTEST, WEEK, rig.revision(), "d1", "Bravo, rang {rank} sur {of}.", "anne");
        assertThat(line("d1").message()).contains("Bravo, rang 2 sur 3. STOP 36180");
        exclude("d3", "anne");

        rig.desk.decide(CONTEST, WEEK, rig.revision(), Decision.APPROVE, "", "anne");
        rig.run();

        assertThat(rig.messages())
                .filteredOn(sms -> sms.driverId().equals("d1"))
                .singleElement()
                .satisfies(sms -> assertThat(sms.text())
                        .isEqualTo("Bravo, rang " + line("d1").standing().rank().orElseThrow() + " sur 2. STOP 36180"));
        Map<String, Object> row =
                jdbc.queryForMap("select proposed_text, worded_by from sms_outbox where driver_id = 'd1'");
        assertThat(row).containsEntry("proposed_text", proposal).containsEntry("worded_by", "anne");
        assertThat(jdbc.queryForObject("select worded_by from sms_outbox where driver_id = 'd2'", String.class))
                .isNull();
    }

    @Test
    void aFigureThatIsWrittenOutAndHasChangedSinceKeepsTheWeekFromBeingApproved() {
        rig.changes.reword(CONTEST, WEEK, rig.revision(), "d1", "Rang 2 sur 3", "anne");
        exclude("d3", "anne");

        assertThat(line("d1").anomalies()).anyMatch(reason -> reason.code().equals("wording-outdated"));
        assertRefused(
                "wording-outdated", () -> rig.desk.decide(CONTEST, WEEK, rig.revision(), Decision.APPROVE, "", "anne"));
        rig.changes.restore(CONTEST, WEEK, rig.revision(), "d1", "anne");
        rig.desk.decide(CONTEST, WEEK, rig.revision(), Decision.APPROVE, "", "anne");
    }

    @Test
    void theProposalGivenBackIsNoWording() {
        rig.changes.reword(
                CONTEST, WEEK, rig.revision(), "d1", line("d1").text().proposal(), "anne");
        assertThat(line("d1").text().wording()).isEmpty();
    }

    @Test
    void whatOneHasTakenAnotherTakesOverBeforeHeDecides() {
        rig.desk.take(CONTEST, WEEK, "bob");
        assertRefused(
                "assigned-to-other",
                () -> rig.desk.decide(CONTEST, WEEK, rig.revision(), Decision.APPROVE, "", "anne"));

        rig.desk.take(CONTEST, WEEK, "anne");
        rig.desk.decide(CONTEST, WEEK, rig.revision(), Decision.APPROVE, "", "anne");

        assertThat(rig.task()).isEmpty();
    }

    @Test
    void theFormOfTasklistObeysTheSameChecks() {
        String task = rig.task().orElseThrow().getId();
        rig.engine.getIdentityService().setAuthenticatedUserId("anne");
        assertThatThrownBy(() -> rig.engine.getTaskService().complete(task, Map.of("decision", "approve")))
                .satisfies(thrown ->
                        assertThat(Refused.in(thrown).map(Refused::code)).contains("revision-missing"));

        rig.engine
                .getFormService()
                .submitTaskForm(
                        task,
                        Map.of(
                                "decision", "approve",
                                "reviewRevision", (long) rig.revision(),
                                "exclusions", "d2: gap; d3: gap"));
        rig.engine.getIdentityService().clearAuthentication();
        rig.run();

        assertThat(rig.messages()).extracting(sms -> sms.driverId()).containsExactly("d1");
    }

    @Test
    void theSummaryCountsTheKindsOfAnomalies() {
        assertThat(rig.desk.summary(CONTEST, WEEK)).contains("3 drivers, 3 ranked", "3 SMS in 3 parts", "podium 1.");
    }

    @Test
    void whoLookedAtWhatIsKept() {
        rig.desk.noteLook(CONTEST, WEEK, "", "anne");
        rig.desk.noteLook(CONTEST, WEEK, "d1", "anne");
        rig.desk.noteLook(CONTEST, WEEK, "d1", "anne");

        assertThat(rig.reviews.listLooks(CONTEST, WEEK))
                .extracting(look -> look.driverId() + " " + look.by() + " " + look.looks())
                .containsExactly(" anne 1", "d1 anne 2");
        assertThat(Optional.of(rig.revision())).contains(1);
    }
}
