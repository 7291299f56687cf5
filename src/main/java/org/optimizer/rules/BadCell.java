package org.optimizer.rules;

/** A cell is not of its column's type; carries what was expected and what to do. */
final class BadCell extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Wrong wrong;

    BadCell(Wrong wrong) {
        super(wrong.code());
        this.wrong = wrong;
    }

    Wrong wrong() {
        return wrong;
    }
}
