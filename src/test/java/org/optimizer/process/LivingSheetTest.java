package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.optimizer.process.Season.CONTEST;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.RowCounts;
import org.optimizer.load.RowCountSink;
import org.optimizer.model.CountedWork;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Rulebook;
import org.optimizer.model.SanityKind;
import org.optimizer.model.ScoringMethod;
import org.optimizer.rules.RuleTables;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;
import org.optimizer.transform.scoring.Week;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** How often each row of the tables answered for the results of the last weeks. */
@EdgesTest
class LivingSheetTest {
    private static final IsoWeek W43 = Week.W43;
    /** After all weeks that tests of other classes may have counted. */
    private static final IsoWeek LATER = IsoWeek.parse("2031-W10");

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final RulebookShelf shelf = RulesFolder.shelf(RulesFolder.SHIPPED);
    private Season season;
    private LivingSheet sheet;
    private RowCounts counts;

    @BeforeEach
    void twoDrivers() {
        jdbc.update("delete from row_count"); // tests of other classes count weeks of their own
        season = new Season(camel, jdbc, transactions, shelf);
        season.contest(ScoringMethod.ABSOLUTE, "d1", "d2");
        season.drives("d1", Week.worked());
        season.drives("d2", Week.worked().noEvents());
        sheet = new LivingSheet(new RowCountSink(camel));
        counts = new RowCounts(camel);
    }

    @AfterEach
    void clear() {
        season.clear();
        List.of("judged_standstill", "kpi_day").forEach(table -> jdbc.update("delete from " + table));
    }

    private Map<String, Integer> fired() {
        return counts.firedInLastWeeks(8);
    }

    private Map<String, Integer> storedRules(String table) {
        SortedMap<String, Integer> rules = new TreeMap<>();
        jdbc.query(
                "select rule_name, count(*) as n from " + table + " where rule_name <> '' group by rule_name", row -> {
                    rules.put(row.getString("rule_name").replace(": ", "/"), row.getInt("n"));
                });
        return rules;
    }

    @Test
    void rowsThatResultsNameAreCountedAsOftenAsResultsNameThem() {
        season.runs(W43);

        Map<String, Integer> fired = fired();
        assertThat(fired).containsAllEntriesOf(storedRules("feature_mark"));
        assertThat(fired).containsAllEntriesOf(storedRules("scored_event"));
        assertThat(storedRules("scored_event")).hasSizeGreaterThan(3);
        assertThat(fired.keySet().stream().map(row -> row.split("/")[0]).collect(Collectors.toSet()))
                .as("rows that no result names are counted as well")
                .contains("sampling-class", "driving-limits", "mark-weight", "contest");
        assertThat(fired.get("sampling-class/every-two-seconds"))
                .isEqualTo(jdbc.queryForObject("select count(*) from trip", Integer.class));
        assertThat(fired).doesNotContainKeys("manoeuvre-severity/van-braking-severe", "driving-limits/dumper");
    }

    @Test
    void aWeekThatIsScoredAgainIsCountedOnce() {
        season.runs(W43);
        Map<String, Integer> once = fired();

        season.scores(W43);

        assertThat(fired()).isEqualTo(once);
    }

    /** The failing control: counts that are added up say twice as much of a week that was scored twice. */
    @Test
    void addedUpTheyWouldSayTwiceAsMuch() {
        season.runs(W43);
        int once = fired().get("manoeuvre-severity/artic-braking-strong");
        jdbc.update("update row_count set part = 99 where work = 'SCORING'");
        season.steps.scoreDrivers(CONTEST, W43.toString(), 0, 1);

        assertThat(fired().get("manoeuvre-severity/artic-braking-strong")).isEqualTo(2 * once);
    }

    @Test
    void onlyTheLastWeeksCount() {
        for (int week = 0; week < 9; week++) {
            int late = week;
            sheet.counting(LATER.plusWeeks(week), CountedWork.SANITY, "q1", 0, () -> shelf.current()
                    .judge(SanityKind.NO_TRACK, late == 0 ? 1 : 5));
        }
        assertThat(counts.firedInLastWeeks(8))
                .as(() -> jdbc.queryForList("select * from row_count").toString())
                .containsExactly(Map.entry("sanity/no-track", 8));
        assertThat(counts.firedInLastWeeks(9)).containsEntry("sanity/no-track-some", 1);
    }

    @Test
    void aVehiclesDaysAreCountedOnceHoweverOftenTheyAreJudged() {
        for (int stop = 0; stop < 3; stop++) {
            jdbc.update(
                    "insert into judged_standstill (vehicle_id, site_day, ordinal, started_at, ended_at, inferred,"
                            + " idle_class, counts_as, rule_name) values ('v1', ?, ?, ?, ?, false, 'TRAFFIC',"
                            + " 'moving', 'idle: short')",
                    W43.monday(),
                    stop,
                    "2026-10-19 08:00:00",
                    "2026-10-19 08:00:30");
        }
        Rulebook rules = shelf.current();
        Set<String> figures = sheet.figuresOf("q1", rules);
        assertThat(figures).contains("kpi: gap-min", "idle-2019: every-site").hasSize(12);
        DaySpan days = new DaySpan(W43.monday(), W43.sunday());

        sheet.countActivity("v1", days, figures);
        sheet.countActivity("v1", days, figures);

        assertThat(fired()).containsExactly(Map.entry("idle/short", 3));
    }

    /** Every table is counted by some work: of each the sheet can say which rows never answered. */
    @Test
    void everyTableIsCounted() {
        Set<String> byScoring = Set.of(
                "sampling-class",
                "manoeuvre-severity",
                "driving-limits",
                "feature-mark",
                "mark-weight",
                "eligibility",
                "contest",
                "relative");
        Set<String> byOthers =
                Set.of("idle", "zone-dwell", "kpi", "idle-2019", "sanity", "event-rate", "sms-country", "sms-holiday");
        Set<String> tables = RuleTables.rows(shelf.currentFiles()).stream()
                .map(row -> row.split(": ")[0])
                .collect(Collectors.toSet());

        season.runs(W43);
        season.drives("d2", Week.worked().km(20));
        season.scores(W43);

        Set<String> counted =
                fired().keySet().stream().map(row -> row.split("/")[0]).collect(Collectors.toSet());
        assertThat(counted).isEqualTo(byScoring);
        assertThat(tables).containsAll(byScoring).containsAll(byOthers).hasSize(byScoring.size() + byOthers.size());
    }
}
