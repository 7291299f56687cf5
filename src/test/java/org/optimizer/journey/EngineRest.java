package org.optimizer.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The engine's own REST interface, as an operator's tool calls it. */
final class EngineRest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final String authorization;

    EngineRest(int port, String user, String password) {
        this.base = "http://localhost:" + port + "/engine-rest/";
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether the results of this week are out, its messages settled: until its closing time it waits then. The fetches that it
     * called have the same key.
     */
    boolean isPublished(String businessKey) {
        return !get("history/process-instance?executedActivityIdIn=publish-week&processDefinitionKey=weekly-contest"
                        + "&processInstanceBusinessKey=" + encoded(businessKey))
                .isEmpty();
    }

    /** The id of an open task. */
    Optional<String> findTask(String businessKey, String definition) {
        JsonNode tasks =
                get("task?taskDefinitionKey=" + definition + "&processInstanceBusinessKey=" + encoded(businessKey));
        return tasks.isEmpty()
                ? Optional.empty()
                : Optional.of(tasks.get(0).path("id").asText());
    }

    void submit(String task, String variable, String value) {
        String body = JSON.createObjectNode()
                .set(
                        "variables",
                        JSON.createObjectNode()
                                .set(variable, JSON.createObjectNode().put("value", value)))
                .toString();
        HttpResponse<String> answer = send(request("task/" + task + "/submit-form")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.statusCode() != 204) {
            throw new IllegalStateException("task " + task + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private JsonNode get(String path) {
        HttpResponse<String> answer = send(request(path));
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.statusCode() + " " + answer.body(), e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
