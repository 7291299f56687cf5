package org.optimizer.model;

/**
 * What one call to the SMS provider is known to have done.
 *
 * @param state the outbox state that follows from it: ACCEPTED, REJECTED, READY (definitely not sent) or AMBIGUOUS
 * @param messageId the provider's, of the first part; empty when none came
 * @param detail in words, for people: status, error text or what went wrong
 * @param httpStatus 0 when no answer came
 * @param parts into how many parts the provider has cut it; 0 when it does not say
 */
public record SendOutcome(Sms.State state, String messageId, String detail, int httpStatus, int parts) {
    /** Without a number of parts. */
    public SendOutcome(Sms.State state, String messageId, String detail, int httpStatus) {
        this(state, messageId, detail, httpStatus, 0);
    }
}
