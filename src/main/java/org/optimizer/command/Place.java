package org.optimizer.command;

/** Where reading has got to: a file and a line in it, so that whatever goes wrong can be said with both. */
final class Place {
    private final String file;
    private long line;

    /** Before the first line: what is wrong with the file as a whole is said of line 0. */
    Place(String file) {
        this.file = file;
    }

    void moveTo(long newLine) {
        line = newLine;
    }

    InputException wrong(String what) {
        return new InputException(
                file + ":" + line + ": " + what.lines().findFirst().orElse("unreadable"));
    }
}
