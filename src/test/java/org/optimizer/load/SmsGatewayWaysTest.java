package org.optimizer.load;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optimizer.config.EdgesTest;
import org.optimizer.config.StubProvider;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.SendOutcome;
import org.optimizer.model.Sms;
import org.optimizer.model.Sms.State;
import org.springframework.beans.factory.annotation.Autowired;

/** The ways of handing a message over beside key and secret: signed, and by the Messages API. */
@EdgesTest
class SmsGatewayWaysTest {
    private static final WireMockServer SERVER = StubProvider.SERVER;
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final String URL = "http://localhost:1";
    private static final String TEXT = "Résultat: accélération 8/10 & freinage 7/10 = bien";

    @Autowired
    private ProducerTemplate camel;

    @BeforeEach
    void reset() {
        SERVER.resetAll();
    }

    private SendOutcome send(SmsSettings settings) {
        return new SmsGateway(camel, settings, (to, from) -> from, Clock.fixed(NOW, ZoneOffset.UTC)).send(message());
    }

    private static SmsSettings settings(String provider, String auth, String applicationId, String keyFile) {
        return new SmsSettings(
                "stand-in",
                provider,
                URL,
                URL,
                "key",
                "s3cret",
                auth,
                "example-signature-secret",
                applicationId,
                keyFile,
                "OPTIMIZER",
                "https://example.test/status");
    }

    private static Sms message() {
        return new Sms(
                        1,
                        "k",
                        "REF",
                        "c1",
                        IsoWeek.parse("2026-W47"),
                        "d1",
                        "+33639980101",
                        TEXT,
                        State.READY,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "anne",
                        NOW)
                .claimed("token", NOW);
    }

    private static LoggedRequest request(String path) {
        return SERVER.findAll(postRequestedFor(urlEqualTo(path))).get(0);
    }

    @Test
    void aSignedCallCarriesNoSecretAndASignatureOfAllItsFields() {
        SERVER.stubFor(
                post("/sms/json").willReturn(okJson("{\"messages\":[{\"status\":\"0\",\"message-id\":\"0A\"}]}")));

        assertThat(send(settings("nexmo", "signature", "", "")).state()).isEqualTo(State.ACCEPTED);

        LoggedRequest sent = request("/sms/json");
        Map<String, String> fields = Stream.of(sent.getBodyAsString().split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
        assertThat(sent.containsHeader("Authorization")).isFalse();
        assertThat(fields)
                .containsEntry("api_key", "key")
                .containsEntry("text", TEXT)
                .containsEntry("timestamp", Long.toString(NOW.getEpochSecond()));
        assertThat(NexmoSignature.isRight(fields, "example-signature-secret")).isTrue();
        assertThat(sent.getBodyAsString()).doesNotContain("s3cret", "example-signature-secret");
    }

    @Test
    void theMessagesApiTakesJson() throws Exception {
        SERVER.stubFor(post("/v1/messages")
                .willReturn(aResponse().withStatus(202).withBody("{\"message_uuid\":\"aaaa-bbbb\"}")));

        assertThat(send(settings("vonage-messages", "basic", "", "")))
                .isEqualTo(new SendOutcome(State.ACCEPTED, "aaaa-bbbb", "accepted", 202));

        LoggedRequest sent = request("/v1/messages");
        JsonNode json = new ObjectMapper().readTree(sent.getBody());
        assertThat(json.path("to").asText()).isEqualTo("33639980101");
        assertThat(json.path("text").asText()).isEqualTo(TEXT);
        assertThat(json.path("client_ref").asText()).isEqualTo("REF");
        assertThat(json.path("channel").asText()).isEqualTo("sms");
        assertThat(json.path("webhook_url").asText()).isEqualTo("https://example.test/status");
        assertThat(sent.getHeader("Authorization")).startsWith("Basic ");
        assertThat(sent.getHeader("Content-Type")).startsWith("application/json");
    }

    @Test
    void anAnswerThatNeverComesFromTheMessagesApiIsUnclearAndMadeOnce() {
        SERVER.stubFor(post("/v1/messages").willReturn(aResponse().withStatus(503)));

        assertThat(send(settings("vonage-messages", "basic", "", "")).state()).isEqualTo(State.AMBIGUOUS);
        SERVER.verify(1, postRequestedFor(urlEqualTo("/v1/messages")));
    }

    @Test
    void anApplicationSignsATokenForEachCall(@TempDir Path folder) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Path file = Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        SERVER.stubFor(post("/v1/messages")
                .willReturn(aResponse().withStatus(202).withBody("{\"message_uuid\":\"aaaa-bbbb\"}")));

        send(settings("vonage-messages", "basic", "app-1", file.toString()));

        String[] token = request("/v1/messages")
                .getHeader("Authorization")
                .replace("Bearer ", "")
                .split("\\.");
        Signature rsa = Signature.getInstance("SHA256withRSA");
        rsa.initVerify(pair.getPublic());
        rsa.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(rsa.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token[1]));
        assertThat(claims.path("application_id").asText()).isEqualTo("app-1");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(60);
        assertThat(claims.path("jti").asText()).isNotBlank();
    }

    @Test
    void settingsThatCannotWorkAreSaid() {
        assertThatThrownBy(() -> settings("nexmo", "signed", "", "").check()).hasMessageContaining("auth \"signed\"");
        assertThatThrownBy(() -> settings("nexmos", "basic", "", "").check()).hasMessageContaining("vonage-messages");
        assertThatThrownBy(() -> send(settings("vonage-messages", "basic", "app-1", "no-such-file.pem")))
                .hasMessageContaining("no-such-file.pem")
                .hasMessageContaining("openssl");
        SmsSettings live =
                new SmsSettings("live", "nexmo", URL, URL, "k", "s", "basic", "demo", "", "", "OPTIMIZER", "");
        assertThatThrownBy(live::check).hasMessageContaining("signature-secret");
    }
}
