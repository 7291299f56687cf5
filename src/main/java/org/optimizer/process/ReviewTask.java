package org.optimizer.process;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
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
    private static final String EXCLUSIONS = "exclusions";
    private static final String SUMMARY = "reviewSummary";
    private static final String PAGE = "reviewPage";
    private static final String LATE_DATA = "lateData";
    private static final String DECIDED_BY = "decidedBy";

    private final ReviewDesk desk;
    private final IdentityService identities;

    public ReviewTask(ReviewDesk desk, IdentityService identities) {
        this.desk = desk;
        this.identities = identities;
    }

    @Override
    public void notify(DelegateTask task) {
        String contestId = (String) task.getVariable("contestId");
        IsoWeek week = IsoWeek.parse((String) task.getVariable("week"));
        String by = approver();
        Decision decision = Decision.find(task.getVariable(DECISION))
                .orElseThrow(() -> new Refused(
                        "decision-missing", "decision: expected approve, score-again or cancel, found none of them"));
        exclude(contestId, week, text(task, EXCLUSIONS), by);
        desk.check(contestId, week, decision, text(task, REASON), by);
        task.setVariable(DECIDED_BY, by);
        // what people write is kept in our own table; process variables hold ids only
        task.removeVariable(REASON);
        task.removeVariable(EXCLUSIONS);
        task.removeVariable(SUMMARY);
        task.removeVariable(PAGE);
        task.removeVariable(LATE_DATA);
    }

    private String approver() {
        return Optional.ofNullable(identities.getCurrentAuthentication())
                .map(Authentication::getUserId)
                .orElseThrow(() -> new Refused(
                        "no-approver", "review: expected a signed-in person to decide, found nobody signed in"));
    }

    private void exclude(String contestId, IsoWeek week, String exclusions, String by) {
        for (String exclusion : exclusions.split(";")) {
            if (!exclusion.isBlank()) {
                String[] parts = exclusion.split(":", 2);
                desk.exclude(contestId, week, parts[0].strip(), parts.length == 2 ? parts[1] : "", by);
            }
        }
    }

    private static String text(DelegateTask task, String variable) {
        return Optional.ofNullable((String) task.getVariable(variable)).orElse("");
    }

    /** Counts, anomalies and podium by ids, for the form in Tasklist. */
    public String summary(String contestId, String week) {
        return desk.summary(contestId, IsoWeek.parse(week));
    }
}
