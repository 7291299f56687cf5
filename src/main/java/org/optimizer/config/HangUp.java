package org.optimizer.config;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Hangs up on a call that takes too long, be it that a byte arrives now and then: time-outs of sockets only notice silence. And
 * hangs up when its reader has had enough: the client itself would read an answer to its end, however long, to use the
 * connection again.
 */
final class HangUp implements ExecChainHandler {
    private final Duration longestCall;
    private final Timer timer;

    HangUp(Duration longestCall, Timer timer) {
        this.longestCall = longestCall;
        this.timer = timer;
    }

    /** One thread for all calls: hanging up takes no time. */
    static final class Timer implements AutoCloseable {
        private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "hang-up");
            made.setDaemon(true);
            return made;
        });

        Timer() {
            thread.setRemoveOnCancelPolicy(true);
        }

        private Future<?> after(Duration time, Runnable task) {
            return thread.schedule(task, time.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            thread.shutdownNow();
        }
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Runnable hangUp = scope.originalRequest instanceof Cancellable call ? call::cancel : () -> {};
        Future<?> alarm = timer.after(longestCall, hangUp);
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            if (response.getEntity() == null) {
                alarm.cancel(false);
            } else {
                response.setEntity(new Watched(response.getEntity(), alarm, hangUp));
            }
            return response;
        } catch (IOException | HttpException | RuntimeException failure) {
            alarm.cancel(false);
            throw failure;
        }
    }

    /** An answer whose end, or whose reader's, ends the watch. */
    private static final class Watched extends HttpEntityWrapper {
        private final Future<?> alarm;
        private final Runnable hangUp;

        Watched(HttpEntity entity, Future<?> alarm, Runnable hangUp) {
            super(entity);
            this.alarm = alarm;
            this.hangUp = hangUp;
        }

        @Override
        public InputStream getContent() throws IOException {
            return new FilterInputStream(super.getContent()) {
                /** Negative where the answer does not say how long it is; then only its end tells. */
                private long left = getContentLength();

                private boolean ended;

                @Override
                public int read() throws IOException {
                    int one = in.read();
                    count(one < 0 ? one : 1);
                    return one;
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    int read = in.read(target, offset, length);
                    count(read);
                    return read;
                }

                /** Who reads JSON stops at its last brace, and has read all of it. */
                private void count(int read) {
                    left -= Math.max(0, read);
                    ended |= read < 0 || left == 0;
                }

                @Override
                public void close() throws IOException {
                    alarm.cancel(false);
                    if (!ended) {
                        hangUp.run();
                    }
                    in.close();
                }
            };
        }
    }
}
