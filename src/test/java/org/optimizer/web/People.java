package org.optimizer.web;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;

/** Somebody of every kind, in the preview's user base. */
final class People {
    static final String PASSWORD = "a-long-password";
    static final List<String> ALL = List.of(
            "stranger",
            "nobody",
            "fleet-manager",
            "contest-approver",
            "operator",
            "admin",
            "rule-author",
            "rule-approver");

    /** Whom the engine makes wait after a wrong password; nobody else should be. */
    static final String FORGETFUL = "forgetful";

    private People() {}

    static Visitor visitor(String who) {
        makeAll();
        return switch (who) {
            case "stranger" -> new Visitor();
            case "admin" -> Visitor.signedIn("admin", PagesPreview.PASSWORD);
            default -> Visitor.signedIn(who, PASSWORD);
        };
    }

    private static synchronized void makeAll() {
        IdentityService identity = PagesPreview.shared().getBean(IdentityService.class);
        if (identity.createGroupQuery().groupId("fleet-manager").count() == 0) {
            Group group = identity.newGroup("fleet-manager");
            identity.saveGroup(group);
            List.of("nobody", FORGETFUL).forEach(id -> make(identity, id));
            for (String id : List.of("fleet-manager", "contest-approver", "operator", "rule-author", "rule-approver")) {
                make(identity, id);
                identity.createMembership(id, id);
            }
        }
    }

    private static void make(IdentityService identity, String id) {
        User user = identity.newUser(id);
        user.setPassword(PASSWORD);
        identity.saveUser(user);
    }
}
