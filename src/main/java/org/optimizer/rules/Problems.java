package org.optimizer.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Collects what is wrong in the folder, so that a user sees all of a file's mistakes at once: as English lines for those who
 * work with the folder, and in no language for the pages.
 */
final class Problems {
    private static final int SHOWN = 60;

    /** A mistake that has its words from elsewhere: expected, found, advice. */
    static final String SAID = "said";

    private final List<String> lines = new ArrayList<>();
    private final List<CellProblem> found = new ArrayList<>();

    /** @param found what stood there, as it stood */
    void cell(Row row, String column, String found, Wrong wrong) {
        cell(row.file(), row.line(), id(row), column, found, wrong);
    }

    /** @param line 1 is the line of the heads */
    void cell(String file, long line, String rowId, String column, String found, Wrong wrong) {
        CellProblem problem = problem(file, line, rowId, column, found, wrong);
        add(file + ":" + line + ": column " + column + ": ", problem);
    }

    void line(Row row, String found, Wrong wrong) {
        line(row.file(), row.line(), id(row), found, wrong);
    }

    void line(String file, long line, String rowId, String found, Wrong wrong) {
        add(file + ":" + line + ": ", problem(file, line, rowId, "", found, wrong));
    }

    void file(String file, String found, Wrong wrong) {
        add(file + ": ", problem(file, 0, "", "", found, wrong));
    }

    /** A mistake of several rows, mended in one of them. */
    void rows(Row row, String column, String found, Wrong wrong) {
        add(row.file() + ": ", problem(row.file(), row.line(), id(row), column, found, wrong));
    }

    private void add(String where, CellProblem problem) {
        RuleWords say = RuleWords.ENGLISH;
        lines.add(where + "expected " + say.expected(problem) + ", found " + say.found(problem) + "; "
                + say.advice(problem));
        found.add(problem);
    }

    private static String id(Row row) {
        return row.id() == null ? "" : row.id();
    }

    private static CellProblem problem(String file, long line, String rowId, String column, String found, Wrong wrong) {
        List<String> args = new ArrayList<>();
        args.add(found);
        args.addAll(wrong.args());
        return new CellProblem(table(file), line, rowId, column, wrong.code(), args, wrong.proposal());
    }

    private static String table(String file) {
        return file.endsWith(".table.csv") ? file.substring(0, file.length() - ".table.csv".length()) : file;
    }

    /** @param line 1 is the line of the heads */
    void cell(String file, long line, String column, String expected, String found, String advice) {
        cell(file, line, "", column, found, said(expected, shown(found), advice));
    }

    void line(String file, long line, String expected, String found, String advice) {
        line(file, line, "", found, said(expected, found, advice));
    }

    void file(String file, String expected, String found, String advice) {
        file(file, found, said(expected, found, advice));
    }

    private static Wrong said(String expected, String found, String advice) {
        return new Wrong(SAID, List.of(expected, found, advice), Optional.empty());
    }

    boolean none() {
        return lines.isEmpty();
    }

    /** In the order in which they were met. */
    List<CellProblem> all() {
        return Collections.unmodifiableList(found);
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
