package org.optimizer.load;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.NoErrorHandlerBuilder;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optimizer.config.EdgesTest;
import org.optimizer.config.StubProvider;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.LinkToken;
import org.optimizer.model.SendOutcome;
import org.optimizer.model.Sms;
import org.optimizer.model.Sms.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@EdgesTest
@ExtendWith(OutputCaptureExtension.class)
class SmsGatewayTest {
    private static final WireMockServer SERVER = StubProvider.SERVER;
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final SmsSettings SETTINGS = SmsSettings.nexmo(
            "stand-in", "http://localhost:1", "key", "s3cret", "OPTIMIZER", "https://example.test/dlr");

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private HttpClientConfigurer onceOnOwnConnection;

    @BeforeEach
    void reset() {
        SERVER.resetAll();
    }

    private SmsGateway gateway(Instant now) {
        return new SmsGateway(
                camel, SETTINGS, (to, from) -> from, Clock.fixed(now, ZoneOffset.UTC), Duration.ofMillis(1500));
    }

    private SendOutcome send(String text) {
        return gateway(NOW).send(message(text));
    }

    private SendOutcome answered(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(post("/sms/json").willReturn(answer));
        return send("Note 87,6");
    }

    private static Sms message(String text) {
        return new Sms(
                1,
                "weekly-score:c1:2026-W47:d1",
                "01JDBBBBBBBBBBBBBBBBBBBBBB",
                "c1",
                IsoWeek.parse("2026-W47"),
                "d1",
                "+33612345678",
                text,
                State.SENDING,
                1,
                Optional.of("token"),
                Optional.of(NOW),
                Optional.empty(),
                Optional.empty(),
                "alice",
                NOW);
    }

    private static String part(String status, String more) {
        return "{\"status\":\"" + status + "\"" + more + "}";
    }

    private static ResponseDefinitionBuilder parts(String... parts) {
        return okJson("{\"message-count\":\"" + parts.length + "\",\"messages\":[" + String.join(",", parts) + "]}");
    }

    @Test
    void theBlankOfALinkLeavesWithASecretInItsPlace() {
        SERVER.stubFor(post("/sms/json").willReturn(parts(part("0", ",\"message-id\":\"m1\""))));

        send("Note 87,6 " + LinkToken.blankLink("https://eco.example.com"));

        String sent = SERVER.getAllServeEvents().get(0).getRequest().getBodyAsString();
        assertThat(sent)
                .containsPattern("text=Note\\+87%2C6\\+https%3A%2F%2Feco.example.com%2Fm%2F[A-Za-z0-9_-]{22}&")
                .doesNotContain("______");
    }

    @Test
    void anAcceptedMessageWasSentAsTheProviderWantsIt() {
        SendOutcome outcome =
                answered(parts(part("0", ",\"message-id\":\"0A01\""), part("0", ",\"message-id\":\"0A02\"")));

        assertThat(outcome).isEqualTo(new SendOutcome(State.ACCEPTED, "0A01", "2 of 2 parts accepted", 200, 2));
        SERVER.verify(
                1,
                postRequestedFor(urlEqualTo("/sms/json"))
                        .withBasicAuth(new BasicCredentials("key", "s3cret"))
                        .withHeader("Content-Type", containing("application/x-www-form-urlencoded"))
                        .withFormParam("from", equalTo("OPTIMIZER"))
                        .withFormParam("to", equalTo("33612345678"))
                        .withFormParam("text", equalTo("Note 87,6"))
                        .withFormParam("type", equalTo("text"))
                        .withFormParam("client-ref", equalTo("01JDBBBBBBBBBBBBBBBBBBBBBB"))
                        .withFormParam("status-report-req", equalTo("1"))
                        .withFormParam("callback", equalTo("https://example.test/dlr")));
    }

    @Test
    void aTextOutsideTheGsmAlphabetTravelsAsUnicode() {
        SERVER.stubFor(post("/sms/json").willReturn(parts(part("0", ""))));
        send("Bonne fête & à bientôt");

        SERVER.verify(postRequestedFor(urlEqualTo("/sms/json"))
                .withFormParam("type", equalTo("unicode"))
                .withFormParam("text", equalTo("Bonne fête & à bientôt")));
    }

    @ParameterizedTest
    @CsvSource({
        "1,READY", "10,READY", "2,REJECTED", "3,REJECTED", "4,REJECTED", "6,REJECTED", "7,REJECTED", "8,REJECTED",
        "9,REJECTED", "15,REJECTED", "29,REJECTED", "33,REJECTED", "5,AMBIGUOUS", "13,AMBIGUOUS", "99,AMBIGUOUS",
                "'',AMBIGUOUS"
    })
    void eachStatusOfTheProviderHasItsOutcome(String status, State state) {
        SendOutcome outcome = answered(parts(part(status, ",\"error-text\":\"for 33612345678\"")));

        assertThat(outcome.state()).isEqualTo(state);
        assertThat(outcome.detail()).contains("status " + status).doesNotContain("33612345678");
        SERVER.verify(1, postRequestedFor(urlEqualTo("/sms/json")));
    }

