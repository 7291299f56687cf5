package org.optimizer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LinkLimiterTest {
    private final AtomicLong nowMs = new AtomicLong(1_800_000_000_000L);
    private final LinkLimiter limiter = new LinkLimiter(60, nowMs::get);

    private int call(String address) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/m/AAAAAAAAAAAAAAAAAAAAAA");
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        limiter.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    @Test
    void sixtyCallsAMinuteAreAnsweredAndTheNextIsToldToWait() throws Exception {
        for (int i = 0; i < 60; i++) {
            assertThat(call("192.0.2.1")).isEqualTo(200);
        }
        assertThat(call("192.0.2.1")).isEqualTo(429);
        assertThat(call("192.0.2.2")).isEqualTo(200);
        nowMs.addAndGet(60_000);
        assertThat(call("192.0.2.1")).isEqualTo(200);
    }

    @Test
    void addressesBeyondTenThousandShareOneCount() throws Exception {
        for (int i = 0; i < 10_000; i++) {
            call("10.0." + i / 256 + "." + i % 256);
        }
        for (int i = 0; i < 60; i++) {
            assertThat(call("198.51.100." + i)).isEqualTo(200);
        }
        assertThat(call("198.51.100.200")).isEqualTo(429);
        assertThat(call("10.0.0.1")).isEqualTo(200);
    }
}
