package org.optimizer.extract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.optimizer.extract.TracksSettings.ClientAuthentication;

/**
 * Access tokens of one client at one token address: kept until 60 s before their end, fetched by one caller while the others
 * wait. (The OAuth2 option of camel-http fetches a token for every address asked.)
 */
class AccessTokens {
    private static final Duration EARLY = Duration.ofSeconds(60);
    /** When the answer does not say, RFC 6749 §5.1 leaves it open; a short life costs one call in four minutes. */
    private static final double LIFE_S = 300;

    private final ProviderCalls calls;
    private final TracksSettings settings;
    private final Clock clock;
    private String token;
    private Instant renewAt = Instant.MIN;

    AccessTokens(ProviderCalls calls, TracksSettings settings, Clock clock) {
        this.calls = calls;
        this.settings = settings;
        this.clock = clock;
    }

    synchronized String get() {
        if (token == null || !clock.instant().isBefore(renewAt)) {
            fetch();
        }
        return token;
    }

    /** Forgets a token that the provider refused, unless it was replaced meanwhile. */
    synchronized void drop(String refused) {
        if (refused.equals(token)) {
            token = null;
        }
    }

    /** Every vehicle depends on it. */
    private void fetch() {
        Instant asked = clock.instant();
        try {
            calls.token(form(), authorization(), Rows.object(fields -> {
                double lifeS = fields.number("expires_in");
                token = fields.text("access_token");
                renewAt = asked.plusSeconds((long) (Double.isNaN(lifeS) ? LIFE_S : lifeS))
                        .minus(EARLY);
            }));
        } catch (ProviderException failure) {
            throw failure.ofAll();
        }
    }

    private String form() {
        String form = "grant_type=client_credentials";
        if (isInBody()) {
            form += "&client_id=" + encoded(settings.clientId()) + "&client_secret=" + encoded(settings.clientSecret());
        }
        return settings.scope().isEmpty() ? form : form + "&scope=" + encoded(settings.scope());
    }

    /** Null leaves the header out. RFC 6749 §2.3.1: both parts are encoded as in a form before they are joined. */
    private String authorization() {
        String client = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
        return isInBody()
                ? null
                : "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isInBody() {
        return settings.clientAuthentication() == ClientAuthentication.BODY;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
