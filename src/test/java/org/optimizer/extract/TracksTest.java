package org.optimizer.extract;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optimizer.config.EdgesTest;
import org.optimizer.config.StubProvider;
import org.optimizer.model.ProviderTrack;
import org.optimizer.model.Trace;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.testing.CollectedFixes;
import org.springframework.beans.factory.annotation.Autowired;

@EdgesTest
class TracksTest {
    private static final String API = "/services/rest/v2";
    private static final WireMockServer SERVER = StubProvider.SERVER;
    private static final Instant FROM = Instant.ofEpochSecond(1_795_392_000);
    private static final Instant TO = Instant.ofEpochSecond(1_795_478_400);
    private static final Vehicle VEHICLE = new Vehicle("v1", "q1", "sensor12", VehicleClass.TIPPER);
    private static final ProviderTrack TRACK = new ProviderTrack("880017", FROM, TO);

    @Autowired
    private ProducerTemplate camel;

    private final SettableClock clock = new SettableClock();
    private Tracks tracks;

    /** A clock that a test moves. */
    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-11-23T02:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void stub() {
        SERVER.resetAll();
        tracks = new Tracks(
                camel,
                TracksSettings.of(TracksProfile.V2, SERVER.baseUrl(), "in the route", "me&you", "s3cret/"),
                clock);
        SERVER.stubFor(post("/oauth/token")
                .willReturn(okJson("{\"access_token\":\"T1\",\"token_type\":\"bearer\",\"expires_in\":3592}")));
        answer("/vehicles", "{\"data\":[{\"id\":4101,\"name\":\"sensor12\"},{\"id\":\"4102\",\"name\":\"sensor13\"}]}");
        answer(
                "/tracks",
                "{\"data\":[{\"id\":880017,\"carId\":4101,\"startTime\":1795413600000,\"endTime\":\"1795431600000\",\"totalDistance\":142.37},"
                        + "{\"id\":880018,\"carId\":4102,\"startTime\":1795413600000,\"endTime\":1795431600000}]}");
    }

    private static void answer(String path, String json) {
        SERVER.stubFor(get(urlPathEqualTo(API + path)).willReturn(okJson(json)));
    }

    private Trace fixes() {
        CollectedFixes collected = new CollectedFixes();
        tracks.fixes(TRACK, collected);
        return collected.trace();
    }

    @Test
    void theRecordingsOfAVehicleAreFoundByItsName() {
        assertThat(tracks.list(VEHICLE, FROM, TO))
                .containsExactly(new ProviderTrack(
                        "880017", Instant.ofEpochMilli(1_795_413_600_000L), Instant.ofEpochMilli(1_795_431_600_000L)));

        SERVER.verify(
                1,
                getRequestedFor(urlPathEqualTo(API + "/tracks"))
                        .withHeader("Authorization", equalTo("Bearer T1"))
                        .withQueryParam("carId", equalTo("4101"))
                        .withQueryParam("startTime", equalTo("1795392000"))
                        .withQueryParam("endTime", equalTo("1795478400"))
                        .withQueryParam("limit", equalTo("1000"))
                        .withQueryParam("measurementUnit", equalTo("KILOMETER"))
                        .withQueryParam("humanReadable", equalTo("false")));
    }

    @Test
    void oneTokenAndOneListOfVehiclesServeManyCalls() {
        for (int i = 0; i < 5; i++) {
            tracks.list(VEHICLE, FROM, TO);
        }

        SERVER.verify(
                1,
                postRequestedFor(urlPathEqualTo("/oauth/token"))
                        .withRequestBody(containing("grant_type=client_credentials"))
                        .withRequestBody(containing("client_id=me%26you"))
                        .withRequestBody(containing("client_secret=s3cret%2F"))
                        .withHeader("Authorization", absent()));
        SERVER.verify(1, getRequestedFor(urlPathEqualTo(API + "/vehicles")));
        SERVER.verify(5, getRequestedFor(urlPathEqualTo(API + "/tracks")));
    }

    @Test
    void aTokenIsRenewedAMinuteBeforeItsEndAndTheVehiclesAfterFiveMinutes() {
        tracks.list(VEHICLE, FROM, TO);
        clock.now = clock.now.plus(Duration.ofSeconds(3592 - 61));
        tracks.list(VEHICLE, FROM, TO);
        SERVER.verify(1, postRequestedFor(urlPathEqualTo("/oauth/token")));
        SERVER.verify(2, getRequestedFor(urlPathEqualTo(API + "/vehicles")));

        clock.now = clock.now.plusSeconds(1);
        tracks.list(VEHICLE, FROM, TO);
        SERVER.verify(2, postRequestedFor(urlPathEqualTo("/oauth/token")));
        SERVER.verify(2, getRequestedFor(urlPathEqualTo(API + "/vehicles")));
    }

