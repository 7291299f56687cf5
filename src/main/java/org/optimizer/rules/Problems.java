package org.optimizer.rules;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in the folder, so that a user sees all of a file's mistakes at once. */
final class Problems {
    private static final int SHOWN = 60;
    private final List<String> lines = new ArrayList<>();

    /** @param line 1 is the line of the heads */
    void cell(String file, long line, String column, String expected, String found, String advice) {
        lines.add(file + ":" + line + ": column " + column + ": expected " + expected + ", found " + shown(found) + "; "
                + advice);
    }

    void line(String file, long line, String expected, String found, String advice) {
        lines.add(file + ":" + line + ": expected " + expected + ", found " + found + "; " + advice);
    }

    void file(String file, String expected, String found, String advice) {
        lines.add(file + ": expected " + expected + ", found " + found + "; " + advice);
    }

    boolean none() {
        return lines.isEmpty();
    }

    /** @throws RulesException with every line, when there is one */
    void throwIfAny() {
        if (!lines.isEmpty()) {
            throw new RulesException(String.join("\n", lines));
        }
    }

    /** What stood there, in quotes, on one line and of bearable length. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints().limit(SHOWN).forEach(point -> append(shown, point));
        return shown.append(text.codePointCount(0, text.length()) > SHOWN ? "…\"" : "\"")
                .toString();
    }

    private static void append(StringBuilder shown, int point) {
        if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
            shown.append("\\u%04x".formatted(point));
        } else {
            shown.appendCodePoint(point);
        }
    }
}
