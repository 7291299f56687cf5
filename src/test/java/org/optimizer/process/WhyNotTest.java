package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.optimizer.process.Season.CONTEST;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Evidence;
import org.optimizer.extract.Facts;
import org.optimizer.load.ExplanationSink;
import org.optimizer.model.DriverScore;
import org.optimizer.model.EventKey;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Replay;
import org.optimizer.model.RuleRow;
import org.optimizer.model.ScoredEvent;
import org.optimizer.model.ScoredWeek;
import org.optimizer.model.ScoringMethod;
import org.optimizer.process.WhyNot.Why;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;
import org.optimizer.transform.scoring.Week;
import org.optimizer.transform.scoring.explain.ScoreReplay;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Three weeks under three versions of the rules: each explains itself, and is made again, with its own. */
@EdgesTest
class WhyNotTest {
    private static final IsoWeek W41 = IsoWeek.parse("2026-W41");
    private static final IsoWeek W42 = IsoWeek.parse("2026-W42");
    private static final IsoWeek W43 = Week.W43;
    private static final List<IsoWeek> WEEKS = List.of(W41, W42, W43);
    private static final List<String> DRIVERS = List.of("d1", "d2");
    private static final String ROW = "feature-mark: artic-braking-points";

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path folder;

    private RulesFolder rules;
    private RulebookShelf shelf;
    private Season season;
    private Evidence evidence;
    private Explanations explanations;
    private WhyNot whyNot;

    @BeforeEach
    void threeWeeksUnderThreeVersions() {
        rules = RulesFolder.copyInto(folder);
        shelf = open();
        season = new Season(camel, jdbc, transactions, shelf);
        season.contest(ScoringMethod.ABSOLUTE, "d1", "d2");
        for (IsoWeek week : WEEKS) {
            season.drives("d1", Week.worked().in(week));
            season.drives("d2", Week.worked().gentle(0.7).in(week));
        }
        season.runs(W41);
        braking("9", "8", "59.83");
        season.runs(W42);
        braking("8", "7", "56.59");
        season.runs(W43);
        // as after a start: nothing is compiled, and the folder holds the newest version only
        shelf = open();
        evidence = new Evidence(camel);
        Facts facts = new Facts(camel);
        explanations =
                new Explanations(season.contests, facts, season.scores, evidence, new ExplanationSink(camel), shelf);
        whyNot = new WhyNot(facts, shelf);
    }

    private RulebookShelf open() {
        return new RulebookShelf(folder, version -> Season.keptRules(camel).find(version));
    }

    /** @param worked points of the worked example under the new value */
    private void braking(String from, String to, String worked) {
        rules.editCell("feature-mark.table.csv", "artic-braking-points", "half_mark_at", to)
                .editCell("feature-mark.cases.csv", "artic-braking-points-half", "value", to)
                .editCell("feature-mark.cases.csv", "worked-example-braking", "points", worked);
        shelf.reload();
    }

    @AfterEach
    void clear() {
        season.clear();
    }

    private Why why(IsoWeek week, String driver) {
        DriverScore score = season.score(week, driver);
        return whyNot.of(season.contests.get(CONTEST), week, score, evidence.listEvents(CONTEST, week, driver));
    }

    @Test
    void everyScoreIsMadeAgainByteForByteWithItsOwnVersion() {
        Map<String, List<Replay>> replays = WEEKS.stream()
                .flatMap(week -> DRIVERS.stream()
                        .map(driver -> Map.entry(
                                season.score(week, driver).rulebook(),
                                explanations.replay(CONTEST, week, driver).orElseThrow())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));

        assertThat(replays).hasSize(3);
        assertThat(replays.values()).allSatisfy(ofVersion -> assertThat(ofVersion)
                .hasSize(2)
                .allMatch(replay -> replay.identical() && replay.madeSha256().equals(replay.keptSha256())));
        System.out.println("versions: " + replays.size() + ", scores made again identical: "
                + replays.values().stream().mapToInt(List::size).sum() + " of 6");
    }

    /** The failing control: the newest rules do not make the older scores. */
    @Test
    void withTheNewestVersionOlderScoresWouldBeOthers() {
        for (IsoWeek week : List.of(W41, W42)) {
            ScoredWeek kept = new ScoredWeek(season.score(week, "d1"), evidence.listEvents(CONTEST, week, "d1"));
            Replay replay = ScoreReplay.of(
                    kept,
                    evidence.findSeal(CONTEST, week, "d1").orElseThrow(),
                    season.batch(week).means(),
                    shelf.current());
            assertThat(replay.identical()).as("%s", week).isFalse();
        }
    }

    @Test
    void eachWeekShowsTheCellsOfItsOwnVersion() {
        assertThat(WEEKS)
                .extracting(week -> why(week, "d1").rows().get(ROW).cell("half_mark_at"))
                .containsExactly(Optional.of("9"), Optional.of("8"), Optional.of("7"));
    }

    @Test
    void eachEventHasTheRowThatItsScoreNames() {
        Why why = why(W42, "d1");
        List<ScoredEvent> events = evidence.listEvents(CONTEST, W42, "d1");

        assertThat(events).hasSize(53).allSatisfy(scored -> assertThat(
                        why.events().get(EventKey.of(scored.event())).fired().map(RuleRow::rule))
                .contains(scored.event().rule()));
        assertThat(why.events().values()).allMatch(answer -> answer.nearest().isPresent());
    }

    @Test
    void tripsThatAreNoLongerThoseOfTheScoreAreToldApart() {
        assertThat(why(W43, "d1").tripsChanged()).isFalse();
        assertThat(why(W43, "d1").trips()).isEmpty();

        season.drives("d1", Week.worked().interval(3).in(W43));

        Why later = why(W43, "d1");
        assertThat(later.tripsChanged()).isTrue();
        assertThat(later.trips()).isNotEmpty().allSatisfy(trip -> {
            assertThat(trip.answer().nearest().orElseThrow().row().id()).isEqualTo("every-two-seconds");
            assertThat(trip.answer().nearest().orElseThrow().gaps().get(0).by()).isEqualTo(1);
        });
    }
}
