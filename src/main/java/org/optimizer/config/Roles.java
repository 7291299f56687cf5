package org.optimizer.config;

import java.util.Locale;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The engine's groups, and the roles that Spring Security makes of them. */
final class Roles {
    static final String ADMIN_GROUP = "camunda-admin";
    static final String APPROVER_GROUP = "contest-approver";
    static final String OPERATOR_GROUP = "operator";
    static final String RULE_AUTHOR_GROUP = "rule-author";
    static final String RULE_APPROVER_GROUP = "rule-approver";

    static final String ADMIN = "ADMIN";
    static final String CONTEST_APPROVER = "CONTEST_APPROVER";
    static final String OPERATOR = "OPERATOR";
    static final String FLEET_MANAGER = "FLEET_MANAGER";
    static final String RULE_AUTHOR = "RULE_AUTHOR";
    static final String RULE_APPROVER = "RULE_APPROVER";

    private Roles() {}

    /** {@code contest-approver} is ROLE_CONTEST_APPROVER; the engine's own admin group is plainly ROLE_ADMIN. */
    static GrantedAuthority ofGroup(String groupId) {
        String role = groupId.equals(ADMIN_GROUP)
                ? ADMIN
                : groupId.toUpperCase(Locale.ROOT).replace('-', '_');
        return new SimpleGrantedAuthority("ROLE_" + role);
    }
}
