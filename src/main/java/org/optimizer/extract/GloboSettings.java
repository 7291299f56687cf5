package org.optimizer.extract;

import java.time.ZoneId;
import java.util.Optional;

/**
 * As whom Globo is asked: the properties {@code optimizer.scores.globo.*}. The route reads {@code base-url} itself.
 *
 * @param apiKey goes into the body of each call
 * @param ids how the ids are written
 * @param zone the customer's, in which Globo takes times; empty for that of the site
 * @param idsPerCall how many are asked for at once
 */
public record GloboSettings(String apiKey, Ids ids, Optional<ZoneId> zone, int idsPerCall) {

    /** Globo's documentation says a list, the pipeline of 2019 sent a text. */
    public enum Ids {
        TEXT,
        ARRAY
    }

    @Override
    public String toString() {
        return "GloboSettings[" + ids + ", " + zone + ", " + idsPerCall + ", key withheld]";
    }
}
