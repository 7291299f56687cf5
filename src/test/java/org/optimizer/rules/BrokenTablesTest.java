package org.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user may do wrong to the folder, and what he is told. */
class BrokenTablesTest {
    private static final String SEVERITY = "manoeuvre-severity.table.csv";

    @TempDir
    private Path temp;

    private RulesFolder rules;

    @BeforeEach
    void copyTheRules() {
        rules = RulesFolder.copyInto(temp);
    }

    @ParameterizedTest
    @MethodSource
    void aWrongCellIsNamedWithItsLineAndColumn(
            String file, String row, String column, String cell, String expected, String found, String advice) {
        rules.editCell(file, row, column, cell);
        assertThatThrownBy(() -> rules.shelf())
                .isInstanceOf(RulesException.class)
                .message()
                .contains(file + ":" + rules.lineOf(file, row) + ": column " + column + ": expected " + expected
                        + ", found \"" + found + "\"; " + advice);
    }

    static Stream<Arguments> aWrongCellIsNamedWithItsLineAndColumn() {
        String features = "feature-mark.table.csv";
        String limits = "driving-limits.table.csv";
        return Stream.of(
                cell(
                        SEVERITY,
                        "van-braking-harsh",
                        "peak_from_mps2",
                        "\"1\u00a07\"",
                        "a number of m/s² from 0.5 to 6",
                        "1\u00a07",
                        "write digits only, with a decimal point and without a unit"),
                cell(
                        SEVERITY,
                        "van-braking-harsh",
                        "peak_from_mps2",
                        "1.7 m/s2",
                        "a number of m/s² from 0.5 to 6",
                        "1.7 m/s2",
                        "write digits only"),
                cell(
                        SEVERITY,
                        "van-braking-harsh",
                        "peak_from_mps2",
                        "",
                        "a number of m/s² from 0.5 to 6",
                        "",
                        "fill the cell in"),
                cell(
                        SEVERITY,
                        "van-braking-harsh",
                        "peak_from_mps2",
                        "17",
                        "a number of m/s² from 0.5 to 6",
                        "17",
                        "choose a value in this range"),
                cell(
                        SEVERITY,
                        "van-braking-harsh",
                        "peak_from_mps2",
                        "NaN",
                        "a number of m/s² from 0.5 to 6",
                        "NaN",
                        "write digits only"),
                cell(
                        SEVERITY,
                        "van-braking-harsh",
                        "peak_from_mps2",
                        "1e0",
                        "a number of m/s² from 0.5 to 6",
                        "1e0",
                        "write digits only"),
                cell(
                        SEVERITY,
                        "van-braking-harsh",
                        "points",
                        "3.5",
                        "a whole number of points from 1 to 100",
                        "3.5",
                        "leave out the decimals"),
                cell(
                        SEVERITY,
                        "van-braking-harsh",
                        "kind",
                        "freinage",
                        "one of acceleration, braking",
                        "freinage",
                        "take a word of that list"),
                cell(
                        SEVERITY,
                        "van-braking-harsh",
                        "severity",
                        "Harsh",
                        "one of strong, harsh, severe",
                        "Harsh",
                        "take a word of that list"),
                cell(
                        SEVERITY,
                        "van-braking-harsh",
                        "vehicle_class",
                        "lorry",
                        "one of van, rigid, tipper, artic, dumper",
                        "lorry",
                        "take a word of that list"),
                cell(
                        SEVERITY,
                        "van-braking-harsh",
                        "peak_below_mps2",
                        "2.3",
                        "2.4, where the next row begins",
                        "2.3",
                        "leave no gap and no overlap between rows"),
                cell(
                        SEVERITY,
                        "van-braking-severe",
                        "peak_below_mps2",
                        "5",
                        "an empty cell, this row being the last of its steps",
                        "5",
                        "leave no gap"),
                cell(
                        SEVERITY,
                        "van-braking-severe",
                        "points",
                        "2",
                        "at least the points of the milder row van-braking-harsh",
                        "2",
                        "let harder cost more"),
                cell(limits, "tipper", "eco_cap_kmh", "30", "at least cruise_from_kmh (40)", "30", "raise the cap"),
                cell(
                        limits,
                        "tipper",
                        "eco_cap_kmh",
                        "82.5",
                        "a whole number of km/h from 1 to 140",
                        "82.5",
                        "leave out the decimals"),
                cell(features, "van-rpa5", "best", "0.12", "another number than worst", "0.12", "shape half-value"),
                cell(features, "van-rpa5", "half_mark_at", "3", "an empty cell", "3", "shape half-value takes"),
                cell(
                        features,
                        "van-braking-points",
                        "half_mark_at",
                        "",
                        "a number for shape half-value",
                        "0",
                        "shape half-value takes half_mark_at alone"),
                cell(
                        "mark-weight.table.csv",
                        "idle",
                        "weight",
                        "0.1",
                        "0, as this version has no idle mark",
                        "0.1",
                        "put 0 and raise another mark"),
                cell(
                        "eligibility.table.csv",
                        "van-low-quality",
                        "found_from",
                        "0.01",
                        "0.001, where the row before ends",
                        "0.01",
                        "leave no gap and no overlap between rows"),
                cell(
                        "contest.table.csv",
                        "decay",
                        "value",
                        "1.2",
                        "a number of share from 0 to 1",
                        "1.2",
                        "choose a value in this range"),
                cell(
                        "contest.table.csv",
                        "weeks",
                        "value",
                        "8.5",
                        "a whole number of weeks from 1 to 52",
                        "8.5",
                        "leave out the decimals"),
                cell(
                        "idle.table.csv",
                        "parked",
                        "zone",
                        "depot|garage",
                        "any, or some of none, load, unload, queue, depot, home, fuel, wash, weighbridge, rest_area, cruise, other with |"
                                + " between them",
                        "depot|garage",
                        "take words of that list"),
                cell(
                        "idle.table.csv",
                        "road-wait",
                        "duration_below_s",
                        "60",
                        "more than duration_from_s",
                        "60",
                        "correct one of the two"));
    }

