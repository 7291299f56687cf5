package org.optimizer.rules;

import java.util.List;
import java.util.Optional;

/**
 * A column of a table: its name and the type of its cells. What a cell holds is data: a template only ever sees what is
 * rendered from the parsed value.
 */
record Column(String name, Type type) {
    /** Reads a cell and writes it as a literal. */
    interface Type {
        /** @param text the cell without the blanks around it */
        Object parse(String text) throws BadCell;

        /** The value as it stands in a rule; a column that never reaches a rule has none. */
        default String rendered(Object value) {
            throw new IllegalStateException("a remark is not for rules");
        }
    }

    static Column id(String name) {
        return new Column(name, new IdType());
    }

    static Column number(String name, String unit, double min, double max) {
        return new Column(name, new NumberType(unit, min, max, false, null));
    }

    static Column whole(String name, String unit, int min, int max) {
        return new Column(name, new NumberType(unit, min, max, true, null));
    }

    /** @param blank what an empty cell stands for */
    static Column numberOrBlank(String name, String unit, double min, double max, double blank) {
        return new Column(name, new NumberType(unit, min, max, false, blank));
    }

    static Column word(String name, List<String> words) {
        return new Column(name, new WordType(words));
    }

    /** Several words with {@code |} between them, or {@code any}. */
    static Column words(String name, List<String> words) {
        return new Column(name, new WordsType(words));
    }

    static Column remark(String name) {
        return new Column(name, new TextType());
    }

    private record TextType() implements Type {
        @Override
        public String parse(String text) {
            return text;
        }
    }

    /** Of a number. */
    Optional<String> unit() {
        return type instanceof NumberType number && !number.unit().isEmpty()
                ? Optional.of(number.unit())
                : Optional.empty();
    }

    record IdType() implements Type {
        @Override
        public String parse(String text) throws BadCell {
            if (!text.matches("[a-z0-9]+(-[a-z0-9]+)*") || text.length() > 60) {
                throw new BadCell(Wrong.of("id").propose(Proposals.id(text)));
            }
            return text;
        }

        @Override
        public String rendered(Object value) {
            return value.toString();
        }
    }
}
