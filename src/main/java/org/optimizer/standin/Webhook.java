package org.optimizer.standin;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls the product's addresses in the provider's ways: as a query, a form or JSON, signed with a field or a token. */
final class Webhook {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** @param done when it was answered with 2xx; otherwise {@code failed} */
    void send(HttpRequest request, Runnable done, Runnable failed) {
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            if (failure == null && answer.statusCode() / 100 == 2) {
                done.run();
            } else {
                failed.run();
            }
        });
    }

    static HttpRequest asForm(String address, Map<String, String> fields) {
        return post(address, "application/x-www-form-urlencoded", encoded(fields))
                .build();
    }

    static HttpRequest asQuery(String address, Map<String, String> fields) {
        return HttpRequest.newBuilder(URI.create(address + "?" + encoded(fields)))
                .timeout(PATIENCE)
                .build();
    }

    static HttpRequest asJson(String address, Map<String, String> fields) {
        return post(address, "application/json", Json.text(json -> {
                    json.writeStartObject();
                    for (Map.Entry<String, String> field : fields.entrySet()) {
                        json.writeStringField(field.getKey(), field.getValue());
                    }
                    json.writeEndObject();
                }))
                .build();
    }

    /** The Messages API's status of a message, with its token. */
    static HttpRequest asStatus(AcceptedSms sms, String messageId, String status, String secret, Clock clock) {
        String body = Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("message_uuid", messageId);
            json.writeStringField("to", sms.to());
            json.writeStringField("from", sms.from());
            json.writeStringField("channel", "sms");
            json.writeStringField("timestamp", clock.instant().toString());
            json.writeStringField("status", status.equals("failed") ? "undeliverable" : status);
            json.writeStringField("client_ref", sms.clientRef());
            json.writeObjectFieldStart("sms");
            json.writeStringField("count_total", Integer.toString(SmsParts.count(sms.text())));
            json.writeEndObject();
            json.writeEndObject();
        });
        return post(sms.callback(), "application/json", body)
                .header("Authorization", "Bearer " + token(secret, clock))
                .build();
    }

    private static HttpRequest.Builder post(String address, String type, String body) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The fields with time, nonce and signature. */
    static Map<String, String> signed(Map<String, String> fields, String secret, Clock clock) {
        Map<String, String> signed = new TreeMap<>(fields);
        signed.put("timestamp", Long.toString(clock.instant().getEpochSecond()));
        signed.put("nonce", UUID.randomUUID().toString());
        StringBuilder text = new StringBuilder();
        signed.forEach((name, value) -> text.append('&')
                .append(name.replaceAll("[&=]", "_"))
                .append('=')
                .append(value.replaceAll("[&=]", "_")));
        signed.put("sig", HexFormat.of().formatHex(hmac(text.toString(), secret)));
        return signed;
    }

    private static String token(String secret, Clock clock) {
        String claims = "{\"iat\":%d,\"jti\":\"%s\",\"iss\":\"Vonage\"}"
                .formatted(clock.instant().getEpochSecond(), UUID.randomUUID());
        String signed = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims.getBytes(StandardCharsets.UTF_8));
        return signed + "." + base64(hmac(signed, secret));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hmac(String text, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("every Java has HmacSHA256", cause);
        }
    }
}
