package org.optimizer.extract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.ProducerTemplate;

/**
 * Access tokens of one client at one token address: kept until 60 s before their end, fetched by one caller while the others
 * wait. (The OAuth2 option of camel-http fetches a token for every address asked.)
 */
class AccessTokens {
    private static final Duration EARLY = Duration.ofSeconds(60);
    /** When the answer does not say, RFC 6749 §5.1 leaves it open; a short life costs one call in four minutes. */
    private static final double LIFE_S = 300;

    private final ProducerTemplate camel;
    private final TracksSettings settings;
    private final Clock clock;
    private String token;
    private Instant renewAt = Instant.MIN;

    AccessTokens(ProducerTemplate camel, TracksSettings settings, Clock clock) {
        this.camel = camel;
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

    private void fetch() {
        Instant asked = clock.instant();
        String form = "grant_type=client_credentials&client_id=" + encoded(settings.clientId()) + "&client_secret="
                + encoded(settings.clientSecret());
        Tracks.send(camel, "fetch-token", "POST token", form, Map.of(), fields -> {
            double lifeS = fields.number("expires_in");
            token = fields.text("access_token");
            renewAt = asked.plusSeconds((long) (Double.isNaN(lifeS) ? LIFE_S : lifeS))
                    .minus(EARLY);
        });
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
