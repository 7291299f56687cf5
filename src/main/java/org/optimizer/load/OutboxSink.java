package org.optimizer.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.GsmAlphabet;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Receipt;
import org.optimizer.model.SendOutcome;
import org.optimizer.model.Sms;
import org.optimizer.model.Stored;

/** Writes the outbox: every step is a compare-and-set, so that a second writer changes nothing. */
public class OutboxSink {
    /** What the provider takes at most. */
    private static final int LONGEST_TEXT = 3200;

    private static final int LONGEST_DETAIL = 300;
    private static final int LONGEST_CODE = 20;
    private static final int LONGEST_MESSAGE_ID = 64;
    private final ProducerTemplate camel;

    public OutboxSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /**
     * Inserts messages that are not there yet, by their dedup key; {@code id} of the argument is ignored.
     *
     * @return how many were new
     */
    public int queue(List<Sms> messages) {
        if (messages.isEmpty()) {
            return 0;
        }
        List<Map<String, Object>> rows = messages.stream().map(OutboxSink::row).toList();
        List<String> keys = messages.stream().map(Sms::dedupKey).distinct().toList();
        Exchange answer =
                Call.send(camel, "queue-sms", null, Map.of("keys", Stored.row("dedupKeys", keys), "messages", rows));
        int before = answer.getVariable("before", Integer.class);
        int after = answer.getVariable("after", Integer.class);
        if (after != keys.size()) {
            throw new IllegalStateException("queueing SMS: expected " + keys.size() + " messages in sms_outbox, found "
                    + after + "; every message needs a client reference of its own");
        }
        return after - before;
    }

