package org.optimizer.process;

import java.time.Instant;
import java.util.Date;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Objections;
import org.optimizer.extract.Sites;
import org.optimizer.model.Objection;

/** What processes/handle-objection.bpmn asks. */
public class HandleObjection {
    private final Sites sites;
    private final Contests contests;
    private final Objections objections;
    private final ContestSettings settings;

    public HandleObjection(Sites sites, Contests contests, Objections objections, ContestSettings settings) {
        this.sites = sites;
        this.contests = contests;
        this.objections = objections;
        this.settings = settings;
    }

    /** Before the week closes, while the result can still change; one raised later has as long as a review. */
    public Date dueAt(String objectionId) {
        Objection objection = objections
                .find(objectionId)
                .orElseThrow(() -> new IllegalArgumentException(
                        "objection \"" + objectionId + "\": expected one that a driver raised, found none"));
        String siteId = contests.get(objection.contestId()).siteId();
        Instant closesAt = sites.get(siteId).closesAt(objection.week());
        return Date.from(
                objection.raisedAt().isBefore(closesAt)
                        ? closesAt
                        : objection.raisedAt().plus(settings.reviewWithin()));
    }
}
