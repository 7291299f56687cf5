package org.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.RulePart;
import org.optimizer.model.Rulebook;
import org.optimizer.model.VehicleClass;
import org.optimizer.transform.scoring.DriverScores;
import org.optimizer.transform.scoring.DriverWeeks;
import org.optimizer.transform.scoring.Week;

/** A part's tables are all that it asks: if it asked another, two versions could be taken for the same that are not. */
class PartTablesTest {
    private final Rulebook rules = RulesFolder.shipped();

    private static Set<String> asked(Supplier<?> work) {
        SortedMap<String, Long> fired = new TreeMap<>();
        Tally.counting(fired, work::get);
        return fired.keySet().stream().map(rule -> rule.split(":")[0]).collect(Collectors.toSet());
    }

    private static Set<String> tables(RulePart part) {
        return PartTables.of(part).stream().map(TableForm::name).collect(Collectors.toSet());
    }

    private DriverWeek week() {
        return DriverWeeks.sum(
                "anna",
                Week.W43,
                Week.of(VehicleClass.ARTIC, 500)
                        .events(ManoeuvreKind.BRAKING, 1.7, 12)
                        .trips(),
                List.of(),
                rules);
    }

    @Test
    void sumsOfAWeekAskTheirTables() {
        assertThat(asked(this::week)).isEqualTo(tables(RulePart.SUMS));
    }

    @Test
    void marksOfAWeekAskTheirTables() {
        DriverWeek week = week();
        assertThat(asked(() -> DriverScores.of("c1", week, rules)))
                .isSubsetOf(tables(RulePart.MARKS))
                .contains("feature-mark", "mark-weight", "contest");
    }

    @Test
    void oneCellChangesTheVersionOfItsPartAndOfNoOther() {
        RuleFiles shipped = RuleFiles.read(RulesFolder.SHIPPED);
        RuleFiles edited = with(shipped, "sampling-class.table.csv", "every-two-seconds,2,", "every-two-seconds,1.9,");

        assertThat(PartTables.versions(edited).get(RulePart.RECORDING))
                .isNotEqualTo(version(shipped, RulePart.RECORDING));
        assertThat(version(edited, RulePart.SUMS)).isNotEqualTo(version(shipped, RulePart.SUMS));
        assertThat(version(edited, RulePart.MARKS)).isEqualTo(version(shipped, RulePart.MARKS));
        assertThat(version(edited, RulePart.ACTIVITY)).isEqualTo(version(shipped, RulePart.ACTIVITY));
    }

    /** A template may say more than its table: what engineers write counts for every part. */
    @Test
    void aTemplateChangesTheVersionOfEveryPart() {
        RuleFiles shipped = RuleFiles.read(RulesFolder.SHIPPED);
        RuleFiles edited = with(shipped, "feature-mark.drt", "package rules;", "package rules; ");

        for (RulePart part : RulePart.values()) {
            assertThat(version(edited, part)).as(part.name()).isNotEqualTo(version(shipped, part));
        }
    }

    @Test
    void casesChangeNoVersionOfAPart() {
        RuleFiles shipped = RuleFiles.read(RulesFolder.SHIPPED);
        TreeMap<String, String> files = new TreeMap<>(shipped.content());
        files.computeIfPresent("contest.cases.csv", (name, text) -> text + "\n");

        assertThat(PartTables.versions(new RuleFiles(files))).isEqualTo(PartTables.versions(shipped));
    }

    private static String version(RuleFiles files, RulePart part) {
        return PartTables.versions(files).get(part);
    }

    private static RuleFiles with(RuleFiles files, String name, String from, String to) {
        assertThat(files.content().get(name)).contains(from);
        TreeMap<String, String> edited = new TreeMap<>(files.content());
        edited.computeIfPresent(name, (any, text) -> text.replace(from, to));
        return new RuleFiles(edited);
    }
}
