package org.optimizer.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;

/** Speaks to the running product. It follows no redirects: the password goes where it was meant to go. */
final class BackfillClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Who signs in. */
    record SignIn(String user, String password) {
        private String header() {
            return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final SignIn signIn;

    /** @throws InputException when {@code url} is none */
    BackfillClient(String url, SignIn signIn) {
        if (!url.matches("https?://[^/]+.*")) {
            throw new InputException("--url: expected one such as http://localhost:8080, found " + Text.quoted(url));
        }
        this.url = url.replaceFirst("/+$", "");
        this.signIn = signIn;
    }

    /** What it would touch, or, unless it is a dry run, touches; then with its id. */
    JsonNode order(String scope, LocalDate from, LocalDate to, String reason, boolean dryRun) {
        ObjectNode order = JSON.createObjectNode()
                .put("scope", scope)
                .put("from", from.toString())
                .put("to", to.toString())
                .put("reason", reason)
                .put("dryRun", dryRun);
        return send(request("/api/backfills")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(order.toString())));
    }

    /** How far it is. */
    JsonNode look(String id) {
        return send(request("/api/backfills/" + id).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Authorization", signIn.header())
                .header("Accept", "application/json");
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            return read(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new InputException(url + ": expected the running product, found none: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InputException(url + ": interrupted; what was started goes on");
        }
    }

    private JsonNode read(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200, 202 -> json(answer.body());
            case 400 ->
                throw new InputException(json(answer.body()).path("error").asText("refused"));
            case 401 ->
                throw new InputException(url + ": user " + Text.quoted(signIn.user()) + " or the password is wrong");
            case 403 ->
                throw new InputException(url + ": user " + Text.quoted(signIn.user())
                        + " may not: expected an operator or administrator");
            default -> throw new InputException(url + ": expected 200, found " + answer.statusCode());
        };
    }

    private JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new InputException(url + ": expected JSON, found something else; is this the product?");
        }
    }
}
