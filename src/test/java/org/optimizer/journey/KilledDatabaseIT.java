package org.optimizer.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What H2 has acknowledged and then loses with {@code kill -9}: a claim that is lost is a message sent twice. The long one has
 * {@code -Doptimizer.storm.database-kills=100}.
 */
class KilledDatabaseIT {
    private static final int KILLS = Integer.getInteger("optimizer.storm.database-kills", 20);
    private static final int COMMITS_BEFORE = 60;

    @TempDir
    private Path folder;

    @Test
    void nothingAcknowledgedIsLostWhereItIsWrittenAtOnce() throws Exception {
        int lost = lost("safe", ";WRITE_DELAY=0", KILLS);

        System.out.printf("R7 H2 with WRITE_DELAY=0, kill -9 × %d: acknowledged commits lost %d%n", KILLS, lost);
        assertThat(lost).isZero();
    }

    /** The control; the product sends nothing on such a database. */
    @Test
    void withoutItAcknowledgedCommitsAreLost() throws Exception {
        int lost = lost("unsafe", "", 3);

        System.out.printf("R7 control, H2 as it is by itself, kill -9 × 3: acknowledged commits lost %d%n", lost);
        assertThat(lost).isPositive();
    }

    private int lost(String name, String settings, int kills) throws Exception {
        int lost = 0;
        for (int kill = 0; kill < kills; kill++) {
            String url = "jdbc:h2:file:" + folder.resolve(name + kill) + settings;
            long acknowledged = commitUntilKilled(url);
            lost += (int) Math.max(0, acknowledged - kept(url));
        }
        return lost;
    }

    /** @return the last id that was acknowledged */
    private static long commitUntilKilled(String url) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        Storm.classPath(),
                        AcknowledgedCommits.class.getName(),
                        url))
                .redirectErrorStream(true)
                .start();
        long last = 0;
        BufferedReader output = writer.inputReader();
        while (last < COMMITS_BEFORE) {
            String line = output.readLine();
            if (line == null) {
                throw new IllegalStateException("a writer ended by itself after " + last + " commits");
            }
            last = line.startsWith("COMMITTED ") ? Long.parseLong(line.substring(10)) : last;
        }
        writer.destroyForcibly();
        writer.waitFor(1, TimeUnit.MINUTES);
        return last;
    }

    /** @return how many rows are there after the crash, at most the last that was acknowledged */
    private static long kept(String url) throws SQLException {
        try (Connection database = DriverManager.getConnection(url);
                ResultSet rows = database.createStatement().executeQuery("select count(*), max(id) from claim")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException tableLost) {
            return 0;
        }
    }
}
