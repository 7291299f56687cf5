package org.optimizer.standin;

import java.time.Instant;
import java.util.List;

/**
 * A message that the provider took.
 *
 * @param to digits only
 * @param clientRef empty when the caller gave none
 * @param callback where receipts go; empty for none
 * @param messageIds one for each part
 */
record AcceptedSms(
        Instant at, String to, String from, String text, String clientRef, String callback, List<String> messageIds) {
    AcceptedSms {
        messageIds = List.copyOf(messageIds);
    }
}
