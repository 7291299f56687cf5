package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.model.Batch;
import org.optimizer.model.ScoringMethod;

/** What the review page offers, to whom, and what it says when something is refused. */
class ReviewPagesTest {
    private static final String WEEK = "/contests/contest-7/weeks/2026-W47";

    private final Doubles.Desk desk = PagesPreview.shared().getBean(Doubles.Desk.class);

    @BeforeEach
    void reset() {
        desk.reset();
    }

    @Test
    void whoMayNotDecideMayRead() {
        String page = People.visitor("operator").get(WEEK).body();
        assertThat(page).contains("Amélie Fontaine", "Vous pouvez la lire, pas en décider");
        assertThat(page).doesNotContain(WEEK + "/decision", WEEK + "/exclusions");
    }

    @Test
    void anApproverSeesNoWayToCockpitAndAFleetManagerNoneToTasks() {
        assertThat(People.visitor("contest-approver").get("/").body())
                .contains("/camunda/app/tasklist/")
                .doesNotContain("/camunda/app/cockpit/");
        assertThat(People.visitor("fleet-manager").get("/").body()).doesNotContain("/camunda/app/");
    }

    @Test
    void aWeekThatIsDecidedCanOnlyBeRead() {
        desk.state = Batch.State.CLOSED;
        assertThat(People.visitor("contest-approver").get(WEEK).body())
                .contains("SMS de la semaine")
                .doesNotContain(WEEK + "/decision", WEEK + "/exclusions");
    }

    @Test
    void aWeekWithoutDataSaysSoAndSendsToTheTasks() {
        desk.state = Batch.State.EMPTY;
        assertThat(People.visitor("contest-approver").get(WEEK).body())
                .contains("Aucun trajet", "Ouvrir les tâches")
                .doesNotContain(WEEK + "/decision");
    }

    @Test
    void anExclusionWithoutAReasonIsRefusedAtTheDriver() {
        Visitor approver = People.visitor("contest-approver");
        Map<String, String> form = Map.of("driverId", "d2", "revision", "3", "reason", " ");

        HttpResponse<String> answer = approver.post(WEEK + "/exclusions", form, WEEK);

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(WEEK + "#driver-d2");
        assertThat(cellOf("d2", approver.get(WEEK).body())).contains("un motif est nécessaire");
        assertThat(desk.excluded).isEmpty();
    }

    @Test
    void anExclusionOnOldMarksIsRefusedAndKeepsWhatWasTyped() {
        Visitor approver = People.visitor("contest-approver");
        Map<String, String> form = Map.of("driverId", "d2", "revision", "2", "reason", "trou GPS");

        approver.post(WEEK + "/exclusions", form, WEEK);

        assertThat(cellOf("d2", approver.get(WEEK).body())).contains("notée de nouveau", "value=\"trou GPS\"");
        assertThat(desk.calls).isEmpty();
    }

    private static String cellOf(String driverId, String page) {
        int from = page.indexOf("id=\"driver-" + driverId + "\"");
        return page.substring(from, page.indexOf("</tr>", from));
    }

    @Test
    void aStrangeDriverIdComesBackEncoded() {
        Map<String, String> form = Map.of("driverId", "{x} \r\n<b>", "revision", "2", "reason", "y");
        HttpResponse<String> answer = People.visitor("contest-approver").post(WEEK + "/exclusions", form, WEEK);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("#driver-%7Bx%7D%20%0D%0A%3Cb%3E");
    }

    @Test
    void whatPeopleTypeIsShownAsText() {
        Visitor approver = People.visitor("contest-approver");
        approver.post(
                WEEK + "/exclusions", Map.of("driverId", "d2", "revision", "3", "reason", "<script>1</script>"), WEEK);
        assertThat(approver.get(WEEK).body())
                .contains("&lt;script&gt;1&lt;/script&gt;")
                .doesNotContain("<script>1");
    }

    @Test
    void aWeekThatIsThereAlreadyIsNotStarted() {
        Visitor operator = People.visitor("operator");
        operator.post("/contests/contest-7/weeks", Map.of("week", "2026-W47"), "/");
        assertThat(operator.get("/").body()).contains("S47 existe déjà");
    }

