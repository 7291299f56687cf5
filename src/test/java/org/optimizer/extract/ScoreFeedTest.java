package org.optimizer.extract;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optimizer.config.EdgesTest;
import org.optimizer.config.StubProvider;
import org.optimizer.extract.PeriodSource.Answer;
import org.optimizer.extract.PeriodSource.Question;
import org.optimizer.extract.ScoreFeedSettings.KeyAs;
import org.optimizer.model.EventCounts;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.MarkKind;
import org.optimizer.model.PeriodScore;
import org.optimizer.model.ScoreRef;
import org.optimizer.model.ScoredEntity;
import org.optimizer.testing.Recorded;
import org.springframework.beans.factory.annotation.Autowired;

/** Our own contract for providers of weekly marks, src/docs/scorefeed.md. */
@EdgesTest
class ScoreFeedTest {
    private static final WireMockServer SERVER = StubProvider.SERVER;
    private static final String PATH = "/scorefeed/api/v1/ecodriving/scores";
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W47");
    private static final Instant AT = Instant.parse("2026-11-23T05:00:00Z");

    @Autowired
    private ProducerTemplate camel;

    @BeforeEach
    void twoPages() {
        SERVER.resetAll();
        page("0", Recorded.text("scorefeed/page-0.json"));
        page("1", Recorded.text("scorefeed/page-1.json"));
    }

    private static void page(String number, String json) {
        SERVER.stubFor(get(urlPathEqualTo(PATH))
                .withQueryParam("page", equalTo(number))
                .willReturn(okJson(json)));
    }

    private Answer ask(KeyAs keyAs, ScoredEntity entity, String... refs) {
        List<ScoreRef> known = List.of(refs).stream()
                .map(ref -> new ScoreRef(ScoreFeed.NAME, entity, "our-" + ref, ref))
                .toList();
        return new ScoreFeed(camel, new ScoreFeedSettings("s3cret", keyAs, 2))
                .read(new Question(entity, known, WEEK, ZoneId.of("Europe/Paris"), AT));
    }

    private Answer drivers() {
        return ask(KeyAs.BEARER, ScoredEntity.DRIVER, "D-0042", "D-0043", "D-0044");
    }

    @Test
    void allPagesAreReadAndEveryScaleBecomesTen() {
        assertThat(drivers())
                .isEqualTo(new Answer(
                        List.of(),
                        List.of(
                                new PeriodScore(
                                        ScoreFeed.NAME,
                                        ScoredEntity.DRIVER,
                                        "our-D-0042",
                                        WEEK,
                                        Map.of(
                                                MarkKind.ACCELERATION, 8.1,
                                                MarkKind.DECELERATION, 6.9,
                                                MarkKind.SPEED_KEEPING, 9.0),
                                        8.0,
                                        Optional.of(new EventCounts(7, 12, 3)),
                                        412_300,
                                        38_200,
                                        AT),
                                new PeriodScore(
                                        ScoreFeed.NAME,
                                        ScoredEntity.DRIVER,
                                        "our-D-0043",
                                        WEEK,
                                        Map.of(MarkKind.ACCELERATION, 7.5, MarkKind.DECELERATION, 5.0),
                                        6.0,
                                        Optional.empty(),
                                        90_000,
                                        7_200,
                                        AT),
                                new PeriodScore(
                                        ScoreFeed.NAME,
                                        ScoredEntity.DRIVER,
                                        "our-D-0044",
                                        WEEK,
                                        Map.of(
                                                MarkKind.ACCELERATION, 10.0,
                                                MarkKind.DECELERATION, 10.0,
                                                MarkKind.SPEED_KEEPING, 10.0),
                                        10.0,
                                        Optional.of(new EventCounts(0, 0, 0)),
                                        0,
                                        0,
                                        AT)),
                        0));
    }

    @Test
    void theWeekIsAskedForInTheTimeZoneOfTheSiteWithABearerKey() {
        drivers();

        SERVER.verify(
                1,
                getRequestedFor(urlPathEqualTo(PATH))
                        .withHeader("Authorization", equalTo("Bearer s3cret"))
                        .withHeader("ApiKey", absent())
                        .withQueryParam("from", equalTo("2026-11-15T23:00:00Z"))
                        .withQueryParam("to", equalTo("2026-11-22T23:00:00Z"))
                        .withQueryParam("page", equalTo("1"))
                        .withQueryParam("size", equalTo("2")));
    }

