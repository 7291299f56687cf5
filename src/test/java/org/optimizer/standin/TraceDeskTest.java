package org.optimizer.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TraceDeskTest {
    /** The Friday evening of 2026-W47. */
    private final MovableClock clock = new MovableClock("2026-11-20T18:00:00Z");

    private final Provider provider = Provider.demo(clock);

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void aTokenIsIssuedToCredentialsInTheFormOrInTheHeader() {
        HttpResponse<String> inHeader = provider.send(provider.request("/oauth/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", Provider.basic("id", "se"))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=read")));
        assertThat(Provider.answer(inHeader).get("token_type").asText()).isEqualTo("bearer");
        assertThat(provider.token()).isNotEmpty();
    }

    @Test
    void wrongCredentialsGetNoToken() {
        HttpResponse<String> answer = provider.form(
                "/oauth/token", "grant_type", "client_credentials", "client_id", "id", "client_secret", "guess");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Provider.answer(answer).get("error").asText()).isEqualTo("invalid_client");
    }

    @Test
    void writeScopeIsRefused() {
        HttpResponse<String> answer = provider.form(
                "/oauth/token",
                "grant_type",
                "client_credentials",
                "client_id",
                "id",
                "client_secret",
                "se",
                "scope",
                "read write");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_scope");
    }

    @Test
    void aTokenEndsWithItsTime() {
        provider.standIn.setTokenLifetime(Duration.ofSeconds(30));
        String token = provider.token();
        clock.move(Duration.ofSeconds(29));
        assertThat(provider.traces(token, "/vehicles").statusCode()).isEqualTo(200);
        clock.move(Duration.ofSeconds(1));
        HttpResponse<String> late = provider.traces(token, "/vehicles");
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.body())
                .isEqualTo("{\"error\":\"invalid_token\",\"error_description\":\"Access token expired\"}");
    }

    @Test
    void withoutATokenNothingIsTold() {
        assertThat(provider.send(provider.request("/services/rest/v2/vehicles")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void theTwelveTippersAreListed() {
        JsonNode vehicles = provider.data("/vehicles?sort=id&limit=100");
        assertThat(vehicles).hasSize(12);
        assertThat(vehicles.get(0).toString()).isEqualTo("{\"id\":4101,\"name\":\"sensor01\"}");
    }

    @Test
    void aDayOfAVehicleIsOneTrackOfAboutFourHours() {
        JsonNode tracks = tracksOf("2026-11-19", 4101);
        assertThat(tracks).hasSize(1);
        JsonNode track = tracks.get(0);
        assertThat(track.get("carId").asLong()).isEqualTo(4101);
        assertThat(Duration.ofMillis(track.get("totalTime").asLong()))
                .isBetween(Duration.ofMinutes(200), Duration.ofMinutes(280));
        assertThat(track.get("endTime").asLong() - track.get("startTime").asLong())
                .isEqualTo(track.get("totalTime").asLong());
        assertThat(track.get("totalDistance").asDouble()).isBetween(80.0, 180.0);
    }

    @Test
    void pointsHaveTheFieldsOfTheProvider() {
        JsonNode points = pointsOf("2026-11-19", 4101);
        assertThat(points.size()).isGreaterThan(12_000);
        List<String> names = new ArrayList<>();
        points.get(5000).fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "id", "time", "latitude", "longitude", "speed", "source", "altitude", "bearing", "accuracy");
    }

    @Test
    void listsComeInPages() {
        JsonNode first = Provider.answer(provider.traces(provider.token(), "/vehicles?limit=10&page=0"));
        JsonNode second = Provider.answer(provider.traces(provider.token(), "/vehicles?limit=10&page=1&omitPage=True"));
        assertThat(first.get("data")).hasSize(10);
        assertThat(first.get("total").asInt()).isEqualTo(12);
        assertThat(second.get("data")).hasSize(2);
        assertThat(second.has("total")).isFalse();
    }

    @Test
    void aTrackAppearsTenMinutesAfterItsEnd() {
        long end = tracksOf("2026-11-20", 4101).get(0).get("endTime").asLong();
        clock.move(Duration.between(clock.instant(), Instant.ofEpochMilli(end).plusSeconds(599)));
        assertThat(tracksOf("2026-11-20", 4101)).isEmpty();
        clock.move(Duration.ofSeconds(1));
        assertThat(tracksOf("2026-11-20", 4101)).hasSize(1);
    }

    @Test
    void onePhoneUploadsTwoDaysLate() {
        assertThat(tracksOf("2026-11-20", 4103)).isEmpty();
        clock.move(Duration.ofDays(2));
        JsonNode late = tracksOf("2026-11-20", 4103);
        assertThat(late).hasSize(1);
        clock.move(Duration.ofDays(-2));
        assertThat(provider.traces(
                                provider.token(),
                                "/trackpoints/" + late.get(0).get("id").asLong())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nobodyDrivesAtTheWeekend() {
        clock.move(Duration.ofDays(3));
        assertThat(provider.data("/tracks?startTime=" + epoch("2026-11-21") + "&endTime=" + epoch("2026-11-23")))
                .isEmpty();
    }

    @Test
    void theSameTrackIsTheSameBytesAlsoFromAnotherStandInAtAnotherTime() {
        String path =
                "/trackpoints/" + tracksOf("2026-11-19", 4104).get(0).get("id").asLong() + "?limit=86400";
        String once = provider.traces(provider.token(), path).body();
        try (Provider other = Provider.demo(new MovableClock("2027-01-10T11:11:11Z"))) {
            assertThat(other.traces(other.token(), path).body()).isEqualTo(once);
        }
    }

    @Test
    void aFaultStrikesAsOftenAsOrderedAndNoMore() {
        String token = provider.token();
        provider.fault("{\"kind\":\"tracks-503\",\"times\":2}");
        assertThat(provider.traces(token, "/vehicles").statusCode()).isEqualTo(503);
        assertThat(provider.traces(token, "/vehicles").statusCode()).isEqualTo(503);
        assertThat(provider.traces(token, "/vehicles").statusCode()).isEqualTo(200);
    }

    @Test
    void aFaultWithoutEndLastsUntilItIsHealed() {
        String token = provider.token();
        provider.form("/faults", "kind", "tracks-503", "times", "-1");
        for (int i = 0; i < 5; i++) {
            assertThat(provider.traces(token, "/vehicles").statusCode()).isEqualTo(503);
        }
        provider.form("/faults", "kind", "heal");
        assertThat(provider.traces(token, "/vehicles").statusCode()).isEqualTo(200);
    }

    @Test
    void anExpiredTokenOnDemandStaysExpired() {
        String token = provider.token();
        provider.fault("{\"kind\":\"token-expired\",\"times\":1}");
        assertThat(provider.traces(token, "/vehicles").statusCode()).isEqualTo(401);
        assertThat(provider.traces(token, "/vehicles").statusCode()).isEqualTo(401);
        assertThat(provider.traces(provider.token(), "/vehicles").statusCode()).isEqualTo(200);
    }

    @Test
    void garbageIsNoJson() {
        provider.fault("{\"kind\":\"tracks-garbage\"}");
        assertThat(provider.traces(provider.token(), "/vehicles").body()).isEqualTo("{\"data\":[{\"id\":");
    }

    @Test
    void anUnknownFaultIsRefusedWithTheKnownOnes() {
        HttpResponse<String> answer = provider.form("/faults", "kind", "meteor");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("meteor", "sms-throttle");
    }

    @Test
    void aParameterThatIsNoNumberIsNamed() {
        HttpResponse<String> answer = provider.traces(provider.token(), "/tracks?startTime=monday");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("startTime", "monday");
    }

    private JsonNode tracksOf(String day, long car) {
        return provider.data("/tracks?startTime=" + epoch(day) + "&endTime=" + (epoch(day) + 86_399) + "&carId=" + car
                + "&limit=1000&omitPage=True");
    }

    private JsonNode pointsOf(String day, long car) {
        long id = tracksOf(day, car).get(0).get("id").asLong();
        return provider.data("/trackpoints/" + id + "?omitPage=true&limit=86400");
    }

    private static long epoch(String day) {
        return Instant.parse(day + "T00:00:00Z").getEpochSecond();
    }
}
