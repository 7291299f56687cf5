package org.optimizer.standin;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.optimizer.model.IsoWeek;

/** A started stand-in, and a client that speaks to it over HTTP. */
final class Provider implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** Nobody listens there. */
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/ingest/v1");

    final StandIn standIn;
    private final HttpClient client = HttpClient.newHttpClient();

    private Provider(StandInSettings settings, Clock clock) {
        standIn = new StandIn(settings, clock);
        standIn.start();
    }

    static Provider demo(Clock clock) {
        return new Provider(settings(Optional.empty(), Optional.empty(), Optional.empty(), true), clock);
    }

    static Provider pushing(URI target, Clock clock) {
        return new Provider(settings(Optional.empty(), Optional.empty(), Optional.empty(), true, target), clock);
    }

    static Provider replay(Path folder, String week, Clock clock) {
        return new Provider(
                settings(Optional.empty(), Optional.of(folder), Optional.of(IsoWeek.parse(week)), false), clock);
    }

    static Provider demoAndReplay(Path folder, String week, Clock clock) {
        return new Provider(
                settings(Optional.empty(), Optional.of(folder), Optional.of(IsoWeek.parse(week)), true), clock);
    }

    static Provider sms(Optional<Path> ledger, Clock clock) {
        return new Provider(settings(ledger, Optional.empty(), Optional.empty(), false), clock);
    }

    String token() {
        return answer(form(
                        "/oauth/token", "grant_type", "client_credentials", "client_id", "id", "client_secret", "se"))
                .get("access_token")
                .asText();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(standIn.baseUri() + path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> traces(String token, String path) {
        return send(request("/services/rest/v2" + path).header("Authorization", "Bearer " + token));
    }

    JsonNode data(String path) {
        return answer(traces(token(), path)).get("data");
    }

    HttpResponse<String> form(String path, String... fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    HttpResponse<String> sms(String... fields) {
        return send(smsRequest(fields));
    }

    HttpRequest.Builder smsRequest(String... fields) {
        return request("/sms/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", basic("key", "sms-secret"))
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)));
    }

    JsonNode ledger() {
        return answer(send(request("/ledger")));
    }

    void fault(String json) {
        HttpResponse<String> answer = send(request("/faults")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return sendOrFail(request);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> sendOrFail(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Fails also when only the body is late. */
    void sendOrFail(HttpRequest.Builder request, Duration patience) throws IOException {
        try {
            client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer within " + patience);
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<byte[]> bytes(String token, String path) throws IOException {
        try {
            return client.send(
                    request("/services/rest/v2" + path)
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode answer(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(response.body(), e);
        }
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        standIn.close();
    }

    private static String encoded(String... fields) {
        Iterator<String> all = List.of(fields).iterator();
        return Arrays.stream(new String[fields.length / 2])
                .map(none -> all.next() + "=" + URLEncoder.encode(all.next(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static StandInSettings settings(
            Optional<Path> ledger, Optional<Path> replay, Optional<IsoWeek> week, boolean demo) {
        return settings(ledger, replay, week, demo, NOWHERE);
    }

    private static StandInSettings settings(
            Optional<Path> ledger, Optional<Path> replay, Optional<IsoWeek> week, boolean demo, URI pushTo) {
        return new StandInSettings(
                0,
                ledger,
                replay,
                week,
                demo,
                Duration.ofMillis(20),
                "id",
                "se",
                "key",
                "sms-secret",
                "api-key",
                pushTo);
    }
}
