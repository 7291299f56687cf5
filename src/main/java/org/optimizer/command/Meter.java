package org.optimizer.command;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how much of a known amount is done: a bar on a terminal, otherwise a line whenever it has changed. */
interface Meter extends AutoCloseable {

    void show(long done, long of);

    @Override
    void close();

    static Meter of(String task, PrintStream err) {
        return Progress.isTerminal() ? new Bar(task, err) : new Lines(task, err);
    }

    /** For a terminal. */
    final class Bar implements Meter {
        private final ProgressBar bar;

        Bar(String task, PrintStream err) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(0)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(err))
                    .build();
        }

        @Override
        public void show(long done, long of) {
            bar.maxHint(of);
            bar.stepTo(done);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** For a file or a pipe. */
    final class Lines implements Meter {
        private final String task;
        private final PrintStream err;
        private String last = "";

        Lines(String task, PrintStream err) {
            this.task = task;
            this.err = err;
        }

        @Override
        public void show(long done, long of) {
            String line = task + " " + done + "/" + of;
            if (!line.equals(last)) {
                err.println(line);
                last = line;
            }
        }

        @Override
        public void close() {
            // every line is out
        }
    }
}
