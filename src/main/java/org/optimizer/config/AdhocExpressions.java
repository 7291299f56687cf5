package org.optimizer.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses queries whose {@code orQueries} carry expressions: Camunda 7.24.0 evaluates those, even where expressions in queries are
 * switched off (CVE-2026-109432). Looks at every body but those of uploads, at any depth.
 */
class AdhocExpressions extends OncePerRequestFilter {
    private static final int LIMIT_BYTES = 1 << 20;

    /** A key written twice would be a way to show this filter one value and the engine another. */
    private final ObjectMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isUpload(request)) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LIMIT_BYTES + 1);
        if (body.length > LIMIT_BYTES) {
            response.sendError(
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "expected at most " + LIMIT_BYTES + " bytes");
        } else if (isRefused(body)) {
            refuse(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "expected JSON whose orQueries carry no key that ends with Expression; send the value itself");
        } else {
            chain.doFilter(new ReadAgain(request, body), response);
        }
    }

    /** In the form of the engine's own refusals. */
    private void refuse(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        json.writeValue(response.getOutputStream(), Map.of("type", "InvalidRequestException", "message", message));
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private boolean isRefused(byte[] body) throws IOException {
        if (body.length == 0) {
            return false;
        }
        try {
            return carriesExpression(json.readTree(body), false);
        } catch (JsonProcessingException unreadable) {
            return true;
        }
    }

    private static boolean carriesExpression(JsonNode node, boolean inOrQuery) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String key = field.getKey().toLowerCase(Locale.ROOT);
            boolean evil = inOrQuery && key.endsWith("expression");
            if (evil || carriesExpression(field.getValue(), inOrQuery || key.equals("orqueries"))) {
                return true;
            }
        }
        for (JsonNode element :
                node.isArray() ? node : Map.<String, JsonNode>of().values()) {
            if (carriesExpression(element, inOrQuery)) {
                return true;
            }
        }
        return false;
    }
}
