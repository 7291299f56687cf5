package org.optimizer.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.optimizer.model.Batch;
import org.optimizer.model.IsoWeek;
import org.optimizer.process.ReviewDesk.Decision;
import org.optimizer.process.ReviewDesk.Refused;

/**
 * Guards the review task: whoever completes it, from the page, from Tasklist or over REST, passes through here, inside the
 * engine's transaction. A refusal leaves the task as it was.
 */
public class ReviewTask implements TaskListener {
    static final String DECISION = "decision";
    static final String REASON = "decisionReason";
    static final String REVISION = "reviewRevision";
    private static final String EXCLUSIONS = "exclusions";
    private static final String SUMMARY = "reviewSummary";
    private static final String PAGE = "reviewPage";
    private static final String LATE_DATA = "lateData";
    private static final String DUE = "reviewDue";
    private static final String DECIDED_BY = "decidedBy";

    private final ReviewDesk desk;
    private final ReviewChanges changes;
    private final IdentityService identities;

    public ReviewTask(ReviewDesk desk, ReviewChanges changes, IdentityService identities) {
        this.desk = desk;
        this.changes = changes;
        this.identities = identities;
    }

    @Override
    public void notify(DelegateTask task) {
        String contestId = (String) task.getVariable("contestId");
        IsoWeek week = IsoWeek.parse((String) task.getVariable("week"));
        String by = approver();
        checkAssignee(task, by);
        Decision decision = Decision.find(task.getVariable(DECISION))
                .orElseThrow(() -> new Refused(
                        "decision-missing", "decision: expected approve, score-again or cancel, found none of them"));
        Batch batch = desk.hold(contestId, week, revision(task));
        int revision = exclude(batch, text(task, EXCLUSIONS), by);
        desk.check(desk.hold(contestId, week, revision), decision, text(task, REASON), by);
        task.setVariable(DECIDED_BY, by);
        // what people write is kept in our own table; process variables hold ids only
        task.removeVariable(REASON);
        task.removeVariable(REVISION);
        task.removeVariable(EXCLUSIONS);
        task.removeVariable(SUMMARY);
        task.removeVariable(PAGE);
        task.removeVariable(DUE);
        task.removeVariable(LATE_DATA);
    }

    /** Whoever wants to decide what another has taken takes it over first, for everybody to see. */
    private static void checkAssignee(DelegateTask task, String by) {
        String assignee = task.getAssignee();
        if (assignee != null && !assignee.equals(by)) {
            throw new Refused(
                    "assigned-to-other",
                    "review: expected a decision by " + assignee + " who has taken it, found " + by);
        }
    }

    /** Of the week that was looked at; without it nobody knows whether the decision is meant for what the week is now. */
    private static int revision(DelegateTask task) {
        String found = String.valueOf(task.getVariable(REVISION));
        if (!found.matches("\\d{1,9}")) {
            throw new Refused(
                    "revision-missing",
                    REVISION + ": expected the revision that was looked at, as the form shows it, found " + found);
        }
        return Integer.parseInt(found);
    }

    private String approver() {
        return Optional.ofNullable(identities.getCurrentAuthentication())
                .map(Authentication::getUserId)
                .orElseThrow(() -> new Refused(
                        "no-approver", "review: expected a signed-in person to decide, found nobody signed in"));
    }

    /** @return the revision after it */
    private int exclude(Batch batch, String exclusions, String by) {
        int revision = batch.revision();
        for (String exclusion : exclusions.split(";")) {
            if (!exclusion.isBlank()) {
                String[] parts = exclusion.split(":", 2);
                String reason = parts.length == 2 ? parts[1] : "";
                revision = changes.exclude(
                        batch.contestId(), batch.week(), revision, List.of(parts[0].strip()), reason, by);
            }
        }
        return revision;
    }

    private static String text(DelegateTask task, String variable) {
        return Optional.ofNullable((String) task.getVariable(variable)).orElse("");
    }

    /** Counts, anomalies and podium by ids, for the form in Tasklist. */
    public String summary(String contestId, String week) {
        return desk.summary(contestId, IsoWeek.parse(week));
    }

    /** What goes back with the decision, so that it is not meant for another state of the week. */
    public int revision(String contestId, String week) {
        return desk.revision(contestId, IsoWeek.parse(week));
    }

    /** When it should be decided, in the site's time. */
    public String due(String contestId, String week) {
        return desk.due(contestId, IsoWeek.parse(week));
    }
}
