package org.optimizer.transform.scoring.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Replay;
import org.optimizer.model.Replay.Difference;
import org.optimizer.model.Rulebook;
import org.optimizer.model.ScoredEvent;
import org.optimizer.model.ScoredWeek;
import org.optimizer.model.Sheet;
import org.optimizer.model.VehicleClass;
import org.optimizer.rules.RulesFolder;
import org.optimizer.transform.scoring.EventRates;
import org.optimizer.transform.scoring.Week;

class ScoreReplayTest {
    private final Rulebook rules = RulesFolder.shipped();
    private final Week week = Week.worked();
    private final ScoredWeek scored = week.scoredWithEvents("d1", rules);
    private final Sheet.Seal seal = sheet(week, scored).seal();

    private Sheet sheet(Week of, ScoredWeek made) {
        return ScoreSheet.of(made, EventRates.average(made.score().facts().league(), of.means(), rules));
    }

    private Replay replayed(ScoredWeek kept) {
        return ScoreReplay.of(kept, seal, week.means(), rules);
    }

    @Test
    void aScoreMadeAgainIsTheSameByteForByte() {
        Replay replay = replayed(scored);
        assertThat(replay.identical()).isTrue();
        assertThat(replay.differences()).isEmpty();
        assertThat(replay.madeSha256()).hasSize(64).isEqualTo(seal.sha256());
    }

    @Test
    void weeksOfAllKindsAreMadeAgainTheSame() {
        Random random = new Random(47);
        for (int run = 0; run < 200; run++) {
            Week any = anyWeek(random);
            ScoredWeek made = any.scoredWithEvents("d" + run, rules);
            Replay replay = ScoreReplay.of(made, sheet(any, made).seal(), any.means(), rules);
            assertThat(replay.differences()).as("week %d", run).isEmpty();
            assertThat(replay.identical()).isTrue();
        }
    }

    /** Also too few kilometres, slow phones, two classes of vehicles, no closed week to take a mean of. */
    private static Week anyWeek(Random random) {
        Week week = oneVehicle(random);
        if (random.nextInt(3) == 0) {
            week.and(oneVehicle(random));
        }
        return random.nextBoolean() ? week.means(random.nextDouble() * 12, random.nextDouble() * 12) : week;
    }

    private static Week oneVehicle(Random random) {
        VehicleClass vehicleClass = VehicleClass.values()[random.nextInt(VehicleClass.values().length)];
        Week week = Week.of(vehicleClass, random.nextInt(10) == 0 ? 0 : random.nextDouble() * 1500)
                .days(1 + random.nextInt(6))
                .interval(1 + random.nextInt(5))
                .lost(random.nextDouble() / 4)
                .rpa5(random.nextDouble() / 8)
                .gentle(random.nextDouble())
                .cruiseWindows(random.nextInt(3) * 50);
        for (int event = random.nextInt(60); event > 0; event--) {
            ManoeuvreKind kind = ManoeuvreKind.values()[random.nextInt(2)];
            week.event(kind, 0.6 + 2.4 * random.nextDouble(), random.nextDouble() / 4);
        }
        return week;
    }

    @Test
    void aChangedPeakThatIsJudgedOtherwiseSaysWhichLinesItChanged() {
        Replay replay = replayed(withPeak(52, 1.3));

        assertThat(replay.identical()).isFalse();
        assertThat(replay.differences().get(0)).isEqualTo(difference("points\t30\t42", "points\t30\t37"));
        assertThat(replay.differences())
                .filteredOn(difference -> difference.made().orElse("").startsWith("event"))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.written())
                            .as("the peak at scoring is nowhere any more")
                            .isEmpty();
                    assertThat(difference.made().orElseThrow())
                            .contains("\t1.3\t", "STRONG\t1\tmanoeuvre-severity: artic-braking-strong");
                });
        assertThat(replay.differences())
                .extracting(difference -> difference.made().orElse(""))
                .contains("score\t69.19");
    }

    private Difference difference(String written, String made) {
        int line = sheet(week, scored).lines().indexOf(written) + 1;
        return new Difference(line, Optional.of(written), Optional.of(made));
    }

    @Test
    void aChangedPeakThatChangesNoMarkIsFoundAllTheSame() {
        Replay replay = replayed(withPeak(0, 0.9000000000000001));

        assertThat(replay.identical()).isFalse();
        assertThat(replay.differences()).singleElement().satisfies(difference -> assertThat(
                        difference.made().orElseThrow())
                .contains("\t0.9000000000000001\t"));
    }

    private ScoredWeek withPeak(int place, double peakMps2) {
        return changed(
                place,
                event -> new DrivingEvent(
                        event.vehicleId(),
                        event.kind(),
                        event.at(),
                        event.durationS(),
                        peakMps2,
                        event.guardMps2(),
                        event.startSpeedKmh(),
                        event.latitudeDeg(),
                        event.longitudeDeg(),
                        event.severity(),
                        event.points(),
                        event.rule()));
    }

    private ScoredWeek changed(int place, UnaryOperator<DrivingEvent> change) {
        List<ScoredEvent> events = new ArrayList<>(scored.events());
        ScoredEvent before = events.get(place);
        events.set(place, new ScoredEvent(before.vehicleClass(), before.counted(), change.apply(before.event())));
        return new ScoredWeek(scored.score(), events);
    }

    @Test
    void aForgottenPlaceChangesNothing() {
        ScoredWeek forgotten = changed(
                7,
                event -> new DrivingEvent(
                        event.vehicleId(),
                        event.kind(),
                        event.at(),
                        event.durationS(),
                        event.peakMps2(),
                        event.guardMps2(),
                        event.startSpeedKmh(),
                        Double.NaN,
                        Double.NaN,
                        event.severity(),
                        event.points(),
                        event.rule()));
        assertThat(replayed(forgotten).identical()).isTrue();
    }

    @Test
    void anEventThatIsGoneSaysWhereItIsMissing() {
        Replay replay = replayed(new ScoredWeek(scored.score(), scored.events().subList(0, 52)));
        assertThat(replay.identical()).isFalse();
        assertThat(replay.differences())
                .extracting(difference -> difference.made().orElse("nothing"))
                .contains("points\t30\t36", "events\t52")
                .last()
                .isEqualTo("nothing");
    }

    @Test
    void anotherVersionOfTheRulesSaysWhichRowIsOther(@TempDir Path folder) {
        Rulebook stricter = RulesFolder.copyInto(folder)
                .editCell("feature-mark.table.csv", "artic-acceleration-points", "half_mark_at", "6")
                .editCell("feature-mark.cases.csv", "artic-acceleration-points-half", "value", "6")
                .editCell("feature-mark.cases.csv", "worked-example-acceleration", "points", "60.33")
                .shelf()
                .current();

        Replay replay = ScoreReplay.of(scored, seal, week.means(), stricter);

        assertThat(replay.identical()).isFalse();
        assertThat(replay.differences())
                .extracting(difference -> difference.written().orElseThrow().split("\t")[0])
                .containsExactly("rulebook", "mark", "part", "score", "doubt");
        assertThat(replay.differences())
                .filteredOn(difference -> difference.written().orElseThrow().startsWith("score"))
                .containsExactly(difference("score\t68.66", "score\t67.27"));
    }

    @Test
    void otherMeansSayWhichRatesTheyMove() {
        Replay replay = ScoreReplay.of(scored, seal, Week.worked().means(6, 8).means(), rules);
        assertThat(replay.differences())
                .extracting(difference -> difference.made().orElseThrow().split("\t")[0])
                .startsWith("average", "feature");
    }
}
