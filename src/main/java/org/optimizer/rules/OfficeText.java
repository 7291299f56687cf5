package org.optimizer.rules;

import java.util.regex.Pattern;

/**
 * Texts as a workbook holds them: signs that XML has no place for are written {@code _x0007_}, and a text that a spreadsheet
 * would take for a formula when somebody edits it stands behind an apostrophe.
 */
final class OfficeText {
    private static final Pattern WRITTEN = Pattern.compile("_x(?<sign>[0-9A-Fa-f]{4})_");
    private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\\t\\r].*");

    private OfficeText() {}

    static String written(String text) {
        String guarded = guarded(text);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < guarded.length(); i++) {
            char sign = guarded.charAt(i);
            boolean pair = i + 1 < guarded.length() && Character.isSurrogatePair(sign, guarded.charAt(i + 1));
            if (pair) {
                out.append(sign).append(guarded.charAt(++i));
            } else if (isStrange(sign)
                    || sign == '_'
                            && WRITTEN.matcher(guarded)
                                    .region(i, guarded.length())
                                    .lookingAt()) {
                out.append("_x%04X_".formatted((int) sign));
            } else {
                out.append(sign);
            }
        }
        return out.toString();
    }

    private static boolean isStrange(char sign) {
        return sign < ' ' && sign != '\n' || Character.isSurrogate(sign) || sign >= '\uFFFE';
    }

    static String read(String text) {
        return text.contains("_x")
                ? WRITTEN.matcher(text)
                        .replaceAll(sign -> java.util.regex.Matcher.quoteReplacement(
                                Character.toString((char) Integer.parseInt(sign.group(1), 16))))
                : text;
    }

    static boolean isFormula(String text) {
        return FORMULA.matcher(text).matches() && !text.startsWith("'");
    }

    static String guarded(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String unguarded(String text) {
        return text.startsWith("'") && FORMULA.matcher(text).matches() ? text.substring(1) : text;
    }
}
