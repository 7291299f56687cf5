package org.optimizer.rules;

/** The rules folder cannot be used; the message says file, line, what was expected, what was found and what to do. */
public class RulesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RulesException(String message) {
        super(message);
    }

    public RulesException(String message, Throwable cause) {
        super(message, cause);
    }
}
