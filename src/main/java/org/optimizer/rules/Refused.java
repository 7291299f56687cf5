package org.optimizer.rules;

/** A file from outside is none that may be read. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Wrong wrong;
    private final String found;

    Refused(String found, Wrong wrong) {
        super(wrong.code() + ": " + found);
        this.found = found;
        this.wrong = wrong;
    }

    String found() {
        return found;
    }

    Wrong wrong() {
        return wrong;
    }
}
