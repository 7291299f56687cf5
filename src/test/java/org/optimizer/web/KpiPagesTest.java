package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages of activity show, and what they hand out. */
class KpiPagesTest {
    private static final String WEEK = "/sites/quarry/kpis?week=2026-W47";
    private static final String DAY = "/sites/quarry/vehicles/v1/days/2026-11-18";

    private final Visitor manager = People.visitor("fleet-manager");

    @Test
    void aDayThatIsRecordedTooThinlyIsNamedAndCountsNowhere() {
        String page = manager.get(WEEK).body();

        assertThat(page).contains("Benne 4, mar. 17 nov. 2026\u00a0: couverture 62\u00a0%, il faut 85\u00a0%");
        assertThat(page).contains("24\u00a0/\u00a025");
        assertThat(figure(page, "Cycles")).as("24 days of 5").contains("<strong><span>120</span>", "24 incomplets");
    }

    private static String figure(String page, String name) {
        int from = page.indexOf("<p class=\"figure\"><span>" + name + "</span>");
        return page.substring(from, page.indexOf("</p>", from));
    }

    @Test
    void theOldDefinitionKeepsItsNameAndItsFigure() {
        // Σ idle 24 days: 5 × (0.2 + 0.4 + 0.6 + 1.0) + 4 × 0.8 h of 24 × 8 h
        assertThat(figure(manager.get(WEEK).body(), "Ralenti (2019)")).contains("<strong><span>7,4\u00a0%</span>");
    }

    @Test
    void mediansAreOfMeasuredCyclesAlone() {
        // the second cycle of each day was not measured: 2440, 2560, 2620, 2680 s
        assertThat(figure(manager.get(WEEK).body(), "Cycle médian"))
                .contains("<strong><span>43</span>", "P90 45\u00a0min");
    }

    @Test
    void anEmptyWeekSaysSo() {
        assertThat(manager.get("/sites/quarry/kpis?week=2027-W03").body())
                .contains("aucune journée comptée")
                .doesNotContain("class=\"figures\"");
    }

    @Test
    void withoutAWeekTheLastEndedOneIsShown() {
        assertThat(manager.get("/kpis").body()).contains("value=\"2026-W47\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sites/elsewhere/kpis",
                "/sites/quarry/kpis?week=tomorrow",
                "/sites/quarry/kpis.csv?table=secrets",
                "/sites/quarry/kpis.xlsx?week=2026-W99",
                "/sites/quarry/vehicles/v9/days/2026-11-18",
                "/sites/quarry/vehicles/v1/days/someday",
                "/sites/elsewhere/vehicles/v1/days/2026-11-18/map.json"
            })
    void whatIsNotThereIsNotFound(String address) {
        assertThat(manager.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void aDayShowsEveryCycleVisitAndStandstillWithItsRule() {
        String page = manager.get(DAY).body();

        assertThat(page).contains("sans déchargement", "trou dans une zone", "entrée inconnue", "déduit d’un trou");
        assertThat(page).contains("<code>load-dwell</code>", "<code>loading</code>");
        assertThat(page).contains("Fosse nord → Plateforme");
    }

    @Test
    void aThinDayCanBeReadAndSaysThatItDoesNotCount() {
        assertThat(manager.get("/sites/quarry/vehicles/v4/days/2026-11-17").body())
                .contains("Enregistrement lacunaire\u00a0: couverture 62\u00a0%");
    }

    @Test
    void theMapGetsZonesLinesAndStandstills() {
        assertThat(manager.get(DAY + "/map.json").body())
                .contains(
                        "\"name\":\"Fosse nord\"",
                        "\"radius\":60.0",
                        "\"lines\":[[[48.1015,2.302]",
                        "\"look\":\"loading\"");
    }

    @Test
    void textForASpreadsheetHasTheReadersCommaAndNoFormula() {
        String csv =
                manager.get("/sites/quarry/kpis.csv?week=2026-W47&table=days").body();

        assertThat(csv).startsWith("\ufeffvehicle_id;vehicle_name;site_day;coverage;shown;");
        assertThat(csv).contains("v4;Benne 4;2026-11-17;0,620;false;8,000;");
        assertThat(csv).contains("v5;\"'=HYPERLINK(\"\"http://example.org\"\")\";2026-11-16;");
        assertThat(csv.lines()).hasSize(1 + 25);
    }

    @Test
    void cyclesComeWithTheSitesTimes() {
        assertThat(manager.get("/sites/quarry/kpis.csv?week=2026-W47&table=cycles")
                        .body())
                .contains("v1;Benne 1;2026-11-16;0;Amélie Fontaine;Matin;2026-11-16 06:00:00;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void noTextCanStartAFormula(String text) {
        ExportTable table = new ExportTable("t", "t", List.of("name"), List.of(List.of(text)));
        String cell = new String(SemicolonCsv.of(table, Locale.ENGLISH), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertThat(cell.replace("\"", "")).startsWith("'");
    }

    @Test
    void aNegativeNumberStaysANumber() {
        ExportTable table = new ExportTable("t", "t", List.of("x"), List.of(List.of(-1.5)));
        assertThat(new String(SemicolonCsv.of(table, Locale.FRENCH), StandardCharsets.UTF_8))
                .endsWith("-1,500\r\n");
    }

    @Test
    void theWorkbookHoldsTypedCellsAndNoFormula() throws IOException {
        Words say = new Words(new PageConfig().messageSource(), Locale.FRENCH, DemoWeek.NOW);
        KpiWorkbookText workbook = KpiWorkbookText.of(KpiWorkbook.of(
                new DemoActivity.Kpis(Clock.fixed(DemoWeek.NOW, ZoneOffset.UTC)).export("quarry", DemoWeek.WEEK), say));

        assertThat(workbook.sheets).hasSize(2).noneMatch(sheet -> sheet.contains("<f>") || sheet.contains("<f "));
        assertThat(workbook.sheets.get(0)).contains("<v>0.62</v>");
        assertThat(workbook.texts).contains("=HYPERLINK(");
        assertThat(workbook.names).contains("\"Journ&#xe9;es\"", "\"Cycles\"");
    }

    /** What is in the parts of a workbook. */
    private static final class KpiWorkbookText {
        private final List<String> sheets = new ArrayList<>();
        private String texts = "";
        private String names = "";

        static KpiWorkbookText of(byte[] xlsx) throws IOException {
            KpiWorkbookText workbook = new KpiWorkbookText();
            Path file = Files.createTempFile("week", ".xlsx");
            Files.write(file, xlsx);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    byte[] part = zip.getInputStream(entry).readAllBytes();
                    workbook.take(entry.getName(), new String(part, StandardCharsets.UTF_8));
                }
            }
            Files.delete(file);
            return workbook;
        }

        private void take(String name, String text) {
            if (name.startsWith("xl/worksheets/sheet")) {
                sheets.add(text);
            } else if (name.equals("xl/sharedStrings.xml")) {
                texts = text;
            } else if (name.equals("xl/workbook.xml")) {
                names = text;
            }
        }
    }
}
