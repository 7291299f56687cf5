package org.optimizer.extract;

/** The provider of traces did not answer as it should; the message names the call, what was found and what to do. */
public class ProviderException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    ProviderException(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
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

    static ProviderException unreadable(String call, String place, String expected, String found, Throwable cause) {
        return new ProviderException(
                200,
                "MyCarTracks " + call + ": at " + place + " expected " + expected + ", found " + found
                        + "; nothing of this answer was kept, see whether the provider changed its format",
                cause);
    }

    static ProviderException silent(String call, Throwable cause) {
        return new ProviderException(
                0,
                "MyCarTracks " + call + ": expected an answer, found " + cause
                        + "; check optimizer.traces.base-url and the network",
                cause);
    }

    /** The HTTP status of the answer; 0 when there was none. */
    public int status() {
        return status;
    }
}
