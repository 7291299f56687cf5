package org.optimizer.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.optimizer.standin.StandIn;
import org.optimizer.standin.StandInSettings;

/**
 * A provider of traces in the shape of MyCarTracks v2 that has its answers ready as bytes, so that a benchmark measures who
 * reads them and nothing else. The recordings are the demo fleet's.
 */
public final class CannedTraces implements AutoCloseable {
    private static final int TOKENS_LAST_S = 36_000;
    private static final byte[] TIME = "\"time\":".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGITS = 13;
    private static final int PIECE = 1 << 16;
    private static final byte[] HEAD = "{\"data\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TAIL = "]}".getBytes(StandardCharsets.US_ASCII);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Map<Integer, Vehicle> vehicles = new ConcurrentHashMap<>();

    /** A vehicle with one recording for each answer. */
    private record Vehicle(String name, List<Recording> recordings) {}

    /** An answer, and how often its rows are sent, each time as much later as they last. */
    public record Recording(byte[] answer, int fixes, long startMs, long endMs, int times) {
        /** The same again and again. */
        public Recording repeated(int count) {
            return new Recording(answer, fixes, startMs, endMs, count);
        }

        long bytes() {
            return (long) (answer.length - HEAD.length - TAIL.length) * times;
        }

        public long allFixes() {
            return (long) fixes * times;
        }

        private long strideMs() {
            return endMs - startMs + 1000;
        }

        private long lastMs() {
            return endMs + (times - 1) * strideMs();
        }
    }

    public CannedTraces() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void add(int id, String name, List<Recording> recordings) {
        vehicles.put(id, new Vehicle(name, List.copyOf(recordings)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (path.startsWith("/oauth")) {
                send(exchange, "{\"access_token\":\"t\",\"expires_in\":" + TOKENS_LAST_S + "}");
            } else if (path.endsWith("/vehicles")) {
                send(exchange, "{\"data\":[" + rows(vehicles) + "]}");
            } else if (path.endsWith("/tracks")) {
                send(exchange, "{\"data\":[" + tracks(carId(exchange)) + "]}");
            } else {
                String id = path.substring(path.lastIndexOf('/') + 1);
                String[] carAndDay = id.split("-");
                sendPoints(
                        exchange,
                        vehicles.get(Integer.valueOf(carAndDay[0])).recordings.get(Integer.parseInt(carAndDay[1])));
            }
        }
    }

    private static String rows(Map<Integer, Vehicle> vehicles) {
        return vehicles.entrySet().stream()
                .map(entry -> "{\"id\":" + entry.getKey() + ",\"name\":\"" + entry.getValue().name + "\"}")
                .collect(Collectors.joining(","));
    }

    private static int carId(HttpExchange exchange) {
        return Integer.parseInt(exchange.getRequestURI().getQuery().replaceAll(".*carId=(\\d+).*", "$1"));
    }

    private String tracks(int car) {
        List<Recording> recordings = vehicles.get(car).recordings;
        List<String> rows = new ArrayList<>();
        for (int day = 0; day < recordings.size(); day++) {
            Recording recording = recordings.get(day);
            rows.add("{\"id\":\"" + car + "-" + day + "\",\"carId\":" + car + ",\"startTime\":" + recording.startMs
                    + ",\"endTime\":" + recording.lastMs() + "}");
        }
        return String.join(",", rows);
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void sendPoints(HttpExchange exchange, Recording recording) throws IOException {
        if (recording.times == 1) {
            exchange.sendResponseHeaders(200, recording.answer.length);
            OutputStream out = exchange.getResponseBody();
            // the server copies what it is given at once, and a copy of megabytes would be the measure's own garbage
            for (int from = 0; from < recording.answer.length; from += PIECE) {
                out.write(recording.answer, from, Math.min(PIECE, recording.answer.length - from));
            }
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(HEAD);
            byte[] rows = recording.answer.clone();
            for (int time = 0; time < recording.times; time++) {
                if (time > 0) {
                    out.write(',');
                    shift(rows, recording.strideMs());
                }
                out.write(rows, HEAD.length, rows.length - HEAD.length - TAIL.length);
            }
            out.write(TAIL);
        }
    }

    /** Makes the 13 digits of each time as much later. */
    private static void shift(byte[] rows, long byMs) {
        for (int at = 0; at < rows.length - TIME.length - DIGITS; at++) {
            if (rows[at] == '"' && isTime(rows, at)) {
                int from = at + TIME.length;
                long later = number(rows, from) + byMs;
                for (int digit = DIGITS - 1; digit >= 0; digit--) {
                    rows[from + digit] = (byte) ('0' + later % 10);
                    later /= 10;
                }
                at = from + DIGITS;
            }
        }
    }

    private static boolean isTime(byte[] rows, int at) {
        for (int i = 0; i < TIME.length; i++) {
            if (rows[at + i] != TIME[i]) {
                return false;
            }
        }
        return true;
    }

    private static long number(byte[] rows, int from) {
        long number = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            number = number * 10 + rows[from + digit] - '0';
        }
        return number;
    }

    /** What the demo fleet drove on the days of a week, by vehicle. */
    public static List<List<Recording>> demoWeek(Instant monday) throws IOException {
        StandInSettings settings = new StandInSettings(
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Duration.ZERO,
                "id",
                "secret",
                "key",
                "secret",
                "key",
                "key",
                URI.create("http://127.0.0.1:9"));
        Clock later = Clock.fixed(monday.plus(Duration.ofDays(14)), ZoneOffset.UTC);
        try (StandIn standIn = new StandIn(settings, later)) {
            standIn.start();
            return new Client(standIn.baseUri()).week(monday);
        }
    }

    /** Asks the stand-in for the bytes that it would send the product. */
    private static final class Client {
        private static final ObjectMapper JSON = new ObjectMapper();
        private final HttpClient http = HttpClient.newHttpClient();
        private final URI base;
        private final String token;

        Client(URI base) throws IOException {
            this.base = base;
            this.token = JSON.readTree(send(HttpRequest.newBuilder(base.resolve("/oauth/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "grant_type=client_credentials&client_id=id&client_secret=secret"))))
                    .get("access_token")
                    .asText();
        }

        List<List<Recording>> week(Instant monday) throws IOException {
            List<List<Recording>> all = new ArrayList<>();
            for (JsonNode vehicle : data("/vehicles?limit=100")) {
                String span = "startTime=" + monday.getEpochSecond() + "&endTime="
                        + monday.plus(Duration.ofDays(7)).getEpochSecond();
                List<Recording> recordings = new ArrayList<>();
                for (JsonNode track : data("/tracks?limit=100&" + span + "&carId="
                        + vehicle.get("id").asLong())) {
                    recordings.add(recording(track));
                }
                all.add(recordings);
            }
            return all;
        }

        private Recording recording(JsonNode track) throws IOException {
            byte[] answer = get("/trackpoints/" + track.get("id").asText() + "?limit=86400&omitPage=true");
            return new Recording(
                    answer,
                    JSON.readTree(answer).get("data").size(),
                    track.get("startTime").asLong(),
                    track.get("endTime").asLong(),
                    1);
        }

        private JsonNode data(String path) throws IOException {
            return JSON.readTree(get(path)).get("data");
        }

        private byte[] get(String path) throws IOException {
            return send(HttpRequest.newBuilder(base.resolve("/services/rest/v2" + path))
                    .header("Authorization", "Bearer " + token));
        }

        private byte[] send(HttpRequest.Builder request) throws IOException {
            try {
                HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() != 200) {
                    throw new IOException(request.build().uri() + ": HTTP " + answer.statusCode());
                }
                return answer.body();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