    @Test
    void manyCallersAtOnceShareOneToken() {
        SERVER.stubFor(post("/oauth/token")
                .willReturn(okJson("{\"access_token\":\"T1\"}").withFixedDelay(200)));
        answer("/trackpoints/880017", "{\"data\":[]}");

        CompletableFuture.allOf(IntStream.range(0, 8)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> fixes(), task -> new Thread(task).start()))
                        .toArray(CompletableFuture[]::new))
                .join();

        SERVER.verify(1, postRequestedFor(urlPathEqualTo("/oauth/token")));
        SERVER.verify(8, getRequestedFor(urlPathEqualTo(API + "/trackpoints/880017")));
    }

    @Test
    void aRefusedTokenIsReplacedOnce() {
        SERVER.stubFor(get(urlPathEqualTo(API + "/trackpoints/880017"))
                .inScenario("expired")
                .whenScenarioStateIs(STARTED)
                .willReturn(aResponse().withStatus(401).withBody("{\"error\":\"invalid_token\"}"))
                .willSetStateTo("renewed"));
        SERVER.stubFor(get(urlPathEqualTo(API + "/trackpoints/880017"))
                .inScenario("expired")
                .whenScenarioStateIs("renewed")
                .willReturn(okJson("{\"data\":[{\"id\":1,\"time\":1}]}")));

        assertThat(fixes().size()).isEqualTo(1);
        SERVER.verify(2, postRequestedFor(urlPathEqualTo("/oauth/token")));
    }

    @Test
    void aTokenThatIsRefusedTwiceIsAnErrorThatSaysWhatToDo() {
        refuse("/trackpoints/880017", 401);

        assertThatThrownBy(() -> fixes())
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("GET /trackpoints/880017: expected status 200, found 401")
                .hasMessageContaining("client-secret");
        SERVER.verify(2, getRequestedFor(urlPathEqualTo(API + "/trackpoints/880017")));
    }

    private static void refuse(String path, int status) {
        SERVER.stubFor(get(urlPathEqualTo(API + path)).willReturn(aResponse().withStatus(status)));
    }

    @Test
    void aVehicleTheProviderDoesNotKnowHasNoRecordings() {
        assertThat(tracks.list(new Vehicle("v9", "q1", "elsewhere", VehicleClass.VAN), FROM, TO))
                .isEmpty();
        SERVER.verify(0, getRequestedFor(urlPathEqualTo(API + "/tracks")));
    }

    @Test
    void twoVehiclesOfOneNameAreAnErrorThatNamesBoth() {
        answer("/vehicles", "{\"data\":[{\"id\":1,\"name\":\"sensor12\"},{\"id\":2,\"name\":\"sensor12\"}]}");

        assertThatThrownBy(() -> tracks.list(VEHICLE, FROM, TO))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("sensor12")
                .hasMessageContaining("1, 2");
    }

    @Test
    void recordingsOutsideTheSpanAreLeftOut() {
        answer(
                "/tracks",
                "{\"data\":[{\"id\":1,\"startTime\":1795300000000,\"endTime\":1795391999999},"
                        + "{\"id\":2,\"startTime\":1795300000000,\"endTime\":1795392000000}]}");

        assertThat(tracks.list(VEHICLE, FROM, TO)).extracting(ProviderTrack::id).containsExactly("2");
    }

    @Test
    void fixesAreReadWithTheirUnitsAndWithoutWhatIsMissing() {
        answer(
                "/trackpoints/880017",
                "{\"page\":{\"total\":[1,2]},\"data\":["
                        + "{\"id\":990000002,\"time\":\"1795413601000\",\"latitude\":\"48.85663\",\"longitude\":2.35229,\"speed\":36,"
                        + "\"source\":\"GPS\",\"altitude\":35.0,\"bearing\":72.5,\"accuracy\":5.25,\"extra\":{\"deep\":[{}]}},"
                        + "{\"id\":\"990000001\",\"time\":1795413600000,\"latitude\":48.85661,\"longitude\":2.35222,\"speed\":null}]}");

        Trace trace = fixes();

        assertThat(trace.timeMs()).containsExactly(1_795_413_600_000L, 1_795_413_601_000L);
        assertThat(trace.speedMmps()).containsExactly(Trace.ABSENT, 10_000);
        assertThat(trace.latitudeDeg(1)).isEqualTo(48.85663, within(1e-9));
        assertThat(trace.accuracyMm()).containsExactly(Trace.ABSENT, 5250);
        assertThat(trace.bearingCdeg()).containsExactly(Trace.ABSENT, 7250);
        assertThat(trace.altitudeMm()).containsExactly(Trace.ABSENT, 35_000);
        assertThat(trace.speedAccuracyMmps()).isNull();
        assertThat(trace.tracks()).containsExactly("880017");
    }

    @Test
    void aFixMaySayThatItIsMockAndIsNotWithoutAWord() {
        answer(
                "/trackpoints/880017",
                "{\"data\":[{\"id\":1,\"time\":1795413600000,\"mock\":true},{\"id\":2,\"time\":1795413601000},"
                        + "{\"id\":3,\"time\":1795413602000,\"mock\":null},{\"id\":4,\"time\":1795413603000,\"mock\":false}]}");

        assertThat(fixes().mock()).containsExactly(1, 0, 0, 0);
    }

    @Test
    void aRecordingWithoutFixesIsEmpty() {
        answer("/trackpoints/880017", "{\"data\":[]}");
        assertThat(fixes().isEmpty()).isTrue();
    }

    @Test
    void pagesAreReadUntilAShortOne() {
        page("/tracks", 0, 0, 1000);
        page("/tracks", 1, 1000, 1000);
        page("/tracks", 2, 2000, 1);

        assertThat(tracks.list(VEHICLE, FROM, TO)).hasSize(2001);
        SERVER.verify(3, getRequestedFor(urlPathEqualTo(API + "/tracks")));
    }

    @Test
    void aProviderThatIgnoresThePageNumberIsAskedTwiceAndNothingIsDoubled() {
        SERVER.stubFor(get(urlPathEqualTo(API + "/tracks")).willReturn(okJson(rows(0, 1000))));

        assertThat(tracks.list(VEHICLE, FROM, TO)).hasSize(1000);
        SERVER.verify(2, getRequestedFor(urlPathEqualTo(API + "/tracks")));
    }

    private static void page(String path, int number, int first, int count) {
        SERVER.stubFor(get(urlPathEqualTo(API + path))
                .withQueryParam("page", equalTo(String.valueOf(number)))
                .willReturn(okJson(rows(first, count))));
    }

    private static String rows(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(id -> "{\"id\":" + id + ",\"startTime\":1795413600000,\"endTime\":1795413600000}")
                .collect(Collectors.joining(",", "{\"data\":[", "]}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 403, 404, 429, 500, 503})
    void anyOtherStatusIsAnErrorAndAskedOnceOnly(int status) {
        refuse("/tracks", status);

        assertThatThrownBy(() -> tracks.list(VEHICLE, FROM, TO))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("MyCarTracks GET /tracks?carId=4101")
                .hasMessageContaining("found " + status);
        SERVER.verify(1, getRequestedFor(urlPathEqualTo(API + "/tracks")));
    }

    @Test
    void aTokenThatIsNotGivenNamesTheSettings() {
        SERVER.stubFor(post("/oauth/token").willReturn(aResponse().withStatus(401)));

        assertThatThrownBy(() -> fixes())
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("POST token")
                .hasMessageContaining("optimizer.traces.client-id")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>maintenance</html>",
                "",
                "[]",
                "{\"rows\":[]}",
                "{\"data\":{}}",
                "{\"data\":[17]}",
                "{\"data\":[{\"id\":1},{\"id\":2}]}",
                "{\"data\":[{\"id\":1,\"time\":1}]",
                "{\"data\":[{\"id\":1,\"time\":1}"
            })
    void anUnreadableAnswerNamesTheCallThePlaceAndWhatWasExpected(String body) {
        answer("/trackpoints/880017", body);

        assertThatThrownBy(() -> fixes())
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("GET /trackpoints/880017")
                .hasMessageMatching("(?s).*at (line \\d+ column \\d+|the beginning).* expected .*, found .*");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenConnectionIsAnErrorThatSaysSo(Fault fault) {
        SERVER.stubFor(get(urlPathEqualTo(API + "/trackpoints/880017"))
                .willReturn(aResponse().withFault(fault)));

        assertThatThrownBy(() -> fixes())
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("GET /trackpoints/880017");
    }

    @Test
    void headersOfAnAnswerNeverReachARoute() {
        SERVER.stubFor(get(urlPathEqualTo(API + "/trackpoints/880017"))
                .willReturn(okJson("{\"data\":[{\"id\":1,\"time\":1}]}")
                        .withHeader("CamelSqlQuery", "drop table site")
                        .withHeader("cAmelHttpUri", "http://example.org")
                        .withHeader("org.apache.camel.x", "y")));

        var answer = camel.send("direct:fetch-trackpoints", exchange -> {
            exchange.setVariable("reading", (AnswerReading) (parser, raw) -> {});
            exchange.setVariable(
                    "limits", new AnswerLimits("x", 1 << 20, System.nanoTime() + 10_000_000_000L, Duration.ZERO, ""));
            exchange.setVariable("path", "/trackpoints/880017");
        });

        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getHeaders()).isEmpty();
    }

    @Test
    void aWholeDayOfFixesIsReadInOneCall() {
        String body = IntStream.range(0, 50_000)
                .mapToObj(i -> "{\"id\":" + i + ",\"time\":" + (1_795_413_600_000L + i * 1000L)
                        + ",\"latitude\":48.85661,\"longitude\":2.35222,\"speed\":9.4,\"accuracy\":5.0}")
                .collect(Collectors.joining(",", "{\"data\":[", "]}"));
        answer("/trackpoints/880017", body);

        assertThat(fixes().size()).isEqualTo(50_000);
        SERVER.verify(1, getRequestedFor(urlPathEqualTo(API + "/trackpoints/880017")));
    }
}
