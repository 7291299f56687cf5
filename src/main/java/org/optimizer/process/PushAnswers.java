package org.optimizer.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.optimizer.extract.Pushes;
import org.optimizer.load.PushSink;
import org.springframework.transaction.support.TransactionOperations;

/** Does once what a sender asks for under a key ({@code Idempotency-Key}), and gives the same answer whenever he asks again. */
public class PushAnswers {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration BETWEEN_CLEARINGS = Duration.ofHours(1);
    private static final int LONGEST_KEY = 100;

    private final Pushes pushes;
    private final PushSink sink;
    private final TransactionOperations transaction;
    private final Clock clock;
    private Instant clearAt = Instant.MIN;

    public PushAnswers(Pushes pushes, PushSink sink, TransactionOperations transaction, Clock clock) {
        this.pushes = pushes;
        this.sink = sink;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Answers a push in one transaction.
     *
     * @param address to which it came: the same key elsewhere is another push
     * @param key empty when the sender gave none
     * @param work takes the push and gives the answer
     * @throws PushRefused when the key came before with another body, or when {@code work} says so
     */
    public String answer(Sender sender, String address, Optional<String> key, byte[] body, Supplier<String> work) {
        key.filter(given -> given.isBlank() || given.length() > LONGEST_KEY).ifPresent(given -> {
            throw new PushRefused(400, "BAD_KEY", "expected an Idempotency-Key of 1 to " + LONGEST_KEY + " characters");
        });
        if (isTimeToClear()) {
            sink.forgetAnswers(clock.instant().minus(KEPT));
        }
        return Objects.requireNonNull(transaction.execute(status ->
                key.map(given -> once(sender, given, hash(address, body), work)).orElseGet(work)));
    }

    private String once(Sender sender, String key, String hash, Supplier<String> work) {
        if (sink.begin(sender.name(), key, hash, clock.instant())) {
            String answer = work.get();
            sink.answer(sender.name(), key, answer);
            return answer;
        }
        Pushes.Answer before = pushes.findAnswer(sender.name(), key)
                .orElseThrow(() -> new PushRefused(503, "BUSY", "nothing was stored; send the same again"));
        if (!before.bodyHash().equals(hash)) {
            throw new PushRefused(
                    409, "KEY_REUSED", "this Idempotency-Key came before with another body; use a new one");
        }
        return before.text();
    }

    private synchronized boolean isTimeToClear() {
        Instant now = clock.instant();
        boolean isTime = !now.isBefore(clearAt);
        if (isTime) {
            clearAt = now.plus(BETWEEN_CLEARINGS);
        }
        return isTime;
    }

    private static String hash(String address, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((address + "\n").getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("every Java has SHA-256", cause);
        }
    }
}
