package org.optimizer.journey;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.optimizer.config.StormSender;

/** Two senders at a time, each in a JVM of its own, that are killed and started again until there were enough kills. */
final class Storm {
    /** Of one message: two statements and a marker with its claim, the call, two statements of its outcome, and two commits. */
    private static final int STEPS_A_MESSAGE = 18;

    private static final int SENDERS = 2;
    private static final long LONGEST_LIFE_S = 20;

    /** More lives than messages last for: some are to be left when the last one ends. */
    private static final double RESERVE = 1.2;

    private final StormSender.Place place;
    private final String callback;
    private final boolean isRelay;
    private final IntSupplier ready;
    private final int wanted;
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger failedRounds = new AtomicInteger();

    /** @param ready how many messages still wait */
    Storm(StormSender.Place place, String callback, boolean isRelay, int kills, IntSupplier ready) {
        this.place = place;
        this.callback = callback;
        this.isRelay = isRelay;
        this.wanted = kills;
        this.ready = ready;
    }

    /** @return how many senders were killed */
    int rage() {
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<?>> senders = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                Random random = new Random(sender);
                senders.add(threads.submit(() -> live(random)));
            }
            for (Future<?> sender : senders) {
                sender.get();
            }
            return kills.get();
        } catch (Exception e) {
            throw new IllegalStateException("the storm broke off", e);
        } finally {
            threads.shutdownNow();
        }
    }

    int failedRounds() {
        return failedRounds.get();
    }

    private void live(Random random) {
        for (int left = ready.getAsInt(); left > 0 && kills.get() < wanted; left = ready.getAsInt()) {
            double messages = left / (RESERVE * (wanted - kills.get()));
            boolean atAStep = random.nextBoolean();
            int steps = 1 + random.nextInt(3 + (int) (2 * STEPS_A_MESSAGE * messages));
            long millis = random.nextInt(20 + (int) (80 * messages));
            live(atAStep ? steps : 0, millis);
            kills.incrementAndGet();
        }
    }

    /** @param killAt the step at which it kills itself; 0 for being killed from outside after some time */
    private void live(int killAt, long millis) {
        try {
            Process sender = new ProcessBuilder(commandLine(killAt))
                    .redirectErrorStream(true)
                    .start();
            try {
                awaitReady(sender, killAt);
                sender.waitFor(killAt > 0 ? LONGEST_LIFE_S * 1000 : millis, TimeUnit.MILLISECONDS);
            } finally {
                sender.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads on for as long as it lives. */
    private void awaitReady(Process sender, int killAt) throws IOException {
        BufferedReader output = sender.inputReader();
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.equals("READY")) {
                Thread reader = new Thread(() -> countFailures(output));
                reader.setDaemon(true);
                reader.start();
                return;
            }
        }
        if (killAt == 0) {
            throw new IllegalStateException("a sender did not start:\n" + String.join("\n", said));
        }
    }

    private void countFailures(BufferedReader output) {
        try {
            output.lines().filter(line -> line.startsWith("FAILED")).forEach(line -> {
                failedRounds.incrementAndGet();
                System.out.println(line);
            });
        } catch (UncheckedIOException killed) {
            // its output ends with it
        }
    }

    private List<String> commandLine(int killAt) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx192m",
                "-cp",
                classPath()));
        StormSender.values(place).forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-Dstorm.kill-at=" + killAt);
        command.add("-Dstorm.callback=" + callback);
        command.add("-Dstorm.relay=" + isRelay);
        command.add(StormChild.class.getName());
        return command;
    }

    /** Surefire may put it into a jar of its own. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
    }
}