    @Test
    void theKeyMayBeAHeaderOfItsOwn() {
        ask(KeyAs.API_KEY, ScoredEntity.DRIVER, "D-0042");

        SERVER.verify(
                2,
                getRequestedFor(urlPathEqualTo(PATH))
                        .withHeader("ApiKey", equalTo("s3cret"))
                        .withHeader("Authorization", absent()));
    }

    @Test
    void vehiclesAreTakenByTheirIdAndStrangersAreCounted() {
        Answer answer = ask(KeyAs.BEARER, ScoredEntity.VEHICLE, "T-56");

        assertThat(answer.scores()).extracting(PeriodScore::entityId).containsExactly("our-T-56");
        assertThat(answer.refused()).isEqualTo(2);
    }

    @Test
    void aWeekThatIsNotCompleteWaits() {
        page("1", Recorded.text("scorefeed/page-1.json").replace("\"complete\":true", "\"complete\":false"));

        assertThatThrownBy(this::drivers)
                .isInstanceOf(ScoreSourceException.class)
                .hasMessage(
                        "scorefeed: week 2026-W47 is not closed there yet (\"complete: false\"); it is asked again by"
                                + " itself, no marks are made before");
    }

    @Test
    void aPeriodThatIsNotClosedWaitsInTheProvidersWords() {
        SERVER.stubFor(get(urlPathEqualTo(PATH))
                .willReturn(aResponse()
                        .withStatus(409)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"type\":\"about:blank\",\"title\":\"period not closed\",\"status\":409,"
                                + "\"detail\":\"closes at 08:00\"}")));

        assertThatThrownBy(this::drivers)
                .isInstanceOf(ScoreSourceException.class)
                .hasMessageContaining("week 2026-W47 is not closed there yet (\"closes at 08:00\")");
    }

    @ParameterizedTest
    @CsvSource({
        "401, check the key in optimizer.scores.scorefeed",
        "404, check optimizer.scores.scorefeed.base-url",
        "429, it is asked again later",
        "503, it is asked again later"
    })
    void aProblemIsSaidInItsWordsWithWhatToDo(int status, String advice) {
        SERVER.stubFor(get(urlPathEqualTo(PATH))
                .willReturn(aResponse().withStatus(status).withBody("{\"title\":\"what it\\nis\"}")));

        assertThatThrownBy(this::drivers)
                .isInstanceOf(ScoreSourceException.class)
                .hasMessageContaining("found " + status + " (\"what it is\")")
                .hasMessageContaining(advice);
    }

    @Test
    void anItemWithImpossibleFiguresIsLeftOutAndTheOthersStay() {
        page(
                "0",
                Recorded.text("scorefeed/page-0.json")
                        .replace("\"acceleration\":75", "\"acceleration\":101")
                        .replace("\"distanceM\":412300", "\"distanceM\":-1"));

        Answer answer = drivers();

        assertThat(answer.scores()).extracting(PeriodScore::entityId).containsExactly("our-D-0044");
        assertThat(answer.refused()).isEqualTo(2);
    }

    @Test
    void thePeriodOfAnotherWeekIsRefused() {
        page("0", Recorded.text("scorefeed/page-0.json").replace("2026-11-15T23", "2026-11-16T00"));

        assertThatThrownBy(this::drivers)
                .isInstanceOf(ScoreSourceException.class)
                .hasMessageContaining("at period expected the one asked for");
    }

    @Test
    void aProviderThatRepeatsItsPageIsRefusedAndNotCountedTwice() {
        page("1", Recorded.text("scorefeed/page-0.json"));

        assertThatThrownBy(this::drivers)
                .isInstanceOf(ScoreSourceException.class)
                .hasMessageContaining("as many items as it says, 3, found 2 items");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "nothing", "{\"complete\":true}", "{\"complete\":\"yes\",\"items\":[]}"})
    void whatIsNoPageIsRefused(String json) {
        page("0", json);

        assertThatThrownBy(this::drivers)
                .isInstanceOf(ScoreSourceException.class)
                .hasMessageContaining("expected");
    }

    @Test
    void anEmptyClosedWeekIsAnAnswer() {
        page(
                "0",
                "{\"period\":{\"from\":\"2026-11-15T23:00:00Z\",\"to\":\"2026-11-22T23:00:00Z\"},\"complete\":true,"
                        + "\"page\":{\"number\":0,\"size\":2,\"totalPages\":0,\"totalElements\":0},\"items\":[]}");

        assertThat(drivers()).isEqualTo(new Answer(List.of(), List.of(), 0));
    }
}