    private static Arguments cell(
            String file, String row, String column, String cell, String expected, String found, String advice) {
        return arguments(file, row, column, cell, expected, found, advice);
    }

    @Test
    void aDecimalCommaInQuotesIsExplained() {
        rules.edit(SEVERITY, "van-braking-harsh,van,braking,harsh,1.7", "van-braking-harsh,van,braking,harsh,\"1,7\"");
        fails(SEVERITY + ":6: column peak_from_mps2: expected a number of m/s² from 0.5 to 6, found \"1,7\";"
                + " write 1.7 with a decimal point");
    }

    @Test
    void aBareDecimalCommaMakesACellTooMany() {
        rules.edit(SEVERITY, "van-braking-harsh,van,braking,harsh,1.7", "van-braking-harsh,van,braking,harsh,1,7");
        fails(SEVERITY + ":6: expected 8 cells, found 9; separate cells with commas, write decimals with a point");
    }

    @Test
    void aCellTooFewIsCounted() {
        rules.edit("contest.table.csv", "decay,0.8,", "decay,");
        fails("contest.table.csv:3: expected 3 cells, found 2;");
    }

    @Test
    void aFrenchCsvWithSemicolonsIsExplained() {
        rules.write(SEVERITY, rules.text(SEVERITY).replace(',', ';'));
        fails(SEVERITY + ":1: expected the heads id,vehicle_class,kind", "save the file as CSV with commas");
    }

    @Test
    void anotherHeadIsRefused() {
        rules.edit(SEVERITY, "peak_from_mps2", "seuil");
        fails(SEVERITY + ":1: expected the heads id,", "restore the heads as they were; rows may change");
    }

    @Test
    void anEmptyFileIsRefused() {
        rules.write(SEVERITY, "");
        fails(SEVERITY + ": expected a line of heads and rows, found nothing; restore the file");
    }

    @Test
    void headsWithoutRowsAreRefused() {
        rules.write(
                "idle.cases.csv",
                rules.text("idle.cases.csv").lines().findFirst().orElseThrow() + "\n");
        fails("idle.cases.csv: expected at least one row, found heads only");
    }

    @Test
    void aNameUsedTwiceIsRefused() {
        rules.edit("idle.table.csv", "idle-long,", "idle-medium,");
        fails("idle.table.csv:16: column id: expected a name that no other row has, found \"idle-medium\"");
    }

    @Test
    void aMissingRowIsNamed() {
        String line = "van-braking-harsh,van,braking,harsh,1.7,2.4,3,\n";
        rules.edit(SEVERITY, line, "");
        fails(SEVERITY + ": expected a row of van braking for harsh, found none; add that row");
    }

