package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.process.BadProvider.Fault;
import org.optimizer.process.BadProviderRun.Way;

/**
 * A bad provider hurts only itself (promise R12): of twenty vehicles some misbehave, in a process with a heap of 512 MB, and the
 * others are complete. Figures are printed.
 */
class BadProviderTest {
    private static final int HEAP_MB = 512;
    private static final long LONGEST_S = 240;
    /** With what a Java process ends that was told to end when its heap does. */
    private static final int OUT_OF_MEMORY = 3;

    private BadProvider provider;

    @BeforeEach
    void start() throws IOException {
        provider = new BadProvider();
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void vehiclesThatAreRefusedBrokenHangingOrHugeCostTheOthersNothing() {
        Outcome outcome =
                fetch(Way.EACH_ALONE, Map.of(2, Fault.BUSY, 7, Fault.BROKEN, 12, Fault.HANG, 17, Fault.FIFTY_MB));

        assertThat(outcome.complete()).isEqualTo(BadProvider.VEHICLES - 4);
        assertThat(outcome.stored).doesNotContainKeys("v02", "v07", "v12", "v17");
        assertThat(outcome.problems.get("v02")).contains("GET /trackpoints/2", "found 429", "not to be asked before");
        assertThat(outcome.problems.get("v07")).contains("GET /trackpoints/7", "found 500", "asked again later");
        assertThat(outcome.problems.get("v12")).contains("GET /trackpoints/12", "within 3 s", "hanging");
        assertThat(outcome.problems.get("v17"))
                .contains("GET /trackpoints/17", "at most 40 MB", "nothing of this answer was kept");
        assertThat(outcome.heapMb).isLessThan(HEAP_MB);
    }

    @Test
    void bombsAndPagesWithoutEndCostTheOthersNothing() {
        Outcome outcome =
                fetch(Way.EACH_ALONE, Map.of(1, Fault.BOMB, 6, Fault.SAME_PAGE, 11, Fault.ENDLESS, 20, Fault.FIFTY_MB));

        assertThat(outcome.complete()).isEqualTo(BadProvider.VEHICLES - 4);
        assertThat(outcome.problems.get("v01")).contains("GET /trackpoints/1", "decompression bomb");
        assertThat(outcome.stored).as("one page, once").containsEntry("v06", 5000L);
        assertThat(outcome.problems.get("v11")).contains("GET /trackpoints/11", "at most 20 pages");
        assertThat(outcome.stored).doesNotContainKeys("v01", "v11", "v20");
        assertThat(outcome.heapMb).isLessThan(HEAP_MB);
    }

    @Test
    void controlInOneTransactionOneBadVehicleLosesThemAll() {
        Outcome outcome = fetch(Way.ALL_IN_ONE, Map.of(7, Fault.BROKEN));

        assertThat(outcome.complete()).isZero();
        assertThat(outcome.lost).contains("found 500");
    }

    @Test
    void controlTakenIntoMemoryOneBombEndsTheProcess() {
        provider.misbehave(3, Fault.BOMB);

        Ended ended = run(Way.WHOLE_ANSWERS);

        System.out.printf("%n%s: the process ended with %d: %s%n", Way.WHOLE_ANSWERS, ended.exit, ended.lastLine());
        assertThat(ended.exit).as(ended.told()).isEqualTo(OUT_OF_MEMORY);
        assertThat(ended.lastLine()).contains("OutOfMemoryError");
    }

    /** A process that is over. */
    private record Ended(int exit, List<String> lines) {
        String lastLine() {
            return lines.get(lines.size() - 1);
        }

        String told() {
            return String.join("\n", lines);
        }
    }

    /**
     * @param stored fixes by vehicle
     * @param problems what an operator reads, by vehicle
     * @param lost why the whole run was; empty when it was not
     */
    private record Outcome(Map<String, Long> stored, Map<String, String> problems, String lost, long heapMb) {
        /** Vehicles that did not misbehave and of which each fix is there. */
        long complete() {
            return stored.values().stream()
                    .filter(fixes -> fixes == BadProvider.FIXES)
                    .count();
        }
    }

    private Outcome fetch(Way way, Map<Integer, Fault> faults) {
        faults.forEach(provider::misbehave);
        Ended ended = run(way);
        assertThat(ended.exit).as(ended.told()).isZero();
        Outcome outcome = outcome(ended.lines);
        System.out.printf(
                "%n%s, of %d vehicles misbehave %s:%n  others complete %d of %d, peak heap %d MB of %d MB%n%s%s",
                way,
                BadProvider.VEHICLES,
                new TreeMap<>(faults),
                outcome.complete(),
                BadProvider.VEHICLES - faults.size(),
                outcome.heapMb,
                HEAP_MB,
                outcome.problems.entrySet().stream()
                        .map(problem -> "  " + problem.getKey() + ": " + problem.getValue() + "\n")
                        .collect(Collectors.joining()),
                outcome.lost.isEmpty() ? "" : "  all lost: " + outcome.lost + "\n");
        return outcome;
    }

    private Ended run(Way way) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path said = Path.of("target", "bad-provider-" + way + ".txt");
        try {
            Process process = new ProcessBuilder(
                            java,
                            "-Xmx" + HEAP_MB + "m",
                            // whichever thread meets the end of the heap: the process ends there, every time alike
                            "-XX:+ExitOnOutOfMemoryError",
                            "-cp",
                            classPath,
                            BadProviderRun.class.getName(),
                            way.name(),
                            provider.url())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            boolean ended = process.waitFor(LONGEST_S, TimeUnit.SECONDS);
            process.destroyForcibly();
            Ended result = new Ended(process.waitFor(), Files.readAllLines(said));
            assertThat(ended)
                    .as("ended within %d s; said: %s", LONGEST_S, result.told())
                    .isTrue();
            return result;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Outcome outcome(List<String> lines) {
        Map<String, Long> stored = new TreeMap<>();
        after(lines, "stored: ").forEach(line -> stored.put(line.split(" ")[0], Long.parseLong(line.split(" ")[1])));
        Map<String, String> problems = new TreeMap<>();
        after(lines, "problem: ").forEach(line -> problems.put(line.split(" ")[0], line.substring(4)));
        return new Outcome(
                stored,
                problems,
                String.join("; ", after(lines, "lost: ")),
                Long.parseLong(after(lines, "heap: ").get(0)));
    }

    private static List<String> after(List<String> lines, String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }
}
