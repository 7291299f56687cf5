package org.optimizer.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The token (JWT, RS256) by which an application of the Vonage Messages API is known, made anew for each call. */
final class ApplicationToken {
    private static final String HEADER = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
    private static final int LIFETIME_S = 60;

    private final String applicationId;
    private final PrivateKey key;

    private ApplicationToken(String applicationId, PrivateKey key) {
        this.applicationId = applicationId;
        this.key = key;
    }

    /** Empty where no application is set. @throws IllegalStateException when its key cannot be read */
    static Optional<ApplicationToken> of(SmsSettings settings) {
        return settings.applicationId().isEmpty()
                ? Optional.empty()
                : Optional.of(new ApplicationToken(settings.applicationId(), key(Path.of(settings.privateKeyFile()))));
    }

    private static PrivateKey key(Path file) {
        try {
            String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "optimizer.sms.private-key-file " + file.toAbsolutePath()
                            + ": expected an RSA key as PEM (PKCS#8, BEGIN PRIVATE KEY), found "
                            + e.getClass().getSimpleName() + "; convert it with openssl pkcs8 -topk8 -nocrypt",
                    e);
        }
    }

    String of(Instant now) {
        String claims = "{\"application_id\":\"%s\",\"iat\":%d,\"exp\":%d,\"jti\":\"%s\"}"
                .formatted(applicationId, now.getEpochSecond(), now.getEpochSecond() + LIFETIME_S, UUID.randomUUID());
        String signed = HEADER + "." + encoded(claims);
        return signed + "." + encoded(signature(signed));
    }

    private byte[] signature(String text) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(key);
            rsa.update(text.getBytes(StandardCharsets.US_ASCII));
            return rsa.sign();
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("the key of optimizer.sms.private-key-file cannot sign", cause);
        }
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
