package org.optimizer.load;

import java.net.URI;
import java.util.Set;

/**
 * How messages are handed over: the properties {@code optimizer.sms.*}. The route reads {@code base-url} and
 * {@code per-second} itself.
 *
 * @param mode {@code live}, or anything else for a stand-in on this machine
 * @param baseUrl such as {@code https://rest.nexmo.com}
 * @param from the sender shown: at most 11 letters and digits
 * @param callbackUrl where the provider reports to; empty leaves it to the account's setting
 */
public record SmsSettings(
        String mode, String baseUrl, String apiKey, String apiSecret, String from, String callbackUrl) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws IllegalStateException when messages would leave this machine although the mode is not {@code live} */
    public void check() {
        String host = URI.create(baseUrl).getHost();
        if (!mode.equals("live") && (host == null || !THIS_MACHINE.contains(host))) {
            throw new IllegalStateException("optimizer.sms.base-url " + baseUrl
                    + ": expected an address of this machine (localhost, 127.0.0.1), because optimizer.sms.mode is \""
                    + mode
                    + "\"; set the mode to live when messages shall really be sent");
        }
        if (!from.matches("[A-Za-z0-9]{1,11}|[0-9]{7,15}")) {
            throw new IllegalStateException("optimizer.sms.from \"" + from
                    + "\": expected a number, or at most 11 letters and digits without spaces");
        }
    }

    @Override
    public String toString() {
        return "SmsSettings[" + mode + ", " + baseUrl + ", " + from + ", key and secret withheld]";
    }
}
