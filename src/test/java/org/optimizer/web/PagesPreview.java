package org.optimizer.web;

import java.time.Clock;
import java.time.ZoneOffset;
import org.optimizer.config.SecurityConfig;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The pages with a real engine behind the sign-in and doubles behind the contents: for looking at them while they are made.
 * Start it and sign in with what the console says.
 */
@TestConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.apache.camel.spring.boot.CamelAutoConfiguration",
            "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration"
        })
@ComponentScan(
        basePackages = "org.optimizer.web",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.optimizer\\.web\\.(.*Controller|PageConfig|EveryPage)"))
@ComponentScan(
        basePackageClasses = SecurityConfig.class,
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.optimizer\\.config\\.(SecurityConfig|FirstStartConfig)"))
class PagesPreview {

    static ConfigurableApplicationContext start(String... settings) {
        SpringApplication application = new SpringApplication(PagesPreview.class);
        String[] arguments = new String[settings.length + 5];
        System.arraycopy(settings, 0, arguments, 0, settings.length);
        int next = settings.length;
        arguments[next++] = "--spring.datasource.url=jdbc:h2:mem:pages;DB_CLOSE_DELAY=-1";
        arguments[next++] = "--camunda.bpm.authorization.enabled=true";
        arguments[next++] = "--camunda.bpm.webapp.index-redirect-enabled=false";
        arguments[next++] = "--camunda.bpm.job-execution.enabled=false";
        arguments[next] = "--camunda.bpm.auto-deployment-enabled=false";
        return application.run(arguments);
    }

    public static void main(String[] arguments) {
        start(arguments);
    }

    @Bean
    Clock clock() {
        return Clock.fixed(DemoWeek.NOW, ZoneOffset.UTC);
    }

    @Bean
    Doubles.Board board() {
        return new Doubles.Board();
    }

    @Bean
    Doubles.Desk desk() {
        return new Doubles.Desk();
    }

    @Bean
    Doubles.Box outbox(Doubles.Desk desk) {
        return new Doubles.Box(desk);
    }

    @Bean
    Doubles.Receipts receipts() {
        return new Doubles.Receipts();
    }
}
