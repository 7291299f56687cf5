package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.optimizer.process.Season.CONTEST;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Appeals;
import org.optimizer.extract.Facts;
import org.optimizer.extract.RuleChanges;
import org.optimizer.extract.Scores;
import org.optimizer.extract.ShadowResults;
import org.optimizer.load.RuleChangeSink;
import org.optimizer.load.RulebookSink;
import org.optimizer.load.ShadowSink;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RuleChange;
import org.optimizer.model.RuleChange.Origin;
import org.optimizer.model.RuleChange.State;
import org.optimizer.model.Rulebook;
import org.optimizer.model.ScoreMove;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.ShadowWeek;
import org.optimizer.rules.DraftRules;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;
import org.optimizer.transform.scoring.DriverScores;
import org.optimizer.transform.scoring.DriverWeeks;
import org.optimizer.transform.scoring.Week;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;

/** Changes of the rules on trial score the weeks beside the rules in force, and nobody whom they score sees it. */
@EdgesTest
class ShadowScoresTest {
    private static final IsoWeek W42 = IsoWeek.parse("2026-W42");
    private static final IsoWeek W43 = Week.W43;
    private static final String CHANGE = "01TRIAL";

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path folder;

    private RulebookShelf shelf;
    private Season season;
    private Rulebook trial;
    private RuleChangeSink changes;
    private ShadowResults results;

    @BeforeEach
    void threeDriversAndAChangeOnTrial() {
        shelf = new RulebookShelf(
                RulesFolder.SHIPPED, version -> Season.keptRules(camel).find(version));
        season = new Season(camel, jdbc, transactions, shelf);
        season.contest(ScoringMethod.ABSOLUTE, "d1", "d2", "d3");
        for (IsoWeek week : List.of(W42, W43)) {
            season.drives("d1", Week.worked().in(week));
            season.drives("d2", Week.worked().gentle(0.7).in(week));
            season.drives("d3", Week.worked().noEvents().gentle(0.5).in(week));
        }
        results = new ShadowResults(camel);
        changes = new RuleChangeSink(camel);
        Map<String, String> files = gentler();
        trial = DraftRules.compile(files);
        new RulebookSink(camel).keep(trial.version(), files, season.clock.instant());
        changes.add(change(trial.version()));
    }

    /** Braking costs next to nothing: everybody's score is another one, and d3 loses his lead. */
    private Map<String, String> gentler() {
        RulesFolder rules = RulesFolder.copyInto(folder)
                .editCell("feature-mark.table.csv", "artic-braking-points", "half_mark_at", "90")
                .editCell("feature-mark.cases.csv", "worked-example-braking", "points", "94.37")
                .editCell("feature-mark.cases.csv", "artic-braking-points-half", "value", "90");
        return new TreeMap<>(DraftFiles.in(rules.path()));
    }

    private RuleChange change(String version) {
        return new RuleChange(
                CHANGE,
                Origin.UPLOAD,
                State.TRIAL,
                shelf.current().version(),
                version,
                "gentler",
                "anne",
                Instant.parse("2026-10-20T08:00:00Z"),
                Optional.empty(),
                Optional.of("bob"),
                Optional.of(Instant.parse("2026-10-21T08:00:00Z")),
                Optional.empty());
    }

    @AfterEach
    void clear() {
        season.clear();
        jdbc.update("delete from sms_outbox");
    }

    private ShadowWeek shadow(IsoWeek week) {
        return results.list(CHANGE).stream()
                .filter(each -> each.week().equals(week))
                .findFirst()
                .orElseThrow();
    }

    private Optional<BigDecimal> scored(String driver, Week week, Rulebook rules) {
        DriverWeek facts =
                DriverWeeks.sum(driver, W43, week.trips(), season.batch(W43).means(), rules);
        return DriverScores.of(CONTEST, facts, rules).score();
    }

    @Test
    void aRankedWeekIsScoredWithTheTrialFromTheSameFactsBesideWhatCounts() {
        season.runs(W43);

        ShadowWeek week = shadow(W43);
        assertThat(week.problem()).isEmpty();
        assertThat(week.moves()).extracting(ScoreMove::driverId).containsExactlyInAnyOrder("d1", "d2", "d3");
        for (ScoreMove move : week.moves()) {
            DriverScore real = season.score(W43, move.driverId());
            assertThat(move.scoreBefore()).isEqualTo(real.score()).isPresent();
            assertThat(move.rankBefore())
                    .isEqualTo(season.standing(W43, move.driverId()).rank());
            assertThat(real.rulebook()).isEqualTo(shelf.current().version());
        }
        ScoreMove worked = week.moves().stream()
                .filter(move -> move.driverId().equals("d1"))
                .findFirst()
                .orElseThrow();
        assertThat(worked.scoreAfter())
                .isEqualTo(scored("d1", Week.worked(), trial))
                .isNotEqualTo(worked.scoreBefore());
        assertThat(results.trialsOf(CONTEST, W43)).containsExactly(CHANGE);
        System.out.println("shadow of W43: "
                + week.moves().stream()
                        .map(move -> move.driverId() + " " + move.scoreBefore().orElseThrow() + " → "
                                + move.scoreAfter().orElseThrow() + ", rank "
                                + move.rankBefore().orElseThrow() + " → "
                                + move.rankAfter().orElseThrow())
                        .collect(Collectors.joining("; ")));
    }

