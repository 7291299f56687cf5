package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.model.Batch;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No route is open by accident: every route there is, asked by everybody there is. */
class AccessTest {
    private static final String WEEK = "/contests/contest-7/weeks/2026-W47";

    private static final String DAY = "/sites/quarry/vehicles/v1/days/2026-11-18";

    /** Route → address to ask → who may, in the order of People.ALL: y or n. */
    private static final Map<String, Probe> ROUTES = Map.ofEntries(
            Map.entry("GET /sign-in", new Probe("/sign-in", "yyyyyy")),
            Map.entry("GET /", new Probe("/", "nnyyyy")),
            Map.entry("GET /progress", new Probe("/progress", "nnyyyy")),
            Map.entry("POST /contests/{contestId}/weeks", new Probe("/contests/contest-7/weeks", "nnnnyy")),
            Map.entry("GET /contests/{contestId}/weeks/{week}", new Probe(WEEK, "nnyyyy")),
            Map.entry("GET /contests/{contestId}/weeks/{week}/messages", new Probe(WEEK + "/messages", "nnyyyy")),
            Map.entry(
                    "GET /contests/{contestId}/weeks/{week}/drivers/{driverId}",
                    new Probe(WEEK + "/drivers/d1", "nnyyyy")),
            Map.entry("POST /contests/{contestId}/weeks/{week}/exclusions", new Probe(WEEK + "/exclusions", "nnnyny")),
            Map.entry("POST /contests/{contestId}/weeks/{week}/inclusions", new Probe(WEEK + "/inclusions", "nnnyny")),
            Map.entry("POST /contests/{contestId}/weeks/{week}/decision", new Probe(WEEK + "/decision", "nnnyny")),
            Map.entry("GET /contests/{contestId}/weeks/{week}/review", new Probe(WEEK + "/review", "nnyyyy")),
            Map.entry(
                    "GET /contests/{contestId}/weeks/{week}/review/drivers/{driverId}",
                    new Probe(WEEK + "/review/drivers/d1", "nnyyyy")),
            Map.entry(
                    "POST /contests/{contestId}/weeks/{week}/review/exclusions",
                    new Probe(WEEK + "/review/exclusions", "nnnyny")),
            Map.entry(
                    "POST /contests/{contestId}/weeks/{week}/review/inclusions",
                    new Probe(WEEK + "/review/inclusions", "nnnyny")),
            Map.entry(
                    "POST /contests/{contestId}/weeks/{week}/review/wordings",
                    new Probe(WEEK + "/review/wordings", "nnnyny")),
            Map.entry(
                    "POST /contests/{contestId}/weeks/{week}/review/proposals",
                    new Probe(WEEK + "/review/proposals", "nnnyny")),
            Map.entry(
                    "POST /contests/{contestId}/weeks/{week}/review/undo", new Probe(WEEK + "/review/undo", "nnnyny")),
            Map.entry(
                    "POST /contests/{contestId}/weeks/{week}/review/assignee",
                    new Probe(WEEK + "/review/assignee", "nnnyny")),
            Map.entry(
                    "POST /contests/{contestId}/weeks/{week}/review/decision",
                    new Probe(WEEK + "/review/decision", "nnnyny")),
            Map.entry("GET /contests/{contestId}/fairness", new Probe("/contests/contest-7/fairness", "nnyyyy")),
            Map.entry(
                    "GET /contests/{contestId}/calibration", new Probe("/contests/contest-7/calibration", "nnnyyyyy")),
            Map.entry(
                    "POST /contests/{contestId}/calibration", new Probe("/contests/contest-7/calibration", "nnnyyyyy")),
            Map.entry("GET /drafts/{draftId}", new Probe("/drafts/" + DemoCalibration.DRAFT, "nnnyyyyy")),
            Map.entry(
                    "GET /drafts/{draftId}/files",
                    new Probe("/drafts/" + DemoCalibration.DRAFT + "/files", "nnnyyyyy")),
            Map.entry(
                    "POST /drafts/{draftId}/proposal",
                    new Probe("/drafts/" + DemoCalibration.DRAFT + "/proposal", "nnnnnyyy")),
            Map.entry(
                    "POST /contests/{contestId}/weeks/{week}/drivers/{driverId}/appeals",
                    new Probe(WEEK + "/drivers/d1/appeals", "nnnyny")),
            Map.entry("POST /contests/{contestId}/weeks/{week}/revisions", new Probe(WEEK + "/revisions", "nnnyny")),
            Map.entry("GET /backfill", new Probe("/backfill", "nnnnyy")),
            Map.entry("POST /backfill", new Probe("/backfill", "nnnnyy")),
            Map.entry("GET /backfill/{id}", new Probe("/backfill/" + DemoBackfills.ID, "nnnnyy")),
            Map.entry(
                    "GET /backfill/{id}/progress", new Probe("/backfill/" + DemoBackfills.ID + "/progress", "nnnnyy")),
            Map.entry("POST /backfill/{id}/cancel", new Probe("/backfill/none/cancel", "nnnnnn")),
            // a session opens nothing there: see BackfillPagesTest
            Map.entry("POST /api/backfills", new Probe("/api/backfills", "nnnnnn")),
            Map.entry("GET /api/backfills/{id}", new Probe("/api/backfills/" + DemoBackfills.ID, "nnnnnn")),
            Map.entry("GET /kpis", new Probe("/kpis", "nnyyyy")),
            Map.entry("GET /sites/{siteId}/kpis", new Probe("/sites/quarry/kpis", "nnyyyy")),
            Map.entry("GET /sites/{siteId}/kpis.xlsx", new Probe("/sites/quarry/kpis.xlsx", "nnyyyy")),
            Map.entry("GET /sites/{siteId}/kpis.csv", new Probe("/sites/quarry/kpis.csv", "nnyyyy")),
            Map.entry("GET /sites/{siteId}/vehicles/{vehicleId}/days/{day}", new Probe(DAY, "nnyyyy")),
            Map.entry(
                    "GET /sites/{siteId}/vehicles/{vehicleId}/days/{day}/map.json",
                    new Probe(DAY + "/map.json", "nnyyyy")),
            Map.entry("GET /zones", new Probe("/zones", "nnyyyy")),
            Map.entry("GET /sites/{siteId}/zones", new Probe("/sites/quarry/zones", "nnyyyy")),
            Map.entry("GET /sites/{siteId}/zones.geojson", new Probe("/sites/quarry/zones.geojson", "nnyyyy")),
            Map.entry("POST /sites/{siteId}/zones/import", new Probe("/sites/quarry/zones/import", "nnyyyy")),
            Map.entry("POST /sites/{siteId}/zones/trial", new Probe("/sites/quarry/zones/trial", "nnyyyy")),
            Map.entry("POST /sites/{siteId}/zones", new Probe("/sites/quarry/zones", "nnnnyy")),
            Map.entry("POST /sites/{siteId}/zones/pairs", new Probe("/sites/quarry/zones/pairs", "nnnnyy")),
            Map.entry("POST /sites/{siteId}/zones/again", new Probe("/sites/quarry/zones/again", "nnnnyy")),
            Map.entry("GET /rules", new Probe("/rules", "nnyyyyyy")),
            Map.entry("GET /rules/changes/{changeId}", new Probe(DemoRules.PAGE, "nnyyyyyy")),
            Map.entry("GET /rules/changes/{changeId}/progress", new Probe(DemoRules.PAGE + "/progress", "nnyyyyyy")),
            Map.entry("GET /rules/{table}", new Probe("/rules/contest", "nnyyyyyy")),
            Map.entry("POST /rules/{table}", new Probe("/rules/contest", "nnnnnyyy")),
            Map.entry("GET /rules/{table}/csv", new Probe("/rules/contest/csv", "nnyyyyyy")),
            Map.entry("GET /rules/workbook", new Probe("/rules/workbook", "nnyyyyyy")),
            Map.entry("POST /rules/upload", new Probe("/rules/upload", "nnnnnyyy")),
            Map.entry("GET /rules/versions", new Probe("/rules/versions", "nnyyyyyy")),
            Map.entry("POST /rules/changes/{changeId}/decision", new Probe(DemoRules.PAGE + "/decision", "nnnnnyny")),
            Map.entry(
                    "POST /rules/changes/{changeId}/withdrawal", new Probe(DemoRules.PAGE + "/withdrawal", "nnnnnyyy")),
            Map.entry("POST /rules/versions/{version}/return", new Probe("/rules/versions/v/return", "nnnnnyyy")),
            Map.entry("GET /sanity", new Probe("/sanity", "nnynyynn")),
            Map.entry("GET /sites/{siteId}/sanity", new Probe("/sites/quarry/sanity", "nnynyynn")),
            Map.entry("GET /sites/{siteId}/sanity.csv", new Probe("/sites/quarry/sanity.csv", "nnynyynn")),
            Map.entry("GET /sites/{siteId}/sanity/{subjectId}", new Probe("/sites/quarry/sanity/v1", "nnynyynn")),
            Map.entry("POST /sites/{siteId}/sanity/known", new Probe("/sites/quarry/sanity/known", "nnnnyy")),
            Map.entry("POST /sites/{siteId}/sanity/unknown", new Probe("/sites/quarry/sanity/unknown", "nnnnyy")),
            Map.entry("GET /providers", new Probe("/providers", "nnnnyy")),
            Map.entry("POST /providers/test", new Probe("/providers/test", "nnnnyy")),
            Map.entry("GET /rejects", new Probe("/rejects", "nnnnyy")),
            Map.entry("POST /rejects/replay", new Probe("/rejects/replay", "nnnnyy")),
            Map.entry("POST /rejects/dismiss", new Probe("/rejects/dismiss", "nnnnyy")),
            Map.entry("POST /rejects/held", new Probe("/rejects/held", "nnnnyy")),
            Map.entry("GET /sms/unclear", new Probe("/sms/unclear", "nnnyyy")),
            Map.entry("POST /sms/unclear", new Probe("/sms/unclear", "nnnyyy")),
            Map.entry("POST /sms/unclear/lift", new Probe("/sms/unclear/lift", "nnnyyy")),
            Map.entry("GET /webhooks/sms-inbound", new Probe("/webhooks/sms-inbound?messageId=x", "yyyyyy")),
            Map.entry("POST /webhooks/sms-inbound", new Probe("/webhooks/sms-inbound", "yyyyyy")),
            Map.entry("POST /webhooks/messages-status", new Probe("/webhooks/messages-status", "yyyyyy")),
            Map.entry("POST /webhooks/messages-inbound", new Probe("/webhooks/messages-inbound", "yyyyyy")),
            Map.entry("GET /webhooks/sms-receipt", new Probe("/webhooks/sms-receipt?messageId=x", "yyyyyy")),
            Map.entry("POST /webhooks/sms-receipt", new Probe("/webhooks/sms-receipt", "yyyyyy")),
            Map.entry("GET /camunda/app/cockpit/default/", new Probe("/camunda/app/cockpit/default/", "nnnnyy")),
            Map.entry("GET /camunda/app/tasklist/default/", new Probe("/camunda/app/tasklist/default/", "nnnyyyny")),
            Map.entry(
                    "GET /camunda/api/engine/engine/default/task",
                    new Probe("/camunda/api/engine/engine/default/task", "nnnyyyny")),
            Map.entry("GET /engine-rest/task", new Probe("/engine-rest/task", "nnnnyy")),
            Map.entry("GET /actuator/env", new Probe("/actuator/env", "nnnnnn")),
            Map.entry("GET /sms", new Probe("/sms", "nnnyyy")),
            Map.entry("POST /sms/stop", new Probe("/sms/stop", "nnnyyy")),
            Map.entry("POST /sms/release", new Probe("/sms/release", "nnnyyy")),
            Map.entry("POST /sms/opt-outs", new Probe("/sms/opt-outs", "nnnyyy")),
            Map.entry("POST /sms/opt-ins", new Probe("/sms/opt-ins", "nnnyyy")),
            Map.entry("GET /inbox", new Probe("/inbox", "nnnnyy")),
            Map.entry("POST /inbox/files", new Probe("/inbox/files", "nnnnyy")),
            Map.entry("POST /inbox/aside", new Probe("/inbox/aside", "nnnnyy")),
            Map.entry("POST /ingest/v1/badges", new Probe("/ingest/v1/badges", "nnnnnn")),
            Map.entry("GET /pushes", new Probe("/pushes", "nnnnyy")),
            Map.entry("POST /ingest/v1/eco-events", new Probe("/ingest/v1/eco-events", "nnnnnn")),
            Map.entry("POST /ingest/v1/traccar/positions", new Probe("/ingest/v1/traccar/positions", "nnnnnn")),
            Map.entry("POST /ingest/v1/traccar/events", new Probe("/ingest/v1/traccar/events", "nnnnnn")),
            // whoever has the link: see LinkPagesTest
            Map.entry("GET /m/{token}", new Probe(DemoObjections.PATH + "?lang=fr", "yyyyyy")),
            Map.entry("POST /m/{token}/objections", new Probe(DemoObjections.PATH + "/objections", "yyyyyy")),
            Map.entry("GET /objections", new Probe("/objections", "nnnyyyyy")),
            Map.entry("GET /objections/{id}", new Probe("/objections/" + DemoObjections.OPEN, "nnnyny")),
            Map.entry("POST /objections/{id}", new Probe("/objections/" + DemoObjections.OPEN, "nnnyny")),
            Map.entry("GET /webhooks/other", new Probe("/webhooks/other", "nnnnnn")));

