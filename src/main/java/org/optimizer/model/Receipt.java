package org.optimizer.model;

import java.time.Instant;

/**
 * What the provider says became of a message, or of one part of it.
 *
 * @param status delivered, expired, failed, rejected, accepted, buffered or unknown
 * @param errorCode the provider's; "0" is none
 * @param isWhole whether it speaks of the whole message, however many parts it was sent in
 */
public record Receipt(
        String clientRef, String messageId, String status, String errorCode, Instant receivedAt, boolean isWhole) {
    /** Of one part. */
    public Receipt(String clientRef, String messageId, String status, String errorCode, Instant receivedAt) {
        this(clientRef, messageId, status, errorCode, receivedAt, false);
    }
}
