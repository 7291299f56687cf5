package org.optimizer.standin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** Answers badly in place of a desk, where one of the faults strikes that every pulled provider can have. */
final class Trouble {
    /** Bytes of an answer that is far too long, and is correct all the same. */
    static final int HUGE_BYTES = 50_000_000;

    private static final int BOMB_MIB = 1024;
    private static final int DRIP_MS = 500;

    private final Faults faults;
    private final ScheduledExecutorService timer;
    private byte[] bomb;

    Trouble(Faults faults, ScheduledExecutorService timer) {
        this.faults = faults;
        this.timer = timer;
    }

    /**
     * The faults of a provider that does not even look at the call.
     *
     * @return whether the call is answered, or never will be
     */
    boolean atDoor(Desk desk, Call call, String vehicle) throws IOException {
        faults.take(desk, FaultKind.SLOW, vehicle).ifPresent(Trouble::pause);
        Optional<Long> silence = faults.take(desk, FaultKind.SILENT, vehicle);
        if (silence.isPresent()) {
            timer.schedule(call::hangUp, silence.get(), TimeUnit.MILLISECONDS);
            return true;
        }
        return refuses(desk, call, vehicle, FaultKind.UNAVAILABLE, 503)
                || refuses(desk, call, vehicle, FaultKind.UNAVAILABLE_WAIT, 503)
                || refuses(desk, call, vehicle, FaultKind.THROTTLED, 429)
                || refuses(desk, call, vehicle, FaultKind.THROTTLED_WAIT, 429)
                || refuses(desk, call, vehicle, FaultKind.BROKEN, 500);
    }

    private boolean refuses(Desk desk, Call call, String vehicle, FaultKind kind, int status) throws IOException {
        Optional<Long> wait = faults.take(desk, kind, vehicle);
        if (wait.isEmpty()) {
            return false;
        }
        if (kind == FaultKind.UNAVAILABLE_WAIT || kind == FaultKind.THROTTLED_WAIT) {
            call.setHeader("Retry-After", Long.toString((wait.get() + 999) / 1000));
        }
        call.json(status, Json.error(status == 429 ? "too_many_requests" : "unavailable", "ordered by " + kind));
        return true;
    }

    /**
     * The faults of an answer that has begun.
     *
     * @return whether the call is answered, or never will be to its end
     */
    boolean inAnswer(Desk desk, Call call, String vehicle) throws IOException {
        Optional<Long> hang = faults.take(desk, FaultKind.HANG, vehicle);
        if (hang.isPresent()) {
            call.begin();
            timer.schedule(call::hangUp, hang.get(), TimeUnit.MILLISECONDS);
            return true;
        }
        Optional<Long> trickle = faults.take(desk, FaultKind.TRICKLE, vehicle);
        if (trickle.isPresent()) {
            new Drip(call, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(trickle.get())).start(timer);
            return true;
        }
        if (faults.strikes(desk, FaultKind.GARBAGE, vehicle)) {
            call.json(200, "{\"data\":[{\"id\":");
            return true;
        }
        if (faults.strikes(desk, FaultKind.BOMB, vehicle)) {
            call.packed(bomb());
            return true;
        }
        return false;
    }

    /** The answer, cut off or blown up where such a fault strikes. */
    void send(Desk desk, Call call, String vehicle, String body) throws IOException {
        if (faults.strikes(desk, FaultKind.CUT, vehicle)) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            call.stream(out -> out.write(bytes, 0, bytes.length / 2));
        } else if (faults.strikes(desk, FaultKind.HUGE, vehicle)) {
            call.stream(out -> writeHuge(out, body));
        } else {
            call.json(200, body);
        }
    }

    /** An object gets a member that nobody knows; of an array the rows are repeated. */
    private static void writeHuge(OutputStream out, String body) throws IOException {
        String inner = body.substring(1, body.length() - 1);
        boolean isObject = body.startsWith("{");
        byte[] filler =
                ((isObject ? "0" : inner) + ",").repeat(isObject ? 5_000 : 1).getBytes(StandardCharsets.UTF_8);
        out.write((isObject ? "{\"padding\":[" : "[").getBytes(StandardCharsets.UTF_8));
        for (long written = 0; written < HUGE_BYTES && !inner.isEmpty(); written += filler.length) {
            out.write(filler);
        }
        out.write((isObject ? "0]," + inner + "}" : inner + "]").getBytes(StandardCharsets.UTF_8));
    }

    private synchronized byte[] bomb() {
        if (bomb == null) {
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write("{\"data\":[".getBytes(StandardCharsets.US_ASCII));
                for (int mib = 0; mib < BOMB_MIB; mib++) {
                    gzip.write(blanks);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("gzip in memory", e);
            }
            bomb = packed.toByteArray();
        }
        return bomb;
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes a blank now and then, so that no time between two bytes is ever long. */
    private static final class Drip implements Runnable {
        private final Call call;
        private final OutputStream out;
        private final long endNanos;

        Drip(Call call, long endNanos) throws IOException {
            this.call = call;
            this.out = call.begin();
            this.endNanos = endNanos;
        }

        void start(ScheduledExecutorService timer) {
            timer.scheduleAtFixedRate(this, 0, DRIP_MS, TimeUnit.MILLISECONDS);
        }

        @Override
        public void run() {
            try {
                out.write(' ');
                out.flush();
            } catch (IOException gone) {
                stop("the client is gone");
            }
            if (System.nanoTime() > endNanos) {
                stop("it is over");
            }
        }

        /** An exception is how a repeated task ends itself. */
        private void stop(String why) {
            call.hangUp();
            throw new CancellationException(why);
        }
    }
}
