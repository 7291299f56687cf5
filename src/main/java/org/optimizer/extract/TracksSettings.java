package org.optimizer.extract;

/**
 * Where and as whom traces are fetched: the properties {@code optimizer.traces.*}. The routes read {@code base-url} and
 * {@code token-url} themselves, as {@code {{optimizer.traces.base-url}}}.
 *
 * @param baseUrl such as {@code https://www.mycartracks.com/services/rest/v2}
 * @param tokenUrl such as {@code https://www.mycartracks.com/oauth/token}
 * @param clientId of the OAuth2 client credentials
 */
public record TracksSettings(String baseUrl, String tokenUrl, String clientId, String clientSecret) {
    @Override
    public String toString() {
        return "TracksSettings[" + baseUrl + ", " + tokenUrl + ", " + clientId + ", secret withheld]";
    }
}
