package org.optimizer.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.load.NexmoSignature;
import org.optimizer.load.WebhookSink;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls in the provider's name: genuine ones count once, forged and replayed ones change nothing. */
@EdgesTest
class WebhookGateTest {
    private static final String SECRET = "example-signature-secret";
    private static final Instant NOW = Instant.ofEpochSecond(1_795_439_102);
    private static final byte[] BODY = "{\"status\":\"delivered\"}".getBytes(UTF_8);

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final AtomicInteger changes = new AtomicInteger();

    @AfterEach
    void clear() {
        jdbc.update("delete from sms_webhook_seen");
    }

    private WebhookGate gate(String secret) {
        return new WebhookGate(
                secret,
                new WebhookSink(camel),
                new TransactionTemplate(transactions),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private boolean take(Map<String, String> fields) {
        return gate(SECRET).take(fields, changes::incrementAndGet);
    }

    private boolean take(String authorization) {
        return gate(SECRET).take(authorization, BODY, changes::incrementAndGet);
    }

    private static Map<String, String> signed(String secret, String... namesAndValues) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "client-ref", "c12",
                "messageId", "0A01",
                "status", "delivered",
                "timestamp", "1795439102",
                "nonce", "n-1"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        fields.put("sig", NexmoSignature.of(fields, secret));
        return fields;
    }

    private static String token(String header, String claims, String secret) {
        String signed = base64(header.getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
        return "Bearer " + signed + "." + base64(NexmoSignature.hmac(signed.getBytes(UTF_8), secret));
    }

    private static String token(String claims) {
        return token("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", claims, SECRET);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(byte[] body) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    }

    /** With the calls themselves, so that a control can be given the same. */
    private static List<Map<String, String>> forgedFields() {
        Map<String, String> changed = signed(SECRET);
        changed.put("status", "failed");
        Map<String, String> unsigned = signed(SECRET);
        unsigned.remove("sig");
        Map<String, String> empty = signed(SECRET);
        empty.put("sig", "");
        return List.of(
                changed,
                unsigned,
                empty,
                signed("a guess"),
                signed(SECRET, "timestamp", "1795438801"), // 301 s ago
                signed(SECRET, "timestamp", "1795439403"),
                signed(SECRET, "timestamp", "yesterday"),
                signed(SECRET, "timestamp", "-1"));
    }

    private static List<String> forgedTokens() {
        String good = "{\"iat\":1795439102,\"jti\":\"j-9\"}";
        String parts = base64("{\"alg\":\"none\"}".getBytes(UTF_8)) + "." + base64(good.getBytes(UTF_8));
        return List.of(
                "",
                "Basic ZGVtbzpkZW1v",
                "Bearer x.y.z",
                "Bearer " + parts + ".",
                token("{\"alg\":\"none\"}", good, SECRET),
                token("{\"alg\":\"HS512\"}", good, SECRET),
                token("{\"alg\":\"RS256\"}", good, SECRET),
                token("{\"alg\":\"HS256\"}", good, "a guess"),
                token("{\"iat\":1795438801,\"jti\":\"j-9\"}"),
                token("{\"iat\":1795439403,\"jti\":\"j-9\"}"),
                token("{\"jti\":\"j-9\"}"),
                token("{\"iat\":\"1795439102\",\"jti\":\"j-9\"}".replace("\"1795439102\"", "\"now\"")),
                token("{\"iat\":1795439102}"),
                token("{\"iat\":1795439102,\"jti\":\"j-9\",\"payload_hash\":\"00\"}"),
                token(good) + "x");
    }

    @Test
    void forgedCallsChangeNothing() {
        assertThat(forgedFields()).noneMatch(this::take);
        assertThat(forgedTokens()).noneMatch(this::take);
        assertThat(take((String) null)).isFalse();

        int refused = forgedFields().size() + forgedTokens().size() + 1;
        System.out.printf("R19 forged calls %d: changes %d%n", refused, changes.get());
        assertThat(changes).hasValue(0);
    }

    /** The control: without a secret the same calls all pass. */
    @Test
    void withoutASecretEveryOneOfThemWouldCount() {
        WebhookGate open = gate("");
        forgedFields().forEach(fields -> open.take(fields, changes::incrementAndGet));
        forgedTokens().forEach(token -> open.take(token, BODY, changes::incrementAndGet));

        System.out.printf("R19 control, no secret: changes %d%n", changes.get());
        assertThat(changes).hasValue(forgedFields().size() + forgedTokens().size());
    }

    @Test
    void aGenuineCallCountsOnceHoweverOftenItIsReplayed() throws Exception {
        List<Boolean> taken = new ArrayList<>();
        String token = token("{\"iat\":1795439102,\"jti\":\"j-1\",\"payload_hash\":\"" + hash(BODY) + "\"}");
        for (int replay = 0; replay < 10; replay++) {
            taken.add(take(signed(SECRET)));
            taken.add(take(token));
        }

        System.out.printf("R19 two calls, each 10 times: changes %d%n", changes.get());
        assertThat(taken).as("the provider need not repeat it").containsOnly(true);
        assertThat(changes).hasValue(2);
    }

    @Test
    void theEdgesOfTheFiveMinutesAreInside() {
        assertThat(take(signed(SECRET, "timestamp", "1795438802", "nonce", "past")))
                .isTrue();
        assertThat(take(signed(SECRET, "timestamp", "1795439402", "nonce", "future")))
                .isTrue();
        assertThat(take(token("{\"iat\":1795438802,\"jti\":\"past\"}"))).isTrue();
        assertThat(changes).hasValue(3);
    }

    @Test
    void aCallThatFailedMayComeAgain() {
        assertThatThrownBy(() -> gate(SECRET).take(signed(SECRET), () -> {
                    throw new IllegalStateException("the database is away");
                }))
                .hasMessage("the database is away");

        assertThat(take(signed(SECRET))).isTrue();
        assertThat(changes).hasValue(1);
    }
}
