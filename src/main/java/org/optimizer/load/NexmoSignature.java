package org.optimizer.load;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures of the Nexmo SMS API, of what we send and of what it tells us: HMAC-SHA256 over all fields but {@code sig} in the
 * order of their names, written as {@code &name=value} with {@code &} and {@code =} in them as {@code _}.
 */
public final class NexmoSignature {
    private static final String FIELD = "sig";
    private static final String ALGORITHM = "HmacSHA256";

    private NexmoSignature() {}

    /** The text that is signed. */
    static String text(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(field -> !field.getKey().equals(FIELD))
                        .map(field -> "&" + plain(field.getKey()) + "=" + plain(field.getValue()))
                        .collect(Collectors.joining());
    }

    private static String plain(String text) {
        return text.replace('&', '_').replace('=', '_');
    }

    /** In lower-case hexadecimal. */
    public static String of(Map<String, String> fields, String secret) {
        return HexFormat.of().formatHex(hmac(text(fields).getBytes(StandardCharsets.UTF_8), secret));
    }

    /** Whether the fields carry their own signature; takes the same time wherever it differs. */
    public static boolean isRight(Map<String, String> fields, String secret) {
        byte[] given = fields.getOrDefault(FIELD, "").toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(of(fields, secret).getBytes(StandardCharsets.UTF_8), given);
    }

    /** HMAC-SHA256. */
    public static byte[] hmac(byte[] content, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("every Java has " + ALGORITHM, cause);
        }
    }
}
