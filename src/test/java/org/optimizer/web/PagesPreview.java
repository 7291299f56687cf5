package org.optimizer.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.optimizer.config.SecurityConfig;
import org.optimizer.process.WebhookGate;
import org.optimizer.process.WhyNot;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
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
                        pattern =
                                "org\\.optimizer\\.web\\.(.*Controller|PageConfig|EveryPage|IngestProblems|MapTiles|SanityBeside|SmsBeside)"))
@ComponentScan(
        basePackageClasses = SecurityConfig.class,
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.optimizer\\.config\\.(SecurityConfig|FirstStartConfig)"))
class PagesPreview {

    static final String SENDER_KEY = "key-of-a-terminal-at-the-gate";
    static final String PASSWORD = "correct-horse-battery";
    private static ConfigurableApplicationContext shared;

    private static final Map<String, Object> SETTINGS = Map.of(
            "spring.datasource.url", "jdbc:h2:mem:pages;DB_CLOSE_DELAY=-1",
            "optimizer.ingest.senders.terminal.key", SENDER_KEY,
            "optimizer.ingest.senders.terminal.source", "terminal",
            "camunda.bpm.authorization.enabled", true,
            "camunda.bpm.webapp.index-redirect-enabled", false,
            "camunda.bpm.job-execution.enabled", false,
            "camunda.bpm.auto-deployment-enabled", false);

    /** One for all tests of this JVM, on a free port; the administrator's password is {@link #PASSWORD}. */
    static synchronized ApplicationContext shared() {
        if (shared == null) {
            shared = start("--server.port=0", "--optimizer.admin.password-file=" + passwordFile());
        }
        return shared;
    }

    static String origin() {
        return "http://localhost:" + shared().getEnvironment().getProperty("local.server.port");
    }

    private static Path passwordFile() {
        try {
            Path file = Files.createTempFile("password", ".txt");
            file.toFile().deleteOnExit();
            return Files.writeString(file, PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        // as arguments: they stand above application.yaml
        Stream<String> settings = SETTINGS.entrySet().stream().map(set -> "--" + set.getKey() + "=" + set.getValue());
        return SpringApplication.run(
                PagesPreview.class,
                Stream.concat(settings, Stream.of(arguments)).toArray(String[]::new));
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
    DemoProviders providers() {
        return new DemoProviders();
    }

    @Bean
    Doubles.Desk desk() {
        return new Doubles.Desk();
    }

    @Bean
    Doubles.Changes changes(Doubles.Desk desk) {
        return new Doubles.Changes(desk);
    }

    @Bean
    Doubles.Watch reviewWatch() {
        return new Doubles.Watch();
    }

    @Bean
    Doubles.Dossiers dossiers(Doubles.Desk desk) {
        return new Doubles.Dossiers(desk);
    }

    @Bean
    Doubles.Box outbox(Doubles.Desk desk) {
        return new Doubles.Box(desk);
    }

    @Bean
    Doubles.Compared relativeScores() {
        return new Doubles.Compared();
    }

    @Bean
    Doubles.Reasons explanations() {
        return new Doubles.Reasons();
    }

    @Bean
    DemoProvided provided() {
        return new DemoProvided();
    }

    @Bean
    DemoWaits waits() {
        return new DemoWaits();
    }

    @Bean
    WhyNot whyNot() {
        return DemoWhy.of();
    }

    @Bean
    DemoTrial shadowResults() {
        return new DemoTrial();
    }

    @Bean
    Doubles.Appendix appendix() {
        return new Doubles.Appendix();
    }

    @Bean
    Doubles.Appeals appeals(Doubles.Desk desk, Doubles.Appendix appendix) {
        return new Doubles.Appeals(desk, appendix);
    }

    @Bean
    DemoRevisions revisions() {
        return new DemoRevisions();
    }

    @Bean
    DemoBackfills backfills() {
        return new DemoBackfills();
    }

    @Bean
    DemoFairness fairness() {
        return new DemoFairness();
    }

    @Bean
    DemoRules.Board ruleBoard() {
        return new DemoRules.Board();
    }

    @Bean
    DemoRules.Desk ruleDesk() {
        return new DemoRules.Desk();
    }

    @Bean
    DemoCalibration calibration() {
        return new DemoCalibration();
    }

    @Bean
    Doubles.Receipts receipts() {
        return new Doubles.Receipts();
    }

    @Bean
    Doubles.Answers answers() {
        return new Doubles.Answers();
    }

    /** Of an account that does not sign. */
    @Bean
    WebhookGate webhookGate() {
        return new WebhookGate("", null, null, clock());
    }

    @Bean
    DemoUnclear unclearSms() {
        return new DemoUnclear();
    }

    @Bean
    DemoUnclear.Guard sendingGuard() {
        return new DemoUnclear.Guard();
    }

    @Bean
    DemoActivity.Kpis kpiDesk() {
        return new DemoActivity.Kpis(clock());
    }

    @Bean
    DemoActivity.ZoneDrawing zoneDesk() {
        return new DemoActivity.ZoneDrawing();
    }

    @Bean
    DemoSms smsControl() {
        return new DemoSms();
    }

    @Bean
    DemoInbox.Folder inbox() {
        return new DemoInbox.Folder();
    }

    @Bean
    DemoInbox.LogIns badgeDesk() {
        return new DemoInbox.LogIns();
    }

    @Bean
    DemoSanity sanityDesk() {
        return new DemoSanity();
    }

    @Bean
    DemoPushes.Read pushes() {
        return new DemoPushes.Read();
    }

    @Bean
    DemoPushes.Eco ecoPush() {
        return new DemoPushes.Eco();
    }

    @Bean
    DemoPushes.Positions traccarPush() {
        return new DemoPushes.Positions();
    }

    @Bean
    DemoRejects rejectDesk() {
        return new DemoRejects();
    }

    @Bean
    DemoObjections.Door driverDoor() {
        return new DemoObjections.Door();
    }

    @Bean
    DemoObjections.Desk objectionDesk() {
        return new DemoObjections.Desk();
    }

    @Bean
    DemoObjections.Minutes eventMinute() {
        return new DemoObjections.Minutes();
    }
}
