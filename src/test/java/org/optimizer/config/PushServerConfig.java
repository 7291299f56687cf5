package org.optimizer.config;

import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.IdentityService;
import org.optimizer.extract.Badges;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.EtlRuns;
import org.optimizer.extract.Periods;
import org.optimizer.extract.Rejects;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.load.ActivitySink;
import org.optimizer.load.BadgeSink;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.FleetSink;
import org.optimizer.load.PeriodSink;
import org.optimizer.load.RejectSink;
import org.optimizer.load.TraceSink;
import org.optimizer.process.BadgeDesk;
import org.optimizer.process.FactsRefresh;
import org.optimizer.process.Intake;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** What {@link PushServer} starts; named there, and no configuration that a journey would find by itself. */
@EnableConfigurationProperties(Settings.class)
@Import({
    EdgesTestConfig.class,
    SecurityConfig.class,
    PushConfig.class,
    Sites.class,
    Zones.class,
    Vehicles.class,
    Drivers.class,
    Badges.class,
    BadgeSink.class,
    ActivitySink.class,
    TraceDays.class,
    EtlRuns.class,
    Rejects.class,
    Periods.class,
    TraceSink.class,
    RejectSink.class,
    FleetSink.class,
    EtlRunSink.class,
    PeriodSink.class
})
@ComponentScan(
        basePackages = "org.optimizer.web",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.optimizer\\.web\\.(EcoEventsController|TraccarController|IngestProblems)"))
@ImportAutoConfiguration({
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
public class PushServerConfig {
    /** When it is in these tests, until a test sets another time. */
    public static final Instant NOW = Instant.parse("2026-11-23T10:16:30Z");

    /** A clock that a test sets. */
    public static final class SetClock extends Clock {
        private volatile Instant now = NOW;

        public void set(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Bean
    SetClock clock() {
        return new SetClock();
    }

    @Bean
    Intake intake(Sites sites, Zones zones, TraceDays days, TraceSink sink, RejectSink rejects, Settings settings) {
        return new Intake(sites, zones, days, sink, rejects, settings.intake());
    }

    @Bean
    FactsRefresh factsRefresh() {
        return mock(FactsRefresh.class);
    }

    @Bean
    BadgeDesk badgeDesk(
            Sites sites,
            Vehicles vehicles,
            Drivers drivers,
            Badges badges,
            FleetSink fleet,
            BadgeSink sink,
            ActivitySink activities,
            FactsRefresh refresh,
            Settings settings,
            TransactionTemplate transaction,
            Clock clock) {
        return new BadgeDesk(
                sites,
                vehicles,
                drivers,
                badges,
                fleet,
                sink,
                activities,
                refresh,
                settings.fetch(),
                transaction,
                clock);
    }

    @Bean
    IdentityService identityService() {
        return mock(IdentityService.class);
    }
}
