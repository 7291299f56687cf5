package org.optimizer.standin;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The Nexmo SMS API: takes messages, answers one entry per part, always with HTTP 200 and a status. */
final class SmsDesk {
    private static final BigDecimal PRICE = new BigDecimal("0.06500000");
    private static final BigDecimal START_BALANCE = new BigDecimal("500.00000000");
    private static final int REQUESTS_A_SECOND = 30;
    private static final Pattern NUMBER = Pattern.compile("\\d{7,15}");
    private static final Pattern SENDER = Pattern.compile("[A-Za-z0-9]{1,11}|\\d{7,15}");
    private static final long FIRST_MESSAGE_ID = 0x0A00000000000001L;

    private final String key;
    private final String secret;
    private final Ledger ledger;
    private final Faults faults;
    private final ReceiptCourier courier;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private long second;
    private int requests;

    SmsDesk(
            StandInSettings settings,
            Ledger ledger,
            Faults faults,
            ReceiptCourier courier,
            ScheduledExecutorService timer,
            Clock clock) {
        this.key = settings.smsKey();
        this.secret = settings.smsSecret();
        this.ledger = ledger;
        this.faults = faults;
        this.courier = courier;
        this.timer = timer;
        this.clock = clock;
    }

    void answer(Call call) throws IOException {
        if (!call.method().equals("POST")) {
            call.json(405, Json.error("method_not_allowed", "expected POST"));
        } else if (faults.strikes(FaultKind.SMS_5XX)) {
            call.json(503, Json.error("unavailable", "the SMS provider is out of service"));
        } else if (faults.strikes(FaultKind.SMS_GARBAGE)) {
            call.html("<html><body>502 Bad Gateway</body></html>");
        } else {
            take(call, call.fields());
        }
    }

    private void take(Call call, Map<String, String> fields) throws IOException {
        Optional<Refusal> refusal = refusal(call, fields);
        if (refusal.isPresent()) {
            call.json(200, refusal.get().json());
            return;
        }
        AcceptedSms sms = accept(fields);
        Optional<Long> silence = faults.take(FaultKind.SMS_TIMEOUT_AFTER_ACCEPT);
        if (silence.isPresent()) {
            timer.schedule(call::hangUp, silence.get(), TimeUnit.MILLISECONDS);
        } else {
            call.json(200, accepted(sms));
        }
    }

    private Optional<Refusal> refusal(Call call, Map<String, String> fields) {
        if (!isCustomer(call, fields)) {
            return Refusal.of("4", "Bad Credentials");
        }
        if (isTooFast() || faults.strikes(FaultKind.SMS_THROTTLE)) {
            return Refusal.of("1", "Throughput Rate Exceeded - please wait [ 250 ] and retry");
        }
        if (faults.strikes(FaultKind.SMS_BAD_NUMBER)) {
            return Refusal.of("6", "The numbers to whom you sent is not valid");
        }
        if (faults.strikes(FaultKind.SMS_NO_CREDIT) || balance().compareTo(PRICE) < 0) {
            return Refusal.of("9", "Partner quota exceeded");
        }
        return badField(fields);
    }

    private static Optional<Refusal> badField(Map<String, String> fields) {
        for (String name : List.of("from", "to", "text")) {
            if (fields.getOrDefault(name, "").isEmpty()) {
                return Refusal.of("2", "Missing " + name + " param");
            }
        }
        if (!SENDER.matcher(fields.get("from")).matches()) {
            return Refusal.of("15", "Invalid sender address");
        }
        if (!NUMBER.matcher(fields.get("to")).matches()) {
            return Refusal.of("3", "Invalid value for param: to");
        }
        if (fields.getOrDefault("client-ref", "").length() > 100) {
            return Refusal.of("3", "Invalid value for param: client-ref");
        }
        return isCallback(fields.getOrDefault("callback", ""))
                ? Optional.empty()
                : Refusal.of("23", "Invalid callback URL");
    }

    /** Whether receipts can go there: nowhere, or to a URL of at most 100 characters. */
    private static boolean isCallback(String url) {
        try {
            return url.isEmpty() || url.length() <= 100 && url.startsWith("http") && new URI(url).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private boolean isCustomer(Call call, Map<String, String> fields) {
        String[] given = call.basic().orElse(new String[] {fields.get("api_key"), fields.get("api_secret")});
        return key.equals(given[0]) && secret.equals(given[1]);
    }

    private synchronized boolean isTooFast() {
        long now = clock.millis() / 1000;
        requests = now == second ? requests + 1 : 1;
        second = now;
        return requests > REQUESTS_A_SECOND;
    }

    private synchronized AcceptedSms accept(Map<String, String> fields) {
        int first = ledger.parts();
        AcceptedSms sms = new AcceptedSms(
                clock.instant(),
                fields.get("to"),
                fields.get("from"),
                fields.get("text"),
                fields.getOrDefault("client-ref", ""),
                isReceiptWanted(fields) ? fields.getOrDefault("callback", "") : "",
                IntStream.range(first, first + SmsParts.count(fields.get("text")))
                        .mapToObj(number -> "%016X".formatted(FIRST_MESSAGE_ID + number))
                        .toList());
        ledger.accept(sms);
        courier.announce(sms);
        return sms;
    }

    private static boolean isReceiptWanted(Map<String, String> fields) {
        return !List.of("0", "false").contains(fields.getOrDefault("status-report-req", "1"));
    }

    private BigDecimal balance() {
        return START_BALANCE.subtract(PRICE.multiply(BigDecimal.valueOf(ledger.parts())));
    }

    private String accepted(AcceptedSms sms) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField(
                    "message-count", Integer.toString(sms.messageIds().size()));
            json.writeArrayFieldStart("messages");
            for (String id : sms.messageIds()) {
                json.writeStartObject();
                json.writeStringField("to", sms.to());
                json.writeStringField("message-id", id);
                json.writeStringField("status", "0");
                json.writeStringField("remaining-balance", balance().toPlainString());
                json.writeStringField("message-price", PRICE.toPlainString());
                json.writeStringField("network", ReceiptCourier.NETWORK);
                if (!sms.clientRef().isEmpty()) {
                    json.writeStringField("client-ref", sms.clientRef());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** A message that was not taken. */
    private record Refusal(String status, String text) {
        static Optional<Refusal> of(String status, String text) {
            return Optional.of(new Refusal(status, text));
        }

        String json() {
            return Json.text(json -> {
                json.writeStartObject();
                json.writeStringField("message-count", "1");
                json.writeArrayFieldStart("messages");
                json.writeStartObject();
                json.writeStringField("status", status);
                json.writeStringField("error-text", text);
                json.writeEndObject();
                json.writeEndArray();
                json.writeEndObject();
            });
        }
    }
}