    @Test
    void aRowTooManyIsNamed() {
        String line = "van-braking-harsh,van,braking,harsh,1.7,2.4,3,\n";
        rules.edit(SEVERITY, line, line + "second" + line);
        fails(SEVERITY + ":7: expected one row of van braking for harsh, found another one, the first is on line 6");
    }

    @Test
    void aClassWithoutEligibilityIsNamed() {
        rules.edit("eligibility.table.csv", "van-too-few-days,van,days,0,3,,too-few-days,\n", "");
        fails("eligibility.table.csv: expected a row of van and days, found none");
    }

    @Test
    void weightsThatDoNotSumToOneAreAddedUp() {
        rules.editCell("mark-weight.table.csv", "deceleration", "weight", "0.4");
        fails("mark-weight.table.csv: expected weights of van that sum to 1, found 1.05 (lines 2, 3, 4, 9)");
    }

    @Test
    void weightsOfFeaturesThatDoNotSumToOneAreAddedUp() {
        rules.editCell("feature-mark.table.csv", "van-rpa5", "weight", "0.3");
        fails("feature-mark.table.csv: expected weights of van acceleration that sum to 1, found 0.9 (lines 2, 3)");
    }

    @Test
    void aFigureThatNoContestKnowsIsRefused() {
        rules.edit("contest.table.csv", "decay,0.8", "decline,0.8");
        fails(
                "contest.table.csv: expected a row of contest for decay, found none",
                "contest.table.csv:3: column id: expected one of shrink-km, decay,");
    }

    @Test
    void aRowThatCanNeverBeReachedIsNamed() {
        String first = "short,any,any,any,any,any,,60,TRAFFIC,moving,Moins d'une minute : circulation\n";
        rules.edit("idle.table.csv", first, first.replace(",,60,", ",,20000,"));
        fails(
                "idle.table.csv:15: expected a row that can be reached, found row idle-medium, of which row short (line 2)"
                        + " takes every case before; move it up or remove it");
    }

    @Test
    void anIdleTableThatDoesNotEndWithACatchAllIsRefused() {
        rules.edit("idle.table.csv", "otherwise,any,any,any,any,any,", "otherwise,any,any,any,any,no,");
        fails("idle.table.csv:18: expected a last row that takes whatever is left, found row otherwise with limits");
    }

    @Test
    void aSamplingClassThatNoRowGivesIsNamed() {
        rules.editCell("sampling-class.table.csv", "every-ten-seconds", "sampling_class", "B");
        fails("sampling-class.table.csv: expected a row of class C, found none");
    }

    @Test
    void aCaseThatFailsSaysWhatMoved() {
        rules.editCell("eligibility.table.csv", "van-too-few-km", "found_below", "180");
        fails("eligibility.cases.csv:3: expected rule van-too-few-km in case van-just-too-few-km, found none;"
                + " if the change of the table is meant, correct the case, else the table");
    }

    @Test
    void everyFailingCaseIsListed() {
        rules.editCell("driving-limits.table.csv", "van", "cruise_from_kmh", "55")
                .editCell("driving-limits.table.csv", "rigid", "eco_cap_kmh", "84");
        fails(
                "driving-limits.cases.csv:2: expected cruise_from_kmh 50 in case van-limits, found 55",
                "driving-limits.cases.csv:3: expected eco_cap_kmh 85 in case rigid-limits, found 84");
    }

    @Test
    void allMistakesOfAllTablesAreListedAtOnce() {
        rules.editCell("driving-limits.table.csv", "van", "cruise_from_kmh", "x")
                .editCell("contest.table.csv", "decay", "value", "y");
        fails("driving-limits.table.csv:2: column cruise_from_kmh:", "contest.table.csv:3: column value:");
    }

    @Test
    void aMissingTableIsNamed() throws Exception {
        Files.delete(temp.resolve("idle.table.csv"));
        fails("idle.table.csv: expected this file in the rules folder, found none; restore the file");
    }

    @Test
    void aStrayTableIsNamed() throws Exception {
        Files.copy(temp.resolve(SEVERITY), temp.resolve("Copie de manoeuvre-severity.table.csv"));
        fails("Copie de manoeuvre-severity.table.csv: expected only files of the tables sampling-class,");
    }

    @Test
    void aCycleThatNoRuleAnswersIsNamed() {
        rules.edit("cycle.drl", "\"gap\", \"recording-end\"", "\"gap\"");
        fails("cycle.drl: expected one rule that answers for a cycle ended by recording-end with unloadings 0, allowed"
                + " zone yes, entry censored yes, gap in zone yes, found none; let each case fit one rule");
    }

