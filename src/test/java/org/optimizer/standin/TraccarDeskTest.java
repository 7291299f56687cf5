package org.optimizer.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TraccarDeskTest {
    private static final String MORNING = "/positions?deviceId=4104&from=2026-11-19T00:00:00Z&to=2026-11-19T08:00:00Z";
    private final Provider provider = Provider.demo(new MovableClock("2026-11-25T18:00:00Z"));

    @AfterEach
    void stop() {
        provider.close();
    }

    private HttpResponse<String> ask(String path) {
        return provider.send(
                provider.request("/traccar/api" + path).header("Authorization", Provider.basic("id", "api-key")));
    }

    private JsonNode answer(String path) {
        return Provider.answer(ask(path));
    }

    @Test
    void devicesHaveTheNamesThatEveryProviderUses() {
        assertThat(answer("/devices")).hasSize(12);
        JsonNode one = answer("/devices?uniqueId=sensor04");
        assertThat(one).hasSize(1);
        assertThat(one.get(0).get("id").asLong()).isEqualTo(4104);
    }

    @Test
    void positionsAreThoseOfTheOtherProviderInKnots() {
        JsonNode position = answer(MORNING).get(3000);
        JsonNode point = provider.data("/trackpoints/" + position.get("id").asLong() / 100_000 + "?limit=86400")
                .get(3000);
        assertThat(position.get("fixTime").asText())
                .isEqualTo(Instant.ofEpochMilli(point.get("time").asLong()).toString());
        assertThat(position.get("latitude").asDouble())
                .isEqualTo(point.get("latitude").asDouble());
        assertThat(position.get("speed").asDouble() * 1.852)
                .isCloseTo(point.get("speed").asDouble(), within(1e-6));
        assertThat(position.at("/attributes/driverUniqueId").asText()).startsWith("gc-");
        assertThat(position.get("valid").asBoolean()).isTrue();
    }

    @Test
    void slicesJoinWithoutALossAndWithoutAPage() {
        int whole = answer(MORNING).size();
        int early = answer("/positions?deviceId=4104&from=2026-11-19T00:00:00Z&to=2026-11-19T06:29:59.999Z")
                .size();
        int late = answer("/positions?deviceId=4104&from=2026-11-19T06:30:00Z&to=2026-11-19T08:00:00Z")
                .size();
        assertThat(early).isPositive();
        assertThat(early + late).isEqualTo(whole).isGreaterThan(6000);
    }

    @Test
    void harshBrakingRaisesAnAlarm() {
        List<String> alarms = new ArrayList<>();
        answer(MORNING)
                .forEach(position -> alarms.add(position.at("/attributes/alarm").asText()));
        assertThat(alarms).contains("hardBraking");
    }

    @Test
    void aPasswordIsNeeded() {
        assertThat(provider.send(provider.request("/traccar/api/devices")).statusCode())
                .isEqualTo(401);
        assertThat(provider.send(provider.request("/traccar/api/devices").header("Authorization", "Bearer api-key"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void itsFaultsStrikeOnlyTheVehiclesTheyAreOrderedFor() {
        provider.fault("{\"kind\":\"traccar-invalid\",\"times\":-1,\"only\":\"sensor03, SENSOR04\"}");
        assertThat(invalid(MORNING)).isGreaterThan(100);
        assertThat(invalid(MORNING.replace("4104", "4105"))).isZero();
        provider.fault("{\"kind\":\"traccar-kmh\",\"times\":1}");
        assertThat(fastest(MORNING)).isGreaterThan(70).isLessThan(100);
        assertThat(fastest(MORNING)).isLessThan(52);
    }

    private long invalid(String path) {
        long count = 0;
        for (JsonNode position : answer(path)) {
            count += position.get("valid").asBoolean() ? 0 : 1;
        }
        return count;
    }

    private double fastest(String path) {
        double fastest = 0;
        for (JsonNode position : answer(path)) {
            fastest = Math.max(fastest, position.get("speed").asDouble());
        }
        return fastest;
    }
}
