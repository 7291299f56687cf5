package org.optimizer.rules;

import java.util.Set;
import java.util.TreeSet;
import org.kie.api.runtime.KieSession;

/** Fires rules no more often than questions can need: each has one answer and a few remarks on it. */
final class Firings {
    private static final int PER_QUESTION = 20;

    /** How many more are looked at to see who goes round in the circle. */
    private static final int LOOKED_AT = 2 * PER_QUESTION;

    private Firings() {}

    /** @throws RulesException when rules fire each other without an end; it names them */
    static void fire(KieSession session, int questions) {
        int most = PER_QUESTION * questions;
        if (session.fireAllRules(most) >= most) {
            Set<String> circle = new TreeSet<>();
            session.fireAllRules(
                    match -> {
                        circle.add(match.getRule().getName());
                        return true;
                    },
                    LOOKED_AT);
            throw new RulesException("rules " + circle + ": expected at most " + PER_QUESTION
                    + " firings a question, found no end; take update from those that fire each other");
        }
    }
}
