package org.optimizer.config;

import java.util.List;
import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Signs people in with the engine's users and groups, the product's one user base. */
class EngineUsers implements AuthenticationProvider {
    private final IdentityService identityService;

    EngineUsers(IdentityService identityService) {
        this.identityService = identityService;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String userId = asked.getName();
        if (!isRightPassword(userId, asked.getCredentials())) {
            throw new BadCredentialsException("user id or password is wrong, or the user is locked for a while");
        }
        return UsernamePasswordAuthenticationToken.authenticated(userId, null, rolesOf(userId));
    }

    private boolean isRightPassword(String userId, Object password) {
        try {
            return password != null && identityService.checkPassword(userId, password.toString());
        } catch (AuthenticationException locked) {
            return false; // after wrong tries the engine makes a user wait; a stranger is not told
        }
    }

    private List<GrantedAuthority> rolesOf(String userId) {
        return identityService.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .map(Roles::ofGroup)
                .toList();
    }

    @Override
    public boolean supports(Class<?> token) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(token);
    }
}
