package org.optimizer.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser's cookies and without its manners: follows no redirects and runs no scripts. */
final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String origin = PagesPreview.origin();

    static Visitor signedIn(String user, String password) {
        Visitor visitor = new Visitor();
        HttpResponse<String> answer =
                visitor.post("/sign-in", Map.of("username", user, "password", password), "/sign-in");
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/")) {
            throw new IllegalStateException(user + " could not sign in: " + answer);
        }
        return visitor;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<byte[]> bytes(String path) {
        try {
            return http.send(request(path).GET().build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the CSRF token that a form on {@code page} carries. */
    HttpResponse<String> post(String path, Map<String, String> fields, String page) {
        Matcher token = TOKEN.matcher(get(page).body());
        String csrf = token.find() ? token.group(1) : "";
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + csrf + "&", ""));
        return post(path, "application/x-www-form-urlencoded", form);
    }

    HttpResponse<String> post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> postAs(String userAndPassword, String path, String json) {
        return send(request(path)
                .header("Authorization", basic(userAndPassword))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> getAs(String userAndPassword, String path) {
        return send(
                request(path).header("Authorization", basic(userAndPassword)).GET());
    }

    private static String basic(String userAndPassword) {
        return "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(UTF_8));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path)).header("Accept-Language", "fr");
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
