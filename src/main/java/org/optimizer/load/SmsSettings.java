package org.optimizer.load;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * How messages are handed over: the properties {@code optimizer.sms.*}. The routes read {@code base-url}, {@code messages-url}
 * and {@code per-second} themselves.
 *
 * @param mode {@code live}, or anything else for a stand-in on this machine
 * @param provider {@code nexmo} for the SMS API, {@code vonage-messages} for the Messages API
 * @param baseUrl of the SMS API, such as {@code https://rest.nexmo.com}
 * @param messagesUrl of the Messages API, such as {@code https://api.nexmo.com}
 * @param auth {@code basic}, or {@code signature} for calls of the SMS API signed with HMAC-SHA256
 * @param signatureSecret what the account signs with, both ways; empty for an account that does not sign
 * @param applicationId of the Messages API's token; empty for Basic
 * @param privateKeyFile PEM (PKCS#8) of that application's key
 * @param from the sender shown: at most 11 letters and digits
 * @param callbackUrl where the provider reports to; empty leaves it to the account's setting
 */
public record SmsSettings(
        String mode,
        String provider,
        String baseUrl,
        String messagesUrl,
        String apiKey,
        String apiSecret,
        String auth,
        String signatureSecret,
        String applicationId,
        String privateKeyFile,
        String from,
        String callbackUrl) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String LIVE = "live";
    private static final String OF_THE_STAND_IN = "demo";

    /** The SMS API with key and secret. */
    public static SmsSettings nexmo(
            String mode, String baseUrl, String apiKey, String apiSecret, String from, String callbackUrl) {
        return new SmsSettings(
                mode, "nexmo", baseUrl, baseUrl, apiKey, apiSecret, "basic", "", "", "", from, callbackUrl);
    }

    boolean isMessagesApi() {
        return provider.equals("vonage-messages");
    }

    boolean isSigned() {
        return auth.equals("signature");
    }

    /** @throws IllegalStateException when messages would leave this machine although the mode is not {@code live} */
    public void check() {
        checkHost("base-url", baseUrl);
        checkHost("messages-url", messagesUrl);
        check("provider", provider, List.of("nexmo", "vonage-messages"));
        check("auth", auth, List.of("basic", "signature"));
        if (mode.equals(LIVE) && signatureSecret.equals(OF_THE_STAND_IN)) {
            throw new IllegalStateException("optimizer.sms.signature-secret: expected the secret of the provider's"
                    + " account, found the stand-in's, which everybody knows; set it, or empty it for an account whose"
                    + " receipts are not signed");
        }
        if (isSigned() && signatureSecret.isEmpty()) {
            throw new IllegalStateException(
                    "optimizer.sms.auth signature: expected optimizer.sms.signature-secret, found"
                            + " none; set it, or set auth to basic");
        }
        if (!from.matches("[A-Za-z0-9]{1,11}|[0-9]{7,15}")) {
            throw new IllegalStateException("optimizer.sms.from \"" + from
                    + "\": expected a number, or at most 11 letters and digits without spaces");
        }
    }

    private void checkHost(String name, String url) {
        String host = URI.create(url).getHost();
        if (!mode.equals(LIVE) && (host == null || !THIS_MACHINE.contains(host))) {
            throw new IllegalStateException("optimizer.sms." + name + " " + url
                    + ": expected an address of this machine (localhost, 127.0.0.1), because optimizer.sms.mode is \""
                    + mode
                    + "\"; set the mode to live when messages shall really be sent");
        }
    }

    private static void check(String name, String found, List<String> known) {
        if (!known.contains(found)) {
            throw new IllegalStateException("optimizer.sms." + name + " \"" + found + "\": expected one of " + known);
        }
    }

    @Override
    public String toString() {
        return "SmsSettings[" + mode + ", " + provider + ", " + baseUrl + ", " + from + ", keys and secrets withheld]";
    }
}
