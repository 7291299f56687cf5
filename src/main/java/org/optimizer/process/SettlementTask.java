package org.optimizer.process;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.optimizer.process.ReviewDesk.Refused;

/** Guards the task on unclear messages: a named person decides, and decides something. */
public class SettlementTask implements TaskListener {
    private final IdentityService identities;

    public SettlementTask(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public void notify(DelegateTask task) {
        Object settlement = task.getVariable("settlement");
        if (!"resend".equals(settlement) && !"abandon".equals(settlement)) {
            throw new Refused("decision-missing", "settlement: expected resend or abandon, found " + settlement);
        }
        task.setVariable(
                "settledBy",
                Optional.ofNullable(identities.getCurrentAuthentication())
                        .map(Authentication::getUserId)
                        .orElseThrow(() -> new Refused(
                                "no-approver",
                                "unclear messages: expected a signed-in person to decide, found nobody signed in")));
    }
}
