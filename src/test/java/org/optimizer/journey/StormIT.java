package org.optimizer.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optimizer.config.Steps;
import org.optimizer.config.StormSender;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Sms;
import org.optimizer.process.SmsDispatch;
import org.optimizer.process.SmsReceipts;
import org.optimizer.standin.StandIn;
import org.optimizer.standin.StandInSettings;
import org.optimizer.testing.Ledger;
import org.optimizer.testing.Ports;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two senders on one database, killed with SIGKILL hundreds of times, at any moment and around every call of database and
 * provider: nobody gets a message twice, nobody is forgotten. A usual relay under the same kills sends messages twice.
 *
 * <p>On MySQL with {@code -Doptimizer.test.database=jdbc:mysql://…}: 2 000 drivers and 200 kills, or as many as
 * {@code optimizer.storm.drivers} and {@code optimizer.storm.kills} say (the long one: 1000); otherwise a smaller storm on H2.
 */
class StormIT {
    private static final String GIVEN = System.getProperty("optimizer.test.database", "");
    private static final int DRIVERS = Integer.getInteger("optimizer.storm.drivers", GIVEN.isEmpty() ? 300 : 2000);
    private static final int KILLS = Integer.getInteger("optimizer.storm.kills", GIVEN.isEmpty() ? 30 : 200);
    private static final int CONTROL_DRIVERS = 300;
    private static final int CONTROL_KILLS = 40;
    private static final int PER_SECOND = 14;
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W47");
    private static final Steps NO_KILL = new Steps(0);

    @TempDir
    private Path folder;

    private Server h2;
    private HttpServer webhook;
    private StandIn provider;
    private StormSender.Place place;
    private HikariDataSource database;
    private JdbcTemplate jdbc;
    private StormSender product;

    @BeforeEach
    void open() throws SQLException, IOException {
        provider = new StandIn(standIn(), Clock.systemUTC());
        provider.start();
        place = new StormSender.Place(
                url(),
                System.getProperty("optimizer.test.user", "sa"),
                System.getProperty("optimizer.test.password", ""),
                provider.port(),
                PER_SECOND,
                folder.resolve("marker"));
        database = StormSender.database(place, 8);
        Flyway.configure()
                .dataSource(database)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        jdbc = new JdbcTemplate(database);
        List.of("sms_outbox", "sms_attempt", "sms_decision", "sms_receipt", "sms_guard", "batch")
                .forEach(table -> jdbc.update("delete from " + table));
        product = new StormSender(place, database);
        webhook = webhook();
    }

    private String url() throws SQLException {
        if (!GIVEN.isEmpty()) {
            return GIVEN;
        }
        int port = Ports.free();
        h2 = Server.createTcpServer("-tcpPort", "" + port, "-ifNotExists", "-baseDir", folder.toString())
                .start();
        return "jdbc:h2:tcp://localhost:" + port
                + "/./storm;MODE=MySQL;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0;DB_CLOSE_DELAY=-1";
    }

    private static StandInSettings standIn() {
        return new StandInSettings(
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Duration.ofMillis(300),
                "demo",
                "demo",
                "demo",
                "demo",
                "demo",
                "demo",
                URI.create("http://localhost:1"));
    }

    /** Where receipts come in: a node of the product that lives on. */
    private HttpServer webhook() throws IOException {
        SmsReceipts receipts = new SmsReceipts(product.sink(), product.transaction(), Clock.systemUTC());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4, task -> {
            Thread thread = new Thread(task, "webhook");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> receive(exchange, receipts));
        server.start();
        return server;
    }

    private static void receive(HttpExchange exchange, SmsReceipts receipts) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            receipts.receive(Arrays.stream(form.split("&"))
                    .map(field -> field.split("=", 2))
                    .collect(Collectors.toMap(
                            field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8))));
            exchange.sendResponseHeaders(204, -1);
        } catch (RuntimeException e) {
            exchange.sendResponseHeaders(503, -1); // it is brought again
        } finally {
            exchange.close();
        }
    }

    @AfterEach
    void close() {
        webhook.stop(0);
        product.close();
        database.close();
        provider.close();
        if (h2 != null) {
            h2.stop();
        }
    }

    @Test
    void nobodyGetsAMessageTwiceAndNobodyIsForgotten() {
        queue(DRIVERS);
        Instant begun = Instant.now();
        Storm storm = new Storm(place, callback(), false, KILLS, this::ready);
        int kills = storm.rage();
        Duration storming = Duration.between(begun, Instant.now());
        sendTheRest(Duration.ZERO);
        awaitReceipts();

        int calls = count("select count(*) from sms_attempt");
        int unclear = count("select count(*) from sms_attempt where ended_at is null or outcome = 'AMBIGUOUS'");
        sendTheRest(Duration.ofMinutes(3)); // claims of the dead are given up
        int shown = count("select count(*) from sms_outbox where state = 'AMBIGUOUS'");
        int again = triedAgainAlthoughUnclear();
        List<String> references = references();
        int forgotten = DRIVERS - count("select count(*) from sms_outbox where state in ('DELIVERED', 'AMBIGUOUS')");
        System.out.printf(
                "R1 storm on %s: %d drivers, 2 JVMs, %d SIGKILLs in %d s, %d attempts: %d SMS twice%n"
                        + "R2 forgotten %d; p95 from claim to the end %d ms%n"
                        + "R3 claims without an outcome %d, proved by their receipt %d (%d %%), left to a person %d; tried again"
                        + " by themselves %d%n"
                        + "R4 SMS for each message that left %.2f; rounds repeated %d%n",
                GIVEN.isEmpty() ? "H2" : "MySQL",
                DRIVERS,
                kills,
                storming.toSeconds(),
                calls,
                references.size() - new HashSet<>(references).size(),
                forgotten,
                p95Millis(),
                unclear,
                unclear - shown,
                unclear == 0 ? 100 : 100 * (unclear - shown) / unclear,
                shown,
                again,
                (double) references.size() / new HashSet<>(references).size(),
                storm.failedRounds());
        assertThat(kills).isGreaterThanOrEqualTo(KILLS * 9 / 10);
        assertThat(references).doesNotHaveDuplicates().hasSize(DRIVERS - shown);
        assertThat(forgotten).isZero();
        assertThat(again).isZero();

        orderAgain(references);
        sendTheRest(Duration.ofMinutes(20)); // ten minutes after the attempt
        awaitReceipts();
        assertThat(references()).doesNotHaveDuplicates().hasSize(DRIVERS);
        assertThat(count("select count(*) from sms_outbox where state = 'DELIVERED'"))
                .isEqualTo(DRIVERS);
    }

    /** The control. */
    @Test
    void aUsualRelaySendsMessagesTwice() {
        queue(CONTROL_DRIVERS);
        int kills = new Storm(place, "", true, CONTROL_KILLS, this::ready).rage();

        List<String> references = references();
        int twice = references.size() - new HashSet<>(references).size();
        System.out.printf(
                "R1 control, a usual relay: %d SIGKILLs, %d calls for %d drivers: %d SMS twice%n",
                kills, references.size(), new HashSet<>(references).size(), twice);
        assertThat(twice).isPositive();
    }

    private int triedAgainAlthoughUnclear() {
        return count("select count(*) from sms_attempt later join sms_attempt before_it"
                + " on before_it.outbox_id = later.outbox_id and before_it.attempt_no = later.attempt_no - 1"
                + " where before_it.outcome is null or before_it.outcome <> 'READY'");
    }

    /** The person in charge, who looks at the provider's list: only what is not on it is sent again. */
    private void orderAgain(List<String> references) {
        List<Map<String, Object>> unclear =
                jdbc.queryForList("select id, client_ref from sms_outbox where state = 'AMBIGUOUS'");
        for (Map<String, Object> row : unclear) {
            assertThat(references).doesNotContain((String) row.get("client_ref"));
            product.transaction().executeWithoutResult(status -> product.sink()
                    .orderResend(((Number) row.get("id")).longValue(), "anne", Instant.now(), Duration.ofMinutes(10)));
        }
    }

    private void sendTheRest(Duration later) {
        SmsDispatch dispatch = product.dispatch(NO_KILL, callback(), Clock.offset(Clock.systemUTC(), later));
        await().atMost(Duration.ofMinutes(5)).until(() -> {
            dispatch.round();
            return ready() == 0;
        });
    }

    private void awaitReceipts() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> count("select count(*) from sms_outbox where state = 'ACCEPTED'") == 0);
    }

    private List<String> references() {
        return new Ledger(provider.port()).texts("client-ref");
    }

    private int ready() {
        return count("select count(*) from sms_outbox where state = 'READY'");
    }

    private int count(String query) {
        return jdbc.queryForObject(query, Integer.class);
    }

    private String callback() {
        return "http://localhost:" + webhook.getAddress().getPort() + "/";
    }

    private long p95Millis() {
        List<Long> millis = new ArrayList<>();
        jdbc.query(
                "select a.started_at, o.changed_at from sms_outbox o join sms_attempt a on a.outbox_id = o.id"
                        + " and a.attempt_no = o.attempt_no where o.state = 'DELIVERED'",
                row -> {
                    millis.add(Duration.between(
                                    row.getObject(1, java.time.LocalDateTime.class),
                                    row.getObject(2, java.time.LocalDateTime.class))
                            .toMillis());
                });
        return millis.stream()
                .sorted()
                .skip(millis.size() * 95L / 100)
                .findFirst()
                .orElse(0L);
    }

    private void queue(int drivers) {
        Instant now = Instant.now();
        List<Sms> messages = IntStream.range(0, drivers)
                .mapToObj(driver -> message(driver, now))
                .toList();
        for (int from = 0; from < drivers; from += 500) {
            List<Sms> some = messages.subList(from, Math.min(drivers, from + 500));
            product.transaction().executeWithoutResult(status -> product.sink().queue(some));
        }
    }

    private static Sms message(int driver, Instant now) {
        return new Sms(
                0,
                "weekly-score:storm:" + WEEK + ":d" + driver,
                "STORM%021d".formatted(driver),
                "storm",
                WEEK,
                "d" + driver,
                "+336%08d".formatted(driver),
                "Sem. 47 : note 87,6 sur 100",
                Sms.State.READY,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "anne",
                now);
    }
}
