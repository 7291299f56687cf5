package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.SmsGuards;
import org.optimizer.load.SmsGuardSink;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@EdgesTest
class SendingGuardTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path folder;

    @AfterEach
    void clear() {
        jdbc.update("delete from sms_guard");
        jdbc.update("delete from sms_outbox");
    }

    private SendingGuard guard(String file) {
        return guard(file, Optional.empty());
    }

    private SendingGuard guard(String file, Optional<String> unsafe) {
        return new SendingGuard(
                new SmsGuards(camel),
                new SmsGuardSink(camel),
                folder.resolve(file),
                unsafe,
                new TransactionTemplate(transactions),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private SendingGuard afterClaims(String file, int claims) {
        SendingGuard guard = guard(file);
        assertThat(guard.isOpen()).isTrue();
        for (int claim = 0; claim < claims; claim++) {
            guard.keep(guard.move().orElseThrow());
        }
        return guard;
    }

    private void restoreTo(long marker) {
        jdbc.update("update sms_guard set marker = ?", marker);
    }

    @Test
    void aNewDatabaseSends() {
        assertThat(afterClaims("a", 3).isOpen()).isTrue();
        assertThat(guard("a").state().marker()).isEqualTo(3);
    }

    @Test
    void aRestoredDatabaseSendsNothingUntilAPersonLiftsThat() {
        afterClaims("a", 3);
        restoreTo(2);

        SendingGuard restarted = guard("a");
        assertThat(restarted.whyPaused()).contains("database-restored");
        assertThat(restarted.move()).as("not even what was listed before").isEmpty();
        assertThat(guard("a").whyPaused()).as("after another start").contains("database-restored");

        assertThatThrownBy(() -> restarted.lift(" ", true)).hasMessageContaining("named person");
        assertThat(restarted.lift("anne", false)).isTrue();
        assertThat(restarted.lift("anne", false)).isFalse();
        assertThat(restarted.isOpen()).isTrue();
        assertThat(restarted.state().liftedBy()).contains("anne");
        assertThat(restarted.move()).isPresent();
    }

    @Test
    void evenOneRestoredToItsVeryBeginningIsNoticed() {
        afterClaims("a", 1);
        restoreTo(0);

        assertThat(guard("a").whyPaused()).contains("database-restored");
    }

    /** The control: without the file nobody could know. */
    @Test
    void withoutItsFileADatabaseThatHasSentIsNotTrusted() throws Exception {
        afterClaims("a", 1);
        Files.delete(folder.resolve("a"));

        assertThat(guard("a").whyPaused()).contains("marker-missing");
    }

    @Test
    void theFileOfAnotherDatabaseProvesNothing() {
        afterClaims("a", 1);
        jdbc.update("update sms_guard set database_id = '01ANOTHER00000000000000000'");

        assertThat(guard("a").whyPaused()).contains("other-database");
    }

    @Test
    void aNodeThatDiedBetweenItsCommitAndItsFileIsNoRestore() {
        SendingGuard guard = afterClaims("a", 2);
        guard.move();

        assertThat(guard("a").isOpen()).isTrue();
    }

    @Test
    void aFileOfHalfALineIsAsGoodAsNone() throws Exception {
        afterClaims("a", 2);
        Files.writeString(folder.resolve("a"), "01ABC");

        assertThat(guard("a").whyPaused()).contains("marker-missing");
    }

    @Test
    void anotherNodesFileMayLagBehindAndIsCarriedAlong() {
        SendingGuard first = afterClaims("a", 5);
        SendingGuard second = guard("b");
        assertThat(second.whyPaused()).as("it cannot know").contains("marker-missing");
        second.lift("anne", false);

        assertThat(first.isOpen()).isTrue();
        assertThat(second.isOpen()).isTrue();
    }

    @Test
    void whatWaitedInARestoredDatabaseBecomesUnclear() {
        afterClaims("a", 1);
        for (String state : List.of("READY", "DELIVERED")) {
            jdbc.update(
                    "insert into sms_outbox (dedup_key, client_ref, contest_id, iso_week, driver_id, score_revision, phone,"
                            + " message_text, text_hash, state, changed_at, attempt_no, approved_by, approved_at)"
                            + " values (?, ?, 'c1', '2026-W47', 'd1', 0, '+33639980101', 'x', 'h', ?, now(), 0, 'anne', now())",
                    state,
                    "REF-" + state,
                    state);
        }
        restoreTo(0);
        SendingGuard guard = guard("a");
        guard.isOpen();
        guard.lift("anne", true);

        assertThat(jdbc.queryForList("select state from sms_outbox order by id", String.class))
                .containsExactly("AMBIGUOUS", "DELIVERED");
    }

    @Test
    void aDatabaseThatForgetsWhatItAcknowledgedIsNeverSentFrom() {
        SendingGuard guard = guard("a", Optional.of("h2-write-delay"));

        assertThat(guard.whyPaused()).contains("h2-write-delay");
        assertThat(guard.lift("anne", false)).isFalse();
    }
}
