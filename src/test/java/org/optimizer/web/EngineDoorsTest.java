package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's known holes are closed, and its REST interface acts for the person who calls. */
class EngineDoorsTest {
    private static final String ADMIN = "admin:" + PagesPreview.PASSWORD;
    private static final String OPERATOR = "operator:" + People.PASSWORD;

    private final Visitor visitor = new Visitor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}]}",
                "{\"orQueries\":[{\"orQueries\":[{\"dueDateExpression\":\"${1+1}\"}]}]}",
                "{\"orQueries\":[{\"\\u0061ssigneeExpression\":\"${1+1}\"}]}",
                "{\"OrQueries\":[{\"assigneeEXPRESSION\":\"${1+1}\"}]}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}],\"orQueries\":[]}",
                "[{\"query\":{\"orQueries\":[{\"candidateGroupExpression\":\"${1+1}\"}]}}]",
                "{\"orQueries\":"
            })
    void aQueryThatCarriesCodeIsRefusedEvenFromAnAdministrator(String query) {
        assertThat(visitor.postAs(ADMIN, "/engine-rest/task", query).statusCode())
                .isEqualTo(400);
        Visitor signedIn = People.visitor("admin");
        assertThat(signedIn.post("/camunda/api/engine/engine/default/task", "application/json", query)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aQueryWithoutCodeIsAnswered() {
        String query = "{\"orQueries\":[{\"assignee\":\"admin\",\"candidateGroup\":\"operator\"}]}";
        assertThat(visitor.postAs(ADMIN, "/engine-rest/task", query).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBodyBeyondReasonIsRefused() {
        String query = "{\"name\":\"" + "x".repeat(1 << 20) + "\"}";
        assertThat(visitor.postAs(ADMIN, "/engine-rest/task", query).statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/admin/default/setup/",
                "/camunda/app/admin/default/%73etup/",
                "/camunda/app/welcome/default/setup/",
                "/camunda/api/admin/setup/default/user/create"
            })
    void theSetUpPageIsShut(String address) {
        Visitor admin = People.visitor("admin");
        assertThat(admin.get(address).statusCode()).isEqualTo(403);
        assertThat(admin.post(address, "application/json", "{}").statusCode()).isEqualTo(403);
        assertThat(visitor.post(address, "application/json", "{}").statusCode()).isIn(302, 401, 403);
    }

    @Test
    void nobodyDeploysOverHttp() {
        Stream.of("/engine-rest/deployment/create", "/engine-rest/engine/default/deployment/create")
                .forEach(address -> assertThat(
                                visitor.postAs(ADMIN, address, "{}").statusCode())
                        .isEqualTo(403));
    }

    @Test
    void restActsForTheCaller() {
        People.visitor("operator");
        assertThat(visitor.getAs(ADMIN, "/engine-rest/user").body()).contains("operator");
        assertThat(visitor.getAs(OPERATOR, "/engine-rest/user").body()).doesNotContain("admin");
    }

    @Test
    void restAsksForAPasswordWithoutTheBrowsersDialogue() {
        var refused = visitor.getAs("no-such-user:wrong", "/engine-rest/task");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void restNeedsTheTokenWhenTheSessionSpeaksForTheCaller() {
        Visitor admin = People.visitor("admin");
        assertThat(admin.get("/engine-rest/task").statusCode()).isEqualTo(200);
        assertThat(admin.post("/engine-rest/task", "application/json", "{}").statusCode())
                .isEqualTo(403);
    }
}
