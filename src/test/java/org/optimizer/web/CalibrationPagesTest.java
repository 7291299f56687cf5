package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proposing a draft, looking at what it would change, and taking its files along. */
class CalibrationPagesTest {
    private static final String PAGE = "/contests/contest-7/calibration";
    private static final String DRAFT = "/drafts/" + DemoCalibration.DRAFT;

    private final DemoCalibration calibration = PagesPreview.shared().getBean(DemoCalibration.class);

    @BeforeEach
    void reset() {
        calibration.reset();
        PagesPreview.shared().getBean(Doubles.Board.class).reset();
    }

    @Test
    void shadowWeeksAreTickedAndDraftsAreListed() {
        String page = People.visitor("operator").get(PAGE).body();
        assertThat(page)
                .containsPattern("value=\"2026-W37\" checked")
                .contains("value=\"2026-W47\"", "href=\"" + DRAFT + "\"", "après &lt;quatre&gt; semaines")
                .doesNotContainPattern("value=\"2026-W47\" checked");
    }

    @Test
    void aProposalLeadsToItsDraft() {
        HttpResponse<String> answer =
                People.visitor("contest-approver").post(PAGE, Map.of("weeks", "2026-W46", "why", "essai"), PAGE);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(DRAFT);
        assertThat(calibration.calls).containsExactly("propose contest-7 [2026-W46] essai contest-approver");
    }

    @Test
    void withoutAWeekTheProposalIsRefusedInWordsAndKeepsWhatWasTyped() {
        Visitor operator = People.visitor("operator");
        operator.post(PAGE, Map.of("why", "essai"), PAGE);
        assertThat(operator.get(PAGE).body()).contains("choisissez au moins une semaine", "value=\"essai\"");
        assertThat(calibration.calls).isEmpty();
    }

    @Test
    void aWeekThatIsNoWeekIsNotFound() {
        assertThat(People.visitor("operator")
                        .post(PAGE, Map.of("weeks", "next", "why", ""), PAGE)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDraftShowsCellsEffectAndWhatWasLeft() {
        String page = People.visitor("operator").get(DRAFT).body();
        assertThat(page)
                .contains("tipper-braking-strong", "à partir de (m/s²)", "<del>1,1</del>", "<strong>0,95</strong>")
                .containsPattern("centile 90 de 1.840 manœuvres")
                .contains("2 conducteurs sur 14 changent de rang", "personne ne change de rang")
                .contains("Podium avant\u00a0: 1. Conducteur 2 · 2. Conducteur 1 · 3. Conducteur 3")
                .contains("Podium inchangé\u00a0: 1. Conducteur 1")
                .contains("2 → 1", "▲1", "▼1")
                .contains("trop peu de manœuvres\u00a0: 143, il en faut 200", "aucune donnée dans ces semaines")
                .contains("Rien n’est changé pour l’instant", DRAFT + "/files")
                .doesNotContain("Les règles ont changé depuis");
    }

    @Test
    void aRuleAuthorProposesADraftAndSaysWhy() {
        DemoRules.Desk desk = PagesPreview.shared().getBean(DemoRules.Desk.class);
        desk.calls.clear();
        Visitor author = People.visitor("rule-author");
        assertThat(author.get(DRAFT).body()).contains(DRAFT + "/proposal", "value=\"après &lt;quatre&gt; semaines\"");
        assertThat(author.post(DRAFT + "/proposal", Map.of("why", "quatre semaines"), DRAFT)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith(DemoRules.PAGE);
        assertThat(desk.calls).containsExactly("propose CALIBRATION quatre semaines rule-author");
        assertThat(People.visitor("operator").get(DRAFT).body()).doesNotContain("/proposal");
    }

    @Test
    void aDraftThatWouldTakeALaterChangeBackIsNotProposed() {
        calibration.outdated = true;
        Visitor author = People.visitor("rule-author");
        author.post(DRAFT + "/proposal", Map.of("why", "x"), DRAFT);
        assertThat(author.get(DRAFT).body())
                .contains("il reviendrait sur ce changement")
                .doesNotContain("/proposal");
    }

    @Test
    void aDraftOfRulesThatHaveChangedSinceSaysSo() {
        calibration.outdated = true;
        assertThat(People.visitor("operator").get(DRAFT).body()).contains("Les règles ont changé depuis ce brouillon");
    }

    @Test
    void theChangedFilesComeAsAZip() throws Exception {
        Visitor operator = People.visitor("operator");
        HttpResponse<byte[]> answer = operator.bytes(DRAFT + "/files");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("rules-" + DemoCalibration.DRAFT + ".zip");
        assertThat(unpacked(answer.body()))
                .isEqualTo(Map.of("feature-mark.table.csv", "id,why\nx,é\n", "feature-mark.cases.csv", "case\n"));
    }

    private static Map<String, String> unpacked(byte[] zip) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void onlyWhoMayProposeSeesTheWayThere() {
        assertThat(People.visitor("operator").get("/").body()).contains("href=\"" + PAGE + "\"");
        assertThat(People.visitor("fleet-manager").get("/").body()).doesNotContain(PAGE);
    }

    @Test
    void aDraftThatIsNotThereIsNotFound() {
        assertThat(People.visitor("operator").get("/drafts/01X").statusCode()).isEqualTo(404);
        assertThat(People.visitor("operator").get("/drafts/01X/files").statusCode())
                .isEqualTo(404);
    }
}
