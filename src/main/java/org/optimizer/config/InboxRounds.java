package org.optimizer.config;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.optimizer.process.Inbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks at the inbox folder again and again, on a thread of its own: a long file holds up no job and no message. */
@Component
class InboxRounds {
    private static final Logger LOG = LoggerFactory.getLogger(InboxRounds.class);
    private static final Duration LONGEST_ROUND_END = Duration.ofSeconds(20);

    private final Inbox inbox;
    private final Duration every;
    private final boolean alone;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "inbox");
        thread.setDaemon(true);
        return thread;
    });

    InboxRounds(Inbox inbox, Settings settings, @Value("${spring.datasource.url}") String databaseUrl) {
        this.inbox = inbox;
        this.every = settings.inbox().every();
        // only one process can open an embedded database
        this.alone = databaseUrl.startsWith("jdbc:h2:file:") || databaseUrl.startsWith("jdbc:h2:mem:");
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (every.isZero()) {
            return;
        }
        if (alone) {
            inbox.takeOver();
        }
        timer.scheduleWithFixedDelay(this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        inbox.stop();
        timer.shutdown();
        if (!timer.awaitTermination(LONGEST_ROUND_END.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("a file of the inbox was still being read when the service stopped: it will be read again");
        }
    }

    private void round() {
        try {
            inbox.round();
        } catch (RuntimeException e) {
            LOG.error("a round of the inbox folder failed and will be repeated", e);
        }
    }
}
