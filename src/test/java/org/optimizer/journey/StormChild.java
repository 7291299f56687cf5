package org.optimizer.journey;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.optimizer.config.Steps;
import org.optimizer.config.StormSender;
import org.optimizer.process.SmsDispatch;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A sender in a JVM of its own, until it is killed: the product's dispatcher, or a usual relay as the control. */
final class StormChild {
    private static final long PAUSE_NANOS = 20_000_000;

    private final StormSender.Place place = StormSender.placeOfThisProcess();
    private final Steps steps = new Steps(Integer.getInteger("storm.kill-at"));
    private final String callback = System.getProperty("storm.callback");
    private final DataSource database = steps.around(StormSender.database(place, 2));

    public static void main(String[] arguments) {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        StormChild child = new StormChild();
        if (Boolean.getBoolean("storm.relay")) {
            child.relay();
        } else {
            child.dispatch();
        }
    }

    private void dispatch() {
        SmsDispatch dispatch = new StormSender(place, database).dispatch(steps, callback, Clock.systemUTC());
        System.out.println("READY");
        for (; ; LockSupport.parkNanos(PAUSE_NANOS)) {
            repeatable(dispatch::round);
        }
    }

    /** As the product does: a round that failed is said and repeated. */
    private static void repeatable(Runnable round) {
        try {
            round.run();
        } catch (RuntimeException e) {
            System.out.println("FAILED " + e);
        }
    }

    /** Locks a row, sends, writes down that it did, commits: at least once, which is more than once when it dies in between. */
    private void relay() {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        System.out.println("READY");
        for (; ; LockSupport.parkNanos(PAUSE_NANOS)) {
            repeatable(() -> transaction.executeWithoutResult(status -> jdbc.queryForList(
                            "select id, client_ref, phone, message_text from sms_outbox where state = 'READY'"
                                    + " order by id limit 1 for update skip locked")
                    .forEach(row -> relay(jdbc, row))));
        }
    }

    private void relay(JdbcTemplate jdbc, Map<String, Object> row) {
        String form = "api_key=demo&api_secret=demo&from=OPTIMIZER&to="
                + row.get("phone").toString().substring(1) + "&client-ref=" + row.get("client_ref") + "&text=x";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + place.provider() + "/sms/json"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            String answer = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            if (answer.contains("\"status\":\"0\"")) {
                jdbc.update("update sms_outbox set state = 'ACCEPTED' where id = ?", row.get("id"));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
