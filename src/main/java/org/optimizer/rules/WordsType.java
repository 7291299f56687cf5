package org.optimizer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Some words of a fixed list with {@code |} between them; {@code any} stands for all. */
record WordsType(List<String> words) implements Column.Type {
    @Override
    public List<String> parse(String text) throws BadCell {
        if (text.equals("any")) {
            return words;
        }
        List<String> found = new ArrayList<>();
        for (String word : text.split("\\|", -1)) {
            int index = words.indexOf(word.strip());
            if (index < 0) {
                throw new BadCell(Wrong.of("words", String.join(", ", words)).propose(Proposals.words(text, words)));
            }
            found.add(words.get(index));
        }
        return List.copyOf(found);
    }

    /** As the list of an {@code in ( … )}. */
    @Override
    public String rendered(Object value) {
        return ((List<?>) value).stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
    }
}
