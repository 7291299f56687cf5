package org.optimizer.process;

import java.time.Duration;
import org.optimizer.model.LinkToken;

/**
 * The links that drivers get by SMS.
 *
 * @param baseUrl where this server is reached from outside, such as {@code https://eco.example.com}; empty for no links
 * @param validFor how long a link opens the page, from the sending of its message
 */
public record LinkSettings(String baseUrl, Duration validFor) {
    public static final LinkSettings NONE = new LinkSettings("", Duration.ofDays(30));

    public LinkSettings {
        baseUrl = baseUrl.replaceFirst("/+$", "");
        if (!baseUrl.isEmpty() && !isAddress(baseUrl)) {
            throw new IllegalArgumentException("optimizer.sms.link-base-url \"" + baseUrl
                    + "\": expected an address such as https://eco.example.com, or nothing for no links");
        }
        if (validFor.isNegative() || validFor.isZero()) {
            throw new IllegalArgumentException(
                    "optimizer.sms.link-valid-for " + validFor + ": expected some days, such as P30D");
        }
    }

    /** Marks and events cross the open network: only this machine is reached without https. */
    private static boolean isAddress(String baseUrl) {
        return baseUrl.matches("https://[A-Za-z0-9.-]+(:\\d+)?(/[A-Za-z0-9/._-]*)?")
                || baseUrl.matches("http://(localhost|127\\.0\\.0\\.1)(:\\d+)?");
    }

    /** The link of a message that has not left. */
    String blank() {
        return LinkToken.blankLink(baseUrl);
    }
}
