package org.optimizer.standin;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a delivery receipt for each part of a message to its callback. A callback that does not answer, because the
 * product restarts, is tried again; so are, after a restart of the stand-in, receipts that never got through.
 */
final class ReceiptCourier {
    static final String NETWORK = "20801";

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptCourier.class);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5));
    private static final DateTimeFormatter SCTS =
            DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Duration delay;
    private final String apiKey;
    private final String secret;
    private final Ledger ledger;
    private final Faults faults;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final Webhook client = new Webhook();

    ReceiptCourier(
            StandInSettings settings, Ledger ledger, Faults faults, ScheduledExecutorService timer, Clock clock) {
        this.delay = settings.receiptDelay();
        this.apiKey = settings.smsKey();
        this.secret = settings.smsSecret();
        this.ledger = ledger;
        this.faults = faults;
        this.timer = timer;
        this.clock = clock;
    }

    void announce(AcceptedSms sms) {
        if (!sms.callback().isEmpty()) {
            sms.messageIds().stream().filter(id -> !ledger.isReceipted(id)).forEach(id -> later(sms, id, 0, delay));
        }
    }

    /** Takes up what was accepted before a restart. */
    void resume() {
        ledger.messages().forEach(this::announce);
    }

    private void later(AcceptedSms sms, String messageId, int attempt, Duration pause) {
        timer.schedule(() -> carry(sms, messageId, attempt), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void carry(AcceptedSms sms, String messageId, int attempt) {
        Optional<Long> late = attempt == 0 ? faults.take(FaultKind.RECEIPT_LATE) : Optional.empty();
        if (late.isPresent()) {
            later(sms, messageId, 1, Duration.ofMillis(late.get()));
            return;
        }
        if (faults.strikes(FaultKind.RECEIPT_FORGED)) {
            Map<String, String> forged = fields(sms, messageId, true);
            client.send(Webhook.asForm(sms.callback(), Webhook.signed(forged, "a guess", clock)), () -> {}, () -> {});
        }
        Map<String, String> fields =
                Webhook.signed(fields(sms, messageId, faults.strikes(FaultKind.RECEIPT_FAILED)), secret, clock);
        HttpRequest receipt = request(sms, messageId, fields);
        if (faults.strikes(FaultKind.RECEIPT_TWICE)) {
            client.send(receipt, () -> {}, () -> {});
        }
        client.send(receipt, () -> ledger.receipt(messageId), () -> tryAgain(sms, messageId, attempt));
        if (faults.strikes(FaultKind.SMS_STOP)) {
            answerStop(sms);
        }
    }

    private HttpRequest request(AcceptedSms sms, String messageId, Map<String, String> fields) {
        if (isOfMessagesApi(messageId)) {
            return Webhook.asStatus(sms, messageId, fields.get("status"), secret, clock);
        }
        if (faults.strikes(FaultKind.RECEIPT_AS_QUERY)) {
            return Webhook.asQuery(sms.callback(), fields);
        }
        return faults.strikes(FaultKind.RECEIPT_AS_JSON)
                ? Webhook.asJson(sms.callback(), fields)
                : Webhook.asForm(sms.callback(), fields);
    }

    /** Its ids are UUIDs. */
    private static boolean isOfMessagesApi(String messageId) {
        return messageId.indexOf('-') >= 0;
    }

    private void answerStop(AcceptedSms sms) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("api-key", apiKey);
        fields.put("msisdn", sms.to());
        fields.put("to", sms.from());
        fields.put("messageId", "STOP-" + sms.messageIds().get(0));
        fields.put("text", "STOP");
        fields.put("type", "text");
        fields.put("keyword", "STOP");
        fields.put("message-timestamp", TIMESTAMP.format(clock.instant()));
        String address = sms.callback().replace("sms-receipt", "sms-inbound");
        client.send(Webhook.asForm(address, Webhook.signed(fields, secret, clock)), () -> {}, () -> {});
    }

    private void tryAgain(AcceptedSms sms, String messageId, int attempt) {
        if (timer.isShutdown()) {
            return;
        }
        if (attempt < PAUSES.size()) {
            later(sms, messageId, attempt + 1, PAUSES.get(attempt));
        } else {
            LOG.warn("receipt of {}: {} does not answer, given up until the next start", messageId, sms.callback());
        }
    }

    private Map<String, String> fields(AcceptedSms sms, String messageId, boolean isFailed) {
        Instant now = clock.instant();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("msisdn", sms.to());
        fields.put("to", sms.from());
        fields.put("network-code", NETWORK);
        fields.put("messageId", messageId);
        fields.put("price", "0.06500000");
        fields.put("status", isFailed ? "failed" : "delivered");
        fields.put("scts", SCTS.format(now));
        fields.put("err-code", isFailed ? "1" : "0");
        fields.put("api-key", apiKey);
        fields.put("client-ref", sms.clientRef());
        fields.put("message-timestamp", TIMESTAMP.format(now));
        return fields;
    }
}
