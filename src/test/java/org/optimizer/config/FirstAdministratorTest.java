package org.optimizer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionOperations;

/** The first start on a fresh database, and the ones after it. */
class FirstAdministratorTest {
    private static final Pattern SHOWN = Pattern.compile("password  (\\S+)");

    private final ProcessEngine engine = engine();
    private final IdentityService identity = engine.getIdentityService();
    private final List<String> console = new ArrayList<>();

    private static ProcessEngine engine() {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("engine-" + UUID.randomUUID());
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setAuthorizationEnabled(true);
        configuration.getProcessEnginePlugins().add(new SafeEngine());
        return configuration.buildProcessEngine();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void start(Optional<Path> passwordFile) {
        GroupGrants grants =
                new GroupGrants(engine.getAuthorizationService(), engine.getFilterService(), engine.getTaskService());
        start(grants, passwordFile, false);
    }

    private void start(GroupGrants grants, Optional<Path> passwordFile, boolean demo) {
        new FirstAdministrator(
                        identity, grants, TransactionOperations.withoutTransaction(), passwordFile, demo, console::add)
                .afterSingletonsInstantiated();
    }

    @Test
    void inTheDemoThereIsSomebodyWhoApprovesWhatTheAdministratorProposes() {
        GroupGrants grants =
                new GroupGrants(engine.getAuthorizationService(), engine.getFilterService(), engine.getTaskService());
        start(grants, Optional.empty(), true);
        start(grants, Optional.empty(), true);

        assertThat(console).hasSize(2);
        Matcher shown = SHOWN.matcher(console.get(1));
        assertThat(shown.find()).isTrue();
        assertThat(shown.group(1)).isNotEqualTo(shownPassword());
        assertThat(identity.checkPassword("approbateur", shown.group(1))).isTrue();
        assertThat(identity.createGroupQuery().groupMember("approbateur").list())
                .extracting(Group::getId)
                .containsExactly("rule-approver");
    }

    @Test
    void outsideOfTheDemoThereIsNobodyElse() {
        start(Optional.empty());

        assertThat(identity.createUserQuery().count()).isOne();
    }

    private String shownPassword() {
        Matcher shown = SHOWN.matcher(console.get(0));
        assertThat(shown.find()).as("a password in: " + console.get(0)).isTrue();
        return shown.group(1);
    }

    @Test
    void aFreshDatabaseGetsAnAdministratorWhosePasswordIsShownOnce() {
        start(Optional.empty());
        start(Optional.empty());

        assertThat(console).hasSize(1);
        assertThat(shownPassword()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(identity.checkPassword("admin", shownPassword())).isTrue();
        assertThat(identity.checkPassword("admin", "admin")).isFalse();
    }

    @Test
    void twoDatabasesGetTwoPasswords() {
        start(Optional.empty());
        ProcessEngine other = engine();
        List<String> otherConsole = new ArrayList<>();
        new FirstAdministrator(
                        other.getIdentityService(),
                        new GroupGrants(
                                other.getAuthorizationService(), other.getFilterService(), other.getTaskService()),
                        TransactionOperations.withoutTransaction(),
                        Optional.empty(),
                        false,
                        otherConsole::add)
                .afterSingletonsInstantiated();
        other.close();

        assertThat(otherConsole.get(0)).doesNotContain(shownPassword());
    }

    @Test
    void aPasswordFromAFileIsNotShown(@TempDir Path folder) throws IOException {
        start(Optional.of(Files.writeString(folder.resolve("password"), "correct-horse-battery\n")));

        assertThat(identity.checkPassword("admin", "correct-horse-battery")).isTrue();
        assertThat(console.get(0)).doesNotContain("correct-horse-battery");
    }

    @Test
    void aShortPasswordStopsTheStart(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "elevenchars");

        assertThatThrownBy(() -> start(Optional.of(file)))
                .hasMessageContaining(file.toString())
                .hasMessageContaining("at least 12 characters, found 11");
        assertThat(identity.createUserQuery().count()).isZero();
    }

    @Test
    void aMissingPasswordFileStopsTheStart(@TempDir Path folder) {
        assertThatThrownBy(() -> start(Optional.of(folder.resolve("none"))))
                .hasMessageContaining("none: expected a readable text file");
    }

    @Test
    void anInstallationThatLostItsAdministratorsGetsOneAgain() {
        start(Optional.empty());
        identity.deleteMembership("admin", "camunda-admin");
        start(Optional.empty());

        assertThat(console).hasSize(2);
        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").count())
                .isOne();
    }

    @Test
    void approversSeeTheirTasksInTasklistAndNothingElse() {
        start(Optional.empty());
        Task task = engine.getTaskService().newTask();
        engine.getTaskService().saveTask(task);
        engine.getTaskService().addCandidateGroup(task.getId(), "contest-approver");

        identity.setAuthentication("anna", List.of("contest-approver"));

        String filter =
                engine.getFilterService().createFilterQuery().singleResult().getId();
        assertThat(engine.getFilterService().count(filter)).isOne();
        assertThat(isAllowed("contest-approver", Permissions.ACCESS, "tasklist"))
                .isTrue();
        assertThat(isAllowed("contest-approver", Permissions.ACCESS, "cockpit")).isFalse();
        assertThat(isAllowed("operator", Permissions.ACCESS, "cockpit")).isTrue();
        assertThat(isAllowed("operator", Permissions.ACCESS, "admin")).isFalse();
    }

    private boolean isAllowed(String groupId, Permissions permission, String application) {
        return engine.getAuthorizationService()
                .isUserAuthorized("anna", List.of(groupId), permission, Resources.APPLICATION, application);
    }

    @Test
    void operatorsCanNeitherStartNorMoveAProcessAsTheyLike() {
        start(Optional.empty());
        var service = engine.getAuthorizationService();
        List<String> operator = List.of("operator");
        assertThat(service.isUserAuthorized("otto", operator, Permissions.READ, Resources.PROCESS_DEFINITION, "*"))
                .isTrue();
        assertThat(service.isUserAuthorized(
                        "otto", operator, Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "*"))
                .isFalse();
        assertThat(service.isUserAuthorized(
                        "otto", operator, Permissions.UPDATE_INSTANCE, Resources.PROCESS_DEFINITION, "*"))
                .isFalse();
        assertThat(service.isUserAuthorized(
                        "otto", operator, Permissions.UPDATE_TASK, Resources.PROCESS_DEFINITION, "*"))
                .isFalse();
    }
}
