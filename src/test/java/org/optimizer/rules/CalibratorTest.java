package org.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optimizer.model.DraftChange;
import org.optimizer.model.DraftChange.Kind;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Rulebook;
import org.optimizer.model.VehicleClass;
import org.optimizer.rules.Calibrator.Calibrated;
import org.optimizer.transform.scoring.Rescoring.WeekFacts;
import org.optimizer.transform.scoring.Week;

/** A draft is a whole set of rules: changed where there are data, its worked cases taken along, holding as a folder does. */
class CalibratorTest {
    private static final Map<String, String> BASE =
            RuleFiles.read(RulesFolder.SHIPPED).content();
    private static final List<IsoWeek> WEEKS = List.of(Week.W43, Week.W43.plusWeeks(1));

    @TempDir
    private Path temp;

    /** Articulated trucks of five drivers: brakings above the floor fall off with a mean of 0.3, accelerations are few. */
    private static WeekFacts facts(IsoWeek week) {
        Random random = new Random(week.number());
        Map<String, List<DrivenTrip>> trips = new HashMap<>();
        for (int driver = 0; driver < 5; driver++) {
            Week built = Week.of(VehicleClass.ARTIC, 600)
                    .in(week)
                    .rpa5(0.05 + 0.01 * driver)
                    .gentle(0.5 + 0.05 * driver);
            for (int i = 0; i < 60; i++) {
                built.events(ManoeuvreKind.BRAKING, 0.5 - 0.3 * Math.log(1 - random.nextDouble()), 1);
            }
            trips.put(
                    "d" + driver,
                    built.events(ManoeuvreKind.ACCELERATION, 0.9, 10).trips());
        }
        return new WeekFacts(week, trips, List.of(), Set.of());
    }

    private static final Calibrated MADE =
            Calibrator.calibrate(BASE, RulesFolder.shipped(), WEEKS, CalibratorTest::facts);

    private static String cell(Map<String, String> files, String file, String row, String column) {
        CsvSheet sheet = CsvSheet.of(files.get(file));
        return sheet.cell(sheet.find(row), column);
    }

    private static double number(Map<String, String> files, String file, String row, String column) {
        return Double.parseDouble(cell(files, file, row, column));
    }

    @Test
    void thresholdsAreThoseOfTheFleetAndEachRowEndsWhereTheNextBegins() {
        Map<String, String> files = MADE.draft().files();
        String table = "manoeuvre-severity.table.csv";
        // 0.5 + 0.3 · ln 10, ln 40 and ln 200, from 600 manoeuvres
        assertThat(number(files, table, "artic-braking-strong", "peak_from_mps2"))
                .isBetween(1.1, 1.3);
        assertThat(number(files, table, "artic-braking-harsh", "peak_from_mps2"))
                .isBetween(1.4, 1.8);
        assertThat(number(files, table, "artic-braking-severe", "peak_from_mps2"))
                .isBetween(1.8, 2.6);
        assertThat(cell(files, table, "artic-braking-strong", "peak_below_mps2"))
                .isEqualTo(cell(files, table, "artic-braking-harsh", "peak_from_mps2"));
        assertThat(MADE.draft().rulebook().lowestThresholdMps2(VehicleClass.ARTIC, ManoeuvreKind.BRAKING))
                .isEqualTo(number(files, table, "artic-braking-strong", "peak_from_mps2"));
    }

    /** A tenth of 60 brakings a week are strong at least: 6 · 1 and more on 600 km, where the old threshold of 1.0 saw more. */
    @Test
    void theHalfMarkIsMeasuredWithTheNewThresholds() {
        Map<String, String> files = MADE.draft().files();
        assertThat(number(files, "feature-mark.table.csv", "artic-braking-points", "half_mark_at"))
                .isBetween(1.0, 2.5);
        assertThat(cell(files, "feature-mark.table.csv", "artic-acceleration-points", "half_mark_at"))
                .as("10 strong accelerations on 600 km, by the old threshold")
                .isEqualTo("1.5");
        assertThat(cell(files, "driving-limits.table.csv", "artic", "mean_acceleration_points"))
                .isEqualTo("1.5");
        assertThat(cell(files, "feature-mark.table.csv", "artic-rpa5", "best")).isEqualTo("0.05");
        assertThat(cell(files, "feature-mark.table.csv", "artic-rpa5", "worst")).isEqualTo("0.09");
        assertThat(cell(files, "feature-mark.table.csv", "artic-gentle-share", "best"))
                .isEqualTo("0.7");
    }

    @Test
    void rowsWithTooLittleDataStayAndItIsSaidWhy() {
        assertThat(cell(
                        MADE.draft().files(),
                        "manoeuvre-severity.table.csv",
                        "artic-acceleration-strong",
                        "peak_from_mps2"))
                .isEqualTo("0.8");
        assertThat(MADE.changes())
                .filteredOn(change -> change.kind() == Kind.LEFT)
                .extracting(DraftChange::subject, DraftChange::line, DraftChange::basis, DraftChange::count)
                .contains(
                        tuple("artic", "manoeuvre.acceleration", "too-few-candidates", 100),
                        tuple("artic", "feature.steadiness", "no-spread", 10),
                        tuple("van", "", "no-data", 0))
                .doesNotContain(tuple("van", "manoeuvre.braking", "too-few-candidates", 0));
    }

