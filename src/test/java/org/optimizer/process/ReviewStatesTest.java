package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.optimizer.process.ReviewRig.WEEK;
import static org.optimizer.process.Season.CONTEST;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.model.Sms;
import org.optimizer.process.ReviewDesk.Decision;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * R29: whatever people, forms, REST calls and moves of the token do, in every order up to a depth, no SMS is in the outbox that a
 * named person has not approved as it is.
 */
@EdgesTest
class ReviewStatesTest {
    private static final int DEPTH = Integer.getInteger("optimizer.review.depth", 2);
    private static RulebookShelf shelf;

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private ReviewRig rig;
    private final Map<String, Runnable> moves = new LinkedHashMap<>();

    /** What the drivers would read according to the last approval by a person; empty before. */
    private List<String> approved = List.of();

    private List<String> seenFirst = List.of();
    private ProcessInstance week;

    @BeforeEach
    void start() {
        if (shelf == null) {
            shelf = RulesFolder.shelf(Path.of("rules"));
        }
        rig = new ReviewRig(camel, jdbc, transactions, shelf);
        moves.put("exclude", () -> rig.changes.exclude(CONTEST, WEEK, rig.revision(), List.of("d2"), "gap", "anne"));
        moves.put("exclude on old marks", () -> rig.changes.exclude(CONTEST, WEEK, 0, List.of("d1"), "gap", "bob"));
        moves.put("reword", () -> rig.changes.reword(CONTEST, WEEK, rig.revision(), "d1", "Rang {rank}", "bob"));
        moves.put("undo", () -> rig.changes.undo(CONTEST, WEEK, rig.revision(), "anne"));
        moves.put("approve", this::approve);
        moves.put("approve as seen first", this::approveAsSeenFirst);
        moves.put("complete without a person", () -> complete(null, answer(rig.revision())));
        moves.put("complete without a revision", () -> complete("anne", Map.of("decision", "approve")));
        moves.put("complete without a decision", () -> complete("anne", Map.of("reviewRevision", rig.revision())));
        moves.put(
                "score again", () -> rig.desk.decide(CONTEST, WEEK, rig.revision(), Decision.SCORE_AGAIN, "x", "bob"));
        moves.put("cancel", () -> rig.desk.decide(CONTEST, WEEK, rig.revision(), Decision.CANCEL, "x", "bob"));
        moves.put("move the token", this::moveToken);
        moves.put("take", () -> rig.desk.take(CONTEST, WEEK, "bob"));
    }

    @AfterEach
    void stop() {
        rig.stop();
    }

    private static Map<String, Object> answer(int revision) {
        return Map.of("decision", "approve", "reviewRevision", revision);
    }

    private List<String> texts() {
        return rig.desk.open(CONTEST, WEEK).lines().stream()
                .flatMap(line -> line.message().stream())
                .sorted()
                .toList();
    }

    private void approve() {
        List<String> texts = texts();
        rig.desk.decide(CONTEST, WEEK, rig.revision(), Decision.APPROVE, "", "anne");
        approved = texts;
    }

    /** Whoever opened the page before anybody changed anything: what he saw is what may be sent, or nothing. */
    private void approveAsSeenFirst() {
        rig.desk.decide(CONTEST, WEEK, 1, Decision.APPROVE, "", "anne");
        approved = seenFirst;
    }

    private void complete(String by, Map<String, Object> answer) {
        rig.engine.getIdentityService().setAuthenticatedUserId(by);
        try {
            rig.engine.getTaskService().complete(rig.task().orElseThrow().getId(), answer);
        } finally {
            rig.engine.getIdentityService().clearAuthentication();
        }
    }

    /** What an operator can do in Cockpit or over REST. */
    private void moveToken() {
        rig.engine
                .getRuntimeService()
                .createProcessInstanceModification(week.getId())
                .setAnnotation("by hand")
                .startBeforeActivity("queue-messages")
                .setVariable("decidedBy", "mallory")
                .execute();
    }

    @Test
    void noOrderOfMovesPutsASmsIntoTheOutboxThatNobodyApproved() {
        int sequences = tryAll();

        System.out.printf(
                "R29: %d sequences of up to %d of %d moves, with SMS %d, SMS that no person approved %d%n",
                sequences, DEPTH, moves.size(), sent, bypasses.size());
        assertThat(sent).as("sequences that do send").isPositive();
        assertThat(bypasses).isEmpty();
    }

    /** The control: steps that trust the token, as before. */
    @Test
    void controlStepsThatTrustTheTokenAreBypassed() {
        Mocks.register("weeklyContest", trusting());

        int sequences = tryAll();

        System.out.printf(
                "R29, control: %d sequences, SMS that no person approved in %d of them%n", sequences, bypasses.size());
        assertThat(bypasses).isNotEmpty().allMatch(names -> names.contains("move the token"));
    }

    private int sent;
    private final List<List<String>> bypasses = new ArrayList<>();

    private int tryAll() {
        List<List<String>> sequences = new ArrayList<>(List.of(List.of()));
        int tried = 0;
        for (int depth = 0; depth < DEPTH; depth++) {
            sequences = sequences.stream()
                    .flatMap(before -> moves.keySet().stream().map(next -> plus(before, next)))
                    .collect(Collectors.toList());
            sequences.forEach(this::play);
            tried += sequences.size();
        }
        return tried;
    }

    private static List<String> plus(List<String> before, String next) {
        List<String> longer = new ArrayList<>(before);
        longer.add(next);
        return longer;
    }

    private void play(List<String> names) {
        week = rig.begin();
        rig.season.results.rank(rig.season.contests.get(CONTEST), rig.season.batch(WEEK));
        approved = List.of();
        seenFirst = texts();
        names.forEach(name -> {
            attempt(moves.get(name));
            rig.run();
        });
        List<Sms> messages = rig.messages();
        if (messages.isEmpty()) {
            return;
        }
        sent++;
        boolean byPerson = messages.stream().allMatch(sms -> sms.approvedBy().equals("anne"));
        List<String> texts = messages.stream().map(Sms::text).sorted().toList();
        if (!byPerson || !texts.equals(approved)) {
            bypasses.add(names);
        }
    }

    /** A refusal is an answer, and so is that there is no task or process any more. */
    private static void attempt(Runnable move) {
        try {
            move.run();
        } catch (Refused | ProcessEngineException | java.util.NoSuchElementException answered) {
            assertThat(answered).isNotNull();
        }
    }

    /** Makes up the approval that is asked for. */
    private WeeklyContest trusting() {
        WeeklyContest trusting = mock(WeeklyContest.class, delegatesTo(rig.season.steps));
        doAnswer(call -> {
                    rig.season.approves(WEEK, call.getArgument(2));
                    return rig.season.steps.queueMessages(CONTEST, WEEK.toString(), call.getArgument(2));
                })
                .when(trusting)
                .queueMessages(any(), any(), any());
        return trusting;
    }
}
