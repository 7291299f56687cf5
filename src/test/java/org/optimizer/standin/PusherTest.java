package org.optimizer.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PusherTest {
    private record Received(String path, String key, String signature, String idempotencyKey, String body) {
        JsonNode json() {
            try {
                return Provider.JSON.readTree(body);
            } catch (IOException e) {
                throw new AssertionError(body, e);
            }
        }
    }

    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private HttpServer product;
    private Provider provider;

    @BeforeEach
    void start() throws IOException {
        product = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        product.createContext("/", exchange -> {
            received.add(new Received(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("X-Signature"),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        product.start();
        URI target = URI.create("http://127.0.0.1:" + product.getAddress().getPort() + "/ingest/v1");
        provider = Provider.pushing(target, new MovableClock("2026-11-20T18:00:00Z"));
    }

    @AfterEach
    void stop() {
        provider.close();
        product.stop(0);
    }

    @Test
    void eventsAndMarksOfADayArePushedInTheContractsShape() {
        JsonNode answer = Provider.answer(provider.form("/push/eco-events", "day", "2026-11-19", "only", "sensor04"));
        assertThat(answer.at("/answers/202").asInt()).isEqualTo(1);

        Received batch = received.get(0);
        assertThat(batch.path).isEqualTo("/ingest/v1/eco-events");
        assertThat(batch.key).isEqualTo("Bearer push-key");
        assertThat(batch.idempotencyKey).isNotBlank();
        JsonNode items = batch.json().get("items");
        assertThat(items.size()).isBetween(10, 1000);
        JsonNode event = items.get(0);
        assertThat(event.get("vehicle").asText()).isEqualTo("benne-04");
        assertThat(event.get("type").asText()).isIn("HARSH_ACCELERATION", "HARSH_BRAKING", "OVERSPEED");
        assertThat(event.get("at").asText()).startsWith("2026-11-19T0");
        JsonNode mark = items.get(items.size() - 1);
        assertThat(mark.get("kind").asText()).isEqualTo("mark");
        assertThat(mark.get("from").asText()).isEqualTo("2026-11-15T23:00:00Z");
        assertThat(mark.get("to").asText()).isEqualTo("2026-11-22T23:00:00Z");
        assertThat(items).filteredOn(item -> item.has("value")).isNotEmpty().allSatisfy(item -> assertThat(
                        item.at("/value/unit").asText())
                .isEqualTo("g"));
        assertThat(mark.at("/marks/deceleration").asDouble()).isBetween(1.0, 10.0);
    }

    @Test
    void aSignatureIsOfTheBodyAsItIsSent() throws Exception {
        provider.form("/push/eco-events", "day", "2026-11-19", "only", "sensor04", "sign", "true");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("push-key".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] expected = mac.doFinal(received.get(0).body.getBytes(StandardCharsets.UTF_8));
        assertThat(received.get(0).signature)
                .isEqualTo("sha256=" + HexFormat.of().formatHex(expected));
        assertThat(received.get(0).key).isNull();
    }

    @Test
    void positionsArePushedOneByOne() {
        provider.form("/push/traccar-positions", "day", "2026-11-19", "only", "sensor04 sensor05", "limit", "20");
        assertThat(received).hasSize(40);
        JsonNode position = received.get(5).json();
        assertThat(received.get(5).path).isEqualTo("/ingest/v1/traccar/positions");
        assertThat(position.at("/device/uniqueId").asText()).isEqualTo("sensor04");
        assertThat(position.at("/position/deviceId").asLong()).isEqualTo(4104);
    }

    @Test
    void pushesGoWrongOnDemand() {
        provider.fault("{\"kind\":\"push-twice\"}");
        provider.fault("{\"kind\":\"push-forged\"}");
        provider.fault("{\"kind\":\"push-bad-rows\"}");
        provider.form("/push/eco-events", "day", "2026-11-19", "only", "sensor04");
        assertThat(received).hasSize(2);
        assertThat(received.get(0)).isEqualTo(received.get(1));
        assertThat(received.get(0).key).isEqualTo("Bearer forged-push-key");
        assertThat(received.get(0).body).contains("SOMERSAULT");
    }

    @Test
    void aProductThatIsNotThereIsSaid() {
        try (Provider alone = Provider.pushing(
                URI.create("http://127.0.0.1:9/ingest/v1"), new MovableClock("2026-11-20T18:00:00Z"))) {
            String answer = alone.form("/push/eco-events", "day", "2026-11-19", "only", "sensor04")
                    .body();
            assertThat(answer).contains("no answer");
            assertThat(alone.send(alone.request("/")).body()).contains("no answer");
        }
    }
}
