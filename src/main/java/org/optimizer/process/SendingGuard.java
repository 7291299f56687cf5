package org.optimizer.process;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.optimizer.extract.SmsGuards;
import org.optimizer.load.SmsGuardSink;
import org.optimizer.model.SmsGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stops sending when the database was restored from a backup, which does not know what was sent since: it would send that
 * again. A marker moves on with every claim, in the database and in a file beside it; a database behind its file is an old one.
 */
public class SendingGuard {
    private static final Logger LOG = LoggerFactory.getLogger(SendingGuard.class);

    /** Beyond what another node's file may hold. */
    private static final long LEAP = 1_000_000;

    private final SmsGuards guards;
    private final SmsGuardSink sink;
    private final MarkerFile file;
    private final Optional<String> unsafe;
    private final TransactionOperations transaction;
    private final Clock clock;

    /**
     * @param markerFile beside the database and never in the same backup
     * @param unsafe why this database may not be trusted with claims, such as one that loses what it has acknowledged
     */
    public SendingGuard(
            SmsGuards guards,
            SmsGuardSink sink,
            Path markerFile,
            Optional<String> unsafe,
            TransactionOperations transaction,
            Clock clock) {
        this.guards = guards;
        this.sink = sink;
        this.file = new MarkerFile(markerFile);
        this.unsafe = unsafe;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether messages may be sent now; looks at the marker, and pauses sending when it is not what it was. */
    public boolean isOpen() {
        return whyPaused().isEmpty();
    }

    /** A code: {@code database-restored}, {@code marker-missing}, {@code other-database}, or why commits are not safe. */
    public Optional<String> whyPaused() {
        if (unsafe.isPresent()) {
            return unsafe;
        }
        // the file first: what it says was in the database before
        Optional<MarkerFile.Marker> written = file.read();
        SmsGuard guard = state();
        if (guard.pausedAt().isPresent()) {
            return guard.pauseReason();
        }
        Optional<String> reason = difference(guard, written);
        reason.ifPresentOrElse(this::pause, () -> keep(guard.marker()));
        return reason;
    }

    private static Optional<String> difference(SmsGuard guard, Optional<MarkerFile.Marker> written) {
        boolean isOurs = written.filter(marker -> marker.databaseId().equals(guard.databaseId()))
                .isPresent();
        if (isOurs) {
            return written.filter(marker -> marker.value() > guard.marker()).map(marker -> "database-restored");
        }
        if (guard.marker() == 0) {
            return Optional.empty(); // a new database, which has sent nothing
        }
        return Optional.of(written.isEmpty() ? "marker-missing" : "other-database");
    }

    private void pause(String reason) {
        transaction.executeWithoutResult(status -> sink.pause(reason, clock.instant()));
        LOG.warn("sending of SMS is paused until a person lifts it: {}", reason);
    }

    /** How things stand; begins the account of a new database. */
    public SmsGuard state() {
        return guards.find().orElseGet(() -> {
            transaction.executeWithoutResult(status -> sink.begin(Ulid.at(clock.instant())));
            return guards.find().orElseThrow();
        });
    }

    /** Moves on with a claim, in its transaction. @return the marker, or empty when sending is paused */
    OptionalLong move() {
        return sink.move() ? OptionalLong.of(state().marker()) : OptionalLong.empty();
    }

    /** Writes the marker down beside the database, after the claim's commit and before its message leaves. */
    void keep(long marker) {
        file.moveTo(new MarkerFile.Marker(state().databaseId(), marker));
    }

    /**
     * Lets sending go on, because a person says so.
     *
     * @param isDoubtful whether messages that wait may have been sent already, as after a restored backup: each becomes unclear
     * @return false when it was not paused
     */
    public boolean lift(String by, boolean isDoubtful) {
        if (by.isBlank()) {
            throw new IllegalArgumentException("lifting the pause: expected a named person, found nobody");
        }
        long known = Math.max(
                state().marker(), file.read().map(MarkerFile.Marker::value).orElse(0L));
        boolean isLifted = Boolean.TRUE.equals(
                transaction.execute(status -> sink.lift(by, known + LEAP, isDoubtful, clock.instant())));
        if (isLifted) {
            keep(known + LEAP);
            LOG.info("sending of SMS goes on, lifted by {}{}", by, isDoubtful ? "; what waits is unclear" : "");
        }
        return isLifted;
    }
}
