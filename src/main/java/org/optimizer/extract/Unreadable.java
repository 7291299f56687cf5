package org.optimizer.extract;

/** A value that is not what it should be; becomes a {@link ProviderException} as soon as its place is known. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final String expected;
    final String found;
    /** Such as {@code field time}. */
    final String where;

    Unreadable(String where, String expected, String found) {
        this.where = where;
        this.expected = expected;
        this.found = found;
    }
}