    @Test
    void aMessageOfWhichOnePartWasAcceptedCountsAsAcceptedAndSaysSo() {
        SendOutcome outcome =
                answered(parts(part("6", ",\"error-text\":\"no\""), part("0", ",\"message-id\":\"0A02\"")));

        assertThat(outcome)
                .isEqualTo(new SendOutcome(State.ACCEPTED, "0A02", "1 of 2 parts accepted; status 6 no", 200, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "302,AMBIGUOUS",
        "400,REJECTED",
        "401,REJECTED",
        "404,REJECTED",
        "408,AMBIGUOUS",
        "429,READY",
        "500,AMBIGUOUS",
        "502,AMBIGUOUS",
        "503,AMBIGUOUS"
    })
    void anHttpErrorIsAnOutcomeAndNothingIsSentTwice(int status, State state) {
        SendOutcome outcome = answered(aResponse().withStatus(status).withHeader("Location", SERVER.baseUrl()));

        assertThat(outcome.state()).isEqualTo(state);
        assertThat(outcome.httpStatus()).isEqualTo(status);
        assertThat(SERVER.getAllServeEvents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OK",
                "{}",
                "{\"messages\":[]}",
                "{\"messages\":{\"status\":\"0\"}}",
                "{\"messages\":[{\"status\""
            })
    void anUnreadableAnswerIsUnclear(String body) {
        assertThat(answered(aResponse().withBody(body)).state()).isEqualTo(State.AMBIGUOUS);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aConnectionThatBreaksAfterTheRequestIsUnclear(Fault fault) {
        assertThat(answered(aResponse().withFault(fault)).state()).isEqualTo(State.AMBIGUOUS);
        assertThat(SERVER.getAllServeEvents()).hasSize(1);
    }

    @Test
    void anAnswerThatDripsLongerThanTheCapIsUnclear() {
        SendOutcome outcome = answered(parts(part("0", "")).withChunkedDribbleDelay(20, 4000));

        assertThat(outcome.state()).isEqualTo(State.AMBIGUOUS);
        assertThat(outcome.detail()).contains("1500 ms");
    }

    @Test
    void whereNobodyListensNothingWasSent() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(sentTo("http://localhost:" + port).state()).isEqualTo(State.READY);
        assertThat(sentTo("http://no-such-host.invalid").state()).isEqualTo(State.READY);
    }

    @Test
    void aServerThatSpeaksNoTlsGotNothing() throws Exception {
        try (ServerSocket plain = new ServerSocket(0)) {
            Thread server = new Thread(() -> answerPlainly(plain));
            server.setDaemon(true);
            server.start();
            SendOutcome outcome = sentTo("https://localhost:" + plain.getLocalPort());
            // a broken greeting may end in either way; it is never taken for accepted or refused
            assertThat(outcome.state()).isIn(State.READY, State.AMBIGUOUS);
        }
    }

    private static void answerPlainly(ServerSocket plain) {
        try (var socket = plain.accept()) {
            socket.getOutputStream().write("HTTP/1.0 400\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same routes with another address in them. */
    private SendOutcome sentTo(String baseUrl) throws Exception {
        try (DefaultCamelContext elsewhere = new DefaultCamelContext()) {
            elsewhere.getPropertiesComponent().addInitialProperty("optimizer.sms.base-url", baseUrl);
            elsewhere.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerBuilder());
            elsewhere.getRegistry().bind("onceOnOwnConnection", onceOnOwnConnection);
            for (String route : List.of("await-sms-turn", "send-sms")) {
                PluginHelper.getRoutesLoader(elsewhere)
                        .loadRoutes(PluginHelper.getResourceLoader(elsewhere)
                                .resolveResource("file:routes/" + route + ".camel.yaml"));
            }
            elsewhere.start();
            return new SmsGateway(
                            elsewhere.createProducerTemplate(),
                            SETTINGS,
                            (to, from) -> from,
                            Clock.fixed(NOW, ZoneOffset.UTC))
                    .send(message("Note"));
        }
    }

    @Test
    void aClaimOfMoreThanTwentySecondsIsNotSent() {
        SERVER.stubFor(post("/sms/json").willReturn(parts(part("0", ""))));

        assertThat(gateway(NOW.plusMillis(20_001)).send(message("x")).state()).isEqualTo(State.READY);
        SERVER.verify(0, postRequestedFor(urlEqualTo("/sms/json")));
        assertThat(gateway(NOW.plusMillis(20_000)).send(message("x")).state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void neitherNumberNorTextIsLogged(CapturedOutput output) {
        answered(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        answered(parts(part("6", ",\"error-text\":\"33612345678\"")));

        assertThat(output.getAll()).doesNotContain("33612345678").doesNotContain("Note 87");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://rest.nexmo.com", "http://localhost.example.org", "http://127.0.0.1.nip.io", "sms"})
    void nothingLeavesThisMachineUnlessTheModeIsLive(String baseUrl) {
        SmsSettings elsewhere = SmsSettings.nexmo("stand-in", baseUrl, "k", "s", "OPTIMIZER", "");

        assertThatThrownBy(() -> new SmsGateway(camel, elsewhere, (to, from) -> from, Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(baseUrl)
                .hasMessageContaining("live");
        new SmsGateway(
                camel,
                SmsSettings.nexmo("live", baseUrl, "k", "s", "OPTIMIZER", ""),
                (to, from) -> from,
                Clock.systemUTC());
    }

    @Test
    void aSenderWithSpacesIsRefused() {
        assertThatThrownBy(() -> SmsSettings.nexmo("live", "https://rest.nexmo.com", "k", "s", "My Quarry", "")
                        .check())
                .hasMessageContaining("My Quarry");
    }
}
