package org.optimizer.rules;

import java.util.List;
import java.util.Map;

/** Tables in which a row is a figure under its name. */
final class Figures {
    private Figures() {}

    /**
     * A name that is no figure, or a value out of that figure's range.
     *
     * @param names of all figures, in the order in which they are told
     * @param nameColumn the column that holds the name
     */
    static void check(
            Map<String, NumberType> ranges, List<String> names, String nameColumn, Row row, Problems problems) {
        String name = row.word(nameColumn);
        NumberType range = ranges.get(name);
        if (range == null) {
            problems.cell(
                    row,
                    nameColumn,
                    name,
                    Wrong.of("figure", String.join(", ", names)).propose(Proposals.word(name, names)));
            return;
        }
        String value = NumberType.plain(row.number("value"));
        try {
            range.parse(value);
        } catch (BadCell bad) {
            problems.cell(row, "value", value, bad.wrong());
        }
    }
}
