package org.optimizer.transform.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Rulebook;
import org.optimizer.model.VehicleClass;
import org.optimizer.rules.CellEdit;
import org.optimizer.rules.DraftRules;
import org.optimizer.rules.RulesFolder;
import org.optimizer.rules.Tally;
import org.optimizer.transform.scoring.Rescoring.Compared;
import org.optimizer.transform.scoring.Rescoring.WeekFacts;

/** Where two rulebooks have the same tables one answer serves both. Nobody may see that in what comes out. */
class SharedAnswersTest {
    private static final Rulebook SHIPPED = RulesFolder.shipped();

    private final Map<String, List<DrivenTrip>> trips = new HashMap<>();
    private final SortedMap<String, Long> asked = new TreeMap<>();

    @BeforeEach
    void threeDriversOfTwoClasses() {
        trips.put(
                "anna",
                Week.of(VehicleClass.ARTIC, 700)
                        .events(ManoeuvreKind.BRAKING, 1.35, 20)
                        .events(ManoeuvreKind.ACCELERATION, 1.2, 9)
                        .trips());
        trips.put(
                "bert",
                Week.of(VehicleClass.ARTIC, 500)
                        .events(ManoeuvreKind.BRAKING, 1.7, 12)
                        .events(ManoeuvreKind.BRAKING, 2.4, 2)
                        .trips());
        trips.put(
                "cleo",
                Week.of(VehicleClass.VAN, 300)
                        .events(ManoeuvreKind.BRAKING, 1.8, 7)
                        .trips());
    }

    private static Rulebook draft(String table, String row, String column, double value) {
        CellEdit edit = new CellEdit(table, Map.of("id", row), column, value, "test", 0, 0);
        return DraftRules.edited(RulesFolder.shelf(RulesFolder.SHIPPED).currentFiles(), List.of(edit))
                .rulebook();
    }

    /** The same answers from rules that are nobody's equal in any part: each side is asked everything. */
    private static Rulebook alone(Rulebook rules) {
        return (Rulebook) Proxy.newProxyInstance(
                SharedAnswersTest.class.getClassLoader(), new Class<?>[] {Rulebook.class}, (proxy, method, given) -> {
                    if (method.getName().equals("version") && given != null) {
                        return "alone";
                    }
                    try {
                        return method.invoke(rules, given);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private List<Compared> compared(Rulebook before, Rulebook after) {
        Rescoring rescoring = new Rescoring("c1", before, after);
        List<Compared> weeks = new ArrayList<>();
        for (IsoWeek week : List.of(Week.W43, Week.W43.plusWeeks(1))) {
            WeekFacts facts = new WeekFacts(week, trips, List.of(), Set.of("cleo"));
            weeks.addAll(rescoring.compare(rescoring.score(facts, () -> {})));
        }
        return weeks;
    }

    @ParameterizedTest
    @CsvSource({
        "feature-mark,artic-braking-points,half_mark_at,6",
        "manoeuvre-severity,artic-braking-severe,points,7",
        "driving-limits,artic,cruise_from_kmh,60",
        "sampling-class,every-two-seconds,max_interval_s,0.5",
        "contest,shrink-km,value,300",
        "kpi,coverage-needed,value,0.9"
    })
    void sharingChangesNoScoreNoMoveAndNoCount(String table, String row, String column, double value) {
        Rulebook draft = draft(table, row, column, value);
        SortedMap<String, Long> askedAlone = new TreeMap<>();

        List<Compared> shared = compared(SHIPPED, Tally.counted(draft, asked));
        List<Compared> each = compared(alone(SHIPPED), Tally.counted(draft, askedAlone));

        assertThat(shared).hasSize(6).isEqualTo(each).hasToString(each.toString());
        assertThat(asked).isEqualTo(askedAlone).isNotEmpty();
        boolean moves = shared.stream()
                .anyMatch(line -> !line.before().marks().equals(line.after().marks())
                        || !line.before().reasons().equals(line.after().reasons()));
        assertThat(moves).as("the draft makes a difference").isEqualTo(!table.equals("kpi"));
    }

    private Set<String> tablesAskedBefore(Rulebook draft) {
        compared(Tally.counted(SHIPPED, asked), draft);
        return asked.keySet().stream().map(rule -> rule.split(":")[0]).collect(Collectors.toSet());
    }

    @Test
    void theRulesInForceAreAskedOnlyWhereTheirTablesDiffer() {
        assertThat(tablesAskedBefore(draft("feature-mark", "artic-braking-points", "half_mark_at", 6)))
                .containsExactlyInAnyOrder("feature-mark", "mark-weight", "contest");
    }

    @Test
    void howATripWasRecordedIsAskedOnceWhereOnlyThresholdsDiffer() {
        assertThat(tablesAskedBefore(draft("manoeuvre-severity", "artic-braking-severe", "points", 7)))
                .contains("manoeuvre-severity")
                .doesNotContain("sampling-class");
    }

    @Test
    void withoutSharingTheyWouldBeAskedEverything() {
        compared(
                alone(Tally.counted(SHIPPED, asked)), draft("feature-mark", "artic-braking-points", "half_mark_at", 6));
        assertThat(asked.keySet().stream().map(rule -> rule.split(":")[0]))
                .contains("sampling-class", "manoeuvre-severity", "driving-limits");
    }
}
