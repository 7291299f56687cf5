package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Appeals;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Facts;
import org.optimizer.extract.RuleDrafts;
import org.optimizer.extract.RulebookFiles;
import org.optimizer.extract.Scores;
import org.optimizer.extract.Sites;
import org.optimizer.load.RuleDraftSink;
import org.optimizer.load.RulebookSink;
import org.optimizer.model.DraftChange;
import org.optimizer.model.DriverScore;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ScoreMove;
import org.optimizer.process.Calibration.View;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

@EdgesTest
@Transactional
class CalibrationTest {
    private static final IsoWeek FIRST = StoredFleet.FIRST;
    private static final IsoWeek SECOND = FIRST.plusWeeks(1);

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @TempDir
    private Path rules;

    private RulebookShelf shelf;
    private Calibration calibration;

    @BeforeEach
    void driveTwoWeeks() {
        StoredFleet fleet = new StoredFleet(camel, 6);
        fleet.found();
        fleet.drive(FIRST, 1, 0);
        fleet.drive(SECOND, 1, 0);
        RulesFolder.copyInto(rules);
        shelf = new RulebookShelf(rules, version -> new RulebookFiles(camel).find(version));
        calibration = new Calibration(
                new Sites(camel),
                new Contests(camel),
                new Drivers(camel),
                new PastWeeks(new Contests(camel), new Facts(camel), new Scores(camel), new Appeals(camel)),
                new RuleDrafts(camel),
                new RuleDraftSink(camel),
                new RulebookSink(camel),
                shelf,
                TransactionOperations.withoutTransaction(),
                Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC));
    }

    private String proposed() {
        return calibration.propose(StoredFleet.CONTEST, List.of(SECOND, FIRST), " four weeks are over ", "alice");
    }

    @Test
    void aDraftIsKeptWithItsWeeksItsReasonAndTheVersionItBeganWith() {
        View view = calibration.view(proposed());
        assertThat(view.draft().weeks()).containsExactly(FIRST, SECOND);
        assertThat(view.draft().why()).isEqualTo("four weeks are over");
        assertThat(view.draft().createdBy()).isEqualTo("alice");
        assertThat(view.draft().base()).isEqualTo(shelf.current().version());
        assertThat(view.outdated()).isFalse();
        assertThat(view.changes())
                .extracting(DraftChange::line)
                .contains("artic-braking-strong", "artic-rpa5")
                .doesNotContain("artic-acceleration-strong");
        assertThat(calibration.offer(StoredFleet.CONTEST).drafts()).containsExactly(view.draft());
    }

    /** The shipped threshold of 1.0 m/s² counts a tenth of these brakings and more, P90 of them fewer. */
    @Test
    void whatItWouldChangeIsTheSameWeeksScoredAgain() {
        View view = calibration.view(proposed());
        assertThat(view.effect()).hasSize(2).allSatisfy(week -> assertThat(week.moves())
                .hasSize(6));
        assertThat(view.effect().get(0).moves()).anyMatch(ScoreMove::changesScore);
        Map<String, Object> stored = jdbc.queryForMap(
                "select score from driver_score where iso_week = ? and driver_id = 'd0'", FIRST.toString());
        assertThat(view.effect().get(0).moves())
                .filteredOn(move -> move.driverId().equals("d0"))
                .first()
                .satisfies(move -> assertThat(move.scoreBefore().orElseThrow()).isEqualTo(stored.get("score")));
    }

    @Test
    void neitherResultsNorTheFolderAreWritten() throws IOException {
        Map<String, Integer> rowsBefore = rows();
        Map<String, String> folderBefore = folder();
        List<DriverScore> scoresBefore = new Scores(camel).list(StoredFleet.CONTEST, FIRST);
        calibration.view(proposed());
        Map<String, Integer> rowsAfter = rows();
        rowsAfter.keySet().removeIf(table -> table.startsWith("rule"));
        rowsBefore.keySet().removeIf(table -> table.startsWith("rule"));
        assertThat(rowsBefore).containsKey("driver_score").hasSizeGreaterThan(15);
        assertThat(rowsAfter).isEqualTo(rowsBefore);
        assertThat(new Scores(camel).list(StoredFleet.CONTEST, FIRST)).isEqualTo(scoresBefore);
        assertThat(folder()).isEqualTo(folderBefore);
    }

    private Map<String, Integer> rows() {
        Map<String, Integer> rows = new TreeMap<>();
        jdbc.queryForList(
                        "select table_name from information_schema.tables where table_schema = schema()"
                                + " and lower(table_name) not like 'flyway%'",
                        String.class)
                .forEach(table -> rows.put(
                        table.toLowerCase(Locale.ROOT),
                        jdbc.queryForObject("select count(*) from " + table, Integer.class)));
        return rows;
    }

    private Map<String, String> folder() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(rules)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    /** As the page says it is adopted: put the files into the folder and read it again. */
    @Test
    void theChangedFilesPutIntoTheFolderMakeTheDraftsVersion() throws IOException {
        String id = proposed();
        String version = calibration.view(id).draft().version();
        for (Map.Entry<String, String> file : calibration.changedFiles(id).entrySet()) {
            Files.writeString(rules.resolve(file.getKey()), file.getValue());
        }
        assertThat(shelf.reload().version()).isEqualTo(version);
        assertThat(calibration.view(id).outdated()).as("the folder moved on").isTrue();
        assertThatThrownBy(this::proposed)
                .as("the tables fit already")
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("nothing-to-change"));
    }

    @Test
    void withoutAWeekNothingIsProposed() {
        assertThatThrownBy(() -> calibration.propose(StoredFleet.CONTEST, List.of(FIRST.plusWeeks(9)), "", "alice"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("no-weeks"));
        assertThat(calibration.offer(StoredFleet.CONTEST).drafts()).isEmpty();
        assertThat(calibration.offer(StoredFleet.CONTEST).weeks()).containsExactly(SECOND, FIRST);
    }

    @Test
    void aDraftThatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> calibration.view("01X")).hasMessage("draft \"01X\": there is no such draft");
    }
}
