package org.optimizer.process;

import java.util.Arrays;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.optimizer.model.IsoWeek;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.process.RuleDesk.Decision;

/**
 * Guards the approval of a change of the rules: whoever completes the task, from the page, from Tasklist or over REST, passes
 * through here, inside the engine's transaction. A refusal leaves the task as it was.
 */
public class RuleApproval implements TaskListener {
    static final String DECISION = "ruleDecision";
    static final String FROM_WEEK = "fromWeek";
    static final String REASON = "decisionReason";

    private final RuleDesk desk;
    private final IdentityService identities;

    public RuleApproval(RuleDesk desk, IdentityService identities) {
        this.desk = desk;
        this.identities = identities;
    }

    @Override
    public void notify(DelegateTask task) {
        desk.decide(
                (String) task.getVariable("changeId"),
                decision(task),
                week(text(task, FROM_WEEK)),
                text(task, REASON),
                approver());
        // what people write is kept in our own table
        task.removeVariable(REASON);
    }

    private static Decision decision(DelegateTask task) {
        String code = text(task, DECISION);
        return Arrays.stream(Decision.values())
                .filter(decision -> decision.name().equalsIgnoreCase(code))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        "decision-missing", "decision: expected approve, trial or refuse, found none of them"));
    }

    private static Optional<IsoWeek> week(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(IsoWeek.parse(text.strip()));
        } catch (IllegalArgumentException wrong) {
            throw new Refused("week-missing", wrong.getMessage());
        }
    }

    private String approver() {
        return Optional.ofNullable(identities.getCurrentAuthentication())
                .map(Authentication::getUserId)
                .orElseThrow(() -> new Refused(
                        "no-approver", "change of the rules: expected a signed-in person to decide, found nobody"));
    }

    private static String text(DelegateTask task, String variable) {
        return Optional.ofNullable((String) task.getVariable(variable)).orElse("");
    }
}
