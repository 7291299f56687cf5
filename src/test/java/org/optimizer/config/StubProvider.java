package org.optimizer.config;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One stub server for all providers, and the properties that lead the routes to it. The same tests run on another database
 * with {@code -Doptimizer.test.database=jdbc:mysql://… -Doptimizer.test.user=… -Doptimizer.test.password=…}.
 */
public class StubProvider implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    public static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    private static final String H2 = "jdbc:h2:mem:edges;MODE=MySQL;DB_CLOSE_DELAY=-1";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!SERVER.isRunning()) {
            SERVER.start();
        }
        String routes = Path.of("routes").toAbsolutePath().toString();
        TestPropertyValues.of(
                        "spring.datasource.url=" + System.getProperty("optimizer.test.database", H2),
                        "spring.datasource.username=" + System.getProperty("optimizer.test.user", "sa"),
                        "spring.datasource.password=" + System.getProperty("optimizer.test.password", ""),
                        "spring.datasource.hikari.transaction-isolation=TRANSACTION_READ_COMMITTED",
                        "spring.main.banner-mode=off",
                        "spring.main.web-application-type=none",
                        "optimizer.folders.routes=" + routes,
                        "camel.main.routes-include-pattern=file:" + routes + "/*.camel.yaml",
                        "optimizer.traces.base-url=" + SERVER.baseUrl() + "/services/rest/v2",
                        "optimizer.traces.token-url=" + SERVER.baseUrl() + "/oauth/token",
                        "optimizer.traccar.base-url=" + SERVER.baseUrl() + "/traccar/api",
                        "optimizer.scores.globo.base-url=" + SERVER.baseUrl() + "/globo",
                        "optimizer.scores.scorefeed.base-url=" + SERVER.baseUrl() + "/scorefeed/api/v1/ecodriving",
                        "optimizer.sms.base-url=" + SERVER.baseUrl(),
                        "optimizer.sms.messages-url=" + SERVER.baseUrl(),
                        "optimizer.sms.per-second=1000")
                .applyTo(context);
    }
}
