package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.ProducerTemplate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.RuleChanges;
import org.optimizer.extract.RulebookFiles;
import org.optimizer.load.RuleChangeSink;
import org.optimizer.load.RulebookSink;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RuleChange;
import org.optimizer.model.RuleChange.Origin;
import org.optimizer.model.RuleChange.State;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.process.RuleDesk.Decision;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesException;
import org.optimizer.rules.RulesFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

@EdgesTest
@Transactional
class RuleDeskTest {
    private static final IsoWeek NOW = IsoWeek.parse("2026-W44");
    private static final IsoWeek NEXT = NOW.plusWeeks(1);
    private static final Optional<IsoWeek> FROM_NEXT = Optional.of(NEXT);

    @Autowired
    private ProducerTemplate camel;

    @TempDir
    private Path folder;

    private final Season.HandClock clock = new Season.HandClock();
    private final RuntimeService engine = mock(RuntimeService.class, RETURNS_DEEP_STUBS);
    private RulesFolder rulesFolder;
    private RulebookShelf shelf;
    private RulesInForce rules;
    private RuleDesk desk;
    private RuleChanges changes;

    @BeforeEach
    void theFolderIsTheFirstVersion() {
        rulesFolder = RulesFolder.copyInto(folder);
        changes = new RuleChanges(camel);
        RuleChangeSink sink = new RuleChangeSink(camel);
        RulebookSink rulebooks = new RulebookSink(camel);
        shelf = new RulebookShelf(
                folder,
                version -> new RulebookFiles(camel).find(version),
                () -> changes.inForce(IsoWeek.of(LocalDate.now(clock))));
        TransactionOperations same = TransactionOperations.withoutTransaction();
        rules = new RulesInForce(changes, sink, rulebooks, shelf, same, clock);
        desk = new RuleDesk(
                changes,
                sink,
                rulebooks,
                shelf,
                rules,
                engine,
                mock(TaskService.class),
                mock(IdentityService.class),
                same,
                clock);
        rules.beginWithTheFolder();
    }

    private Map<String, String> shrunkTo(String km) {
        Map<String, String> files = new TreeMap<>(shelf.currentFiles());
        files.computeIfPresent(
                "contest.table.csv", (name, text) -> text.replace("shrink-km,100,", "shrink-km," + km + ","));
        files.computeIfPresent(
                "contest.cases.csv",
                (name, text) -> text.replace("shrink-km,shrink-km,100,", "shrink-km,shrink-km," + km + ","));
        return files;
    }

    private String inApproval(String km) {
        String id = desk.propose(shrunkTo(km), Origin.UPLOAD, "fewer km", "anne");
        assertThat(new ChangeRules(changes, new RuleChangeSink(camel), shelf, mock(Backtests.class), clock)
                        .backtestChange(id))
                .isTrue();
        return id;
    }

    @Test
    void whatSomebodyElseApprovesIsInForceFromItsWeekOnAndNotBefore() {
        String before = shelf.current().version();
        String id = inApproval("150");
        verify(engine).startProcessInstanceByKey("change-rules", id, Map.of("changeId", id));

        desk.decide(id, Decision.APPROVE, FROM_NEXT, "", "bob");

        assertThat(rules.of(NOW).version()).isEqualTo(before);
        assertThat(rules.of(NEXT).contest().shrinkKm()).isEqualTo(150);
        assertThat(shelf.current().version()).isEqualTo(before);
        clock.now = clock.now.plusSeconds(7 * 86_400);
        assertThat(shelf.current().contest().shrinkKm()).isEqualTo(150);
        RuleChange change = changes.get(id);
        assertThat(change.state()).isEqualTo(State.APPROVED);
        assertThat(change.decidedBy()).contains("bob");
        assertThat(change.fromWeek()).contains(NEXT);
    }

    @Test
    void goingBackIsPuttingAnOlderVersionIntoForce() {
        Map<String, String> old = shelf.currentFiles();
        String before = shelf.current().version();
        desk.decide(inApproval("150"), Decision.APPROVE, Optional.of(NOW), "", "bob");
        assertThat(shelf.current().version()).isNotEqualTo(before);

        String back = desk.propose(old, Origin.ROLLBACK, "too many km", "bob");
        new ChangeRules(changes, new RuleChangeSink(camel), shelf, mock(Backtests.class), clock).backtestChange(back);
        desk.decide(back, Decision.APPROVE, Optional.of(NOW), "", "anne");

        assertThat(shelf.current().version()).isEqualTo(before);
        assertThat(changes.activations()).hasSize(3);
    }

