package org.optimizer.command;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Something that is made on a thread of its own, while others are busy. */
final class Background<T> {
    private final FutureTask<T> task;

    /** Starts at once. The thread ends with the program, so that a wrong file need not wait for it. */
    Background(String name, Callable<T> work) {
        task = new FutureTask<>(work);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for it; what it threw is thrown here. */
    T get() {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