    private record Probe(String address, String may) {

        /** Who has to do with rules alone may elsewhere what a fleet manager may. */
        private boolean isFor(int person) {
            return may.charAt(person < may.length() ? person : People.ALL.indexOf("fleet-manager")) == 'y';
        }
    }

    /** A link opens a week that is out. */
    @BeforeEach
    void theWeekIsOut() {
        PagesPreview.shared().getBean(Doubles.Desk.class).state = Batch.State.PUBLISHED;
    }

    @AfterEach
    void reset() {
        PagesPreview.shared().getBean(Doubles.Desk.class).reset();
    }

    @Test
    void everyRouteAnswersThoseWhoMayAndNobodyElse() {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < People.ALL.size(); i++) {
            Visitor visitor = People.visitor(People.ALL.get(i));
            for (Map.Entry<String, Probe> route : ROUTES.entrySet()) {
                boolean may = route.getValue().isFor(i);
                if (isLetIn(visitor, route.getKey(), route.getValue().address()) != may) {
                    wrong.add(route.getKey() + (may ? " is shut to " : " is open to ") + People.ALL.get(i));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A form without its fields is a bad request: whoever gets that far was let in. */
    private static boolean isLetIn(Visitor visitor, String route, String address) {
        if (address.startsWith("/webhooks") && route.startsWith("POST")) {
            return visitor.post(address, "application/json", "{}").statusCode() == 204;
        }
        int status = route.startsWith("GET")
                ? visitor.get(address).statusCode()
                : visitor.post(address, Map.of(), "/sign-in").statusCode();
        return status == 200 || status == 204 || status == 400;
    }

    @Test
    void theTableNamesEveryRouteOfThePages() {
        TreeSet<String> routes = new TreeSet<>();
        PagesPreview.shared()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getPackageName().startsWith("org.optimizer")) {
                        mapping.getMethodsCondition().getMethods().forEach(verb -> mapping.getPatternValues()
                                .forEach(pattern -> routes.add(verb + " " + pattern)));
                    }
                });
        assertThat(routes).isNotEmpty();
        assertThat(ROUTES.keySet()).containsAll(routes);
    }

