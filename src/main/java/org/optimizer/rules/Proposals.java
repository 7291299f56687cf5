package org.optimizer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody may have meant who wrote something else. Only ever shown, never taken for granted. */
final class Proposals {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_WORD = 60;
    private static final Pattern LEADING_NUMBER = Pattern.compile("[+-]?[0-9]{1,9}(?:[.,][0-9]{1,9})?(?![0-9.,])");

    private Proposals() {}

    /** A name made of what a text says. */
    static Optional<String> id(String text) {
        String name = RuleWords.plain(text.substring(0, Math.min(text.length(), 4 * LONGEST_NAME)))
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String fitting =
                name.substring(0, Math.min(name.length(), LONGEST_NAME)).replaceAll("-$", "");
        return fitting.isEmpty() ? Optional.empty() : Optional.of(fitting);
    }

    /** The number that a text begins with, when it fits. */
    static Optional<String> number(String text, NumberType type) {
        Matcher number = LEADING_NUMBER.matcher(text.strip());
        if (!number.lookingAt()) {
            return Optional.empty();
        }
        String value = NumberType.plain(Double.parseDouble(number.group().replace(',', '.')));
        return fits(value, type) ? Optional.of(value) : Optional.empty();
    }

    static boolean fits(String text, Column.Type type) {
        try {
            type.parse(text);
            return true;
        } catch (BadCell bad) {
            return false;
        }
    }

    /** The word of the list that is the same but for accents and capitals, says the same in French or English, or is nearly it. */
    static Optional<String> word(String text, List<String> words) {
        if (text.isBlank() || text.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        String asked = RuleWords.plain(text).replaceAll("[ _-]+", "-");
        Optional<String> same =
                words.stream().filter(word -> means(word, asked)).findFirst();
        return same.or(() -> words.stream()
                .filter(word -> distance(RuleWords.plain(word), asked) <= Math.min(2, word.length() / 3))
                .findFirst());
    }

    private static boolean means(String word, String asked) {
        return List.of(word, RuleWords.FRENCH.word(word), RuleWords.ENGLISH.word(word)).stream()
                .anyMatch(
                        each -> RuleWords.plain(each).replaceAll("[ _-]+", "-").equals(asked));
    }

    /** The same for each of several words with {@code |}, a comma or a slash between them. */
    static Optional<String> words(String text, List<String> words) {
        List<String> found = new ArrayList<>();
        for (String each : text.split("[|,;/]", -1)) {
            Optional<String> word = words.contains(each.strip()) ? Optional.of(each.strip()) : word(each, words);
            if (word.isEmpty()) {
                return word(text, List.of("any"));
            }
            found.add(word.orElseThrow());
        }
        return Optional.of(String.join("|", found));
    }

    /** How many letters to add, drop or change. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int i = 0; i < row.length; i++) {
            row[i] = i;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, 1 + Math.min(corner, row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
