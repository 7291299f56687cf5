package org.optimizer.config;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers so many calls a minute and address, those above with 429. Tokens of 128 bits cannot be found by trying; this keeps who
 * tries from keeping the server busy.
 */
class LinkLimiter extends OncePerRequestFilter {
    private static final int TOO_MANY = 429;
    private static final long WINDOW_MS = 60_000;
    /** With more addresses than that in a minute, new ones share one count: the memory stays bounded. */
    private static final int MOST_ADDRESSES = 10_000;

    private final int perMinute;
    private final LongSupplier clockMs;
    private final Map<String, Integer> calls = new HashMap<>();
    private long window;

    LinkLimiter(int perMinute, LongSupplier clockMs) {
        this.perMinute = perMinute;
        this.clockMs = clockMs;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (count(request.getRemoteAddr()) > perMinute) {
            response.setHeader("Retry-After", "60");
            response.sendError(TOO_MANY);
            return;
        }
        chain.doFilter(request, response);
    }

    private synchronized int count(String address) {
        long now = clockMs.getAsLong() / WINDOW_MS;
        if (now != window) {
            window = now;
            calls.clear();
        }
        boolean known = calls.containsKey(address) || calls.size() < MOST_ADDRESSES;
        return calls.merge(known ? address : "others", 1, Integer::sum);
    }
}