    @Test
    void resultsAreByteForByteThoseOfAWeekWithoutATrial() {
        season.runs(W43);
        Map<String, List<String>> withTrial = season.resultsOf(W43);
        assertThat(results.list(CHANGE)).hasSize(1);
        jdbc.update("delete from rule_change");
        season.clock.now = season.clock.now.plusSeconds(60);
        for (String table : withTrial.keySet()) {
            jdbc.update("delete from " + table);
        }
        season.clock.now = season.clock.now.minusSeconds(60);

        season.runs(W43);

        assertThat(season.resultsOf(W43)).isEqualTo(withTrial);
        assertThat(withTrial.get("driver_score")).hasSize(3);
    }

    @Test
    void anotherRankingReplacesWhatTheTrialMadeOfTheWeek() {
        season.runs(W43);
        BigDecimal before = shadow(W43).moves().get(0).scoreAfter().orElseThrow();
        season.drives(shadow(W43).moves().get(0).driverId(), Week.worked().gentle(0.3));

        season.scores(W43);

        assertThat(results.list(CHANGE)).hasSize(1);
        assertThat(shadow(W43).moves()).hasSize(3);
        assertThat(shadow(W43).moves().stream().flatMap(move -> move.scoreAfter().stream()))
                .doesNotContain(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"APPROVED", "REFUSED", "WITHDRAWN"})
    void aTrialEndsWithTheDecision(State decided) {
        season.runs(W42);
        changes.move(change(trial.version()), decided, Optional.of("bob"), "", season.clock.instant());

        season.runs(W43);

        assertThat(results.list(CHANGE)).extracting(ShadowWeek::week).containsExactly(W42);
    }

    @Test
    void aTrialWhoseRulesAreGoneIsANoteAndTheContestGoesOn() {
        jdbc.update("delete from rulebook_file where version = ?", trial.version());
        jdbc.update("delete from rulebook_version where version = ?", trial.version());

        season.runs(W43);

        assertThat(season.standing(W43, "d1").rank()).isPresent();
        assertThat(shadow(W43).problem().orElseThrow()).contains(trial.version());
        assertThat(shadow(W43).moves()).isEmpty();
    }

    @Test
    void aTrialThatTakesTooLongIsGivenUpAndNoted() {
        season.runs(W42);
        ShadowScores impatient = shadows(new ShadowSink(camel), Duration.ZERO);

        impatient.score(season.contests.get(CONTEST), season.batch(W42));

        assertThat(shadow(W42).problem().orElseThrow()).contains("given up");
    }

    @Test
    void evenWhatCannotBeKeptHoldsNothingUp() {
        ShadowSink broken = mock(ShadowSink.class);
        doThrow(new IllegalStateException("disk full")).when(broken).replace(any());
        season.runs(W42);

        shadows(broken, Duration.ofSeconds(20)).score(season.contests.get(CONTEST), season.batch(W42));
    }

    private ShadowScores shadows(ShadowSink sink, Duration within) {
        Scores scores = new Scores(camel);
        return new ShadowScores(
                new PastWeeks(season.contests, new Facts(camel), scores, new Appeals(camel)),
                scores,
                new RuleChanges(camel),
                sink,
                shelf,
                within,
                TransactionOperations.withoutTransaction(),
                season.clock);
    }

    /** Every cell of every table that a shadow's figure must not reach, as text. */
    private List<String> everythingElse() {
        return jdbc
                .queryForList(
                        "select table_name from information_schema.tables where table_schema = 'PUBLIC' and table_type ="
                                + " 'BASE TABLE'",
                        String.class)
                .stream()
                .filter(table -> !table.toLowerCase().startsWith("shadow_"))
                .filter(table -> !table.toLowerCase().startsWith("rulebook_"))
                .flatMap(table -> jdbc.queryForList("select * from \"" + table + "\"").stream())
                .flatMap(row -> row.values().stream())
                .map(String::valueOf)
                .toList();
    }

    private List<String> canaries() {
        return shadow(W43).moves().stream()
                .flatMap(move -> move.scoreAfter().stream())
                .flatMap(score -> Stream.of(score.toPlainString(), on20(score)))
                .toList();
    }

    /** As an SMS says it. */
    private static String on20(BigDecimal of100) {
        return of100.divide(BigDecimal.valueOf(5))
                        .setScale(1, java.math.RoundingMode.HALF_UP)
                        .toPlainString()
                        .replace('.', ',')
                + "/20";
    }

    private static List<String> found(List<String> canaries, List<String> texts) {
        return canaries.stream()
                .filter(canary -> texts.stream().anyMatch(text -> text.contains(canary)))
                .toList();
    }

    @Test
    void noFigureOfATrialReachesAScoreAnSmsOrAnyOtherTable() {
        season.runs(W43);
        season.approves(W43, "anne");
        season.steps.queueMessages(CONTEST, W43.toString(), "anne");

        List<String> canaries = canaries();
        assertThat(canaries).hasSize(6);
        assertThat(jdbc.queryForList("select message_text from sms_outbox", String.class))
                .hasSize(3);
        assertThat(found(canaries, everythingElse())).isEmpty();
        System.out.println("figures of the trial looked for: " + canaries + ", found outside of the shadow tables: 0");
    }

    /** The failing control: a trial run as the week's own rules, as one would without a place of its own for it. */
    @Test
    void aTrialInThePlaceOfTheWeeksRulesWouldBeFound() {
        season.runs(W43);
        List<String> canaries = canaries();
        jdbc.update("update batch set rulebook = ?", trial.version());

        season.scores(W43);
        season.approves(W43, "anne");
        season.steps.queueMessages(CONTEST, W43.toString(), "anne");

        assertThat(found(canaries, everythingElse())).hasSize(6);
    }
}