    private static Map<String, Object> row(Sms message) {
        if (message.text().length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("message " + message.dedupKey() + ": expected at most " + LONGEST_TEXT
                    + " characters, found " + message.text().length());
        }
        return Stored.row(
                "dedupKey", message.dedupKey(),
                "clientRef", message.clientRef(),
                "contestId", message.contestId(),
                "week", message.week(),
                "driverId", message.driverId(),
                "phone", message.to(),
                "text", message.text(),
                "textHash", sha256(message.text()),
                "parts", GsmAlphabet.parts(message.text()),
                "approvedBy", message.approvedBy(),
                "approvedAt", message.approvedAt());
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("every Java has SHA-256", cause);
        }
    }

    /** READY → SENDING with a line in {@code sms_attempt}. @return false when somebody else was faster */
    public boolean claim(long id, String claimToken, Instant now) {
        return Call.route(camel, "claim-sms", Stored.row("id", id, "claimToken", claimToken, "now", now)) == 1;
    }

    /** READY, but not before an instant. @return false when it is not READY */
    public boolean defer(long id, Instant notBefore) {
        return Call.route(camel, "defer-sms", Stored.row("id", id, "notBefore", notBefore)) == 1;
    }

    /** READY → REJECTED for a message that our own rules do not let leave. @return false when it is not READY */
    public boolean refuse(long id, String detail, Instant now) {
        return Call.route(camel, "refuse-sms", Stored.row("id", id, "detail", detail, "now", now)) == 1;
    }

    /**
     * SENDING → what the outcome says, of this claim only.
     *
     * @param notBefore for an outcome READY: when it may be tried again
     * @return false when the claim is not the current one any more
     */
    public boolean settle(long id, String claimToken, SendOutcome outcome, Instant now, Instant notBefore) {
        Map<String, Object> row = Stored.row(
                "id",
                id,
                "claimToken",
                claimToken,
                "state",
                outcome.state(),
                "messageId",
                given(outcome.messageId()),
                "detail",
                cut(outcome.detail(), LONGEST_DETAIL),
                "httpStatus",
                outcome.httpStatus(),
                "parts",
                outcome.parts(),
                "now",
                now,
                "notBefore",
                outcome.state() == Sms.State.READY ? notBefore : null);
        return Call.route(camel, "settle-sms", row) == 1;
    }

    private static Optional<String> given(String messageId) {
        return messageId == null || messageId.isEmpty()
                ? Optional.empty()
                : Optional.of(cut(messageId, LONGEST_MESSAGE_ID));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** SENDING → AMBIGUOUS for messages claimed before an instant whose sender is gone. @return how many */
    public int markAmbiguous(Instant claimedBefore, Instant now) {
        return Call.route(camel, "mark-stuck-sms", Stored.row("claimedBefore", claimedBefore, "now", now));
    }

    /**
     * Keeps the receipt (once) and moves its message on: SENDING, ACCEPTED and AMBIGUOUS become DELIVERED, UNDELIVERED or
     * EXPIRED (or ACCEPTED when it only proves that it was sent); a terminal state is never left. So does READY after an
     * attempt: what a receipt proves must not be sent again. A message in several parts is DELIVERED when all of them are, and
     * UNDELIVERED as soon as one is not, in whatever order their receipts come.
     *
     * @return false when no message has this reference, or the receipt came before
     */
    public boolean receive(Receipt receipt) {
        Map<String, Object> row = Stored.row(
                "clientRef", receipt.clientRef(),
                "messageId", cut(receipt.messageId(), LONGEST_MESSAGE_ID),
                "status", cut(receipt.status(), LONGEST_CODE),
                "errorCode", cut(receipt.errorCode(), LONGEST_CODE),
                "detail", cut(receipt.status() + ", error code " + receipt.errorCode(), LONGEST_DETAIL),
                "state", state(receipt.status()),
                "isWhole", receipt.isWhole() ? 1 : 0,
                "receivedAt", receipt.receivedAt());
        boolean isNew = Call.route(camel, "keep-sms-receipt", row) == 1;
        // also for a receipt that came before: whoever kept it may have stopped here
        if (state(receipt.status()) != Sms.State.ACCEPTED) {
            Call.route(camel, "finish-sms", row);
        }
        Call.route(camel, "prove-sms-sent", row);
        return isNew;
    }

    /** A status that we do not know proves at least that the provider has the message. */
    private static Sms.State state(String receiptStatus) {
        return switch (receiptStatus) {
            case "delivered" -> Sms.State.DELIVERED;
            case "failed", "rejected" -> Sms.State.UNDELIVERED;
            case "expired" -> Sms.State.EXPIRED;
            default -> Sms.State.ACCEPTED;
        };
    }

    /**
     * A person decides on an AMBIGUOUS message: back to READY, to be sent again.
     *
     * @param resendAfter not sooner after the unclear attempt than this
     * @return false when it is not AMBIGUOUS
     */
    public boolean orderResend(long id, String by, Instant now, Duration resendAfter) {
        Map<String, Object> decision = new HashMap<>(decision(id, "RESEND_ORDERED", by, now));
        decision.put("resendAfterS", resendAfter.toSeconds());
        return Call.route(camel, "order-sms-resend", decision) == 1;
    }

    /** A person decides on an AMBIGUOUS message: ABANDONED. @return false when it is not AMBIGUOUS */
    public boolean abandon(long id, String by, Instant now) {
        return Call.route(camel, "abandon-sms", decision(id, "ABANDONED", by, now)) == 1;
    }

    /** Notes that a person is asked about an unclear message. @return false when somebody else was faster */
    public boolean noteAsked(long id, Instant now) {
        return Call.route(camel, "note-sms-asked", Stored.row("id", id, "now", now)) == 1;
    }

    /** Notes that nobody is asked about it any more. */
    public void noteAnswered(long id) {
        Call.route(camel, "note-sms-answered", Stored.row("id", id));
    }

    private static Map<String, Object> decision(long id, String decision, String by, Instant now) {
        return Stored.row("id", id, "decision", decision, "by", by, "now", now);
    }

    /** ACCEPTED → EXPIRED for messages of the week that never got a receipt. @return how many */
    public int expire(String contestId, IsoWeek week, Instant now) {
        return Call.route(camel, "expire-sms", Stored.row("contestId", contestId, "week", week, "now", now));
    }
}
