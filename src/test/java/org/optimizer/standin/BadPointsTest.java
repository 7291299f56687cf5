package org.optimizer.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The faults of MyCarTracks' points, for the vehicles they are ordered for. */
class BadPointsTest {
    private static final long DAY_S = Instant.parse("2026-11-19T00:00:00Z").getEpochSecond();
    private final MovableClock clock = new MovableClock("2026-11-20T12:00:00Z");
    private final Provider provider = Provider.demo(clock);
    private final String token = provider.token();

    @AfterEach
    void stop() {
        provider.close();
    }

    private JsonNode tracks(long car) {
        return Provider.answer(provider.traces(
                        token, "/tracks?startTime=" + DAY_S + "&endTime=" + (DAY_S + 86_399) + "&carId=" + car))
                .get("data");
    }

    private JsonNode points(String path) {
        return Provider.answer(provider.traces(token, path)).get("data");
    }

    private String path() {
        return path(4104);
    }

    private String path(long car) {
        return "/trackpoints/" + tracks(car).get(0).get("id").asLong() + "?limit=86400&omitPage=true";
    }

    private void order(String kind) {
        provider.fault("{\"kind\":\"" + kind + "\",\"times\":1}");
    }

    @Test
    void aFaultForOneVehicleLeavesTheOthersAlone() {
        String other = path(4105);
        String struck = path();
        provider.fault("{\"kind\":\"tracks-503\",\"times\":-1,\"only\":\"sensor04\"}");
        assertThat(provider.traces(token, struck).statusCode()).isEqualTo(503);
        assertThat(provider.traces(token, "/tracks?carId=4104").statusCode()).isEqualTo(503);
        assertThat(provider.traces(token, other).statusCode()).isEqualTo(200);
        assertThat(provider.traces(token, "/vehicles").statusCode()).isEqualTo(200);
    }

    @Test
    void versionThreeHasTheSamePointsOnBothPaths() {
        String asV2 = provider.traces(token, path()).body();
        String id = path().replaceAll("\\D*(\\d+)\\?.*", "$1");
        assertThat(v3("/trackpoints/" + id + "?limit=86400").body()).isEqualTo(asV2);
        assertThat(v3("/tracks/" + id + "/trackpoints?limit=86400").body()).isEqualTo(asV2);
        assertThat(provider.traces(token, "/tracks/" + id + "/trackpoints").statusCode())
                .isEqualTo(404);
        assertThat(Provider.answer(v3(
                                "/tracks?carId=4104&startTime=2026-11-19T00:00:00Z&endTime=" + (DAY_S + 86_399) * 1000))
                        .get("data"))
                .isEqualTo(tracks(4104));
    }

    private HttpResponse<String> v3(String path) {
        return provider.send(provider.request("/services/rest/v3" + path).header("Authorization", "Bearer " + token));
    }

    @Test
    void lateTracksAppearADayLater() {
        assertThat(tracks(4104)).hasSize(1);
        provider.fault("{\"kind\":\"tracks-late\",\"times\":-1,\"only\":\"sensor04\"}");
        clock.move(Duration.ofHours(-4));
        assertThat(tracks(4104)).isEmpty();
        assertThat(tracks(4105)).hasSize(1);
        clock.move(Duration.ofHours(4));
        assertThat(tracks(4104)).hasSize(1);
    }

    @Test
    void pointsComeTwiceOrBackwardsOrNotAtAll() {
        String path = path();
        JsonNode good = points(path);
        order("tracks-twice");
        assertThat(points(path)).hasSize(2 * good.size());
        order("tracks-shuffled");
        JsonNode shuffled = points(path);
        assertThat(ids(shuffled)).isEqualTo(ids(good));
        assertThat(shuffled.get(0).get("time").asLong())
                .isGreaterThan(shuffled.get(1).get("time").asLong());
        order("tracks-gaps");
        assertThat(points(path).size()).isBetween(good.size() * 3 / 4, good.size() * 9 / 10);
        order("tracks-empty");
        assertThat(points(path)).isEmpty();
        assertThat(points(path)).isEqualTo(good);
    }

    private static Set<Long> ids(JsonNode points) {
        Set<Long> ids = new HashSet<>();
        points.forEach(point -> ids.add(point.get("id").asLong()));
        return ids;
    }

