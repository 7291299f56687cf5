package org.optimizer.extract;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
import org.optimizer.model.EventCount;
import org.optimizer.model.EventCounts;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ScoreRef;
import org.optimizer.model.ScoredEntity;
import org.optimizer.testing.Recorded;
import org.springframework.beans.factory.annotation.Autowired;

/** The contract with Globo, against answers in the shapes that were seen in 2019 and those that are assumed. */
@EdgesTest
class GloboTest {
    private static final WireMockServer SERVER = StubProvider.SERVER;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W47");
    private static final Instant AT = Instant.parse("2026-11-23T05:00:00Z");

    @Autowired
    private ProducerTemplate camel;

    @BeforeEach
    void forget() {
        SERVER.resetAll();
    }

    private static void answers(String file) {
        SERVER.stubFor(post(urlEqualTo("/globo")).willReturn(okJson(Recorded.text("globo/" + file))));
    }

    private Globo globo(GloboSettings.Ids ids) {
        return new Globo(camel, new GloboSettings("k3y", ids, Optional.empty(), 100));
    }

    private Answer ask(ScoredEntity entity, String... refs) {
        return globo(GloboSettings.Ids.TEXT).read(question(entity, PARIS, refs));
    }

    private static Question question(ScoredEntity entity, ZoneId zone, String... refs) {
        List<ScoreRef> known = List.of(refs).stream()
                .map(ref -> new ScoreRef(Globo.NAME, entity, "our-" + ref, ref))
                .toList();
        return new Question(entity, known, WEEK, zone, AT);
    }

    private static EventCount vehicle(String id, int acc, int dec, int over, double distanceM) {
        return new EventCount(
                Globo.NAME, ScoredEntity.VEHICLE, id, WEEK, new EventCounts(acc, dec, over), distanceM, AT);
    }

    @Test
    void numbersAsIdsAreUnderstood() {
        answers("numbers.json");

        Answer answer = ask(ScoredEntity.VEHICLE, "101", "102", "103", "104", "105");

        assertThat(answer.counts())
                .containsExactly(
                        vehicle("our-101", 2, 1, 0, 412_300),
                        vehicle("our-102", 0, 2, 1, 200_000),
                        vehicle("our-103", 3, 0, 0, 300_000),
                        vehicle("our-104", 0, 0, 0, 0));
        assertThat(answer.refused()).isZero();
    }

    @Test
    void textsAsIdsAreUnderstoodAndAMissingDistanceIsUnknown() {
        answers("texts.json");

        assertThat(ask(ScoredEntity.VEHICLE, "101", "102", "103", "104").counts())
                .containsExactly(
                        vehicle("our-101", 2, 1, 0, 412_300),
                        vehicle("our-102", 0, 2, 1, 200_000),
                        vehicle("our-103", 3, 0, 0, 300_000),
                        vehicle("our-104", 1, 0, 0, Double.NaN));
    }

    @Test
    void whomNobodyAskedForIsCountedAndNotKept() {
        answers("numbers.json");

        Answer answer = ask(ScoredEntity.DRIVER, "101");

        assertThat(answer.counts()).extracting(EventCount::entityId).containsExactly("our-101");
        assertThat(answer.counts()).extracting(EventCount::entity).containsExactly(ScoredEntity.DRIVER);
        assertThat(answer.refused()).isEqualTo(3);
    }

    @Test
    void idsAreSentAsTextAsIn2019() {
        answers("numbers.json");

        ask(ScoredEntity.VEHICLE, "101", "102", "T-7");

        SERVER.verify(
                1,
                postRequestedFor(urlEqualTo("/globo"))
                        .withRequestBody(equalToJson(
                                "{\"apikey\":\"k3y\",\"qry\":{\"idx\":1,\"mod\":1,\"ids\":\"[101, 102, \\\"T-7\\\"]\","
                                        + "\"deb\":\"16/11/2026 00:00:00\",\"fin\":\"23/11/2026 00:00:00\"}}")));
    }

    @Test
    void orAsAListAndDriversByTheirOwnNumberAndInTheCustomersTimeZone() {
        answers("numbers.json");
        Globo abidjan = new Globo(
                camel,
                new GloboSettings("k3y", GloboSettings.Ids.ARRAY, Optional.of(ZoneId.of("Africa/Abidjan")), 100));

        abidjan.read(question(ScoredEntity.DRIVER, PARIS, "101", "007"));

        SERVER.verify(
                1,
                postRequestedFor(urlEqualTo("/globo"))
                        .withRequestBody(
                                equalToJson("{\"apikey\":\"k3y\",\"qry\":{\"idx\":1,\"mod\":2,\"ids\":[101,\"007\"],"
                                        + "\"deb\":\"15/11/2026 23:00:00\",\"fin\":\"22/11/2026 23:00:00\"}}")));
    }

