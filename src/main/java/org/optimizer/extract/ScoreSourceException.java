package org.optimizer.extract;

import org.optimizer.model.IsoWeek;

/** What is wrong with a provider of counts or marks, in words that say what to do; nothing of its answer was kept. */
public class ScoreSourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_WORDS = 200;

    private ScoreSourceException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The provider has the week, but not all of it yet. */
    static ScoreSourceException notClosed(String source, IsoWeek week, String words) {
        return new ScoreSourceException(
                source + ": week " + week + " is not closed there yet" + said(words)
                        + "; it is asked again by itself, no marks are made before",
                null);
    }

    /** @param words of the provider; may be empty */
    static ScoreSourceException status(String source, int status, String words) {
        return new ScoreSourceException(
                source + ": expected status 200, found " + status + said(words) + "; " + advice(source, status), null);
    }

    private static String advice(String source, int status) {
        return switch (status) {
            case 400, 401, 403 -> "check the key in optimizer.scores." + source;
            case 404, 301, 302, 307, 308 -> "check optimizer.scores." + source + ".base-url";
            default -> "the provider has a problem or is busy: it is asked again later";
        };
    }

    /** An answer of status 200 that says what went wrong. */
    static ScoreSourceException refused(String source, String words) {
        return new ScoreSourceException(
                source + ": expected an answer, found a refusal" + said(words) + "; check optimizer.scores." + source,
                null);
    }

    static ScoreSourceException unreadable(
            String source, String place, String expected, String found, Throwable cause) {
        return new ScoreSourceException(
                source + ": at " + place + " expected " + expected + ", found " + oneLine(found)
                        + "; see whether the provider changed its format",
                cause);
    }

    static ScoreSourceException silent(String source, Throwable cause) {
        return new ScoreSourceException(
                source + ": expected an answer, found " + cause + "; check optimizer.scores." + source
                        + ".base-url and the network",
                cause);
    }

    private static String said(String words) {
        return words.isBlank() ? "" : " (\"" + oneLine(words) + "\")";
    }

    private static String oneLine(String words) {
        String line = words.strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() > LONGEST_WORDS ? line.substring(0, LONGEST_WORDS) + "…" : line;
    }
}
