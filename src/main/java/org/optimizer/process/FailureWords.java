package org.optimizer.process;

import java.util.regex.Pattern;

/** Messages of failed steps without the Java class that the engine writes before the words. */
public final class FailureWords {
    private static final Pattern CLASSES = Pattern.compile("^(?:(?:[a-z]\\w*\\.)+[A-Z][\\w$]*: )+");

    private FailureWords() {}

    /** @param message of the engine; null stays null */
    public static String of(String message) {
        return message == null ? null : CLASSES.matcher(message).replaceFirst("");
    }
}
