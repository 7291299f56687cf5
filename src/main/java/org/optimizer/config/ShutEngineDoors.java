package org.optimizer.config;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.UrlPathHelper;

/**
 * Doors of the engine that nobody needs: Camunda's set-up page, which makes an administrator of a visitor, and deployment over
 * HTTP, since processes come from the folder {@code processes/} only.
 */
class ShutEngineDoors implements RequestMatcher {

    @Override
    public boolean matches(HttpServletRequest request) {
        List<String> segments = segments(request);
        boolean writes = !request.getMethod().equals("GET");
        return segments.contains("setup") || writes && segments.contains("deployment");
    }

    private static List<String> segments(HttpServletRequest request) {
        String decoded = UrlPathHelper.defaultInstance.getPathWithinApplication(request);
        return Arrays.asList(decoded.toLowerCase(Locale.ROOT).split("/"));
    }
}