    @Test
    void aCycleThatTwoRulesAnswerIsNamed() {
        rules.edit("cycle.drl", "unloadings == 0", "unloadings <= 1");
        fails(
                "cycle.drl: expected one rule that answers for a cycle ended by next-load with unloadings 1",
                "both answer one question");
    }

    @Test
    void aChangedCycleRuleThatBreaksACaseIsNamed() {
        rules.edit("cycle.drl", "$it.incomplete(\"DEPOT\"", "$it.incomplete(\"OVERNIGHT\"");
        fails(
                "cycle.cases.csv:7: expected reason DEPOT in case home-after-the-last-load, found OVERNIGHT; if the change"
                        + " of the rule is meant, correct the case, else the rule");
    }

    @Test
    void cycleRulesSeeNothingButTheCycle() {
        rules.edit("cycle.drl", "dialect \"mvel\"", "import java.io.File;\ndialect \"mvel\"");
        fails("cycle.drl: expected no declarations but import org.optimizer.rules.CycleCase; dialect \"mvel\", found");
    }

    @Test
    void aVisitOfAZoneTypeWithTwoRowsIsRefused() {
        rules.edit("zone-dwell.table.csv", "depot,depot|home,", "depot,depot|load,");
        fails(
                "zone-dwell.table.csv: expected a row for home, found none",
                "zone-dwell.table.csv:4: expected one row for load, found another one, the first is on line 2");
    }

    @Test
    void limitsOf2019ThatNothingFitsAreRefused() {
        rules.edit("idle-2019.table.csv", ",5,30,", ",30,30,");
        fails("idle-2019.table.csv:2: column shorter_than_min: expected more than longer_than_min, found \"30\"");
    }

    @Test
    void aFigureThatIsGivenTwiceForASiteIsRefused() {
        rules.edit("kpi.table.csv", "gap-min,gap-min,any,", "gap-min,overnight-h,any,");
        fails(
                "kpi.table.csv:4: expected one row of overnight-h for site any, found another one",
                "kpi.table.csv: expected a row of gap-min for site any, found none");
    }

    @Test
    void aCycleLongerThanTheDaysReadForItIsRefused() {
        rules.edit("kpi.table.csv", "max-cycle-h,any,8,", "max-cycle-h,any,25,");
        fails("kpi.table.csv:7: column value: expected a number of h from 0.1 to 24, found \"25\"");
    }

    @Test
    void rulesBesideTheTablesAreRefused() {
        rules.write("extra.drl", "package rules;");
        fails("extra.drl: expected only files of the tables");
    }

    @Test
    void anotherEncodingIsNamed() throws Exception {
        Files.write(temp.resolve(SEVERITY), rules.text(SEVERITY).getBytes(Charset.forName("windows-1252")));
        fails(SEVERITY + ": expected UTF-8 text, found another encoding; save the file as \"CSV UTF-8\"");
    }

    @Test
    void aTemplateThatDoesNotCompileIsNamed() {
        rules.edit("idle.drt", "state in (", "status in (");
        fails("idle.drt: expected rules that compile, found ");
    }

    @Test
    void aTemplateThatAsksWhatItsHeaderDoesNotNameIsRefused() {
        rules.edit("contest.drt", "@{value}", "@{valeur}");
        fails("contest.drt: expected places that its header names, found @{valeur}");
    }

    @Test
    void theRemarkNeverReachesARule() {
        rules.edit("contest.drt", "id\nvalue\n", "id\nvalue\nwhy\n");
        fails("contest.drt: expected columns of the table in its header, found why");
    }

    @Test
    void somethingElseThanATemplateIsRefused() {
        rules.write("contest.drt", "rule \"x\" when then end");
        fails("contest.drt: expected \"template header\", the columns,");
    }

    @Test
    void aMissingFolderIsNamedWithItsAbsolutePath() {
        Path missing = temp.resolve("none");
        assertThatThrownBy(() -> RulesFolder.shelf(missing))
                .isInstanceOf(RulesException.class)
                .hasMessageContaining("rules folder " + missing.toAbsolutePath() + ": expected a folder with tables");
    }

    private void fails(String... parts) {
        assertThatThrownBy(() -> rules.shelf())
                .isInstanceOf(RulesException.class)
                .message()
                .contains(parts);
    }
}
