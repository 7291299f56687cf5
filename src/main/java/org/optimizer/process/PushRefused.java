package org.optimizer.process;

/** A whole push that is not taken; the sender reads why. */
public class PushRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    /**
     * @param status of HTTP
     * @param code such as {@code STALE}
     * @param detail what was expected and what was found
     */
    public PushRefused(int status, String code, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
