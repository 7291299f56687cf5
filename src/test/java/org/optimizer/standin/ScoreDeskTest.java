package org.optimizer.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScoreDeskTest {
    private static final String WEEK = "?from=2026-11-15T23:00:00Z&to=2026-11-22T23:00:00Z";

    private final MovableClock clock = new MovableClock("2026-11-25T18:00:00Z");
    private final Provider provider = Provider.demo(clock);

    @AfterEach
    void stop() {
        provider.close();
    }

    private HttpResponse<String> ask(String query) {
        return provider.send(provider.request("/scorefeed/api/v1/ecodriving/scores" + query)
                .header("Authorization", "Bearer api-key"));
    }

    private JsonNode answer(String query) {
        return Provider.answer(ask(query));
    }

    @Test
    void aWeekHasAScoreForEveryDriverWhoDrove() {
        JsonNode answer = answer(WEEK);
        assertThat(answer.get("items")).hasSize(14);
        assertThat(answer.get("complete").asBoolean()).isTrue();
        assertThat(answer.at("/page/totalElements").asInt()).isEqualTo(14);
        JsonNode item = answer.get("items").get(0);
        assertThat(item.at("/driver/id").asText()).isEqualTo("gc-01");
        assertThat(item.at("/scores/deceleration").asDouble()).isBetween(1.0, 10.0);
        assertThat(item.at("/scale/max").asInt()).isEqualTo(10);
        assertThat(item.at("/distanceM").asInt()).isGreaterThan(100_000);
    }

    @Test
    void aGentleDriverHasABetterScoreThanARoughOne() {
        JsonNode items = answer(WEEK).get("items");
        assertThat(items.get(0).at("/scores/global").asDouble())
                .isGreaterThan(items.get(4).at("/scores/global").asDouble() + 2);
    }

    @Test
    void pagesMakeUpTheWhole() {
        assertThat(answer(WEEK + "&size=10").get("items")).hasSize(10);
        assertThat(answer(WEEK + "&size=10&page=1").get("items")).hasSize(4);
        assertThat(answer(WEEK + "&size=10&page=1").at("/page/totalPages").asInt())
                .isEqualTo(2);
        assertThat(answer(WEEK + "&size=10&page=2").get("items")).isEmpty();
    }

    @Test
    void aPeriodThatHasNotEndedIsAConflictInWords() {
        clock.move(Duration.ofDays(-4));
        HttpResponse<String> answer = ask(WEEK);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Provider.answer(answer).get("title").asText()).isEqualTo("period not closed");
    }

    @Test
    void aWeekIsNotCompleteBeforeTheLatePhoneHasSentItsDays() {
        clock.move(Duration.between(clock.instant(), Instant.parse("2026-11-22T00:00:00Z")));
        String untilSaturday = "?from=2026-11-15T23:00:00Z&to=2026-11-20T23:00:00Z";
        assertThat(answer(untilSaturday).get("complete").asBoolean()).isFalse();
        clock.move(Duration.ofDays(2));
        assertThat(answer(untilSaturday).get("complete").asBoolean()).isTrue();
    }

    @Test
    void aKeyIsNeededAndMayComeInItsOwnHeader() {
        String path = "/scorefeed/api/v1/ecodriving/scores" + WEEK;
        assertThat(provider.send(provider.request(path)).statusCode()).isEqualTo(401);
        assertThat(provider.send(provider.request(path).header("ApiKey", "api-key"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void itsFaultsStrike() {
        provider.fault("{\"kind\":\"scores-percent\"}");
        JsonNode percent = answer(WEEK).get("items").get(0);
        assertThat(percent.at("/scores/global").asDouble()).isBetween(10.1, 100.0);
        assertThat(percent.at("/scale/max").asInt()).isEqualTo(100);
        provider.fault("{\"kind\":\"scores-incomplete\"}");
        assertThat(answer(WEEK).get("complete").asBoolean()).isFalse();
        provider.fault("{\"kind\":\"scores-not-closed\"}");
        assertThat(ask(WEEK).statusCode()).isEqualTo(409);
        provider.fault("{\"kind\":\"scores-no-distance\"}");
        assertThat(answer(WEEK).get("items").get(0).has("distanceM")).isFalse();
        provider.fault("{\"kind\":\"scores-repeat\"}");
        assertThat(answer(WEEK + "&page=9&size=20").get("items")).hasSize(20);
        provider.fault("{\"kind\":\"scores-429-wait\",\"millis\":1500}");
        assertThat(ask(WEEK).headers().firstValue("Retry-After")).contains("2");
    }
}
