package org.optimizer.rules;

/** A cell is not of its column's type; carries what was expected and what to do. */
final class BadCell extends Exception {
    private static final long serialVersionUID = 1L;
    private final String expected;
    private final String advice;

    BadCell(String expected, String advice) {
        super(expected);
        this.expected = expected;
        this.advice = advice;
    }

    String expected() {
        return expected;
    }

    String advice() {
        return advice;
    }
}
