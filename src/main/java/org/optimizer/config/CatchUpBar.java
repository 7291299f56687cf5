package org.optimizer.config;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.optimizer.process.WeekBoard;
import org.optimizer.process.WeekBoard.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows on the console how far the weeks that have ended are fetched and scored, until they are. */
final class CatchUpBar {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUpBar.class);
    private static final int REFRESH_MS = 500;

    private final WeekBoard board;
    private final ScheduledExecutorService timer;
    private final ProgressBar bar;

    private CatchUpBar(WeekBoard board, ScheduledExecutorService timer, ProgressBar bar) {
        this.board = board;
        this.timer = timer;
        this.bar = bar;
    }

    /** Without a terminal nothing moves; only the end is said. */
    static void show(WeekBoard board) {
        Optional<Progress> progress = board.progress();
        if (progress.isEmpty()) {
            return;
        }
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "catch-up-bar");
            thread.setDaemon(true);
            return thread;
        });
        ProgressBarBuilder bar = new ProgressBarBuilder()
                .setTaskName("Weeks fetched and scored")
                .setInitialMax(progress.get().of());
        if (System.console() == null) {
            bar.setConsumer(new Silence());
        }
        CatchUpBar shown = new CatchUpBar(board, timer, bar.build());
        timer.scheduleWithFixedDelay(shown::refresh, 0, REFRESH_MS, TimeUnit.MILLISECONDS);
    }

    private void refresh() {
        Optional<Progress> progress = board.progress();
        progress.ifPresent(now -> bar.stepTo(now.done()).setExtraMessage(now.step()));
        if (progress.isEmpty()) {
            bar.stepTo(bar.getMax());
            bar.close();
            timer.shutdown();
            LOG.info("all weeks that have ended are scored");
        }
    }

    /** Takes the place of a terminal where there is none. */
    private static final class Silence extends ConsoleProgressBarConsumer {
        Silence() {
            super(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));
        }
    }
}
