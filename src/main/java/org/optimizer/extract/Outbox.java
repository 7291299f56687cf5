package org.optimizer.extract;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Sms;
import org.optimizer.model.SmsAttempt;
import org.optimizer.model.SmsReceipt;

/** Reads the outbox of messages. */
public class Outbox {
    private final ProducerTemplate camel;

    public Outbox(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** Messages to be sent, oldest first; those set back with a delay only when it is over. */
    public List<Sms> listReady(Instant now, int limit) {
        return messages("list-ready-sms", "now", now, "maxRows", limit);
    }

    /** Messages claimed before an instant and still without an outcome: their sender is gone. */
    public List<Sms> listStuck(Instant claimedBefore) {
        return messages("list-stuck-sms", "claimedBefore", claimedBefore);
    }

    /** All messages of a week, ordered by driver. */
    public List<Sms> listByWeek(String contestId, IsoWeek week) {
        return messages("list-sms-of-week", "contestId", contestId, "week", week);
    }

    /** Only the states that occur. */
    public Map<Sms.State, Integer> countByState(String contestId, IsoWeek week) {
        Map<Sms.State, Integer> counts = new EnumMap<>(Sms.State.class);
        Query.rows(camel, "count-sms-by-state", "contestId", contestId, "week", week)
                .forEach(row -> counts.put(row.word("state", Sms.State.class), row.number("messages")));
        return counts;
    }

    /** Messages on their way for longer than they should be: ready since, claimed since, unclear since; only states that occur. */
    public Map<Sms.State, Integer> countOverdue(Instant readyBefore, Instant claimedBefore, Instant unclearBefore) {
        Map<Sms.State, Integer> counts = new EnumMap<>(Sms.State.class);
        Query.rows(
                        camel,
                        "count-overdue-sms",
                        "readyBefore",
                        readyBefore,
                        "claimedBefore",
                        claimedBefore,
                        "unclearBefore",
                        unclearBefore)
                .forEach(row -> counts.put(row.word("state", Sms.State.class), row.number("messages")));
        return counts;
    }

    public Optional<Sms> findByClientRef(String clientRef) {
        return messages("find-sms-by-client-ref", "clientRef", clientRef).stream()
                .findFirst();
    }

    public Optional<Sms> find(long id) {
        return messages("find-sms", "id", id).stream().findFirst();
    }

    /** All unclear messages, oldest first. */
    public List<Sms> listUnclear() {
        return messages("list-unclear-sms");
    }

    /** Unclear messages about which nobody is asked yet. @param unclearBefore those that became unclear up to then */
    public List<Sms> listUnasked(Instant unclearBefore) {
        return messages("list-unasked-sms", "unclearBefore", unclearBefore);
    }

    /** Messages about which a person is asked although they are clear. */
    public List<Sms> listAskedInVain() {
        return messages("list-sms-asked-in-vain");
    }

    /** In their order. */
    public List<SmsAttempt> listAttempts(long id) {
        return Query.rows(camel, "list-sms-attempts", "id", id).stream()
                .map(row -> new SmsAttempt(
                        row.number("attempt_no"),
                        row.instant("started_at"),
                        row.optionalInstant("ended_at"),
                        row.optionalText("outcome"),
                        row.optionalNumber("http_status")))
                .toList();
    }

    /** In the order in which they came. */
    public List<SmsReceipt> listReceipts(long id) {
        return Query.rows(camel, "list-sms-receipts", "id", id).stream()
                .map(row -> new SmsReceipt(
                        row.text("message_id"), row.text("status"), row.text("error_code"), row.instant("received_at")))
                .toList();
    }

    private List<Sms> messages(String route, Object... namesAndValues) {
        return Query.rows(camel, route, namesAndValues).stream()
                .map(Outbox::sms)
                .toList();
    }

    private static Sms sms(Row row) {
        return new Sms(
                row.bigNumber("id"),
                row.text("dedup_key"),
                row.text("client_ref"),
                row.text("contest_id"),
                row.week("iso_week"),
                row.text("driver_id"),
                row.text("phone"),
                row.text("message_text"),
                row.word("state", Sms.State.class),
                row.number("attempt_no"),
                row.optionalText("claim_token"),
                row.optionalInstant("claimed_at"),
                row.optionalText("message_id"),
                row.optionalText("provider_status"),
                row.text("approved_by"),
                row.instant("approved_at"));
    }
}
