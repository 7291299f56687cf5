package org.optimizer.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HangUpTest {
    private static final byte[] ANSWER = new byte[100_000];

    private final Set<Integer> connections = ConcurrentHashMap.newKeySet();
    private final HangUp.Timer timer = new HangUp.Timer();
    private final CloseableHttpClient client = HttpClients.custom()
            .addExecInterceptorFirst("hang-up", new HangUp(Duration.ofMinutes(1), timer))
            .build();
    private HttpServer provider;

    @BeforeEach
    void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/told", exchange -> answer(exchange, ANSWER.length));
        provider.createContext("/untold", exchange -> answer(exchange, 0));
        provider.start();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        timer.close();
        provider.stop(0);
    }

    /** @param length as said before the answer; 0 for an answer that only its end ends */
    private void answer(HttpExchange exchange, long length) throws IOException {
        connections.add(exchange.getRemoteAddress().getPort());
        try (exchange) {
            exchange.sendResponseHeaders(200, length);
            exchange.getResponseBody().write(ANSWER);
        }
    }

    /** As a parser reads that stops at the last brace. */
    private void get(String path, int bytes) throws IOException {
        HttpGet call = new HttpGet("http://127.0.0.1:" + provider.getAddress().getPort() + path);
        client.execute(call, response -> {
            try (InputStream body = response.getEntity().getContent()) {
                return assertThat(body.readNBytes(bytes)).hasSize(bytes);
            }
        });
    }

    @Test
    void anAnswerReadToItsSaidLengthLeavesTheConnectionToTheNextCall() throws IOException {
        for (int call = 0; call < 5; call++) {
            get("/told", ANSWER.length);
        }
        assertThat(connections).hasSize(1);
    }

    @Test
    void anAnswerOfWhichItsReaderHasHadEnoughIsHungUpOn() throws IOException {
        for (int call = 0; call < 5; call++) {
            get("/told", ANSWER.length - 1);
        }
        assertThat(connections).hasSize(5);
    }

    @Test
    void anAnswerWithoutLengthIsHungUpOnWhereItsEndWasNotSeen() throws IOException {
        for (int call = 0; call < 5; call++) {
            get("/untold", 100);
        }
        assertThat(connections).hasSize(5);
    }
}
