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
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.optimizer.model.FixSink;
import org.optimizer.model.Trace;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.testing.CollectedFixes;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What MyCarTracks is asked and how its answers are read, in both profiles: the answers are files in the documented shapes
 * ({@code src/test/resources/mycartracks}); those of v3 are assumed and use every other name and unit that can be set.
 */
@EdgesTest
class MyCarTracksContractTest {
    private static final String API = "/services/rest/v2";
    private static final WireMockServer SERVER = StubProvider.SERVER;
    private static final Instant FROM = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-24T00:00:00Z");
    private static final Vehicle VEHICLE = new Vehicle("v1", "q1", "sensor12", VehicleClass.TIPPER);
    private static final Vehicle OTHER = new Vehicle("v2", "q1", "sensor13", VehicleClass.TIPPER);
    private static final String POINTS_V2 = "/trackpoints/880017";

    @Autowired
    private ProducerTemplate camel;

    private final SleepingClock clock = new SleepingClock();

    /** A clock that goes on when somebody sleeps, and only then. */
    private static final class SleepingClock extends Clock implements Turns.Sleep {
        private Instant now = Instant.parse("2026-11-24T02:00:00Z");
        private final List<Duration> slept = new ArrayList<>();

        @Override
        public void sleep(Duration time) {
            slept.add(time);
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void forget() {
        SERVER.resetAll();
    }

    private void record(TracksProfile profile) {
        SERVER.stubFor(post("/oauth/token").willReturn(okJson(file(profile, "token"))));
        SERVER.stubFor(get(urlPathEqualTo(API + "/vehicles")).willReturn(okJson(file(profile, "vehicles"))));
        SERVER.stubFor(get(urlPathEqualTo(API + "/tracks")).willReturn(okJson(file(profile, "tracks"))));
        SERVER.stubFor(get(urlPathEqualTo(API + points(profile))).willReturn(okJson(file(profile, "trackpoints"))));
    }

    private static String points(TracksProfile profile) {
        return profile == TracksProfile.V2 ? POINTS_V2 : "/tracks/880017/trackpoints";
    }

    private static String file(TracksProfile profile, String name) {
        String path = "/mycartracks/" + profile.name().toLowerCase(Locale.ROOT) + "/" + name + ".json";
        try (InputStream file = MyCarTracksContractTest.class.getResourceAsStream(path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Tracks tracks(TracksProfile profile) {
        return tracks(profile, null, null);
    }

    /** @param callsPerSecond null for the usual */
    private Tracks tracks(TracksProfile profile, Integer fixesPerPage, Double callsPerSecond) {
        TracksSettings settings = new TracksSettings(
                profile,
                SERVER.baseUrl(),
                "in the route",
                "me&you",
                "s3cret/",
                null,
                null,
                null,
                profile == TracksProfile.V3 ? TracksSettings.TimeUnit.ISO : null,
                null,
                null,
                null,
                fixesPerPage,
                4,
                null,
                null,
                callsPerSecond,
                null,
                null,
                null,
                1);
        return new Tracks(camel, settings, clock, clock);
    }

    private static CollectedFixes read(Tracks tracks, Vehicle vehicle) {
        CollectedFixes fixes = new CollectedFixes();
        tracks.read(vehicle, FROM, TO, fixes);
        return fixes;
    }

    @ParameterizedTest
    @EnumSource(TracksProfile.class)
    void theRecordedAnswersAreReadWhateverTheirNamesAndUnits(TracksProfile profile) {
        record(profile);

        Trace trace = read(tracks(profile), VEHICLE).trace();

        assertThat(trace.timeMs()).containsExactly(1_795_413_600_000L, 1_795_413_601_000L);
        assertThat(trace.latitudeDeg(1)).isEqualTo(48.85663, within(1e-9));
        assertThat(trace.longitudeDeg(1)).isEqualTo(2.35229, within(1e-9));
        assertThat(trace.speedMmps()).containsExactly(0, 2611);
        assertThat(trace.accuracyMm()).containsExactly(6000, 5000);
        assertThat(trace.bearingCdeg()).containsExactly(0, 7200);
        assertThat(trace.altitudeMm()).containsExactly(35_000, 35_000);
    }

    @Test
    void v2AsksInSecondsWithoutThePagesDataAndSaysWhoItIsInTheForm() {
        record(TracksProfile.V2);

        read(tracks(TracksProfile.V2), VEHICLE);

        SERVER.verify(
                1,
                postRequestedFor(urlPathEqualTo("/oauth/token"))
                        .withHeader("Authorization", absent())
                        .withRequestBody(
                                equalTo("grant_type=client_credentials&client_id=me%26you&client_secret=s3cret%2F")));
        SERVER.verify(
                1,
                getRequestedFor(urlPathEqualTo(API + "/tracks"))
                        .withQueryParam("startTime", equalTo("1795392000"))
                        .withQueryParam("endTime", equalTo("1795478400"))
                        .withQueryParam("omitPage", equalTo("true")));
        SERVER.verify(
                1,
                getRequestedFor(urlPathEqualTo(API + POINTS_V2))
                        .withQueryParam("limit", equalTo("86400"))
                        .withQueryParam("omitPage", equalTo("true")));
    }

    @Test
    void v3AsksPageByPageAndSaysWhoItIsInTheHeaderAndThatItOnlyReads() {
        record(TracksProfile.V3);

        read(tracks(TracksProfile.V3), VEHICLE);

        SERVER.verify(
                1,
                postRequestedFor(urlPathEqualTo("/oauth/token"))
                        // me%26you:s3cret%2F
                        .withHeader("Authorization", equalTo("Basic bWUlMjZ5b3U6czNjcmV0JTJG"))
                        .withRequestBody(equalTo("grant_type=client_credentials&scope=read")));
        SERVER.verify(
                1,
                getRequestedFor(urlPathEqualTo(API + "/tracks"))
                        .withQueryParam("startTime", equalTo("2026-11-23T00:00:00Z"))
                        .withQueryParam("page", equalTo("0"))
                        .withQueryParam("omitPage", absent()));
        SERVER.verify(1, getRequestedFor(urlPathEqualTo(API + "/tracks/880017/trackpoints")));
    }

    @Test
    void eachProfileKnowsWhereItIsAsked() {
        assertThat(TracksSettings.of(TracksProfile.V2, "", null, "", "").baseUrl())
                .isEqualTo("https://www.mycartracks.com/services/rest/v2");
        TracksSettings v3 = TracksSettings.of(TracksProfile.V3, "", "", "", "");
        assertThat(v3.baseUrl()).isEqualTo("https://mycartracks.com/services/rest/v3");
        assertThat(v3.tokenUrl()).isEqualTo("https://mycartracks.com/oauth/token");
    }

    @Test
    void aPathOrAFieldThatNobodyKnowsIsRefusedWithItsSetting() {
        assertThatThrownBy(() -> with(new TracksSettings.Paths(null, null, "/trackpoints"), null))
                .hasMessageContaining("optimizer.traces.paths.trackpoints", "{trackId}");
        assertThatThrownBy(() -> with(null, Map.of("velocity", List.of("v"))))
                .hasMessageContaining("optimizer.traces.fields.velocity");
    }

    private static TracksSettings with(TracksSettings.Paths paths, Map<String, List<String>> fields) {
        return new TracksSettings(
                null, null, null, "", "", null, null, paths, null, null, null, null, null, null, null, fields, null,
                null, null, null, null);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void manyPagesTakeOneToken(int pages) {
        record(TracksProfile.V2);
        for (int page = 0; page < pages; page++) {
            page(page, page * 2, page < pages - 1 ? 2 : 1);
        }

        assertThat(read(tracks(TracksProfile.V2, 2, null), VEHICLE).trace().size())
                .isEqualTo(2 * pages - 1);
        SERVER.verify(1, postRequestedFor(urlPathEqualTo("/oauth/token")));
        SERVER.verify(pages, getRequestedFor(urlPathEqualTo(API + POINTS_V2)));
    }

    private static void page(int number, int first, int count) {
        SERVER.stubFor(get(urlPathEqualTo(API + POINTS_V2))
                .withQueryParam("page", equalTo(String.valueOf(number)))
                .willReturn(okJson(rows(first, count))));
    }

    private static String rows(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(id -> "{\"id\":" + id + ",\"time\":" + (1_795_413_600_000L + id * 1000L)
                        + ",\"latitude\":48.1,\"longitude\":2.1,\"speed\":36}")
                .collect(Collectors.joining(",", "{\"data\":[", "]}"));
    }

    @Test
    void anEmptyPageEndsTheList() {
        record(TracksProfile.V2);
        page(0, 0, 2);
        page(1, 0, 0);

        assertThat(read(tracks(TracksProfile.V2, 2, null), VEHICLE).trace().size())
                .isEqualTo(2);
        SERVER.verify(2, getRequestedFor(urlPathEqualTo(API + POINTS_V2)));
    }

    @Test
    void aRepeatedPageEndsTheListAndDoublesNothing() {
        record(TracksProfile.V2);
        SERVER.stubFor(get(urlPathEqualTo(API + POINTS_V2)).willReturn(okJson(rows(0, 2))));
        Counted counted = new Counted();

        tracks(TracksProfile.V2, 2, null).read(VEHICLE, FROM, TO, counted);

        assertThat(counted.fixes).isEqualTo(2);
        SERVER.verify(2, getRequestedFor(urlPathEqualTo(API + POINTS_V2)));
    }

    /** Counts what it is given. */
    private static final class Counted implements FixSink {
        private int fixes;

        @Override
        public void fix(
                long epochMs,
                String track,
                double latitudeDeg,
                double longitudeDeg,
                double speedMps,
                double accuracyM,
                double speedAccuracyMps,
                double bearingDeg,
                double altitudeM,
                boolean mock) {
            fixes++;
        }

        @Override
        public void privateFix() {
            fixes++;
        }

        @Override
        public void unreadable(String reason, String raw) {
            fixes++;
        }
    }

    @Test
    void pagesWithoutEndAreRefusedAfterTheMostThatMayBe() {
        record(TracksProfile.V2);
        IntStream.range(0, 10).forEach(number -> page(number, number * 2, 2));

        assertThatThrownBy(() -> read(tracks(TracksProfile.V2, 2, null), VEHICLE))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("at most 4 pages of 2 rows")
                .hasMessageContaining("optimizer.traces.maximum-pages");
        SERVER.verify(4, getRequestedFor(urlPathEqualTo(API + POINTS_V2)));
    }

    @Test
    void aTokenThatEndsBetweenTwoPagesIsReplacedOnceAndNothingIsDoubled() {
        record(TracksProfile.V2);
        page(0, 0, 2);
        SERVER.stubFor(get(urlPathEqualTo(API + POINTS_V2))
                .withQueryParam("page", equalTo("1"))
                .inScenario("expired")
                .whenScenarioStateIs(STARTED)
                .willReturn(aResponse().withStatus(401).withBody(file(TracksProfile.V2, "expired")))
                .willSetStateTo("renewed"));
        SERVER.stubFor(get(urlPathEqualTo(API + POINTS_V2))
                .withQueryParam("page", equalTo("1"))
                .inScenario("expired")
                .whenScenarioStateIs("renewed")
                .willReturn(okJson(rows(2, 1))));
        Counted counted = new Counted();

        tracks(TracksProfile.V2, 2, null).read(VEHICLE, FROM, TO, counted);

        assertThat(counted.fixes).isEqualTo(3);
        SERVER.verify(2, postRequestedFor(urlPathEqualTo("/oauth/token")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "Tue, 24 Nov 2026 02:00:07 GMT"})
    void aProviderThatAsksToWaitIsNotAskedBefore(String retryAfter) {
        record(TracksProfile.V2);
        SERVER.stubFor(get(urlPathEqualTo(API + POINTS_V2))
                .inScenario("busy")
                .whenScenarioStateIs(STARTED)
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", retryAfter))
                .willSetStateTo("rested"));
        SERVER.stubFor(get(urlPathEqualTo(API + POINTS_V2))
                .inScenario("busy")
                .whenScenarioStateIs("rested")
                .willReturn(okJson(rows(0, 2))));

        assertThat(read(tracks(TracksProfile.V2), VEHICLE).trace().size()).isEqualTo(2);
        assertThat(clock.slept).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aProviderThatGoesOnAskingToWaitIsAskedThreeTimes() {
        record(TracksProfile.V2);
        busy(POINTS_V2, "7");

        assertThatThrownBy(() -> read(tracks(TracksProfile.V2), VEHICLE))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("found 429 with the wish not to be asked before 2026-11-24T02:00:21Z");
        SERVER.verify(3, getRequestedFor(urlPathEqualTo(API + POINTS_V2)));
    }

    private static void busy(String path, String retryAfter) {
        SERVER.stubFor(get(urlPathEqualTo(API + path))
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", retryAfter)));
    }

    @Test
    void aLongWaitIsTheVehiclesOwnUntilASecondOneIsToldTheSame() {
        record(TracksProfile.V2);
        busy("/tracks", "3600");
        Tracks tracks = tracks(TracksProfile.V2);

        assertThatThrownBy(() -> read(tracks, VEHICLE)).hasMessageContaining("found 429");
        assertThatThrownBy(() -> read(tracks, VEHICLE))
                .hasMessageContaining("not asked")
                .hasMessageContaining("03:00");
        assertThat(tracks.notBefore()).isEqualTo(Instant.MIN);

        assertThatThrownBy(() -> read(tracks, OTHER)).hasMessageContaining("found 429");
        assertThat(tracks.notBefore()).isEqualTo(clock.now.plusSeconds(3600));
        Vehicle third = new Vehicle("v3", "q1", "sensor12", VehicleClass.TIPPER);
        assertThatThrownBy(() -> read(tracks, third)).hasMessageContaining("not asked");
        SERVER.verify(2, getRequestedFor(urlPathEqualTo(API + "/tracks")));

        clock.now = clock.now.plusSeconds(3601);
        record(TracksProfile.V2);
        assertThat(read(tracks, VEHICLE).trace().size()).isEqualTo(2);
    }

    @Test
    void callsKeepTheirDistance() {
        record(TracksProfile.V2);

        read(tracks(TracksProfile.V2, null, 2.0), VEHICLE);

        // token, vehicles, tracks, track points
        assertThat(clock.slept).hasSize(3).allSatisfy(gap -> assertThat(gap).isEqualTo(Duration.ofMillis(500)));
    }

    @Test
    void aProviderElsewhereIsAskedFiveTimesASecondAndAStandInAsOftenAsItGoes() {
        assertThat(TracksSettings.of(TracksProfile.V3, "", "", "", "").callsPerSecond())
                .isEqualTo(5);
        assertThat(TracksSettings.of(TracksProfile.V3, "http://localhost:8090/x", "", "", "")
                        .callsPerSecond())
                .isZero();
    }

    @Test
    void aRowThatCannotBeReadIsHandedOverAsItCameAndTheOthersAreRead() {
        record(TracksProfile.V2);
        String bad = "{\"id\":2,\"latitude\":\"north\",\"time\":1795413601000,\"note\":\"é\"}";
        answer("{\"data\":[{\"id\":1,\"time\":1795413600000}, " + bad + " ,{\"id\":3},"
                + "{\"id\":4,\"time\":1795413602000,\"speed\":NaN},{\"id\":5,\"time\":99999999999999999999},"
                + "{\"id\":6,\"time\":1795413603000,\"mock\":\"perhaps\"},{\"id\":7,\"time\":\"yesterday\"}]}");

        CollectedFixes fixes = read(tracks(TracksProfile.V2), VEHICLE);

        assertThat(fixes.trace().size()).isEqualTo(1);
        assertThat(fixes.unreadable())
                .containsExactly(
                        "unreadable-latitude: " + bad,
                        "no-time: {\"id\":3}",
                        "unreadable-speed: {\"id\":4,\"time\":1795413602000,\"speed\":NaN}",
                        "unreadable-time: {\"id\":5,\"time\":99999999999999999999}",
                        "unreadable-mock: {\"id\":6,\"time\":1795413603000,\"mock\":\"perhaps\"}",
                        "unreadable-time: {\"id\":7,\"time\":\"yesterday\"}");
    }

    @Test
    void ofARowOfPrivateTimeNothingIsHandedOverButThatThereWasOne() {
        record(TracksProfile.V2);
        answer("{\"data\":[{\"id\":1,\"time\":1795413600000,\"latitude\":\"north\",\"private\":true},"
                + "{\"id\":2,\"time\":1795413601000,\"privateMode\":\"True\"},{\"privateMode\":{}},"
                + "{\"id\":3,\"time\":1795413602000,\"private\":false}]}");

        CollectedFixes fixes = read(tracks(TracksProfile.V2), VEHICLE);

        assertThat(fixes.privateFixes()).isEqualTo(3);
        assertThat(fixes.unreadable()).isEmpty();
        assertThat(fixes.trace().size()).isEqualTo(1);
    }

    private static void answer(String json) {
        SERVER.stubFor(get(urlPathEqualTo(API + POINTS_V2)).willReturn(okJson(json)));
    }

    @Test
    void anAnswerThatIsTooLargeIsRefusedAndSaysWhichSettingItIs() {
        record(TracksProfile.V2);
        answer(rows(0, 20_000));

        assertThatThrownBy(() -> read(tracks(TracksProfile.V2), VEHICLE))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("expected at most 1 MB, found more")
                .hasMessageContaining("optimizer.traces.largest-answer-mb");
    }

    @Test
    void packedAnswersAreAskedForAndNoOtherPackingIsTaken() {
        record(TracksProfile.V2);
        SERVER.stubFor(
                get(urlPathEqualTo(API + POINTS_V2)).willReturn(okJson("{}").withHeader("Content-Encoding", "br")));

        assertThatThrownBy(() -> read(tracks(TracksProfile.V2), VEHICLE))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("packed with gzip or not at all, found br");
        SERVER.verify(
                3, getRequestedFor(urlPathMatching(API + "/.*")).withHeader("Accept-Encoding", containing("gzip")));
    }

    @Test
    void theTestAsksForATokenAndTheVehicles() {
        record(TracksProfile.V2);
        Tracks tracks = tracks(TracksProfile.V2);

        assertThat(tracks.check()).hasValue(2);
        assertThat(tracks.check()).as("each time anew").hasValue(2);
        SERVER.verify(2, getRequestedFor(urlPathEqualTo(API + "/vehicles")));

        SERVER.stubFor(
                get(urlPathEqualTo(API + "/vehicles")).willReturn(aResponse().withStatus(500)));
        assertThatThrownBy(tracks::check)
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.concernsAll())
                        .isTrue());
    }

    @Test
    void whatFailsForOneRecordingDoesNotConcernTheOthers() {
        record(TracksProfile.V2);
        SERVER.stubFor(
                get(urlPathEqualTo(API + POINTS_V2)).willReturn(aResponse().withStatus(500)));

        assertThatThrownBy(() -> read(tracks(TracksProfile.V2), VEHICLE))
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.concernsAll())
                        .isFalse());
    }

    /** The provider publishes it; whoever has a copy says where with {@code -Doptimizer.mycartracks.openapi=…}. */
    @Test
    void theProvidersOwnDescriptionHasThePathsThatV3Asks() throws IOException {
        Path copy = Path.of(System.getProperty("optimizer.mycartracks.openapi", "openapi.json"));
        assumeTrue(Files.exists(copy), "no copy of the provider's openapi.json at " + copy.toAbsolutePath());
        JsonNode paths = new ObjectMapper().readTree(copy.toFile()).get("paths");
        List<String> published = new ArrayList<>();
        paths.fieldNames().forEachRemaining(path -> published.add(path.replaceAll("\\{[^}]*}", "{}")));

        TracksSettings.Paths asked =
                TracksSettings.of(TracksProfile.V3, "", "", "", "").paths();
        assertThat(List.of(asked.vehicles(), asked.tracks(), asked.trackpoints().replace("{trackId}", "{}")))
                .allSatisfy(path -> assertThat(published).anyMatch(known -> known.endsWith(path)));
    }
}
