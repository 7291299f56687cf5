package org.optimizer.config;

import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.NoErrorHandlerBuilder;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.sql.SqlComponent;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the routes need of Camel. */
@Configuration(proxyBeanMethods = false)
public class CamelConfig {

    /** {@code sql:} in the caller's transaction. */
    @Bean
    SqlComponent sql(DataSource dataSource) {
        SqlComponent sql = new SqlComponent();
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

    private static HttpClientBuilder callOnce(HttpClientBuilder client) {
        return client.disableAutomaticRetries().disableRedirectHandling().disableCookieManagement();
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