    @Test
    void theWeekOfTheClockChangeBeginsAndEndsAtMidnight() {
        answers("numbers.json");
        IsoWeek october = IsoWeek.parse("2026-W43");

        globo(GloboSettings.Ids.TEXT)
                .read(new Question(
                        ScoredEntity.VEHICLE,
                        List.of(new ScoreRef(Globo.NAME, ScoredEntity.VEHICLE, "v", "101")),
                        october,
                        PARIS,
                        AT));

        SERVER.verify(
                1,
                postRequestedFor(urlEqualTo("/globo"))
                        .withRequestBody(equalToJson(
                                "{\"qry\":{\"deb\":\"19/10/2026 00:00:00\",\"fin\":\"26/10/2026 00:00:00\"}}",
                                true,
                                true)));
    }

    @Test
    void aLargeFleetIsAskedForInBatches() {
        SERVER.stubFor(post(urlEqualTo("/globo")).willReturn(okJson("{\"res\":[]}")));
        Globo small = new Globo(camel, new GloboSettings("k3y", GloboSettings.Ids.ARRAY, Optional.empty(), 40));

        small.read(question(
                ScoredEntity.VEHICLE,
                PARIS,
                IntStream.rangeClosed(1, 100).mapToObj(String::valueOf).toArray(String[]::new)));

        SERVER.verify(3, postRequestedFor(urlEqualTo("/globo")));
        SERVER.verify(
                1,
                postRequestedFor(urlEqualTo("/globo"))
                        .withRequestBody(equalToJson(
                                "{\"qry\":{\"idx\":3,\"ids\":[81,82,83,84,85,86,87,88,89,90,"
                                        + "91,92,93,94,95,96,97,98,99,100]}}",
                                true,
                                true)));
    }

    @Test
    void nobodyToAskForIsNoCall() {
        assertThat(ask(ScoredEntity.DRIVER).counts()).isEmpty();
        SERVER.verify(0, postRequestedFor(urlEqualTo("/globo")));
    }

    @Test
    void aRefusalIsSaidInGlobosWordsAndNeverWithTheKey() {
        answers("refused.json");

        assertThatThrownBy(() -> ask(ScoredEntity.VEHICLE, "101"))
                .isInstanceOf(ScoreSourceException.class)
                .hasMessage("globo: expected an answer, found a refusal (\"1 apikey invalide\");"
                        + " check optimizer.scores.globo")
                .message()
                .doesNotContain("k3y");
    }

    @ParameterizedTest
    @CsvSource({
        "401, check the key in optimizer.scores.globo",
        "404, check optimizer.scores.globo.base-url",
        "503, it is asked again later"
    })
    void aStatusIsSaidWithWhatToDo(int status, String advice) {
        SERVER.stubFor(post(urlEqualTo("/globo")).willReturn(aResponse().withStatus(status)));

        assertThatThrownBy(() -> ask(ScoredEntity.VEHICLE, "101"))
                .isInstanceOf(ScoreSourceException.class)
                .hasMessageContaining("found " + status)
                .hasMessageContaining(advice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"res\":{}}",
                "{\"res\":[7]}",
                "{\"res\":[{\"acc\":[],\"dec\":[],\"vit\":[]}]}",
                "{\"res\":[{\"ent\":{\"id\":null},\"acc\":[],\"dec\":[],\"vit\":[]}]}",
                "{\"res\":[{\"ent\":{\"id\":101},\"acc\":[],\"dec\":[]}]}",
                "{\"res\":[{\"ent\":{\"id\":101},\"acc\":null,\"dec\":[],\"vit\":[]}]}",
                "{\"res\":[{\"ent\":{\"id\":101},\"acc\":3,\"dec\":[],\"vit\":[]}]}",
                "{\"res\":[{\"ent\":{\"id\":101,\"odo\":-1},\"acc\":[],\"dec\":[],\"vit\":[]}]}",
                "{\"res\":[{\"ent\":{\"id\":101,\"odo\":\"far\"},\"acc\":[],\"dec\":[],\"vit\":[]}]}",
                "{\"res\":[{\"ent\":{\"id\":101,\"odo\":1},\"acc\":[],\"dec\":[],\"vit\":[]},"
                        + "{\"ent\":{\"id\":\"101\",\"odo\":1},\"acc\":[],\"dec\":[],\"vit\":[]}]}",
                "{\"res\":[{\"ent\":{\"id\":101,\"odo\":1},\"acc\":[{}"
            })
    void whatCannotBeUnderstoodIsKeptByNobody(String json) {
        SERVER.stubFor(post(urlEqualTo("/globo")).willReturn(okJson(json)));

        assertThatThrownBy(() -> ask(ScoredEntity.VEHICLE, "101"))
                .isInstanceOf(ScoreSourceException.class)
                .hasMessageContaining("expected");
    }

    @Test
    void silenceIsSaidSo() {
        SERVER.stubFor(post(urlEqualTo("/globo")).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertThatThrownBy(() -> ask(ScoredEntity.VEHICLE, "101"))
                .isInstanceOf(ScoreSourceException.class)
                .hasMessageStartingWith("globo: expected an answer")
                .hasMessageEndingWith("check optimizer.scores.globo.base-url and the network");
    }
}
