package org.optimizer.command;

/** What a user gave cannot be used; the message is the one line to show: {@code FILE:LINE: what is wrong}. */
class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }
}
