package org.optimizer.config;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;

/**
 * What the groups may do in the engine. Operators see everything that runs and retry what failed; they may not start or move a
 * process at a step of their choice nor complete another's task, since that would be a way around the review.
 */
class GroupGrants {
    private static final String REVIEW_FILTER = "Semaines à valider · Weeks to review";
    private static final String RULES_FILTER = "Règles à décider · Rules to decide";

    private final AuthorizationService authorizationService;
    private final FilterService filterService;
    private final TaskService taskService;

    GroupGrants(AuthorizationService authorizationService, FilterService filterService, TaskService taskService) {
        this.authorizationService = authorizationService;
        this.filterService = filterService;
        this.taskService = taskService;
    }

    void seeToAll() {
        for (Resource resource : Resources.values()) {
            grant(Roles.ADMIN_GROUP, resource, Authorization.ANY, Permissions.ALL);
        }
        grantTasks(Roles.APPROVER_GROUP, "weekly-contest", REVIEW_FILTER);
        grantTasks(Roles.RULE_APPROVER_GROUP, "change-rules", RULES_FILTER);
        for (String process : new String[] {"settle-unclear-sms", "handle-objection"}) {
            grant(
                    Roles.APPROVER_GROUP,
                    Resources.PROCESS_DEFINITION,
                    process,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_TASK);
        }
        for (String application : new String[] {"cockpit", "tasklist", "welcome"}) {
            grant(Roles.OPERATOR_GROUP, Resources.APPLICATION, application, Permissions.ACCESS);
        }
        grant(
                Roles.OPERATOR_GROUP,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.RETRY_JOB);
        grant(Roles.OPERATOR_GROUP, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ);
        grant(Roles.OPERATOR_GROUP, Resources.FILTER, filter(REVIEW_FILTER, Roles.APPROVER_GROUP), Permissions.READ);
    }

    /** A group decides the tasks of one process, in Tasklist or on our pages. */
    private void grantTasks(String groupId, String process, String filter) {
        grant(groupId, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(groupId, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        grant(
                groupId,
                Resources.PROCESS_DEFINITION,
                process,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_TASK);
        grant(groupId, Resources.FILTER, filter(filter, groupId), Permissions.READ);
    }

    /** Tasklist shows tasks through filters only. */
    private String filter(String name, String groupId) {
        Filter known = filterService.createTaskFilterQuery().filterName(name).singleResult();
        return known == null ? makeFilter(name, groupId) : known.getId();
    }

    private String makeFilter(String name, String groupId) {
        Filter filter = filterService
                .newTaskFilter(name)
                .setQuery(taskService
                        .createTaskQuery()
                        .taskCandidateGroup(groupId)
                        .includeAssignedTasks());
        return filterService.saveFilter(filter).getId();
    }

    private void grant(String groupId, Resource resource, String resourceId, Permission... permissions) {
        if (isGranted(groupId, resource, resourceId)) {
            return;
        }
        Authorization grant = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(groupId);
        grant.setResource(resource);
        grant.setResourceId(resourceId);
        grant.setPermissions(permissions);
        authorizationService.saveAuthorization(grant);
    }

    private boolean isGranted(String groupId, Resource resource, String resourceId) {
        return authorizationService
                        .createAuthorizationQuery()
                        .groupIdIn(groupId)
                        .resourceType(resource)
                        .resourceId(resourceId)
                        .count()
                > 0;
    }
}
