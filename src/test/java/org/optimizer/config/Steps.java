package org.optimizer.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Counts what a sender does, before and after every call of the database and of the provider, and kills it at one of them. */
public final class Steps {
    private final AtomicInteger left;

    /** @param killAt at which step this process gets SIGKILL; 0 for never */
    public Steps(int killAt) {
        this.left = new AtomicInteger(killAt);
    }

    void next() {
        if (left.decrementAndGet() == 0) {
            killThisProcess();
        }
    }

    /** As from outside: no shutdown hook, no flush, no finally. */
    private static void killThisProcess() {
        try {
            new ProcessBuilder("kill", "-9", "" + ProcessHandle.current().pid()).start();
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same database, with a step before and after each statement, commit and rollback. */
    public DataSource around(DataSource database) {
        return watched(
                DataSource.class,
                database,
                (method, result) -> result instanceof Connection connection ? watched(connection) : result);
    }

    private Connection watched(Connection connection) {
        return watched(
                Connection.class,
                connection,
                (method, result) -> result instanceof PreparedStatement statement
                        ? watched(PreparedStatement.class, statement, (call, answer) -> answer)
                        : result);
    }

    private <T> T watched(Class<T> type, T target, Wrapping wrapping) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            boolean counts = method.getName().startsWith("execute")
                    || method.getName().equals("commit")
                    || method.getName().equals("rollback");
            if (counts) {
                next();
            }
            Object result = wrapping.of(method, call(target, method, arguments));
            if (counts) {
                next();
            }
            return result;
        };
        return type.cast(Proxy.newProxyInstance(Steps.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** What to give back in place of a result. */
    private interface Wrapping {
        Object of(Method method, Object result) throws SQLException;
    }
}
