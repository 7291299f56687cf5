package org.optimizer.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.optimizer.config.PushServerConfig.NOW;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optimizer.config.PushServer;
import org.optimizer.config.PushServerConfig.SetClock;
import org.optimizer.extract.PeriodSource;
import org.optimizer.load.FleetSink;
import org.optimizer.model.Badge;
import org.optimizer.model.Driver;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Language;
import org.optimizer.model.ScoreRef;
import org.optimizer.model.ScoredEntity;
import org.optimizer.model.Shift;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.PushedWeeks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What other software may push, over HTTP and down to the tables. */
@PushServer
class PushApiTest {
    private static final String ADDRESS = "/ingest/v1/eco-events";
    private static final String SITE = "push-quarry";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** A block of the docs: what to post where, or what is answered. */
    private static final Pattern EXAMPLE = Pattern.compile("```json (POST (\\S+)|(\\d{3}))\n(.*?)```", Pattern.DOTALL);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private FleetSink fleet;

    @Autowired
    private PushedWeeks weeks;

    @Autowired
    private SetClock clock;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void fleet() {
        fleet.saveSite(new Site(SITE, "Quarry", PARIS, "FR"));
        fleet.saveSite(new Site("other-quarry", "Other", PARIS, "FR"));
        fleet.saveSite(new Site("push-evening", "Evening", PARIS, "FR"));
        fleet.saveShifts(
                "push-evening", List.of(new Shift("push-evening", "late", LocalTime.of(13, 0), LocalTime.of(20, 0))));
        fleet.saveVehicles(List.of(
                new Vehicle("pv5", "push-evening", "T60", VehicleClass.TIPPER, "globo", "105"),
                new Vehicle("pv1", SITE, "T56", VehicleClass.TIPPER, "globo", "101"),
                new Vehicle("pv2", SITE, "T57", VehicleClass.TIPPER),
                new Vehicle("pv3", "other-quarry", "T58", VehicleClass.TIPPER, "globo", "103"),
                new Vehicle("pv4", SITE, "T59", VehicleClass.TIPPER, "traccar", "359633100458590")));
        fleet.saveDrivers(List.of(
                new Driver("D-0042", SITE, "Anna", Optional.empty(), Language.FR),
                new Driver("D-0043", SITE, "Bruno", Optional.empty(), Language.FR)));
    }

    @AfterEach
    void forget() {
        clock.set(NOW);
        for (String table : List.of(
                "behaviour_event",
                "pushed_mark",
                "push_answer",
                "push_fix",
                "push_refusal",
                "period_score",
                "event_count",
                "etl_run",
                "trip",
                "badge",
                "badge_aside")) {
            jdbc.update("delete from " + table);
        }
    }

