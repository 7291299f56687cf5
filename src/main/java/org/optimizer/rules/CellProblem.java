package org.optimizer.rules;

import java.util.List;
import java.util.Optional;

/**
 * What is wrong in a table, and where; {@link RuleTables#say} words it.
 *
 * @param table its name, or the name of another file
 * @param line of what was read, the first being 1; 0 where no line is to blame
 * @param rowId empty where no row is to blame
 * @param column empty where no column is to blame
 * @param code what kind of mistake
 * @param args what the words name; the first is what was found
 * @param proposal what to write into the cell instead, where that can be said
 */
public record CellProblem(
        String table,
        long line,
        String rowId,
        String column,
        String code,
        List<String> args,
        Optional<String> proposal) {
    public CellProblem {
        args = List.copyOf(args);
    }

    /** What stood there. */
    public String found() {
        return args.get(0);
    }
}
