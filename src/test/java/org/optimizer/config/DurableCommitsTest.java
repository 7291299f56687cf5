package org.optimizer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableCommitsTest {
    @TempDir
    private Path folder;

    private JdbcDataSource h2(String settings) {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:file:" + folder.resolve("outbox") + settings);
        return database;
    }

    @Test
    void aDatabaseThatWritesAtOnceIsTrusted() {
        assertThat(DurableCommits.whyNot(h2(";WRITE_DELAY=0"))).isEmpty();
    }

    @Test
    void oneThatWritesLaterIsNot() {
        assertThat(DurableCommits.whyNot(h2(""))).contains("h2-write-delay");
        assertThat(DurableCommits.whyNot(h2(";WRITE_DELAY=100"))).contains("h2-write-delay");
    }

    @Test
    void oneThatDiesWithItsProcessForgetsWhomToSendToAsWell() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:durable");
        assertThat(DurableCommits.whyNot(database)).isEmpty();
    }
}
