package org.optimizer.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.optimizer.process.Sender;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Who may push: the settings {@code optimizer.ingest.senders.NAME.*}, and whether a call is by one of them. */
final class Senders {
    private static final String SETTINGS = "optimizer.ingest.senders";
    private static final int SHORTEST_SECRET = 16;
    private static final Pattern HEX_OF_SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final List<Known> known;

    /** What an operator sets of one sender; at least one of key and signature secret. */
    record Settings(String key, String signatureSecret, String source, List<String> sites) {
        Settings {
            sites = sites == null ? List.of() : List.copyOf(sites);
        }
    }

    private record Known(Sender sender, Settings settings) {}

    Senders(Map<String, Settings> settings) {
        known = settings.entrySet().stream()
                .map(entry -> known(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** @param boxes of the stand-in, where it runs beside the product */
    static Senders of(Environment environment, List<BoxKey> boxes) {
        Map<String, Settings> senders = new LinkedHashMap<>(Binder.get(environment)
                .bind(SETTINGS, Bindable.mapOf(String.class, Settings.class))
                .orElse(Map.of()));
        boxes.forEach(box -> senders.put("standin", box.asSender()));
        return new Senders(senders);
    }

    private static Known known(String name, Settings settings) {
        check(name, "key or signature-secret", settings.key() != null || settings.signatureSecret() != null, "neither");
        checkLength(name, "key", settings.key());
        checkLength(name, "signature-secret", settings.signatureSecret());
        check(name, "source", settings.source() != null && !settings.source().isBlank(), "none");
        return new Known(new Sender(name, settings.source(), settings.sites()), settings);
    }

    private static void checkLength(String name, String setting, String secret) {
        boolean isLong = secret == null || secret.length() >= SHORTEST_SECRET;
        check(name, setting + " of at least " + SHORTEST_SECRET + " characters", isLong, "a shorter one");
    }

    private static void check(String name, String expected, boolean holds, String found) {
        if (!holds) {
            throw new IllegalStateException(
                    SETTINGS + "." + name + ": expected a " + expected + ", found " + found + "; set it");
        }
    }

    /** Whose key it is. */
    Optional<Sender> findByKey(String key) {
        byte[] given = sha256(key);
        return only(one -> one.key() != null && MessageDigest.isEqual(sha256(one.key()), given));
    }

    /**
     * Whose signature a body carries.
     *
     * @param signature {@code sha256=} and the HMAC-SHA256 of the body as it came, in hexadecimal
     */
    Optional<Sender> findBySignature(String signature, byte[] body) {
        String hex = signature.startsWith("sha256=") ? signature.substring(7) : "";
        if (!HEX_OF_SHA256.matcher(hex).matches()) {
            return Optional.empty();
        }
        byte[] given = HexFormat.of().parseHex(hex);
        return only(one ->
                one.signatureSecret() != null && MessageDigest.isEqual(hmac(one.signatureSecret(), body), given));
    }

    /** Asks all of them, so that the time it takes says nothing of which one it was. */
    private Optional<Sender> only(Predicate<Settings> isIt) {
        List<Sender> found = new ArrayList<>();
        for (Known one : known) {
            if (isIt.test(one.settings())) {
                found.add(one.sender());
            }
        }
        return found.stream().findFirst();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("every Java has SHA-256", cause);
        }
    }

    private static byte[] hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("every Java has HmacSHA256", cause);
        }
    }
}
