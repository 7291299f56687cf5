package org.optimizer.extract;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** The provider of traces did not answer as it should; the message names the call, what was found and what to do. */
public class ProviderException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final boolean concernsAll;
    private final transient Optional<Instant> askAgainAt;

    ProviderException(int status, String message, Throwable cause) {
        this(status, message, cause, false, Optional.empty());
    }

    private ProviderException(
            int status, String message, Throwable cause, boolean concernsAll, Optional<Instant> askAgainAt) {
        super(message, cause);
        this.status = status;
        this.concernsAll = concernsAll;
        this.askAgainAt = askAgainAt;
    }

    static ProviderException status(String call, int status) {
        return new ProviderException(
                status, "MyCarTracks " + call + ": expected status 200, found " + status + "; " + advice(status), null);
    }

    private static String advice(int status) {
        return switch (status) {
            case 400, 401, 403 -> "check optimizer.traces.client-id and client-secret";
            case 404, 301, 302, 307, 308 -> "check optimizer.traces.base-url and token-url";
            default -> "the provider has a problem or is busy: it is asked again later";
        };
    }

    /** The provider says when it may be asked again. */
    static ProviderException busy(String call, int status, Instant askAgainAt) {
        return new ProviderException(
                status,
                "MyCarTracks " + call + ": expected status 200, found " + status
                        + " with the wish not to be asked before " + second(askAgainAt)
                        + "; it is asked again after that",
                null,
                false,
                Optional.of(askAgainAt));
    }

    private static Instant second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Not asked, because the provider wanted to be left alone. */
    static ProviderException waiting(String call, Instant askAgainAt) {
        return new ProviderException(
                0,
                "MyCarTracks " + call + ": not asked, as the provider does not wish to be before " + second(askAgainAt)
                        + "; it is asked again after that",
                null,
                false,
                Optional.of(askAgainAt));
    }

    static ProviderException unreadable(String call, String place, String expected, String found, Throwable cause) {
        return new ProviderException(
                200,
                "MyCarTracks " + call + ": at " + place + " expected " + expected + ", found " + found
                        + "; nothing of this answer was kept, see whether the provider changed its format",
                cause);
    }

    /** An answer of which the rest is not worth reading. */
    static ProviderException excessive(String call, String expected, String found, String advice) {
        return new ProviderException(
                200,
                "MyCarTracks " + call + ": expected " + expected + ", found " + found
                        + "; nothing of this answer was kept, " + advice,
                null);
    }

    static ProviderException tooSlow(String call, Duration within, String setting, Throwable cause) {
        return new ProviderException(
                0,
                "MyCarTracks " + call + ": expected the whole answer within " + within.toSeconds()
                        + " s, found it hanging; it was hung up on and is asked again later (optimizer.traces."
                        + setting + ")",
                cause);
    }

    static ProviderException silent(String call, Throwable cause) {
        return new ProviderException(
                0,
                "MyCarTracks " + call + ": expected an answer, found " + cause
                        + "; check optimizer.traces.base-url and the network",
                cause,
                isUnreachable(cause),
                Optional.empty());
    }

    /** Whether there was no connection at all: then no other vehicle will fare better. */
    private static boolean isUnreachable(Throwable cause) {
        return Stream.iterate(cause, each -> each != null, Throwable::getCause)
                .anyMatch(each -> each instanceof ConnectException
                        || each instanceof UnknownHostException
                        || each instanceof NoRouteToHostException
                        || each instanceof SSLException
                        || each instanceof ConnectTimeoutException
                        || each instanceof ConnectionRequestTimeoutException);
    }

    /** The same, in a call that every vehicle depends on. */
    ProviderException ofAll() {
        return new ProviderException(status, getMessage(), this, true, askAgainAt);
    }

    /** The HTTP status of the answer; 0 when there was none. */
    public int status() {
        return status;
    }

    /** Whether the provider as a whole is concerned, and not the recordings of a single vehicle. */
    public boolean concernsAll() {
        return concernsAll;
    }

    /** When the provider wants to be asked again, where it said so. */
    public Optional<Instant> askAgainAt() {
        return askAgainAt;
    }
}
