package org.optimizer.standin;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The OAuth2 token endpoint: client credentials, in a Basic header or in the form. */
final class TokenDesk {
    private final String clientId;
    private final String clientSecret;
    private final Faults faults;
    private final Clock clock;
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();
    private volatile Duration lifetime = Duration.ofSeconds(3592);

    TokenDesk(String clientId, String clientSecret, Faults faults, Clock clock) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.faults = faults;
        this.clock = clock;
    }

    void setLifetime(Duration lifetime) {
        this.lifetime = lifetime;
    }

    void answer(Call call) throws IOException {
        Map<String, String> fields = call.fields();
        if (!isClient(call, fields) || faults.strikes(FaultKind.TOKEN_REFUSED)) {
            call.json(401, Json.error("invalid_client", "Bad client credentials"));
        } else if (!"client_credentials".equals(fields.get("grant_type"))) {
            call.json(400, Json.error("unsupported_grant_type", "expected grant_type client_credentials"));
        } else if (fields.getOrDefault("scope", "read").contains("write")) {
            call.json(400, Json.error("invalid_scope", "these credentials may only read"));
        } else {
            call.json(200, issue());
        }
    }

    /** Why a call may not pass; empty when its token is good. */
    Optional<String> refusal(Call call) {
        String token = token(call);
        Instant end = ends.get(token);
        if (end == null) {
            return Optional.of(token.isEmpty() ? "Full authentication is required" : "Invalid access token");
        }
        return clock.instant().isBefore(end) ? Optional.empty() : Optional.of("Access token expired");
    }

    void forget(Call call) {
        ends.remove(token(call));
    }

    private static String token(Call call) {
        return call.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).trim())
                .orElse("");
    }

    private boolean isClient(Call call, Map<String, String> fields) {
        String[] given = call.basic().orElse(new String[] {fields.get("client_id"), fields.get("client_secret")});
        return clientId.equals(given[0]) && clientSecret.equals(given[1]);
    }

    private String issue() {
        Instant now = clock.instant();
        ends.values().removeIf(end -> end.plus(Duration.ofHours(1)).isBefore(now));
        String token = UUID.randomUUID().toString();
        ends.put(token, now.plus(lifetime));
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("access_token", token);
            json.writeStringField("token_type", "bearer");
            json.writeNumberField("expires_in", lifetime.toSeconds());
            json.writeStringField("scope", "read");
            json.writeEndObject();
        });
    }
}
