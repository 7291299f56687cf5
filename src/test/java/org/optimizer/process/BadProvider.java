package org.optimizer.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** A provider of traces (MyCarTracks v2) of twenty vehicles, of whose recordings some misbehave; {@code v1} has the id 1, and so on. */
final class BadProvider implements AutoCloseable {
    static final int VEHICLES = 20;
    static final int FIXES = 600;
    /** 2026-11-16T08:00:00Z */
    static final long START_MS = 1_794_816_000_000L;

    private static final int MB = 1 << 20;

    /** What the recordings of a vehicle may do to whoever asks for them. */
    enum Fault {
        /** 429, and the wish to be left alone for a second. */
        BUSY,
        BROKEN,
        /** A byte a while, for ever. */
        HANG,
        /** One row with a text of 50 MB. */
        FIFTY_MB,
        /** Four GB that were packed to four MB. */
        BOMB,
        /** The same page, whatever page is asked for. */
        SAME_PAGE,
        /** A full page more, however often it is asked. */
        ENDLESS
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<Integer, Fault> faults = new ConcurrentHashMap<>();

    BadProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void misbehave(int vehicle, Fault fault) {
        faults.put(vehicle, fault);
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            String path = call.getRequestURI().getPath();
            if (path.equals("/oauth/token")) {
                send(call, "{\"access_token\":\"T\",\"expires_in\":3600}");
            } else if (path.equals("/vehicles")) {
                send(call, vehicles());
            } else if (path.equals("/tracks")) {
                int vehicle = number(call, "carId");
                send(
                        call,
                        "{\"data\":[{\"id\":" + vehicle + ",\"carId\":" + vehicle + ",\"startTime\":" + START_MS
                                + ",\"endTime\":" + (START_MS + FIXES * 1000L) + "}]}");
            } else {
                fixes(call, Integer.parseInt(path.substring("/trackpoints/".length())));
            }
        } catch (IOException gone) {
            // whoever asked has hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int number(HttpExchange call, String name) {
        for (String part : call.getRequestURI().getQuery().split("&")) {
            if (part.startsWith(name + "=")) {
                return Integer.parseInt(part.substring(name.length() + 1));
            }
        }
        throw new IllegalArgumentException(call.getRequestURI() + ": expected " + name);
    }

    private static String vehicles() {
        return IntStream.rangeClosed(1, VEHICLES)
                .mapToObj(id -> "{\"id\":" + id + ",\"name\":\"s" + id + "\"}")
                .collect(Collectors.joining(",", "{\"data\":[", "]}"));
    }

    private void fixes(HttpExchange call, int vehicle) throws IOException, InterruptedException {
        Fault fault = faults.get(vehicle);
        if (fault == null) {
            send(call, rows(vehicle, 0, FIXES));
            return;
        }
        switch (fault) {
            case BUSY -> {
                call.getResponseHeaders().set("Retry-After", "1");
                call.sendResponseHeaders(429, -1);
            }
            case BROKEN -> call.sendResponseHeaders(500, -1);
            case HANG -> hang(call, vehicle);
            case FIFTY_MB -> fiftyMb(call);
            case BOMB -> bomb(call);
            case ENDLESS -> send(call, rows(vehicle, number(call, "page") * FIXES, number(call, "limit")));
            case SAME_PAGE -> send(call, rows(vehicle, 0, number(call, "limit")));
        }
    }

    private static void send(HttpExchange call, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.US_ASCII);
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
    }

    private static String rows(int vehicle, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "{\"id\":" + i + ",\"time\":" + (START_MS + i * 1000L) + ",\"latitude\":"
                        + (45 + vehicle * 0.01 + i * 1e-5) + ",\"longitude\":4.8,\"speed\":40,\"accuracy\":5}")
                .collect(Collectors.joining(",", "{\"data\":[", "]}"));
    }

    private void hang(HttpExchange call, int vehicle) throws IOException, InterruptedException {
        call.sendResponseHeaders(200, 0);
        OutputStream body = call.getResponseBody();
        body.write(rows(vehicle, 0, FIXES / 2).replaceFirst("]}$", ",").getBytes(StandardCharsets.US_ASCII));
        do {
            body.write(' ');
            body.flush();
        } while (!closed.await(50, TimeUnit.MILLISECONDS));
    }

    private static void fiftyMb(HttpExchange call) throws IOException {
        call.sendResponseHeaders(200, 0);
        OutputStream body = call.getResponseBody();
        body.write("{\"data\":[{\"id\":1,\"time\":1,\"note\":\"".getBytes(StandardCharsets.US_ASCII));
        write(body, 50, 'x');
        body.write("\"}]}".getBytes(StandardCharsets.US_ASCII));
    }

    private static void bomb(HttpExchange call) throws IOException {
        call.getResponseHeaders().set("Content-Encoding", "gzip");
        call.sendResponseHeaders(200, 0);
        try (OutputStream body = new GZIPOutputStream(call.getResponseBody())) {
            body.write("{\"data\":[".getBytes(StandardCharsets.US_ASCII));
            write(body, 4096, ' ');
        }
    }

    private static void write(OutputStream body, int megabytes, char filling) throws IOException {
        byte[] block = new byte[MB];
        Arrays.fill(block, (byte) filling);
        for (int i = 0; i < megabytes; i++) {
            body.write(block);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
