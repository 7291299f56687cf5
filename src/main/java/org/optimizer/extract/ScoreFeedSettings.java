package org.optimizer.extract;

/**
 * As whom a score feed is asked: the properties {@code optimizer.scores.scorefeed.*}. The route reads {@code base-url} itself.
 *
 * @param key the secret
 * @param keyAs how it is shown
 * @param pageSize items asked for at once
 */
public record ScoreFeedSettings(String key, KeyAs keyAs, int pageSize) {

    /** {@code Authorization: Bearer …} or {@code ApiKey: …} */
    public enum KeyAs {
        BEARER,
        API_KEY
    }

    @Override
    public String toString() {
        return "ScoreFeedSettings[" + keyAs + ", " + pageSize + ", key withheld]";
    }
}
