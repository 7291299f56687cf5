package org.optimizer.extract;

import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.camel.ProducerTemplate;

/** Reads how often each row of the rules answered: the living sheet. */
public class RowCounts {
    private final ProducerTemplate camel;

    public RowCounts(ProducerTemplate camel) {
        this.camel = camel;
    }

    /**
     * {@code table/row} → how often it answered in the newest weeks that anything was counted in, whichever version asked; a row
     * that is not here never did.
     */
    public SortedMap<String, Integer> firedInLastWeeks(int weeks) {
        SortedMap<String, Integer> fired = new TreeMap<>();
        firstOfLast(weeks).ifPresent(from -> Query.rows(camel, "list-row-counts", "fromWeek", from)
                .forEach(row -> fired.put(row.text("rule_name").replace(": ", "/"), (int)
                        Math.min(Integer.MAX_VALUE, row.bigNumber("fired")))));
        return fired;
    }

    /** Chosen here: H2 takes the oldest weeks, not the newest, where a limit stands in a subquery and an index gives the order. */
    private Optional<String> firstOfLast(int weeks) {
        return Query.rows(camel, "list-counted-weeks").stream()
                .map(row -> row.text("iso_week"))
                .sorted(Comparator.reverseOrder())
                .limit(weeks)
                .reduce((newer, older) -> older);
    }
}
