package org.optimizer.extract;

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
        Query.rows(camel, "list-row-counts", "weeks", weeks)
                .forEach(row -> fired.put(row.text("rule_name").replace(": ", "/"), (int)
                        Math.min(Integer.MAX_VALUE, row.bigNumber("fired"))));
        return fired;
    }
}
