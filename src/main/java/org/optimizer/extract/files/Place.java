package org.optimizer.extract.files;

import java.util.Arrays;
import java.util.List;

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

    /** @param details of which the first line is shown */
    FileMistake wrong(String code, Object... details) {
        List<String> shown = Arrays.stream(details)
                .map(String::valueOf)
                .map(Place::firstLine)
                .toList();
        return new FileMistake(file, code, line, shown);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("?");
    }
}