    @Test
    void theDifferenceIsListedCellByCellWithTheDataBehindIt() {
        assertThat(MADE.changes())
                .filteredOn(change -> change.line().equals("artic-acceleration-points"))
                .containsExactly(new DraftChange(
                        Kind.TABLE,
                        "feature-mark.table.csv",
                        "artic-acceleration-points",
                        "half_mark_at",
                        "8",
                        "1.5",
                        "weeks-median",
                        10,
                        8));
        assertThat(MADE.changes())
                .filteredOn(change ->
                        change.line().startsWith("van-") || change.line().startsWith("dumper-"))
                .isEmpty();
    }

    @Test
    void casesOnAnEdgeMoveWithItAndOthersAreAnsweredAnew() {
        Map<String, String> files = MADE.draft().files();
        String cases = "manoeuvre-severity.cases.csv";
        String strong = cell(files, "manoeuvre-severity.table.csv", "artic-braking-strong", "peak_from_mps2");
        assertThat(cell(files, cases, "artic-braking-strong-at-threshold", "peak_mps2"))
                .isEqualTo(strong);
        assertThat(number(files, cases, "artic-braking-below-threshold", "peak_mps2"))
                .isEqualTo(Math.round((Double.parseDouble(strong) - 0.001) * 1e3) / 1e3);
        assertThat(cell(files, "feature-mark.cases.csv", "artic-rpa5-worst", "value"))
                .isEqualTo("0.09");
        // 100 · 1.5 / (1.5 + 3.9456)
        assertThat(cell(files, "feature-mark.cases.csv", "worked-example-acceleration", "points"))
                .isEqualTo("27.55");
        assertThat(cell(files, "driving-limits.cases.csv", "artic-limits", "mean_acceleration_points"))
                .isEqualTo("1.5");
    }

    /** As the house asks of the shipped folder. */
    @Test
    void asAFolderTheDraftLoadsAndEachRowStillHasACaseInWhichItFires() throws IOException {
        for (Map.Entry<String, String> file : MADE.draft().files().entrySet()) {
            Files.writeString(temp.resolve(file.getKey()), file.getValue());
        }
        assertThat(RulesFolder.shelf(temp).current().version())
                .isEqualTo(MADE.draft().rulebook().version());
        assertThat(RuleCoverage.of(temp))
                .allSatisfy(table -> assertThat(table.firedByCase().values()).containsAll(table.rows()));
    }

    @Test
    void onlyFilesWithAChangeAreChanged() {
        assertThat(DraftRules.changed(BASE, MADE.draft().files()).keySet())
                .containsExactly(
                        "driving-limits.cases.csv",
                        "driving-limits.table.csv",
                        "feature-mark.cases.csv",
                        "feature-mark.table.csv",
                        "manoeuvre-severity.cases.csv",
                        "manoeuvre-severity.table.csv");
    }

    @Test
    void withoutDataNothingChanges() {
        WeekFacts none = new WeekFacts(Week.W43, Map.of(), List.of(), Set.of());
        Calibrated made = Calibrator.calibrate(BASE, RulesFolder.shipped(), List.of(Week.W43), week -> none);
        assertThat(made.changesAnything()).isFalse();
        assertThat(made.draft().files()).isEqualTo(BASE);
        assertThat(made.changes()).hasSize(VehicleClass.values().length);
    }

    @Test
    void anEditThatFindsNoRowOrBreaksTheTableIsRefused() {
        CellEdit nowhere = new CellEdit("contest", Map.of("id", "luck"), "value", 1, "test", 0, 0);
        assertThatThrownBy(() -> DraftRules.edited(BASE, List.of(nowhere)))
                .hasMessage("table contest: expected one row with {id=luck}, found 0");
        CellEdit gap = new CellEdit(
                "manoeuvre-severity", Map.of("id", "van-braking-strong"), "peak_below_mps2", 1.5, "test", 0, 0);
        assertThatThrownBy(() -> DraftRules.edited(BASE, List.of(gap)))
                .isInstanceOf(RulesException.class)
                .hasMessageContaining("where the next row begins");
    }

    @Test
    void anEditToTheSameNumberLeavesTheCellAsItIsWritten() {
        CellEdit same = new CellEdit(
                "manoeuvre-severity", Map.of("id", "rigid-acceleration-severe"), "peak_from_mps2", 2, "test", 0, 0);
        Rulebook rulebook = DraftRules.edited(BASE, List.of(same)).rulebook();
        assertThat(rulebook.version()).isEqualTo(RulesFolder.shipped().version());
    }
}
