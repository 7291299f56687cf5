package org.optimizer.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.optimizer.model.Sms;

/** A message as the Vonage Messages API takes it. */
final class VonageMessage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private VonageMessage() {}

    static String json(Sms message, SmsSettings settings) {
        ObjectNode json = JSON.createObjectNode()
                .put("message_type", "text")
                .put("channel", "sms")
                .put("to", message.to().replaceFirst("^\\+", ""))
                .put("from", settings.from())
                .put("text", message.text())
                .put("client_ref", message.clientRef());
        if (!settings.callbackUrl().isEmpty()) {
            json.put("webhook_url", settings.callbackUrl());
        }
        json.putObject("sms").put("encoding_type", "auto");
        return json.toString();
    }
}
