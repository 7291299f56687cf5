package org.optimizer.model;

import java.time.Instant;

/** What a person decided on a week: approve, score-again or cancel, and of which of its revisions. */
public record ReviewVerdict(String decision, int revision, String reason, String by, Instant at) {

    /** Whether messages may be made of that revision in that person's name. */
    public boolean approves(int wanted, String person) {
        return decision.equals("approve") && revision == wanted && by.equals(person);
    }
}
