package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Evidence;
import org.optimizer.extract.Facts;
import org.optimizer.extract.Scores;
import org.optimizer.load.ContestSink;
import org.optimizer.load.ExplanationSink;
import org.optimizer.model.Batch;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Replay;
import org.optimizer.model.Rulebook;
import org.optimizer.model.ScoredWeek;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.Explanations.Explained;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesFolder;
import org.optimizer.transform.scoring.Week;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Scores kept in the real tables, explained and made again from them. */
@EdgesTest
@Transactional
class ExplanationsTest {
    private static final Instant OPENED = Instant.parse("2026-10-19T02:00:00Z");

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    private final RulebookShelf shelf = RulesFolder.shelf(RulesFolder.SHIPPED);
    private final Rulebook rules = shelf.current();
    private ContestSink contestSink;
    private Evidence evidence;
    private Explanations explanations;
    private Batch batch;

    @BeforeEach
    void openAWeek() {
        contestSink = new ContestSink(camel);
        evidence = new Evidence(camel);
        explanations = new Explanations(
                new Contests(camel), new Facts(camel), new Scores(camel), evidence, new ExplanationSink(camel), shelf);
        batch = new Batch(
                "c1",
                Week.W43,
                1,
                Batch.State.OPEN,
                0,
                rules.version(),
                Week.worked().means(),
                OPENED);
        contestSink.open(batch);
    }

    private void save(List<ScoredWeek> scored) {
        contestSink.saveScores(
                "c1", Week.W43, scored.stream().map(ScoredWeek::score).toList());
        explanations.keep(batch, scored, rules);
    }

    private ScoredWeek worked(String driver) {
        return Week.worked().scoredWithEvents(driver, rules);
    }

    private Replay replay(String driver) {
        return explanations.replay("c1", Week.W43, driver).orElseThrow();
    }

    @Test
    void eventsAreReadBitForBitAsTheyWereWritten() {
        Random random = new Random(1);
        Week week = Week.of(VehicleClass.TIPPER, 1000.0 / 3);
        for (int event = 0; event < 40; event++) {
            week.event(ManoeuvreKind.BRAKING, 1 + random.nextDouble(), random.nextDouble() / 3);
        }
        ScoredWeek slow = week.interval(3).scoredWithEvents("d1", rules);
        save(List.of(slow, worked("d2")));

        assertThat(evidence.listEvents("c1", Week.W43, "d1")).isNotEmpty().isEqualTo(slow.events());
        assertThat(evidence.listEvents("c1", Week.W43, "d2"))
                .isEqualTo(worked("d2").events());
    }

    @Test
    void aScoreIsMadeAgainTheSameByteForByteFromTheTables() {
        save(List.of(worked("d1"), worked("d2")));

        Replay replay = replay("d2");

        assertThat(replay.identical()).isTrue();
        assertThat(replay.madeSha256()).isEqualTo(replay.keptSha256()).hasSize(64);
        assertThat(replay("d1").madeSha256())
                .as("another driver's sheet is another one")
                .isNotEqualTo(replay.madeSha256());
    }

    @Test
    void aPeakThatSomebodyChangedIsFound() {
        save(List.of(worked("d1"), worked("d2")));

        jdbc.update("update scored_event set peak_mps2 = 1.3 where driver_id = 'd1' and peak_mps2 > 2");

        assertThat(replay("d1").identical()).isFalse();
        assertThat(replay("d1").differences())
                .anySatisfy(difference -> assertThat(difference.made().orElse(""))
                        .startsWith("event\tv-artic\tARTIC\tcounted\tBRAKING")
                        .contains("\t1.3\t"));
        assertThat(replay("d2").identical()).isTrue();
    }

    @Test
    void aScoreThatSomebodyImprovedIsFound() {
        save(List.of(worked("d1")));

        jdbc.update("update driver_score set distance_km = 900, score = 90");

        assertThat(replay("d1").differences())
                .extracting(difference -> difference.made().orElseThrow())
                .as("the score is made again; the distance is a fact, and no longer the one it was")
                .containsExactly("distance-km\t900.0");
    }

    @Test
    void anExplanationIsThatOfTheEventsKeptAndNotOfFactsThatCameLater() {
        save(List.of(worked("d1")));

        Explained explained = explanations.explain("c1", Week.W43, "d1");

        assertThat(explained.explanation().events())
                .as("no fact is in the tables")
                .hasSize(53);
        assertThat(explained.replay().orElseThrow().identical()).isTrue();
    }

    @Test
    void anotherScoringReplacesWhatWasKept() {
        save(List.of(worked("d1"), worked("d2")));
        save(List.of(Week.worked().without(ManoeuvreKind.BRAKING, 2.2).scoredWithEvents("d1", rules)));

        assertThat(evidence.listEvents("c1", Week.W43, "d1")).hasSize(52);
        assertThat(evidence.listEvents("c1", Week.W43, "d2")).hasSize(53);
        assertThat(replay("d1").identical()).isTrue();

        contestSink.beginScoring("c1", Week.W43);
        assertThat(evidence.listEvents("c1", Week.W43, "d2")).isEmpty();
        assertThat(evidence.findSeal("c1", Week.W43, "d2")).isEmpty();
    }

    @Test
    void aScoreWithoutASealHasNothingToCompareWith() {
        jdbc.update("insert into contest (contest_id, site_id, name, method, first_day, last_day, live_from)"
                + " values ('c1', 's1', 'C', 'ABSOLUTE', '2026-10-05', '2026-12-20', '2026-10-05')");
        contestSink.saveScores("c1", Week.W43, List.of(worked("d1").score()));

        assertThat(explanations.replay("c1", Week.W43, "d1")).isEmpty();
        Explained explained = explanations.explain("c1", Week.W43, "d1");
        assertThat(explained.replay()).isEmpty();
        assertThat(explained.explanation().improvements()).isNotEmpty();
    }

    @Test
    void aDriverWithoutAScoreIsNamed() {
        assertThatThrownBy(() -> explanations.explain("c1", Week.W43, "d9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("d9")
                .hasMessageContaining("2026-W43");
    }

    /** The rows of a thousand drivers go into three statements, not into a hundred thousand. */
    @Test
    void aThousandDriversAreKeptInSeconds() {
        List<ScoredWeek> scored = new ArrayList<>();
        for (int driver = 0; driver < 1000; driver++) {
            scored.add(worked("d" + driver));
        }
        long began = System.nanoTime();

        save(scored);

        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("1000 drivers with 53 events each are kept in %.2f s%n", seconds);
        assertThat(seconds).isLessThan(15);
        assertThat(jdbc.queryForObject("select count(*) from scored_event", Integer.class))
                .isEqualTo(53_000);
        assertThat(replay("d999").identical()).isTrue();
    }
}
