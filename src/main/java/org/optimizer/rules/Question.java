package org.optimizer.rules;

import java.util.Map;

/** A question to the rules, which takes the answer of the row that fires. */
public abstract class Question {
    private String rule = "";

    /** Name of the rule that fired, {@code table: row}; empty while none did. */
    public final String rule() {
        return rule;
    }

    /** @throws IllegalStateException when another row has answered already: the table has two rows for one case */
    final void decidedBy(String fired) {
        if (!rule.isEmpty()) {
            throw new IllegalStateException("rows \"" + rule + "\" and \"" + fired
                    + "\" both answer one question, expected one: close the overlap between them");
        }
        rule = fired;
    }

    /** The answer by column of the table's cases file. */
    abstract Map<String, Object> outcome();
}
