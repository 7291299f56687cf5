package org.optimizer.standin;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
    private final Ledger ledger;
    private final Faults faults;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    ReceiptCourier(
            StandInSettings settings, Ledger ledger, Faults faults, ScheduledExecutorService timer, Clock clock) {
        this.delay = settings.receiptDelay();
        this.apiKey = settings.smsKey();
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
        boolean isFailed = faults.strikes(FaultKind.RECEIPT_FAILED);
        String form = form(sms, messageId, isFailed);
        if (faults.strikes(FaultKind.RECEIPT_TWICE)) {
            post(sms.callback(), form, () -> {}, () -> {});
        }
        post(sms.callback(), form, () -> ledger.receipt(messageId), () -> tryAgain(sms, messageId, attempt));
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

    private void post(String callback, String form, Runnable done, Runnable failed) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(callback))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            if (failure == null && answer.statusCode() / 100 == 2) {
                done.run();
            } else {
                failed.run();
            }
        });
    }

    private String form(AcceptedSms sms, String messageId, boolean isFailed) {
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
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
