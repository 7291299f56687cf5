package org.optimizer.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A message of the outbox.
 *
 * @param dedupKey business identity: {@code weekly-score:<contest>:<week>:<driver>}, at most one row ever
 * @param clientRef opaque, echoed by the provider; 26 characters, nothing of a person
 * @param to E.164 with its plus sign
 * @param claimToken of the attempt under way
 */
public record Sms(
        long id,
        String dedupKey,
        String clientRef,
        String contestId,
        IsoWeek week,
        String driverId,
        String to,
        String text,
        State state,
        int attemptNo,
        Optional<String> claimToken,
        Optional<Instant> claimedAt,
        Optional<String> messageId,
        Optional<String> providerStatus,
        String approvedBy,
        Instant approvedAt) {
    /** This message, claimed for one more attempt. */
    public Sms claimed(String token, Instant at) {
        return new Sms(
                id,
                dedupKey,
                clientRef,
                contestId,
                week,
                driverId,
                to,
                text,
                State.SENDING,
                attemptNo + 1,
                Optional.of(token),
                Optional.of(at),
                messageId,
                providerStatus,
                approvedBy,
                approvedAt);
    }

    /** This message with other words. */
    public Sms withText(String words) {
        return new Sms(
                id,
                dedupKey,
                clientRef,
                contestId,
                week,
                driverId,
                to,
                words,
                state,
                attemptNo,
                claimToken,
                claimedAt,
                messageId,
                providerStatus,
                approvedBy,
                approvedAt);
    }

    /** The states of the intent-first outbox. */
    public enum State {
        READY,
        SENDING,
        ACCEPTED,
        DELIVERED,
        UNDELIVERED,
        EXPIRED,
        REJECTED,
        AMBIGUOUS,
        ABANDONED
    }
}
