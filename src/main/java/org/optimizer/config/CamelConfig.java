package org.optimizer.config;

import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.NoErrorHandlerBuilder;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.sql.SqlComponent;
import org.apache.camel.component.sql.SqlEndpoint;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.optimizer.extract.TracksSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the routes need of Camel. */
@Configuration(proxyBeanMethods = false)
public class CamelConfig {

    /** {@code sql:} in the caller's transaction. */
    @Bean
    SqlComponent sql(DataSource dataSource) {
        NamedParameters named = new NamedParameters();
        SqlComponent sql = new SqlComponent() {
            @Override
            protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
                    throws Exception {
                Endpoint endpoint = super.createEndpoint(uri, remaining, parameters);
                ((SqlEndpoint) endpoint).setPrepareStatementStrategy(named);
                return endpoint;
            }
        };
        sql.setDataSource(dataSource);
        sql.setRowMapperFactory(new SqlRows());
        // in spite of its name, true makes camel-sql commit by itself after each batch: rows would outlive a failed
        // step
        sql.setBatchAutoCommitDisabled(false);
        return sql;
    }

    /**
     * HTTP calls that are made once: the client itself would repeat a call after 429, 503 and some broken connections, and
     * follow redirects.
     */
    @Bean
    HttpClientConfigurer once() {
        return CamelConfig::callOnce;
    }

    /** The same on a connection of its own: one that the other side may have closed would leave it open what was received. */
    @Bean
    HttpClientConfigurer onceOnOwnConnection() {
        return client -> callOnce(client).setConnectionReuseStrategy((request, response, context) -> false);
    }

    /** The same, hung up on when a call takes too long, and unpacked by its reader, who watches how much comes out of it. */
    @Bean
    HttpClientConfigurer onceWithin(
            @Value("${optimizer.traces.call-within:PT60S}") Duration longestCall, HangUp.Timer timer) {
        return client -> callOnce(client)
                .disableContentCompression()
                .addExecInterceptorFirst("hang-up", new HangUp(longestCall, timer));
    }

    @Bean(destroyMethod = "close")
    HangUp.Timer hangUpTimer() {
        return new HangUp.Timer();
    }

    private static HttpClientBuilder callOnce(HttpClientBuilder client) {
        return client.disableAutomaticRetries().disableRedirectHandling().disableCookieManagement();
    }

    /** Where the routes find the provider of traces: what is set, and otherwise what its profile says. */
    @Bean
    CamelContextConfiguration addressesOfTraces(Environment environment) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {
                TracksSettings traces = Binder.get(environment).bindOrCreate("optimizer.traces", TracksSettings.class);
                camel.getPropertiesComponent().addOverrideProperty("optimizer.traces.base-url", traces.baseUrl());
                camel.getPropertiesComponent().addOverrideProperty("optimizer.traces.token-url", traces.tokenUrl());
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {
                // nothing to do once the routes run
            }
        };
    }

    /** Failures go to the caller and nowhere else: the engine retries, and says so. */
    @Bean
    CamelContextConfiguration failuresToTheCaller() {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {
                camel.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerBuilder());
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {
                // nothing to do once the routes run
            }
        };
    }
}