    private HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .timeout(Duration.ofSeconds(20));
    }

    private HttpRequest.Builder withKey(String address) {
        return to(address)
                .header("Authorization", "Bearer " + PushServer.KEY)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> post(HttpRequest.Builder request, byte[] body) {
        return send(request.POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<String> post(HttpRequest.Builder request, String body) {
        return post(request, body.getBytes(UTF_8));
    }

    private HttpResponse<String> post(String body) {
        return post(withKey(ADDRESS), body);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String message(String... items) {
        return "{\"source\":\"globo\",\"sentAt\":\"2026-11-23T10:16:00Z\",\"items\":[" + String.join(",", items) + "]}";
    }

    private static String braking(String id, String vehicle) {
        return "{\"kind\":\"event\",\"id\":\"" + id + "\",\"vehicle\":\"" + vehicle
                + "\",\"driver\":null,\"type\":\"HARSH_BRAKING\",\"at\":\"2026-11-23T10:15:30Z\",\"lat\":48.85,\"lon\":2.35,"
                + "\"speedKmh\":46.0,\"value\":{\"amount\":0.34,\"unit\":\"g\"},\"durationMs\":1200}";
    }

    private static String mark(String id, String vehicle) {
        return "{\"kind\":\"mark\",\"id\":\"" + id + "\",\"vehicle\":\"" + vehicle
                + "\",\"from\":\"2026-11-15T23:00:00Z\",\"to\":\"2026-11-22T23:00:00Z\",\"distanceM\":412300,"
                + "\"marks\":{\"acceleration\":8,\"deceleration\":7,\"speedKeeping\":9},\"scale\":10}";
    }

    private int rows(String table) {
        return jdbc.queryForList("select 1 from " + table).size();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"", "\"status\":" + status);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    // who

    @Test
    void aKnownKeyIsLetIn() {
        HttpResponse<String> answer = post(message(braking("g-1", "101")));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"duplicates\":0,\"rejected\":[]}");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aSignatureOfTheBodyAsItCameIsLetIn() throws Exception {
        byte[] packed = gzip(message(braking("g-1", "101")).getBytes(UTF_8));

        HttpResponse<String> answer = post(signed(signature(packed)).header("Content-Encoding", "gzip"), packed);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(rows("behaviour_event")).isOne();
    }

    private HttpRequest.Builder signed(String signature) {
        return to(ADDRESS).header("X-Signature", signature).header("Content-Type", "application/json");
    }

    private static String signature(byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(PushServer.SECRET.getBytes(UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(body);
        }
        return packed.toByteArray();
    }

    @Test
    void whoeverIsNotKnownIsRefusedBeforeAnythingIsRead() throws Exception {
        String body = message(braking("g-1", "101"));
        String ofAnother = signature("another body".getBytes(UTF_8));
        List<HttpRequest.Builder> strangers = List.of(
                to(ADDRESS),
                to(ADDRESS).header("Authorization", "Bearer wrong"),
                to(ADDRESS).header("Authorization", "Basic Ym94OmtleQ=="),
                to(ADDRESS).header("Authorization", "Bearer " + PushServer.SECRET),
                to(ADDRESS).header("X-Signature", ofAnother),
                to(ADDRESS)
                        .header("Authorization", "Bearer wrong")
                        .header("X-Signature", signature(body.getBytes(UTF_8))));

        for (HttpRequest.Builder stranger : strangers) {
            HttpResponse<String> answer = post(stranger.header("Content-Type", "application/json"), body);
            assertProblem(answer, 401, "UNKNOWN_SENDER");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        }
        assertThat(rows("behaviour_event")).isZero();
    }

    @Test
    void otherAddressesAndOtherSourcesAreClosed() {
        assertProblem(post(withKey("/ingest/v2/eco-events"), "{}"), 403, "CLOSED");
        assertProblem(post(message().replace("globo", "traccar")), 403, "OTHER_SOURCE");
    }

    @Test
    void onlyAPostIsAnswered() {
        HttpResponse<String> answer = send(
                to(ADDRESS).header("Authorization", "Bearer " + PushServer.KEY).GET());

        assertProblem(answer, 405, "METHOD");
    }

    // what

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "*/*", "json", "application/xml"})
    void whatIsNotJsonIsNotRead(String type) {
        HttpRequest.Builder request =
                to(ADDRESS).header("Authorization", "Bearer " + PushServer.KEY).header("Content-Type", type);
        assertProblem(post(request, message()), 415, "CONTENT_TYPE");
    }

    @Test
    void anotherPackingThanGzipIsNotRead() {
        assertProblem(post(withKey(ADDRESS).header("Content-Encoding", "br"), message()), 415, "CONTENT_ENCODING");
    }

    @Test
    void whatIsTooLongIsNotRead() throws Exception {
        byte[] long1 = new byte[(1 << 20) + 1];
        assertProblem(post(withKey(ADDRESS), long1), 413, "TOO_LONG");

        byte[] bomb = gzip(new byte[50 << 20]);
        assertThat(bomb.length).isLessThan(60_000);
        assertProblem(post(withKey(ADDRESS).header("Content-Encoding", "gzip"), bomb), 413, "TOO_LONG");

        String many = IntStream.rangeClosed(0, 1000).mapToObj(i -> "{}").collect(Collectors.joining(","));
        assertProblem(post(message(many)), 413, "TOO_MANY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"source\":\"globo\"",
                "{\"source\":\"globo\",\"items\":[]}",
                "{\"source\":\"globo\",\"sentAt\":\"yesterday\",\"items\":[]}",
                "{\"source\":\"globo\",\"sentAt\":\"2026-11-23T10:16:00Z\",\"items\":{}}",
                "{\"source\":7,\"sentAt\":\"2026-11-23T10:16:00Z\",\"items\":[]}"
            })
    void whatCannotBeReadIsABadRequest(String body) {
        assertProblem(post(body), 400, "UNREADABLE");
    }

    @Test
    void brokenGzipIsABadRequest() {
        assertProblem(post(withKey(ADDRESS).header("Content-Encoding", "gzip"), "no gzip"), 400, "UNREADABLE");
    }

    @Test
    void headersOfTheRoutesHaveNoMeaningHere() {
        HttpRequest.Builder request = withKey(ADDRESS);
        for (String name : List.of("CamelSqlQuery", "camelsqlquery", "CAMELSQLQUERY", "org.apache.camel.sqlquery")) {
            request.header(name, "delete from vehicle");
        }
        for (String name : List.of("CamelHttpUri", "CamelBeanMethodName", "CamelSqlUpdateCount")) {
            request.header(name, "0");
        }

        HttpResponse<String> answer = post(request, message(braking("g-1", "101")));

        assertThat(answer.body()).contains("\"accepted\":1");
        assertThat(rows("vehicle")).isGreaterThanOrEqualTo(4);
    }

    // when

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:16:29Z,409",
        "2026-11-22T10:16:30Z,202",
        "2026-11-23T10:26:30Z,202",
        "2026-11-23T10:26:31Z,409"
    })
    void aPushIsOfTheLastDay(String sentAt, int status) {
        HttpResponse<String> answer = post(message().replace("2026-11-23T10:16:00Z", sentAt));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @Test
    void theSamePushUnderItsKeyGetsTheSameAnswerForAWeek() {
        String body = message(braking("g-1", "101"), braking("g-2", "nobody"));
        String first =
                post(withKey(ADDRESS).header("Idempotency-Key", "k1"), body).body();
        assertThat(first).contains("\"accepted\":1", "{\"index\":1,\"code\":\"UNKNOWN_VEHICLE\"}");

        clock.set(NOW.plus(Duration.ofDays(7)));
        assertThat(post(withKey(ADDRESS).header("Idempotency-Key", "k1"), body).body())
                .isEqualTo(first);

        clock.set(NOW.plus(Duration.ofDays(7)).plus(Duration.ofHours(2)));
        assertProblem(post(withKey(ADDRESS).header("Idempotency-Key", "k1"), body), 409, "STALE");
        assertThat(rows("behaviour_event")).isOne();
    }

    @Test
    void aKeyWithAnotherBodyIsRefused() {
        post(withKey(ADDRESS).header("Idempotency-Key", "k1"), message(braking("g-1", "101")));

        HttpResponse<String> replayed =
                post(withKey(ADDRESS).header("Idempotency-Key", "k1"), message(braking("g-2", "101")));

        assertProblem(replayed, 409, "KEY_REUSED");
        assertThat(rows("behaviour_event")).isOne();
    }

    @Test
    void aRefusedPushKeepsNothingAndItsKeyIsFree() {
        String old = message(braking("g-1", "101")).replace("2026-11-23T10:16:00Z", "2026-11-20T10:16:00Z");
        assertProblem(post(withKey(ADDRESS).header("Idempotency-Key", "k1"), old), 409, "STALE");

        assertThat(post(withKey(ADDRESS).header("Idempotency-Key", "k1"), message(braking("g-1", "101")))
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void aKeyIsAtMostAHundredCharacters() {
        assertProblem(post(withKey(ADDRESS).header("Idempotency-Key", "k".repeat(101)), message()), 400, "BAD_KEY");
    }

    // once

    @Test
    void eightAtOnceUnderOneKeyAreOnePush() throws Exception {
        List<String> answers = eightAtOnce(Optional.of("k-parallel"));

        assertThat(answers).hasSize(8).containsOnly("{\"accepted\":50,\"duplicates\":0,\"rejected\":[]}");
        assertThat(rows("behaviour_event")).isEqualTo(50);
        assertThat(jdbc.queryForList("select rows_loaded from etl_run", Long.class))
                .containsExactly(50L);
    }

    @Test
    void eightAtOnceWithoutAKeyStoreEachEventOnce() throws Exception {
        List<String> answers = eightAtOnce(Optional.empty());

        assertThat(answers)
                .hasSize(8)
                .filteredOn(answer -> answer.contains("\"accepted\":50"))
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.contains("\"duplicates\":50"))
                .hasSize(7);
        assertThat(rows("behaviour_event")).isEqualTo(50);
    }

    /** The control: without a key on source and id, the same eight pushes are stored eight times. */
    @Test
    void withoutTheTablesKeyEightAtOnceWouldBeStoredEightTimes() throws Exception {
        jdbc.execute("alter table behaviour_event drop primary key");
        try {
            eightAtOnce(Optional.empty());

            assertThat(rows("behaviour_event")).isEqualTo(400);
        } finally {
            jdbc.update("delete from behaviour_event");
            jdbc.execute("alter table behaviour_event add primary key (source, event_id)");
        }
    }

    private List<String> eightAtOnce(Optional<String> key) throws Exception {
        String body = message(
                IntStream.range(0, 50).mapToObj(i -> braking("g-" + i, "101")).toArray(String[]::new));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CyclicBarrier start = new CyclicBarrier(8);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                HttpRequest.Builder request = withKey(ADDRESS);
                key.ifPresent(given -> request.header("Idempotency-Key", given));
                answers.add(threads.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return post(request, body).body();
                }));
            }
            List<String> bodies = new ArrayList<>();
            for (Future<String> answer : answers) {
                bodies.add(answer.get(30, TimeUnit.SECONDS));
            }
            return bodies;
        } finally {
            threads.shutdownNow();
        }
    }

    // events

    @Test
    void anEventIsStoredInUnitsOfTheProduct() {
        post(message(braking("g-1", "101")));

        Map<String, Object> row = jdbc.queryForMap("select * from behaviour_event");
        assertThat(row)
                .containsEntry("source", "globo")
                .containsEntry("event_id", "g-1")
                .containsEntry("vehicle_id", "pv1")
                .containsEntry("driver_id", null)
                .containsEntry("event_type", "HARSH_BRAKING")
                .containsEntry("duration_ms", 1200L)
                .containsEntry("speed_kmh", 46.0);
        assertThat((Double) row.get("acceleration_mps2")).isCloseTo(0.34 * 9.80665, within(1e-9));
        assertThat(jdbc.queryForObject(
                        "select count(*) from behaviour_event where happened_at = '2026-11-23 10:15:30'",
                        Integer.class))
                .isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\":\"g-1\" | \"id\":\"\" | BAD_ID",
                "\"kind\":\"event\" | \"kind\":\"photo\" | BAD_KIND",
                "\"vehicle\":\"101\" | \"vehicle\":\"999\" | UNKNOWN_VEHICLE",
                "\"vehicle\":\"101\" | \"vehicle\":\"103\" | UNKNOWN_VEHICLE",
                "\"vehicle\":\"101\" | \"vehicle\":null | UNKNOWN_VEHICLE",
                "\"driver\":null | \"driver\":\"D-9\" | UNKNOWN_DRIVER",
                "HARSH_BRAKING | SINGING | BAD_TYPE",
                "10:15:30Z | 25:15:30Z | BAD_TIME",
                "2026-11-23T10:15:30Z | 2026-11-23T10:15:30 | BAD_TIME",
                "2026-11-23T10:15:30Z | 2026-11-23T10:26:31Z | BAD_TIME",
                "2026-11-23T10:15:30Z | 1970-01-01T00:00:00Z | BAD_TIME",
                "\"lat\":48.85 | \"lat\":91 | BAD_POSITION",
                "\"lat\":48.85 | \"lat\":null | BAD_POSITION",
                "\"unit\":\"g\" | \"unit\":\"furlong\" | BAD_UNIT",
                "\"amount\":0.34 | \"amount\":\"much\" | BAD_VALUE",
                "\"durationMs\":1200 | \"durationMs\":-1 | BAD_VALUE",
                "\"speedKmh\":46.0 | \"speedKmh\":-3 | BAD_VALUE"
            })
    void anEventThatIsNotAsAgreedIsRejectedWithACodeAndCounted(String from, String to, String code) {
        String bad = braking("g-1", "101").replace(from, to);

        String answer = post(message(braking("g-0", "101"), bad)).body();

        assertThat(answer)
                .isEqualTo("{\"accepted\":1,\"duplicates\":0,\"rejected\":[{\"index\":1,\"code\":\"" + code + "\"}]}");
        assertThat(jdbc.queryForList("select code from push_refusal", String.class))
                .containsExactly(code);
        assertThat(jdbc.queryForMap("select rows_read, rows_loaded, rows_rejected from etl_run"))
                .containsEntry("rows_read", 2L)
                .containsEntry("rows_loaded", 1L)
                .containsEntry("rows_rejected", 1L);
    }

    @ParameterizedTest
    @CsvSource({"g,0.5,4.903325", "m/s²,-2.5,2.5", "m/s2,2.5,2.5", "m/s^2,2.5,2.5"})
    void accelerationsAreStoredInMetresPerSecondSquared(String unit, String amount, double expected) {
        post(message(braking("g-1", "101").replace("0.34", amount).replace("\"g\"}", "\"" + unit + "\"}")));

        assertThat(jdbc.queryForObject("select acceleration_mps2 from behaviour_event", Double.class))
                .isEqualTo(expected);
    }

    @Test
    void aVehicleMayBeNamedByOurIdAndADriverByHis() {
        post(message(braking("g-1", "pv2").replace("\"driver\":null", "\"driver\":\"D-0042\"")));

        assertThat(jdbc.queryForMap("select vehicle_id, driver_id from behaviour_event"))
                .containsEntry("vehicle_id", "pv2")
                .containsEntry("driver_id", "D-0042");
    }

    @Test
    void whatCannotBeTakenIsCountedOnceForEachThingNamed() {
        post(message(braking("g-1", "999"), braking("g-2", "999")));
        post(message(braking("g-3", "999")));

        assertThat(jdbc.queryForMap("select subject, times, detail from push_refusal"))
                .containsEntry("subject", "999")
                .containsEntry("times", 3L)
                .containsEntry("detail", "item g-3");
    }

    @Test
    void ofAnEventOutsideWorkingHoursNothingIsKept() {
        String answer = post(message(braking("g-1", "105"))).body();

        assertThat(answer).contains("\"rejected\":[{\"index\":0,\"code\":\"OFF_HOURS\"}]");
        assertThat(rows("behaviour_event")).isZero();
        assertThat(rows("push_refusal")).isZero();
        assertThat(jdbc.queryForMap("select rows_read, rows_off_hours from etl_run"))
                .containsEntry("rows_read", 1L)
                .containsEntry("rows_off_hours", 1L);
    }

    // marks

    @Test
    void marksOfAWeekAreThoseOfAProvider() {
        assertThat(post(message(mark("m-1", "101"))).body()).contains("\"accepted\":1");
        assertThat(post(message(mark("m-1", "101"))).body()).contains("\"duplicates\":1");

        assertThat(jdbc.queryForMap("select * from period_score"))
                .containsEntry("source", "globo")
                .containsEntry("entity", "VEHICLE")
                .containsEntry("entity_id", "pv1")
                .containsEntry("iso_week", "2026-W47")
                .containsEntry("acceleration_mark", 8.0)
                .containsEntry("deceleration_mark", 7.0)
                .containsEntry("speed_keeping_mark", 9.0)
                .containsEntry("distance_m", 412_300.0);
    }

    @Test
    void aCorrectionIsAMarkOfANewId() {
        post(message(mark("m-1", "101")));
        post(message(mark("m-2", "101").replace("\"acceleration\":8", "\"acceleration\":6")));

        assertThat(jdbc.queryForObject("select acceleration_mark from period_score", Double.class))
                .isEqualTo(6.0);
    }

    @Test
    void marksOfAnotherScaleAreBroughtToTen() {
        post(message(mark("m-1", "101").replace("\"scale\":10", "\"scale\":{\"min\":5,\"max\":15}")));

        assertThat(jdbc.queryForObject("select acceleration_mark from period_score", Double.class))
                .isEqualTo(3.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"scale\":10 | \"scale\":0 | BAD_SCALE",
                "\"scale\":10 | \"scale\":null | BAD_SCALE",
                "\"scale\":10 | \"scale\":\"ten\" | BAD_SCALE",
                "\"acceleration\":8 | \"acceleration\":11 | BAD_MARK",
                "\"acceleration\":8 | \"acceleration\":-1 | BAD_MARK",
                "\"marks\" | \"remarks\" | BAD_MARK",
                "2026-11-15T23 | 2026-11-16T00 | BAD_PERIOD",
                "2026-11-15T23 | 2026-11-08T23 | BAD_PERIOD",
                "\"to\" | \"until\" | BAD_TIME",
                "\"vehicle\":\"101\" | \"vehicle\":\"999\" | UNKNOWN_VEHICLE",
                "\"vehicle\":\"101\" | \"driver\":\"D-9\" | UNKNOWN_DRIVER",
                "412300 | -1 | BAD_VALUE"
            })
    void aMarkThatIsNotAsAgreedIsRejectedWithACode(String from, String to, String code) {
        String answer = post(message(mark("m-1", "101").replace(from, to))).body();

        assertThat(answer).contains("\"rejected\":[{\"index\":0,\"code\":\"" + code + "\"}]");
        assertThat(rows("period_score")).isZero();
        assertThat(rows("pushed_mark")).isZero();
    }

    @Test
    void pushedEventsAreCountedForContestsOfRates() {
        String inWeek = braking("g-1", "101").replace("2026-11-23T10:15:30Z", "2026-11-20T10:15:30Z");
        post(message(
                inWeek,
                inWeek.replace("g-1", "g-2").replace("HARSH_BRAKING", "OVERSPEED"),
                inWeek.replace("g-1", "g-3").replace("HARSH_BRAKING", "HARSH_CORNERING"),
                braking("g-4", "101"),
                mark("m-1", "101")));
        jdbc.update("insert into trip (vehicle_id, site_day, trip_number, track, started_at, ended_at, distance_km,"
                + " speed_profile) values ('pv2', '2026-11-20', 1, '', '2026-11-20', '2026-11-20', 80.5, x'00')");

        assertThat(counted(ScoredEntity.VEHICLE, "pv1", "pv2", "pv4"))
                .containsExactly("pv1 0 1 1 412300.0", "pv2 0 0 0 80500.0", "pv4 0 0 0 NaN");
        assertThat(weeks.count("silent", question(ScoredEntity.VEHICLE, "pv1")).counts())
                .isEmpty();
    }

    @Test
    void eventsWithoutADriverAreOfWhomWasLoggedIn() {
        fleet.saveBadges(List.of(
                new Badge("pv1", "D-0042", Instant.parse("2026-11-20T06:00:00Z")),
                new Badge("pv1", "D-0043", Instant.parse("2026-11-20T12:00:00Z"))));
        String morning = braking("g-1", "101").replace("2026-11-23T10:15:30Z", "2026-11-20T10:15:30Z");
        post(message(
                morning,
                morning.replace("g-1", "g-2").replace("10:15:30", "12:15:30"),
                morning.replace("g-1", "g-3").replace("\"driver\":null", "\"driver\":\"D-0043\"")));
        jdbc.update("insert into trip (vehicle_id, site_day, trip_number, track, driver_id, started_at, ended_at,"
                + " distance_km, speed_profile)"
                + " values ('pv1', '2026-11-20', 1, '', 'D-0042', '2026-11-20', '2026-11-20', 40, x'00')");

        assertThat(counted(ScoredEntity.DRIVER, "D-0042", "D-0043"))
                .containsExactly("D-0042 0 1 0 40000.0", "D-0043 0 2 0 NaN");
    }

    private static PeriodSource.Question question(ScoredEntity entity, String... ids) {
        List<ScoreRef> refs =
                Stream.of(ids).map(id -> new ScoreRef("globo", entity, id, id)).toList();
        return new PeriodSource.Question(entity, refs, IsoWeek.parse("2026-W47"), PARIS, NOW);
    }

    private List<String> counted(ScoredEntity entity, String... ids) {
        return weeks.count("globo", question(entity, ids)).counts().stream()
                .map(row -> row.entityId() + " " + row.events().accelerations() + " "
                        + row.events().brakings() + " " + row.events().overspeeds() + " " + row.distanceM())
                .toList();
    }

    // docs

    @TestFactory
    Stream<DynamicTest> theExamplesOfTheDocsAreAnsweredAsTheySay() throws IOException {
        List<MatchResult> blocks = EXAMPLE.matcher(Files.readString(Path.of("src/docs/ingest.md")))
                .results()
                .toList();
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(4);
        return IntStream.range(0, blocks.size())
                .filter(i -> blocks.get(i).group(2) != null)
                .mapToObj(i -> DynamicTest.dynamicTest(
                        blocks.get(i).group(1), () -> checkExample(blocks.get(i), blocks.get(i + 1))));
    }

    private void checkExample(MatchResult question, MatchResult expected) {
        boolean isTraccar = question.group(2).contains("traccar");
        HttpRequest.Builder request = to(question.group(2))
                .header("Authorization", "Bearer " + (isTraccar ? PushServer.TRACCAR_KEY : PushServer.KEY))
                .header("Content-Type", "application/json");

        HttpResponse<String> answer = post(request, question.group(4));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(Integer.parseInt(expected.group(3)));
        assertThat(answer.body()).isEqualTo(expected.group(4).strip());
        forget();
    }

    @Test
    void theSignatureOfTheDocsIsRight() throws Exception {
        String docs = Files.readString(Path.of("src/docs/ingest.md"));
        String body = "{\"source\":\"globo\",\"sentAt\":\"2026-11-23T10:16:00Z\",\"items\":[]}";

        assertThat(docs).contains(body, PushServer.SECRET, signature(body.getBytes(UTF_8)));
    }
}
