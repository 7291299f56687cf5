package org.optimizer.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.NoErrorHandlerBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.camunda.bpm.engine.RuntimeService;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Outbox;
import org.optimizer.extract.SmsGuards;
import org.optimizer.load.OutboxSink;
import org.optimizer.load.SmsGateway;
import org.optimizer.load.SmsGuardSink;
import org.optimizer.load.SmsSettings;
import org.optimizer.model.SendOutcome;
import org.optimizer.model.Sms;
import org.optimizer.process.OpenPolicy;
import org.optimizer.process.SendingGuard;
import org.optimizer.process.SmsDispatch;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The product's dispatcher with its real routes and nothing else of the product, so that it starts in a second and can be
 * killed hundreds of times.
 */
public final class StormSender implements AutoCloseable {
    private static final List<String> ROUTES = List.of(
            "list-ready-sms",
            "list-stuck-sms",
            "mark-stuck-sms",
            "claim-sms",
            "settle-sms",
            "send-sms",
            "await-sms-turn",
            "find-sms-guard",
            "begin-sms-guard",
            "move-sms-guard",
            "pause-sms",
            "queue-sms",
            "keep-sms-receipt",
            "finish-sms",
            "prove-sms-sent",
            "order-sms-resend",
            "lift-sms-pause",
            "abandon-sms",
            "list-batches-in-state");

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate template;
    private final TransactionTemplate transaction;

    /** Where to send and how fast, and the database to send from. */
    public record Place(String jdbcUrl, String user, String password, int provider, int perSecond, Path markerFile) {}

    private final Place place;

    public StormSender(Place place, DataSource database) {
        this.place = place;
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        CamelConfig config = new CamelConfig();
        camel.addComponent("sql", config.sql(database));
        camel.getRegistry().bind("onceOnOwnConnection", config.onceOnOwnConnection());
        camel.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerBuilder());
        camel.getPropertiesComponent().addInitialProperty("optimizer.sms.base-url", providerUrl());
        camel.getPropertiesComponent().addInitialProperty("optimizer.sms.per-second", "" + place.perSecond());
        try {
            for (String route : ROUTES) {
                PluginHelper.getRoutesLoader(camel)
                        .loadRoutes(PluginHelper.getResourceLoader(camel)
                                .resolveResource("file:routes/" + route + ".camel.yaml"));
            }
            camel.start();
        } catch (Exception e) {
            throw new IllegalStateException("the routes of the outbox do not start", e);
        }
        this.template = camel.createProducerTemplate();
    }

    private String providerUrl() {
        return "http://localhost:" + place.provider();
    }

    public static HikariDataSource database(Place place, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(place.jdbcUrl());
        config.setUsername(place.user());
        config.setPassword(place.password());
        config.setMaximumPoolSize(connections);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    public Outbox outbox() {
        return new Outbox(template);
    }

    public OutboxSink sink() {
        return new OutboxSink(template);
    }

    public TransactionTemplate transaction() {
        return transaction;
    }

    /** The dispatcher as the product has it. @param steps told before and after each call of the provider */
    public SmsDispatch dispatch(Steps steps, String callback, Clock clock) {
        SmsSettings settings = SmsSettings.nexmo("standin", providerUrl(), "demo", "demo", "OPTIMIZER", callback);
        SmsGateway gateway = new SmsGateway(template, settings, (to, from) -> from, clock) {
            @Override
            public SendOutcome send(Sms message) {
                steps.next();
                SendOutcome outcome = super.send(message);
                steps.next();
                return outcome;
            }
        };
        SendingGuard guard = new SendingGuard(
                new SmsGuards(template),
                new SmsGuardSink(template),
                place.markerFile(),
                Optional.empty(),
                transaction,
                clock);
        return new SmsDispatch(
                new Contests(template),
                outbox(),
                sink(),
                gateway,
                new OpenPolicy(),
                OpenPolicy.nobody(),
                guard,
                noEngine(),
                transaction,
                clock);
    }

    /** No week waits for these messages. */
    private static RuntimeService noEngine() {
        return (RuntimeService) Proxy.newProxyInstance(
                StormSender.class.getClassLoader(),
                new Class<?>[] {RuntimeService.class},
                (proxy, method, arguments) -> {
                    throw new IllegalStateException("expected no call of the engine, found " + method.getName());
                });
    }

    @Override
    public void close() {
        camel.stop();
    }

    /** Values for the command line of a process of its own. */
    public static Map<String, String> values(Place place) {
        return Map.of(
                "storm.url", place.jdbcUrl(),
                "storm.user", place.user(),
                "storm.password", place.password(),
                "storm.provider", "" + place.provider(),
                "storm.per-second", "" + place.perSecond(),
                "storm.marker", place.markerFile().toString());
    }

    /** The other way round, from system properties. */
    public static Place placeOfThisProcess() {
        return new Place(
                System.getProperty("storm.url"),
                System.getProperty("storm.user"),
                System.getProperty("storm.password"),
                Integer.getInteger("storm.provider"),
                Integer.getInteger("storm.per-second"),
                Path.of(System.getProperty("storm.marker")));
    }
}
