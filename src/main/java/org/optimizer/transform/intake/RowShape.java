package org.optimizer.transform.intake;

/** What of an unreadable row may be kept when nobody knows whether it was in working hours: how it looks, not what it says. */
public final class RowShape {
    private RowShape() {}

    /** Digits become 0, and letters x but in the names of fields. */
    public static String of(String row) {
        StringBuilder shape = new StringBuilder(row.length());
        int at = 0;
        while (at < row.length()) {
            int end = row.charAt(at) == '"' ? endOfText(row, at) : at + 1;
            boolean isName = isName(row, end);
            row.substring(at, end).codePoints().forEach(sign -> shape.appendCodePoint(masked(sign, isName)));
            at = end;
        }
        return shape.toString();
    }

    /** After the closing quote, or the row's end. */
    private static int endOfText(String row, int quote) {
        int at = quote + 1;
        while (at < row.length() && row.charAt(at) != '"') {
            at += row.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(row.length(), at + 1);
    }

    private static boolean isName(String row, int end) {
        int at = end;
        while (at < row.length() && Character.isWhitespace(row.charAt(at))) {
            at++;
        }
        return at < row.length() && row.charAt(at) == ':' && row.charAt(end - 1) == '"';
    }

    private static int masked(int sign, boolean inName) {
        if (Character.isDigit(sign)) {
            return '0';
        }
        return Character.isLetter(sign) && !inName ? 'x' : sign;
    }
}
