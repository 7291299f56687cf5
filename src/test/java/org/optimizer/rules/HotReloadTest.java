package org.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optimizer.model.Rulebook;
import org.optimizer.transform.scoring.Week;

/** Promise R17, of reloads: they swap what holds, nobody waits for them, and what a week pinned goes on answering. */
class HotReloadTest {
    /** The promise's hundred with {@code -Doptimizer.test.swaps=100}. */
    private static final int SWAPS = Integer.getInteger("optimizer.test.swaps", 20);

    private static final int SCORERS = 2;
    private static final int SHIPPED_KM = 100;

    @TempDir
    private Path temp;

    private final Map<String, Map<String, String>> kept = new HashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(SCORERS);
    private final CountDownLatch started = new CountDownLatch(SCORERS);
    private RulesFolder folder;
    private RulebookShelf shelf;
    private volatile boolean over;

    @BeforeEach
    void copyTheRules() {
        folder = RulesFolder.copyInto(temp);
        shelf = new RulebookShelf(temp, version -> Optional.ofNullable(kept.get(version)));
    }

    @AfterEach
    void stop() {
        over = true;
        threads.shutdownNow();
    }

    /** Scores of one thread by the kilometres of their rules. @param longestNs that one of them took, asking for its rules included */
    private record Scored(long scores, long longestNs, Map<Integer, Set<String>> byKm) {}

    /** Now with the rules in force, now with those that a week pinned. */
    private Callable<Scored> scorer(String pinned) {
        return () -> {
            long scores = 0;
            long longest = 0;
            Map<Integer, Set<String>> byKm = new HashMap<>();
            started.countDown();
            for (; !over; scores++) {
                long before = System.nanoTime();
                Rulebook rules = scores % 2 == 0 ? shelf.current() : shelf.version(pinned);
                String score = scored(rules);
                longest = Math.max(longest, System.nanoTime() - before);
                byKm.computeIfAbsent(km(rules), any -> new HashSet<>()).add(score);
            }
            return new Scored(scores, longest, byKm);
        };
    }

    private static int km(Rulebook rules) {
        return (int) rules.contest().shrinkKm();
    }

    private static String scored(Rulebook rules) {
        return Week.worked().scored("d1", rules).toString();
    }

    private void change(int km) {
        folder.editCell("contest.table.csv", "shrink-km", "value", Integer.toString(km))
                .editCell("contest.cases.csv", "shrink-km-figure", "value", Integer.toString(km));
    }

    @Test
    void scoringGoesOnDuringSwapsAndNoScoreIsOfHalfARuleSet() throws Exception {
        String pinned = shelf.current().version();
        kept.put(pinned, shelf.currentFiles());
        Map<Integer, String> right = new HashMap<>(Map.of(SHIPPED_KM, scored(shelf.current())));
        List<Future<Scored>> scoring = new ArrayList<>();
        for (int each = 0; each < SCORERS; each++) {
            scoring.add(threads.submit(scorer(pinned)));
        }
        started.await();

        long before = System.nanoTime();
        for (int km = SHIPPED_KM + 1; km <= SHIPPED_KM + SWAPS; km++) {
            change(km);
            right.put(km, scored(shelf.reload()));
        }
        double seconds = (System.nanoTime() - before) / 1e9;
        over = true;

        long scores = 0;
        long longest = 0;
        for (Future<Scored> each : scoring) {
            Scored scored = each.get();
            assertThat(scored.byKm).allSatisfy((km, found) -> assertThat(found).containsExactly(right.get(km)));
            assertThat(scored.byKm).hasSizeGreaterThan(SWAPS / 2);
            scores += scored.scores;
            longest = Math.max(longest, scored.longestNs);
        }
        System.out.printf(
                Locale.ROOT,
                "%d swaps in %.1f s (%.0f ms each): %d scores meanwhile, 0 of them of other rules than they say, the longest took %d ms%n",
                SWAPS,
                seconds,
                1e3 * seconds / SWAPS,
                scores,
                longest / 1_000_000);
        assertThat(right.values()).doesNotHaveDuplicates();
    }

    @Test
    void whoAsksDuringACompilationDoesNotWaitForIt() throws Exception {
        String pinned = shelf.current().version();
        CountDownLatch compiling = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        RulebookShelf slow = new RulebookShelf(temp, version -> {
            compiling.countDown();
            await(answered);
            return Optional.ofNullable(kept.get(version));
        });
        change(120);
        kept.put(RuleFiles.read(temp).version(), RuleFiles.read(temp).content());

        Future<Rulebook> other =
                threads.submit(() -> slow.version(RuleFiles.read(temp).version()));
        compiling.await();
        Future<Rulebook> known = threads.submit(() -> slow.version(pinned));

        assertThat(km(known.get())).isEqualTo(SHIPPED_KM);
        assertThat(other).isNotDone();
        answered.countDown();
        assertThat(km(other.get())).isEqualTo(120);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the test is over", stopped);
        }
    }

    @Test
    void whatDoesNotCompileOrBreaksACaseIsRefusedBetweenSwapsAndTheOldRulesAnswer() {
        String before = scored(shelf.current());
        String version = shelf.current().version();

        folder.editCell("contest.table.csv", "shrink-km", "value", "120");
        assertThatThrownBy(shelf::reload).hasMessageContaining("case shrink-km-figure");
        folder.editCell("contest.table.csv", "shrink-km", "value", "100")
                .edit("cycle.drl", "$it.flag(\"MULTI_DROP\");", "$it.flag(\"MULTI_DROP\"); while (true) {}");
        assertThatThrownBy(shelf::reload).hasMessageContaining("cycle.drl: expected rules that look at one question");

        assertThat(scored(shelf.current())).isEqualTo(before);
        assertThat(shelf.current().version()).isEqualTo(version);
    }
}
