package org.optimizer.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sees to it, before the first page answers, that there is an administrator: an engine without one makes the first visitor it. The
 * password is made at random and shown once on the console, or comes from a file; the engine keeps only its salted hash.
 */
class FirstAdministrator implements SmartInitializingSingleton {
    static final String USER_ID = "admin";
    /** Decides on changes of the rules: nobody may decide on his own. */
    static final String DEMO_APPROVER_ID = "approbateur";

    private static final int SHORTEST_PASSWORD = 12;
    /** Without those that are mistaken for each other: 31 characters, 20 of them make 99 bits. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final IdentityService identityService;
    private final GroupGrants grants;
    private final TransactionOperations transaction;
    private final Optional<Path> passwordFile;
    private final boolean demo;
    private final Consumer<String> console;

    /** @param demo whether the administrator gets somebody beside him who can approve what he proposes */
    FirstAdministrator(
            IdentityService identityService,
            GroupGrants grants,
            TransactionOperations transaction,
            Optional<Path> passwordFile,
            boolean demo,
            Consumer<String> console) {
        this.identityService = identityService;
        this.grants = grants;
        this.transaction = transaction;
        this.passwordFile = passwordFile;
        this.demo = demo;
        this.console = console;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (identityService.isReadOnly()) {
            return; // users and groups are kept elsewhere, such as in LDAP
        }
        transaction.executeWithoutResult(status -> seeToGroups());
        if (identityService.createUserQuery().memberOfGroup(Roles.ADMIN_GROUP).count() == 0) {
            String password = passwordFile.map(FirstAdministrator::read).orElseGet(FirstAdministrator::random);
            transaction.executeWithoutResult(status -> makeAdministrator(password));
            console.accept(announcement(password));
            seeToSecondPerson();
        }
    }

    private void seeToSecondPerson() {
        if (demo && identityService.createUserQuery().userId(DEMO_APPROVER_ID).count() == 0) {
            String password = random();
            transaction.executeWithoutResult(status -> makeApprover(password));
            console.accept("""
                      Nobody approves his own change of the rules. In the demo there is a second person:
                      Sign in as  %s  with the password  %s
                    """.formatted(DEMO_APPROVER_ID, password));
        }
    }

    private void makeApprover(String password) {
        User user = identityService.newUser(DEMO_APPROVER_ID);
        user.setFirstName("Second");
        user.setLastName("Approver");
        user.setPassword(password);
        identityService.saveUser(user);
        identityService.createMembership(DEMO_APPROVER_ID, Roles.RULE_APPROVER_GROUP);
    }

    private void seeToGroups() {
        seeToGroup(Roles.ADMIN_GROUP, "Administrators", "SYSTEM");
        seeToGroup(Roles.APPROVER_GROUP, "Contest approvers", "WORKFLOW");
        seeToGroup(Roles.OPERATOR_GROUP, "Operators", "WORKFLOW");
        seeToGroup(Roles.RULE_AUTHOR_GROUP, "Rule authors", "WORKFLOW");
        seeToGroup(Roles.RULE_APPROVER_GROUP, "Rule approvers", "WORKFLOW");
        grants.seeToAll();
    }

    private void seeToGroup(String id, String name, String type) {
        if (identityService.createGroupQuery().groupId(id).count() == 0) {
            Group group = identityService.newGroup(id);
            group.setName(name);
            group.setType(type);
            identityService.saveGroup(group);
        }
    }

    private void makeAdministrator(String password) {
        User known = identityService.createUserQuery().userId(USER_ID).singleResult();
        User user = known == null ? identityService.newUser(USER_ID) : known;
        user.setFirstName(known == null ? "First" : known.getFirstName());
        user.setLastName(known == null ? "Administrator" : known.getLastName());
        user.setPassword(password);
        identityService.saveUser(user);
        identityService.createMembership(USER_ID, Roles.ADMIN_GROUP);
    }

    private String announcement(String password) {
        String shown = passwordFile.isPresent() ? "the password in " + passwordFile.get() : "the password  " + password;
        return """

                First start: there was no administrator, so one was made.
                  Sign in as  %s  with %s
                  It is shown this once and kept nowhere. Change it on the page /camunda/app/admin/.
                """.formatted(USER_ID, shown);
    }

    private static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private static String read(Path file) {
        try {
            String password = Files.readString(file).strip();
            if (password.length() < SHORTEST_PASSWORD) {
                throw new IllegalStateException("optimizer.admin.password-file=" + file.toAbsolutePath()
                        + ": expected a password of at least " + SHORTEST_PASSWORD + " characters, found "
                        + password.length()
                        + "; write a longer one into it");
            }
            return password;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "optimizer.admin.password-file=" + file.toAbsolutePath()
                            + ": expected a readable text file with the password; make it, or take the setting away",
                    e);
        }
    }
}