    /** Otherwise the second approval would take back what the first one changed, and nobody would have said so. */
    @Test
    void ofTwoChangesOfTheSameRulesOneIsApprovedAndTheOtherProposedAgain() {
        String one = inApproval("150");
        String other = inApproval("170");
        desk.decide(one, Decision.APPROVE, FROM_NEXT, "", "bob");

        assertRefused("base-moved", () -> desk.decide(other, Decision.APPROVE, FROM_NEXT, "", "bob"));
        desk.decide(other, Decision.REFUSE, Optional.empty(), "upon older rules", "bob");

        assertThat(rules.of(NEXT).version()).isEqualTo(changes.get(one).version());
    }

    @Test
    void nobodyDecidesHisOwnChangeOrWithoutWhatADecisionNeeds() {
        String id = inApproval("150");

        assertRefused("own-change", () -> desk.decide(id, Decision.APPROVE, FROM_NEXT, "", "anne"));
        assertRefused("week-missing", () -> desk.decide(id, Decision.APPROVE, Optional.empty(), "", "bob"));
        assertRefused("week-past", () -> desk.decide(id, Decision.APPROVE, Optional.of(NOW.plusWeeks(-1)), "", "bob"));
        assertRefused("reason-missing", () -> desk.decide(id, Decision.REFUSE, Optional.empty(), " ", "bob"));
        assertThat(changes.get(id).state()).isEqualTo(State.IN_APPROVAL);
    }

    @Test
    void whatIsDecidedIsNotDecidedAgain() {
        String id = inApproval("150");
        desk.decide(id, Decision.TRIAL, Optional.empty(), "", "bob");
        assertThat(changes.get(id).state()).isEqualTo(State.TRIAL);
        desk.decide(id, Decision.REFUSE, Optional.empty(), "no effect", "bob");

        assertRefused("change-not-open", () -> desk.decide(id, Decision.APPROVE, FROM_NEXT, "", "bob"));
        assertRefused("change-not-open", () -> desk.withdraw(id, "never mind", "anne"));
    }

    @Test
    void anApprovedChangeMayBeWithdrawnUntilItsWeekBegins() {
        String before = shelf.current().version();
        String id = inApproval("150");
        desk.decide(id, Decision.APPROVE, FROM_NEXT, "", "bob");

        desk.withdraw(id, "harvest week", "anne");

        assertThat(rules.of(NEXT).version()).isEqualTo(before);
        assertThat(changes.activations().get(0).revokedAt()).isPresent();
        String other = inApproval("160");
        desk.decide(other, Decision.APPROVE, Optional.of(NOW), "", "bob");
        assertRefused("change-not-open", () -> desk.withdraw(other, "too late", "anne"));
    }

    @Test
    void rulesThatDoNotHoldAreNoProposalAndTheSameOnesAreProposedOnce() {
        assertThatThrownBy(() -> desk.propose(shrunkTo("-1"), Origin.UPLOAD, "x", "anne"))
                .isInstanceOf(RulesException.class)
                .hasMessageContaining("contest.table.csv:2");
        assertRefused("in-force-already", () -> desk.propose(shelf.currentFiles(), Origin.UPLOAD, "x", "anne"));
        inApproval("150");
        assertRefused("already-proposed", () -> desk.propose(shrunkTo("150"), Origin.EDIT, "x", "carl"));
        assertRefused("reason-missing", () -> desk.propose(shrunkTo("170"), Origin.EDIT, " ", "carl"));
    }

    @Test
    void aChangedFolderIsNoticedOnceAndChangesNothingByItself() {
        assertThat(desk.noticeFolder("changed")).isEmpty();
        String before = shelf.current().version();
        shrunkTo("150").forEach(rulesFolder::write);
        shelf.reload();

        Optional<String> noticed = desk.noticeFolder("changed");

        assertThat(noticed).isPresent();
        assertThat(changes.get(noticed.orElseThrow()).author()).isEqualTo(RuleChange.FOLDER);
        assertThat(shelf.current().version()).isEqualTo(before);
        assertThat(desk.noticeFolder("changed")).isEmpty();
        verify(engine).startProcessInstanceByKey(eq("change-rules"), eq(noticed.orElseThrow()), anyMap());
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo(code));
    }
}
