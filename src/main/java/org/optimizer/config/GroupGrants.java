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
        grant(Roles.APPROVER_GROUP, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(Roles.APPROVER_GROUP, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        grant(
                Roles.APPROVER_GROUP,
                Resources.PROCESS_DEFINITION,
                "weekly-contest",
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_TASK);
        grant(
                Roles.APPROVER_GROUP,
                Resources.PROCESS_DEFINITION,
                "handle-objection",
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_TASK);
        grant(Roles.APPROVER_GROUP, Resources.FILTER, reviewFilter(), Permissions.READ);
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
        grant(Roles.OPERATOR_GROUP, Resources.FILTER, reviewFilter(), Permissions.READ);
    }

    /** Tasklist shows tasks through filters only. */
    private String reviewFilter() {
        Filter known =
                filterService.createTaskFilterQuery().filterName(REVIEW_FILTER).singleResult();
        return known == null ? makeReviewFilter() : known.getId();
    }

    private String makeReviewFilter() {
        Filter filter = filterService
                .newTaskFilter(REVIEW_FILTER)
                .setQuery(taskService
                        .createTaskQuery()
                        .taskCandidateGroup(Roles.APPROVER_GROUP)
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