    @Test
    void aWeekThatIsNoWeekIsSaidSo() {
        Visitor operator = People.visitor("operator");
        operator.post("/contests/contest-7/weeks", Map.of("week", "next"), "/");
        assertThat(operator.get("/").body()).contains("Rien n’a été lancé", "class=\"refusal\"");
    }

    @Test
    void anAbsoluteWeekShowsTheRelativeMarksBeside() {
        String page = People.visitor("operator").get(WEEK).body();
        assertThat(page).contains("Méthode de 2019, à côté", "41 départs, 212 en tout", "il faut 50");
        assertThat(cellOf("d1", page)).contains("16,7").doesNotContain("26,0");
        assertThat(People.visitor("operator").get(WEEK + "/drivers/d1").body())
                .contains("Méthode de 2019", "26,0 sur 30, rang 1", "<small>/20</small>");
    }

    @Test
    void aRelativeWeekIsRankedInMarksOfTenWithTheAbsoluteOnesBeside() {
        desk.method = ScoringMethod.RELATIVE;

        String page = People.visitor("operator").get(WEEK).body();

        assertThat(page).contains("Méthode absolue, à côté").doesNotContain("Méthode de 2019, à côté");
        assertThat(cellOf("d1", page)).contains("<strong>26,0</strong>").doesNotContain("16,7");
        assertThat(People.visitor("operator").get(WEEK + "/drivers/d1").body())
                .contains("D’où viennent ces notes", "<small>/30</small>")
                .doesNotContain("<small>/20</small>");
    }

    @Test
    void theLanguageThatIsChosenStays() {
        Visitor admin = People.visitor("admin");
        assertThat(admin.get("/?lang=en").body()).contains("<html lang=\"en\">");
        assertThat(admin.get(WEEK).body()).contains("To look at first");
    }

    @Test
    void theReviewPutsAnomaliesFirstAndWorksWithoutAScript() {
        Visitor approver = People.visitor("contest-approver");
        String page = approver.get(WEEK + "/review").body();
        assertThat(page.indexOf("driver-d10")).isBetween(1, page.indexOf("driver-d1\""));
        assertThat(page).contains("13 SMS", "0,91", "Personne ne l’a pris").doesNotContain("??");

        approver.post(
                WEEK + "/review/exclusions", Map.of("driverId", "d2", "revision", "3", "reason", "trou GPS"), WEEK);
        assertThat(approver.get(WEEK + "/review?show=excluded").body())
                .contains("driver-d2", "trou GPS")
                .doesNotContain("driver-d3");
        approver.post(WEEK + "/review/undo", Map.of("revision", "4"), WEEK);
        approver.post(
                WEEK + "/review/wordings", Map.of("driverId", "d1", "revision", "5", "text", "Rang {rank}"), WEEK);
        approver.post(WEEK + "/review/assignee", Map.of("release", "false"), WEEK);

        assertThat(desk.assignee).isPresent();
        assertThat(desk.calls)
                .anyMatch(call -> call.startsWith("exclude d2 trou GPS"))
                .anyMatch(call -> call.startsWith("undo"))
                .anyMatch(call -> call.startsWith("reword d1 Rang {rank}"))
                .anyMatch(call -> call.startsWith("look  "));
    }

    @Test
    void aWordingThatCannotBeSentIsRefusedInWords() {
        Visitor approver = People.visitor("contest-approver");
        approver.post(
                WEEK + "/review/wordings", Map.of("driverId", "d1", "revision", "3", "text", "Rang {place}"), WEEK);
        assertThat(approver.get(WEEK + "/review").body()).contains("un mot entre accolades qui n’existe pas");
        assertThat(desk.wordings).isEmpty();
    }

    @Test
    void whoMayNotDecideReadsTheReviewOnly() {
        assertThat(People.visitor("operator").get(WEEK + "/review").body())
                .contains("Vous pouvez lire cette revue")
                .doesNotContain("/review/decision", "/review/exclusions");
    }

    @Test
    void theFirstPageSaysThatAReviewIsOverdueAndWhoHasIt() {
        assertThat(People.visitor("operator").get("/").body())
                .contains(WEEK + "/review\"", "En retard", "Pris par anne");
    }
}
