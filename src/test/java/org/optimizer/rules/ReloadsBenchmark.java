package org.optimizer.rules;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import org.optimizer.transform.scoring.Week;

/**
 * What 1 000 reloads, each of rules that there never were before, leave behind in heap and metaspace after a collection. Each
 * version scores a week. The first hundred are not counted: caches fill, and the shelf keeps a dozen older versions.
 */
public final class ReloadsBenchmark {
    private static final int RELOADS = 1000;
    private static final int WARM = 100;
    private static final int STEP = 100;
    private static final double BYTES_PER_MB = 1e6;
    private static final double LIMIT_MB = 10;

    private ReloadsBenchmark() {}

    /** MB after a collection. */
    private record Used(double heap, double nonHeap) {
        static Used now() {
            for (int again = 0; again < 3; again++) {
                System.gc();
            }
            return new Used(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MB, metaspace());
        }

        private static double metaspace() {
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getType() == MemoryType.NON_HEAP)
                            .filter(pool -> pool.getName().contains("Metaspace"))
                            .mapToLong(pool -> pool.getUsage().getUsed())
                            .sum()
                    / BYTES_PER_MB;
        }
    }

    public static void main(String[] arguments) throws IOException {
        RulesFolder folder = RulesFolder.copyInto(Files.createTempDirectory("reloads"));
        RulebookShelf shelf = new RulebookShelf(folder.path(), version -> Optional.empty());
        Used warm = null;
        Used last = null;
        long began = System.nanoTime();
        for (int reload = 1; reload <= WARM + RELOADS; reload++) {
            String km = Integer.toString(100 + reload);
            folder.editCell("contest.table.csv", "shrink-km", "value", km)
                    .editCell("contest.cases.csv", "shrink-km-figure", "value", km);
            Week.worked().scored("d1", shelf.reload());
            if (reload % STEP == 0) {
                last = Used.now();
                warm = warm == null ? last : warm;
                System.out.printf(
                        Locale.ROOT,
                        "%4d reloads: heap %.1f MB, metaspace %.1f MB, %.0f ms a reload%n",
                        reload,
                        last.heap,
                        last.nonHeap,
                        (System.nanoTime() - began) / 1e6 / reload);
            }
        }
        double grown = last.heap - warm.heap + last.nonHeap - warm.nonHeap;
        System.out.printf(
                Locale.ROOT,
                "%d reloads of distinct rules: heap %+.2f MB, metaspace %+.2f MB, %+.1f kB a reload (under %.0f MB in all expected)%n",
                RELOADS,
                last.heap - warm.heap,
                last.nonHeap - warm.nonHeap,
                1e3 * grown / RELOADS,
                LIMIT_MB);
        if (grown >= LIMIT_MB) {
            throw new IllegalStateException("expected less than " + LIMIT_MB + " MB, found " + grown);
        }
    }
}
