package org.optimizer.command;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows on standard error how much of the files is read; silent where standard error is no terminal. */
interface Progress extends AutoCloseable {

    /** The same stream, whose bytes count as they are read. */
    InputStream watch(InputStream stream);

    @Override
    void close();

    static Progress of(List<Path> files) {
        return isTerminal() ? new Bar(files) : new Silent();
    }

    /** Whether standard error is a terminal; {@code System.console()} would ask about the other two streams. */
    static boolean isTerminal() {
        try {
            String target = Path.of("/proc/self/fd/2").toRealPath().toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException e) {
            return System.console() != null;
        }
    }

    /** Nobody looks. */
    final class Silent implements Progress {
        @Override
        public InputStream watch(InputStream stream) {
            return stream;
        }

        @Override
        public void close() {
            // nothing is shown
        }
    }

    /** A bar over the bytes of all files, as they lie on disk. */
    final class Bar implements Progress {
        private final ProgressBar bar;

        Bar(List<Path> files) {
            bar = new ProgressBarBuilder()
                    .setTaskName("Reading")
                    .setInitialMax(files.stream().mapToLong(Bar::size).sum())
                    .setUnit(" kB", 1000)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .clearDisplayOnFinish()
                    .build();
        }

        /** A file that cannot be asked is complained about when it is read. */
        private static long size(Path file) {
            try {
                return Files.size(file);
            } catch (IOException e) {
                return 0;
            }
        }

        @Override
        public InputStream watch(InputStream stream) {
            return new Counted(stream, bar);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** Tells the bar of each byte that was read. */
    final class Counted extends FilterInputStream {
        private final ProgressBar bar;

        Counted(InputStream stream, ProgressBar bar) {
            super(stream);
            this.bar = bar;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            bar.stepBy(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            int read = super.read(into, from, count);
            bar.stepBy(Math.max(0, read));
            return read;
        }
    }
}
