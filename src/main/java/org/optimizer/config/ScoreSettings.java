package org.optimizer.config;

import java.time.ZoneId;
import java.util.Optional;
import org.optimizer.extract.GloboSettings;
import org.optimizer.extract.ScoreFeedSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator sets under {@code optimizer.scores}: the providers of counts and marks. The routes read their addresses.
 *
 * @param askAgain how often a provider is asked again that does not answer or has not closed a week
 */
@ConfigurationProperties("optimizer.scores")
record ScoreSettings(Globo globo, ScoreFeed scorefeed, String askAgain) {

    record Globo(String apiKey, GloboSettings.Ids ids, String zone, int idsPerCall) {

        GloboSettings settings() {
            return new GloboSettings(
                    apiKey, ids, Optional.of(zone).filter(id -> !id.isBlank()).map(ZoneId::of), idsPerCall);
        }
    }

    record ScoreFeed(String key, ScoreFeedSettings.KeyAs keyAs, int pageSize) {

        ScoreFeedSettings settings() {
            return new ScoreFeedSettings(key, keyAs, pageSize);
        }
    }
}
