package org.optimizer.config;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.optimizer.extract.Contests;
import org.optimizer.load.FleetSink;
import org.optimizer.load.OutboxSink;
import org.optimizer.process.FolderWatch;
import org.optimizer.process.OutboxWatch;
import org.optimizer.process.RulesInForce;
import org.optimizer.process.SmsDispatch;
import org.optimizer.process.UnclearSms;
import org.optimizer.process.WeekBoard;
import org.optimizer.process.WeekOpener;
import org.optimizer.rules.RulebookShelf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the product to life once everything is wired and the processes are deployed: demo fleet seeded, left-over locks released, then
 * jobs, weeks and messages. In this order, so that no job runs before what it calls is there.
 */
@Component
class Start {
    private static final Logger LOG = LoggerFactory.getLogger(Start.class);
    private static final Duration ROUND_EVERY = Duration.ofSeconds(1);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration WATCH_EVERY = Duration.ofMinutes(5);

    /** Longer than one call to the SMS provider may take. */
    private static final Duration LONGEST_ROUND_END = Duration.ofSeconds(20);

    private final ProcessEngine engine;
    private final Folders folders;
    private final Settings settings;
    private final RulebookShelf shelf;
    private final RulesInForce rules;
    private final FolderWatch folder;
    private final DemoSetUp demo;
    private final OutboxSink outbox;
    private final WeekOpener opener;
    private final WeekBoard board;
    private final SmsDispatch dispatch;
    private final UnclearSms unclear;
    private final OutboxWatch watch;
    private final JdbcClient jdbc;
    private final String databaseUrl;
    private final int port;
    private final Clock clock;
    private final ScheduledExecutorService timer = timer("sms-dispatch");
    private final ScheduledExecutorService folderTimer = timer("rules-folder");

    Start(
            ProcessEngine engine,
            Folders folders,
            Settings settings,
            RulebookShelf shelf,
            RulesInForce rules,
            FolderWatch folder,
            Contests contests,
            FleetSink fleet,
            OutboxSink outbox,
            WeekOpener opener,
            WeekBoard board,
            SmsDispatch dispatch,
            UnclearSms unclear,
            OutboxWatch watch,
            DataSource dataSource,
            TransactionTemplate transaction,
            @Value("${spring.datasource.url}") String databaseUrl,
            @Value("${server.port}") int port,
            Clock clock) {
        this.engine = engine;
        this.folders = folders;
        this.settings = settings;
        this.shelf = shelf;
        this.rules = rules;
        this.folder = folder;
        this.demo = new DemoSetUp(contests, fleet, transaction, clock);
        this.outbox = outbox;
        this.opener = opener;
        this.board = board;
        this.dispatch = dispatch;
        this.unclear = unclear;
        this.watch = watch;
        this.jdbc = JdbcClient.create(dataSource);
        this.databaseUrl = databaseUrl;
        this.port = port;
        this.clock = clock;
    }

    private static ScheduledExecutorService timer(String name) {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        rules.beginWithTheFolder();
        if (settings.standin().demo()) {
            demo.seedWhenEmpty();
        }
        if (isEmbedded()) {
            releaseWhatAKilledProcessHeld();
        }
        executor().start();
        opener.openDue();
        timer.scheduleWithFixedDelay(this::sendMessages, 0, ROUND_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        folderTimer.scheduleWithFixedDelay(this::lookAtRules, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(this::watchMessages, 0, WATCH_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        announce();
        CatchUpBar.show(board);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        executor().shutdown();
        dispatch.stop();
        timer.shutdown();
        folderTimer.shutdown();
        awaitTheMessageUnderWay();
    }

    /** A call whose outcome could not be written down any more would be unclear after an ordinary restart. */
    private void awaitTheMessageUnderWay() {
        try {
            if (!timer.awaitTermination(LONGEST_ROUND_END.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn(
                        "a message was still being sent when the service stopped: it is unclear until its receipt comes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private JobExecutor executor() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    private void sendMessages() {
        try {
            dispatch.round();
            unclear.round();
        } catch (RuntimeException e) {
            // the next round tries again; nothing is lost, every step is a row
            LOG.error("a round of SMS dispatch failed and will be repeated", e);
        }
    }

    private void lookAtRules() {
        try {
            folder.look();
        } catch (RuntimeException e) {
            LOG.error("the rules folder could not be looked at; it is looked at again", e);
        }
    }

    private void watchMessages() {
        try {
            watch.look();
        } catch (RuntimeException e) {
            // what is thrown here would end the watch for good
            LOG.error("looking for overdue SMS failed and will be repeated", e);
        }
    }

    private boolean isEmbedded() {
        return databaseUrl.startsWith("jdbc:h2:file:") || databaseUrl.startsWith("jdbc:h2:mem:");
    }

    /**
     * Only this process can open an embedded database: locks of jobs and claims of messages that are still there belong to
     * one that was killed. Without this a killed step would wait for its lock to end.
     */
    private void releaseWhatAKilledProcessHeld() {
        int jobs = jdbc.sql(
                        "update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null where LOCK_OWNER_ is not null")
                .update();
        int messages = outbox.markAmbiguous(clock.instant(), clock.instant());
        if (jobs + messages > 0) {
            LOG.info("the last run was killed: {} steps are taken up again, {} SMS are unclear", jobs, messages);
        }
    }

    private void announce() {
        LOG.info("database  {}", databaseUrl.replaceAll(";.*", ""));
        LOG.info(
                "rules     {} in force, {} in {}",
                shortly(shelf.current().version()),
                shortly(shelf.folderVersion()),
                folders.rules());
        LOG.info("SMS       {}", smsMode());
        if (settings.standin().enabled()) {
            LOG.info(
                    "stand-ins http://localhost:{} (what was \"sent\", and a button to make the provider fail)",
                    settings.standin().port());
        }
        LOG.info("pages     http://localhost:{}", port);
        LOG.info("Cockpit   http://localhost:{}/camunda/app/cockpit/", port);
    }

    private static String shortly(String version) {
        return version.substring(0, 19);
    }

    private String smsMode() {
        return "live".equals(settings.sms().mode())
                ? "LIVE: approved messages leave to " + settings.sms().baseUrl()
                : "stand-in only, nothing leaves this machine";
    }
}
