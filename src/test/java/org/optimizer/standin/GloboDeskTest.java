package org.optimizer.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GloboDeskTest {
    private static final String WEEK = "\"deb\":\"16/11/2026 00:00:00\",\"fin\":\"23/11/2026 00:00:00\"";

    /** The Wednesday after 2026-W47: every phone has uploaded. */
    private final Provider provider = Provider.demo(new MovableClock("2026-11-25T18:00:00Z"));

    @AfterEach
    void stop() {
        provider.close();
    }

    private HttpResponse<String> ask(String body) {
        return provider.send(provider.request("/globo")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode week(int mode, String ids) {
        return Provider.answer(ask(
                "{\"apikey\":\"api-key\",\"qry\":{\"idx\":7,\"mod\":" + mode + ",\"ids\":" + ids + "," + WEEK + "}}"));
    }

    @Test
    void aTrucksWeekIsItsDistanceAndItsEvents() {
        JsonNode answer = week(1, "[101]");

        assertThat(answer.get("idx").asInt()).isEqualTo(7);
        JsonNode truck = answer.get("res").get(0);
        assertThat(truck.get("ent").get("id").isNumber()).isTrue();
        assertThat(truck.get("ent").get("lib").asText()).isEqualTo("benne-01");
        assertThat(truck.get("ent").get("odo").asInt()).isBetween(300_000, 800_000);
        assertThat(truck.get("dec").size()).isPositive();
        assertThat(truck.get("dec").get(0).get("dat").asText()).matches("(1[6-9]|20)/11/2026 \\d\\d:\\d\\d:\\d\\d");
    }

    @Test
    void idsComeAsArrayOrAsTextAndGoBackAsTheyCame() {
        assertThat(week(1, "\"[101, 102]\"").get("res")).hasSize(2);
        assertThat(week(2, "\"[gc-05, gc-06]\"").at("/res/1/ent/id").asText()).isEqualTo("gc-06");
        assertThat(week(1, "[\"101\"]").at("/res/0/ent/id").isTextual()).isTrue();
        assertThat(week(2, "[\"gc-05\"]").at("/res/0/ent/id").asText()).isEqualTo("gc-05");
    }

    @Test
    void whomNobodyKnowsIsLeftOut() {
        assertThat(week(1, "[101,999]").get("res")).hasSize(1);
    }

    @Test
    void aRoughDriverHasMoreEventsOnHisWayThanAGentleOne() {
        assertThat(brakingsOn100Km("gc-05")).isGreaterThan(3 * brakingsOn100Km("gc-01"));
    }

    private double brakingsOn100Km(String driver) {
        JsonNode found = week(2, "[\"" + driver + "\"]").get("res").get(0);
        return found.get("dec").size() / found.get("ent").get("odo").asDouble() * 1e5;
    }

    @Test
    void trucksAndDriversDroveTheSameDistance() {
        assertThat(sum(week(1, "[101,102,103,104,105,106,107,108,109,110,111,112]")))
                .isCloseTo(sum(week(2, "[201,202,203,204,205,206,207,208,209,210,211,212,213,214]")), within(14.0));
    }

    private static double sum(JsonNode answer) {
        double sum = 0;
        for (JsonNode found : answer.get("res")) {
            sum += found.get("ent").get("odo").asDouble();
        }
        return sum;
    }

    @Test
    void aWrongKeyIsAnErrorInTheBody() {
        JsonNode answer = Provider.answer(ask("{\"apikey\":\"guess\",\"qry\":{}}"));
        assertThat(answer.get("err").get("lib").asText()).isEqualTo("apikey invalide");
    }

    @Test
    void itsFaultsStrike() {
        provider.fault("{\"kind\":\"globo-odo-zero\",\"times\":-1}");
        assertThat(week(1, "[101]").at("/res/0/ent/odo").asInt()).isZero();
        provider.fault("{\"kind\":\"globo-array-only\"}");
        assertThat(week(1, "\"[101]\"").get("err").get("cod").asInt()).isEqualTo(2);
        provider.fault("{\"kind\":\"globo-empty\"}");
        assertThat(week(1, "[101]").get("res")).isEmpty();
        provider.fault("{\"kind\":\"globo-503-wait\",\"millis\":30000}");
        HttpResponse<String> busy = ask("{}");
        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(busy.headers().firstValue("Retry-After")).contains("30");
        provider.fault("{\"kind\":\"globo-huge\"}");
        assertThat(ask("{\"apikey\":\"api-key\",\"qry\":{\"idx\":7,\"mod\":1,\"ids\":[101]," + WEEK + "}}")
                        .body()
                        .length())
                .isGreaterThan(50_000_000);
    }
}
