package org.optimizer.web;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Who looks at a page; the name is empty before the sign-in. What he may do is enforced elsewhere, here it is only shown. */
record Reader(String name, Set<String> roles) {
    static Reader of(Authentication user) {
        if (user == null) {
            return new Reader("", Set.of());
        }
        return new Reader(
                user.getName(),
                user.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    public boolean isKnown() {
        return !name.isEmpty();
    }

    /** May decide on a week. */
    public boolean approves() {
        return isOneOf("ROLE_ADMIN", "ROLE_CONTEST_APPROVER");
    }

    /** May start weeks and see Cockpit. */
    public boolean operates() {
        return isOneOf("ROLE_ADMIN", "ROLE_OPERATOR");
    }

    public boolean usesTasklist() {
        return isOneOf("ROLE_ADMIN", "ROLE_OPERATOR", "ROLE_CONTEST_APPROVER", "ROLE_RULE_APPROVER");
    }

    /** May make a draft of the rules from past weeks. */
    public boolean calibrates() {
        return authorsRules() || isOneOf("ROLE_OPERATOR", "ROLE_CONTEST_APPROVER");
    }

    /** May propose a change of the rules, and take it back. */
    public boolean authorsRules() {
        return isOneOf("ROLE_ADMIN", "ROLE_RULE_AUTHOR", "ROLE_RULE_APPROVER");
    }

    /** May decide on somebody else's change of the rules. */
    public boolean approvesRules() {
        return isOneOf("ROLE_ADMIN", "ROLE_RULE_APPROVER");
    }

    /** May see what is missing in the data. */
    public boolean readsSanity() {
        return isOneOf("ROLE_ADMIN", "ROLE_OPERATOR", "ROLE_FLEET_MANAGER");
    }

    private boolean isOneOf(String... some) {
        return Set.of(some).stream().anyMatch(roles::contains);
    }
}