    @Test
    void aPostWithoutTheFormsTokenIsRefused() {
        Visitor admin = People.visitor("admin");
        assertThat(admin.post(WEEK + "/decision", "application/x-www-form-urlencoded", "decision=CANCEL&revision=3")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void pagesForbidEverythingThatIsNotOurs() {
        var headers = People.visitor("admin").get("/").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void camundasPagesKeepTheirOwnPolicy() {
        var headers =
                People.visitor("admin").get("/camunda/app/cockpit/default/").headers();
        assertThat(headers.allValues("Content-Security-Policy")).hasSize(1);
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("nonce");
    }

    @Test
    void aWrongPasswordAndAnUnknownUserGetTheSameAnswer() {
        Visitor visitor = new Visitor();
        Stream.of(People.FORGETFUL, "no-such-user").forEach(user -> assertThat(
                        visitor.post("/sign-in", Map.of("username", user, "password", "wrong"), "/sign-in")
                                .headers()
                                .firstValue("Location")
                                .orElse(""))
                .endsWith("/sign-in?failed"));
    }

    @Test
    void signingOutEndsItForCamundasPagesToo() {
        Visitor admin = People.visitor("admin");
        admin.post("/sign-out", Map.of(), "/");
        assertThat(admin.get("/").statusCode()).isEqualTo(302);
        assertThat(admin.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    @Test
    void signingOutInCamundasPagesEndsItForOursToo() {
        Visitor admin = People.visitor("admin");
        assertThat(admin.post("/camunda/api/admin/auth/user/default/logout", "application/json", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(admin.get("/").statusCode()).isEqualTo(302);
    }
}