    @Test
    void placesSpeedsAndClocksGoWrong() {
        String path = path();
        JsonNode good = points(path);
        order("tracks-teleports");
        assertThat(points(path).get(250).get("latitude").asDouble()
                        - good.get(250).get("latitude").asDouble())
                .isBetween(0.35, 0.37);
        order("tracks-nowhere");
        assertThat(points(path).get(100).get("latitude").asDouble()).isZero();
        order("tracks-wild-speeds");
        assertThat(points(path).get(150).get("speed").asDouble()).isEqualTo(900);
        order("tracks-1970");
        assertThat(points(path).get(50).get("time").asLong()).isEqualTo(50_000);
        order("tracks-2106");
        assertThat(Instant.ofEpochMilli(points(path).get(75).get("time").asLong())
                        .toString())
                .startsWith("2106-02-07");
        order("tracks-clock-ahead");
        int last = good.size() - 1;
        assertThat(points(path).get(last).get("time").asLong()
                        - good.get(last).get("time").asLong())
                .isEqualTo(3_600_000);
        order("tracks-text-ids");
        assertThat(points(path).get(0).get("id").isTextual()).isTrue();
    }

    @Test
    void speedsComeInAnotherUnit() {
        String path = path();
        double kmh = sumOfSpeeds(points(path));
        order("tracks-mps");
        assertThat(kmh / sumOfSpeeds(points(path))).isBetween(3.59, 3.61);
        order("tracks-knots");
        assertThat(kmh / sumOfSpeeds(points(path))).isBetween(1.85, 1.86);
    }

    private static double sumOfSpeeds(JsonNode points) {
        double sum = 0;
        for (JsonNode point : points) {
            sum += point.get("speed").asDouble();
        }
        return sum;
    }

    @Test
    void twentyMinutesArePrivate() {
        String path = path();
        order("tracks-private");
        int marked = 0;
        for (JsonNode point : points(path)) {
            marked += point.path("private").asBoolean() ? 1 : 0;
        }
        assertThat(marked).isBetween(1000, 1200);
    }

    @Test
    void aPageIsRepeatedOrPagesNeverEnd() {
        String path = path().replace("86400", "500");
        String first = points(path).get(0).get("id").asText();
        order("tracks-repeat");
        JsonNode repeated = points(path + "&page=900");
        assertThat(repeated).hasSize(500);
        assertThat(repeated.get(0).get("id").asText()).isEqualTo(first);
        order("tracks-endless");
        JsonNode endless = points(path + "&page=900");
        assertThat(endless).hasSize(500);
        assertThat(endless.get(0).get("id").asText()).isNotEqualTo(first);
    }

    @Test
    void anAnswerIsFarTooLong() {
        String path = path();
        order("tracks-huge");
        assertThat(provider.traces(token, path).body().length()).isBetween(45_000_000, 60_000_000);
    }

    @Test
    void aBombIsSmallOnTheWireAndAGigabyteWhenUnpacked() throws IOException {
        String path = path();
        order("tracks-gzip-bomb");
        HttpResponse<byte[]> bomb = provider.bytes(token, path);
        assertThat(bomb.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(bomb.body().length).isLessThan(2_000_000);
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bomb.body()))) {
            assertThat(unpacked.skip(Long.MAX_VALUE)).isGreaterThan(1_000_000_000);
        }
    }

    @Test
    void silenceIsSilenceBeforeAndAfterTheHeaders() {
        String path = path();
        for (String kind : new String[] {"tracks-silent", "tracks-hang", "tracks-trickle"}) {
            order(kind);
            assertThatThrownBy(() -> provider.sendOrFail(
                            provider.request("/services/rest/v2" + path).header("Authorization", "Bearer " + token),
                            Duration.ofMillis(1500)))
                    .as(kind)
                    .isInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void refusalsSayWhenToComeAgainOrDoNot() {
        order("tracks-429-wait");
        HttpResponse<String> wait = provider.traces(token, "/vehicles");
        assertThat(wait.statusCode()).isEqualTo(429);
        assertThat(wait.headers().firstValue("Retry-After")).contains("20");
        order("tracks-429");
        assertThat(provider.traces(token, "/vehicles").headers().firstValue("Retry-After"))
                .isEmpty();
        order("tracks-500");
        assertThat(provider.traces(token, "/vehicles").statusCode()).isEqualTo(500);
        order("token-refused");
        assertThat(provider.form(
                                "/oauth/token",
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                "id",
                                "client_secret",
                                "se")
                        .statusCode())
                .isEqualTo(401);
    }
}
