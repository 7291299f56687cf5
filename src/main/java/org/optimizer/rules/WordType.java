package org.optimizer.rules;

import java.util.List;

/** One word of a fixed list. */
record WordType(List<String> words) implements Column.Type {
    @Override
    public String parse(String text) throws BadCell {
        int index = words.indexOf(text);
        if (index < 0) {
            throw new BadCell(Wrong.of("word", String.join(", ", words)).propose(Proposals.word(text, words)));
        }
        return words.get(index);
    }

    @Override
    public String rendered(Object value) {
        return value.toString();
    }
}
