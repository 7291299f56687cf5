package org.optimizer.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.optimizer.load.NexmoSignature;

/**
 * The token (JWT, HS256) with which the Vonage Messages API signs what it tells us. The algorithm is ours to choose, never the
 * token's: {@code none} and all others are refused.
 */
final class ProviderToken {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEARER = "Bearer ";
    private static final int LONGEST = 4096;
    private static final int LONGEST_ID = 90;

    private ProviderToken() {}

    /**
     * Reads a token that is genuine, of these minutes, and of this body.
     *
     * @param authorization the header, {@code Bearer …}
     * @param window how far its time of issue may be from now, either way
     * @return its id ({@code jti}); empty when it is not to be trusted
     */
    static Optional<String> idOf(String authorization, byte[] body, String secret, Instant now, Duration window) {
        if (authorization == null || !authorization.startsWith(BEARER) || authorization.length() > LONGEST) {
            return Optional.empty();
        }
        String[] parts = authorization.substring(BEARER.length()).strip().split("\\.", -1);
        return parts.length == 3 && isSigned(parts, secret)
                ? json(parts[1])
                        .filter(claims -> isNear(claims, now, window) && isOfBody(claims, body))
                        .map(claims -> claims.path("jti").asText())
                        .filter(id -> !id.isBlank() && id.length() <= LONGEST_ID)
                : Optional.empty();
    }

    private static boolean isSigned(String[] parts, String secret) {
        boolean isOurs = json(parts[0])
                .filter(header -> header.path("alg").asText().equals("HS256"))
                .isPresent();
        byte[] expected = NexmoSignature.hmac((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII), secret);
        return isOurs && MessageDigest.isEqual(expected, decoded(parts[2]));
    }

    private static boolean isNear(JsonNode claims, Instant now, Duration window) {
        JsonNode issued = claims.path("iat");
        return issued.canConvertToLong()
                && Duration.between(Instant.ofEpochSecond(issued.asLong()), now)
                                .abs()
                                .compareTo(window)
                        <= 0;
    }

    /** A token that names the hash of a body is of that body alone. */
    private static boolean isOfBody(JsonNode claims, byte[] body) {
        return !claims.has("payload_hash")
                || MessageDigest.isEqual(
                        sha256(body).getBytes(StandardCharsets.US_ASCII),
                        claims.path("payload_hash").asText().getBytes(StandardCharsets.US_ASCII));
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("every Java has SHA-256", cause);
        }
    }

    private static Optional<JsonNode> json(String part) {
        try {
            JsonNode read = JSON.readTree(decoded(part));
            return read != null && read.isObject() ? Optional.of(read) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Empty for what is no base64url. */
    private static byte[] decoded(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
