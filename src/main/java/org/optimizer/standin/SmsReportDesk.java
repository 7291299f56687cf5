package org.optimizer.standin;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The Vonage Reports API: which messages were taken between two instants. */
final class SmsReportDesk {
    private final String key;
    private final String secret;
    private final Ledger ledger;

    SmsReportDesk(StandInSettings settings, Ledger ledger) {
        this.key = settings.smsKey();
        this.secret = settings.smsSecret();
        this.ledger = ledger;
    }

    void answer(Call call) throws IOException {
        boolean isCustomer = call.basic()
                .filter(given -> key.equals(given[0]) && secret.equals(given[1]))
                .isPresent();
        if (!isCustomer || !key.equals(call.query("account_id").orElse(""))) {
            call.json(401, Json.problem(401, "Unauthorized", "expected the account's key and secret"));
            return;
        }
        Instant from = Call.instant("date_start", call.query("date_start").orElse(""));
        Instant until = Call.instant("date_end", call.query("date_end").orElse(""));
        List<AcceptedSms> found = ledger.messages().stream()
                .filter(sms -> !sms.at().isBefore(from) && sms.at().isBefore(until))
                .toList();
        call.json(200, records(found));
    }

    private static String records(List<AcceptedSms> found) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeNumberField("items_count", found.size());
            json.writeArrayFieldStart("records");
            for (AcceptedSms sms : found) {
                json.writeStartObject();
                json.writeStringField("message_id", sms.messageIds().get(0));
                json.writeStringField("client_ref", sms.clientRef());
                json.writeStringField("direction", "outbound");
                json.writeStringField("status", "accepted");
                json.writeStringField("error_code", "0");
                json.writeStringField("date_received", sms.at().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
