package org.optimizer.transform.messages;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person's wording of a driver's SMS: words with placeholders such as {@code {rank}}, so that the figures in it stay right when
 * places change.
 */
public final class PersonalText {
    /** What is longer is no message any more but a letter. */
    public static final int MOST_PARTS = 3;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private PersonalText() {}

    /**
     * What keeps a text from being sent.
     *
     * @param figures by placeholder, of the driver who is meant
     * @return wording-empty, wording-placeholder (one that is not known, or a single brace) or wording-too-long; empty when it
     *     can be sent
     */
    public static Optional<String> mistake(String text, Map<String, String> figures) {
        if (text.isBlank()) {
            return Optional.of("wording-empty");
        }
        if (!knows(text, figures.keySet())) {
            return Optional.of("wording-placeholder");
        }
        return SmsEncoding.of(filled(text, figures)).parts() > MOST_PARTS
                ? Optional.of("wording-too-long")
                : Optional.empty();
    }

    private static boolean knows(String text, Set<String> names) {
        boolean known = PLACEHOLDER.matcher(text).results().allMatch(found -> names.contains(found.group(1)));
        String rest = PLACEHOLDER.matcher(text).replaceAll("");
        return known && rest.indexOf('{') < 0 && rest.indexOf('}') < 0;
    }

    /** The text with the figures in the places of the placeholders; those that are not known stay. */
    public static String filled(String text, Map<String, String> figures) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(figures.getOrDefault(found.group(1), found.group())));
    }

    /** Whether figures are written out in the text, which do not change by themselves. */
    public static boolean saysFigures(String text) {
        return DIGIT.matcher(PLACEHOLDER.matcher(text).replaceAll("")).find();
    }
}
