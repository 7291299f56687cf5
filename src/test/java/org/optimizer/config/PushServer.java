package org.optimizer.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * The addresses below {@code /ingest/v1} on a free port, with all that lies behind them: security, routes, SQL and schema; the
 * engine alone is a double.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = PushServerConfig.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "optimizer.ingest.senders.box.key=" + PushServer.KEY,
            "optimizer.ingest.senders.box.signature-secret=" + PushServer.SECRET,
            "optimizer.ingest.senders.box.source=globo",
            "optimizer.ingest.senders.box.sites=push-quarry,push-evening",
            "optimizer.ingest.senders.tracker.key=" + PushServer.TRACCAR_KEY,
            "optimizer.ingest.senders.tracker.source=traccar"
        })
@ContextConfiguration(initializers = StubProvider.class)
public @interface PushServer {
    String KEY = "example-key-of-the-box";
    String SECRET = "example-secret-of-the-box";
    String TRACCAR_KEY = "example-key-of-traccar";
}
