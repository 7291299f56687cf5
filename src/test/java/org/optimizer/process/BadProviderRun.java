package org.optimizer.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.apache.camel.ProducerTemplate;
import org.optimizer.config.EdgesTestConfig;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.FetchProblems;
import org.optimizer.extract.ProviderException;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.TraceSource;
import org.optimizer.extract.Tracks;
import org.optimizer.extract.TracksProfile;
import org.optimizer.extract.TracksSettings;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.FactsSink;
import org.optimizer.load.FetchProblemSink;
import org.optimizer.load.FleetSink;
import org.optimizer.load.TraceSink;
import org.optimizer.model.FixSink;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.testing.StoredIntake;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A process of its own with a small heap: fetches a day of twenty vehicles from the {@link BadProvider}, and says on its standard
 * output what became of each.
 */
final class BadProviderRun {
    private static final String DAYS = "2026-11-16/2026-11-16";
    private static final int CHUNKS = 4;
    private static final int PER_CHUNK = 5;
    private static final int LARGEST_ANSWER_MB = 40;

    /** How the fetch is done. */
    enum Way {
        /** As the product does it. */
        EACH_ALONE,
        /** The first control: one transaction for all. */
        ALL_IN_ONE,
        /** The second control: each answer is taken into memory before it is looked at. */
        WHOLE_ANSWERS
    }

    private BadProviderRun() {}

    /** @param arguments the way, and the provider's address */
    public static void main(String[] arguments) {
        AtomicLong peak = new AtomicLong();
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        watch.scheduleAtFixedRate(() -> peak.accumulateAndGet(usedHeap(), Math::max), 0, 5, TimeUnit.MILLISECONDS);
        Way way = Way.valueOf(arguments[0]);
        // whatever else goes wrong ends the process, and the test reads why in its log
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        try (ConfigurableApplicationContext context = start(arguments[1])) {
            run(way, arguments[1], context);
        }
        watch.shutdownNow();
        System.out.println("heap: " + (peak.get() >> 20));
        System.exit(0);
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static ConfigurableApplicationContext start(String url) {
        String routes = Path.of("routes").toAbsolutePath().toString();
        return new SpringApplicationBuilder(EdgesTestConfig.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=jdbc:h2:mem:bad-provider;MODE=MySQL;DB_CLOSE_DELAY=-1",
                        "--spring.datasource.username=sa",
                        "--optimizer.folders.routes=" + routes,
                        "--optimizer.traces.base-url=" + url,
                        "--optimizer.traces.token-url=" + url + "/oauth/token",
                        "--optimizer.traces.call-within=PT3S");
    }

    private static void run(Way way, String url, ApplicationContext context) {
        ProducerTemplate camel = context.getBean(ProducerTemplate.class);
        found(camel);
        PlatformTransactionManager transactions = context.getBean(PlatformTransactionManager.class);
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        FetchTraces steps = steps(way, url, camel, own);
        try {
            if (way == Way.ALL_IN_ONE) {
                own.executeWithoutResult(status -> {
                    fetch(steps);
                    if (!new FetchProblems(camel).list().isEmpty()) {
                        throw new IllegalStateException(
                                new FetchProblems(camel).list().get(0).message());
                    }
                });
            } else {
                fetch(steps);
            }
        } catch (IllegalStateException | ProviderException e) {
            System.out.println("lost: " + e.getMessage());
        }
        tell(camel, context.getBean(JdbcTemplate.class));
    }

    private static void found(ProducerTemplate camel) {
        FleetSink fleet = new FleetSink(camel);
        fleet.saveSite(new Site("q1", "Quarry", ZoneOffset.UTC, "FR"));
        fleet.saveVehicles(IntStream.rangeClosed(1, BadProvider.VEHICLES)
                .mapToObj(number -> new Vehicle("v%02d".formatted(number), "q1", "s" + number, VehicleClass.TIPPER))
                .toList());
    }

    private static FetchTraces steps(Way way, String url, ProducerTemplate camel, TransactionOperations own) {
        FetchSettings settings = new FetchSettings(
                "0 0 3 * * ?", PER_CHUNK, Duration.ofHours(72), Duration.ofMinutes(1), 31, null, null);
        Clock clock = Clock.fixed(Instant.parse("2026-11-17T03:00:00Z"), ZoneOffset.UTC);
        Sites sites = new Sites(camel);
        TraceSink sink = new TraceSink(camel);
        EtlRunSink etlRuns = new EtlRunSink(camel);
        TransactionOperations each = way == Way.ALL_IN_ONE ? TransactionOperations.withoutTransaction() : own;
        TraceSource source =
                way == Way.WHOLE_ANSWERS ? new WholeAnswers(url) : new Tracks(camel, settings(url), Clock.systemUTC());
        return new FetchTraces(
                sites,
                new Zones(camel),
                new Vehicles(camel),
                new Contests(camel),
                new Drivers(camel),
                List.of(source),
                new VehicleFetches(
                        each, new FetchProblems(camel), new FetchProblemSink(camel), etlRuns, settings, clock),
                StoredIntake.of(camel, sink, IntakeSettings.USUAL),
                new TraceDays(camel),
                sink,
                new FactsSink(camel),
                etlRuns,
                settings,
                clock);
    }

    /** The usual limits but those of time and size. */
    private static TracksSettings settings(String url) {
        TracksSettings usual = TracksSettings.of(TracksProfile.V2, url, url + "/oauth/token", "me", "secret");
        return new TracksSettings(
                usual.profile(),
                usual.baseUrl(),
                usual.tokenUrl(),
                usual.clientId(),
                usual.clientSecret(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                5000,
                null,
                null,
                null,
                null,
                Duration.ofSeconds(5),
                Duration.ofSeconds(3),
                Duration.ofSeconds(6),
                LARGEST_ANSWER_MB);
    }

    private static void fetch(FetchTraces steps) {
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            steps.fetchFixes("all", DAYS, true, chunk);
        }
    }

    private static void tell(ProducerTemplate camel, JdbcTemplate jdbc) {
        jdbc.queryForList(
                        "select vehicle_id, sum(fix_count) as fixes from trace_day group by vehicle_id order by vehicle_id")
                .forEach(row -> System.out.println("stored: " + row.get("vehicle_id") + " " + row.get("fixes")));
        new FetchProblems(camel)
                .list()
                .forEach(problem -> System.out.println("problem: " + problem.vehicleId() + " " + problem.message()));
    }

    /** What one would write first: the answer into memory, the tree of it, then the fixes. */
    private record WholeAnswers(String url) implements TraceSource {
        @Override
        public String name() {
            return Vehicle.MYCARTRACKS;
        }

        @Override
        public void read(Vehicle vehicle, Instant from, Instant to, FixSink fixes) {
            String track = vehicle.sourceRef().substring(1);
            try {
                HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(url + "/trackpoints/" + track + "?page=0&limit=5000"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray());
                byte[] json = answer.headers().firstValue("Content-Encoding").isPresent()
                        ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes()
                        : answer.body();
                for (JsonNode row : new ObjectMapper().readTree(json).get("data")) {
                    fixes.fix(
                            row.get("time").asLong(),
                            track,
                            row.get("latitude").asDouble(),
                            row.get("longitude").asDouble(),
                            row.get("speed").asDouble() / 3.6,
                            5,
                            Double.NaN,
                            Double.NaN,
                            Double.NaN,
                            false);
                }
            } catch (IOException e) {
                throw new IllegalStateException(vehicle.id() + ": " + e, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
