package org.optimizer.process;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.optimizer.process.ObjectionDesk.Verdict;
import org.optimizer.process.ReviewDesk.Refused;

/** Guards and carries out the task on an objection, whoever completes it and wherever: a named person decides, with a reason. */
public class ObjectionTask implements TaskListener {
    static final String DECISION = "decision";
    static final String REASON = "decisionReason";
    private static final String PAGE = "objectionPage";

    private final ObjectionDesk desk;
    private final IdentityService identities;

    public ObjectionTask(ObjectionDesk desk, IdentityService identities) {
        this.desk = desk;
        this.identities = identities;
    }

    @Override
    public void notify(DelegateTask task) {
        Verdict verdict = Verdict.find(task.getVariable(DECISION))
                .orElseThrow(() -> new Refused(
                        "verdict-missing", "decision: expected uphold or refuse, found " + task.getVariable(DECISION)));
        String reason = Optional.ofNullable((String) task.getVariable(REASON)).orElse("");
        desk.settle((String) task.getVariable(ObjectionDesk.OBJECTION), verdict, reason, decider());
        // what people write is kept in our own table; process variables hold ids only
        task.removeVariable(REASON);
        task.removeVariable(PAGE);
    }

    private String decider() {
        return Optional.ofNullable(identities.getCurrentAuthentication())
                .map(Authentication::getUserId)
                .orElseThrow(() -> new Refused(
                        "no-approver", "objection: expected a signed-in person to decide, found nobody signed in"));
    }
}
