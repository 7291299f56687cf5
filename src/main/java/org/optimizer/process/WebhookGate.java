package org.optimizer.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.optimizer.load.NexmoSignature;
import org.optimizer.load.WebhookSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets in what the SMS provider itself tells us: signed, of these minutes, and each call once. What a call changes and that it
 * was taken are one transaction, so that a call that failed may come again.
 */
public class WebhookGate {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookGate.class);

    /** How far a call's own time may be from ours, either way. */
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private static final int LONGEST_NONCE = 90;

    private final String secret;
    private final WebhookSink sink;
    private final TransactionOperations transaction;
    private final Clock clock;

    /** @param secret what the account signs with; empty for an account that does not sign, whose calls anybody could make */
    public WebhookGate(String secret, WebhookSink sink, TransactionOperations transaction, Clock clock) {
        this.secret = secret;
        this.sink = sink;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Does what a call of the SMS API says.
     *
     * @param fields with {@code timestamp}, {@code nonce} and {@code sig}
     * @return false when it is not the provider's, or not of these minutes; one that came before changes nothing
     */
    public boolean take(Map<String, String> fields, Runnable what) {
        if (secret.isEmpty()) {
            what.run();
            return true;
        }
        return NexmoSignature.isRight(fields, secret) && isNear(fields.getOrDefault("timestamp", ""))
                ? once(nonce(fields), what)
                : refused();
    }

    /** The same for the Messages API, which signs with a token. */
    public boolean take(String authorization, byte[] body, Runnable what) {
        if (secret.isEmpty()) {
            what.run();
            return true;
        }
        return ProviderToken.idOf(authorization, body, secret, clock.instant(), WINDOW)
                .map(id -> once("jti:" + id, what))
                .orElseGet(WebhookGate::refused);
    }

    private boolean isNear(String epochSeconds) {
        if (!epochSeconds.matches("\\d{1,11}")) {
            return false;
        }
        Instant said = Instant.ofEpochSecond(Long.parseLong(epochSeconds));
        return Duration.between(said, clock.instant()).abs().compareTo(WINDOW) <= 0;
    }

    /** A call without a nonce is known by its signature, which differs in the second or in what it says. */
    private static String nonce(Map<String, String> fields) {
        return "nonce:"
                + Optional.of(fields.getOrDefault("nonce", ""))
                        .filter(nonce -> !nonce.isBlank() && nonce.length() <= LONGEST_NONCE)
                        .orElseGet(() -> fields.get("sig"));
    }

    private boolean once(String seenId, Runnable what) {
        transaction.executeWithoutResult(status -> {
            if (sink.isFirst(seenId, clock.instant())) {
                what.run();
                sink.forget(clock.instant().minus(WINDOW.multipliedBy(3)));
            }
        });
        return true;
    }

    private static boolean refused() {
        LOG.warn("a call in the name of the SMS provider was refused: its signature or its time is not right");
        return false;
    }
}
