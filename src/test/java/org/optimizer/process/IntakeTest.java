package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Rejects.Filter;
import org.optimizer.model.GpsFix;
import org.optimizer.model.HeldBatch;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.Reject;
import org.optimizer.model.Site;
import org.optimizer.model.Trace;
import org.optimizer.model.UnitMistake;
import org.optimizer.model.Vehicle;
import org.optimizer.testing.Drive;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What comes in is stored, rejected or held, piece by piece, and what a person decides is done once. */
@EdgesTest
class IntakeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    private static final Instant LATER = Instant.parse("2026-11-18T02:00:00Z");
    private static final Filter NEW = new Filter(Reject.State.NEW, "", "", "");
    private static final IntakeSettings SMALL_PIECES = new IntakeSettings(Duration.ofMinutes(10), 864_000, 500, 5000);

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private IntakeRig rig;
    private Vehicle vehicle;

    @BeforeEach
    void setUp() {
        rig = new IntakeRig(camel, jdbc, transaction);
        rig.clear();
        vehicle = rig.vehicle("v1", new Site("q", "Quarry", ZoneOffset.UTC, "FR"));
    }

    @AfterEach
    void clear() {
        rig.clear();
    }

    private static Drive haul(String track) {
        Drive drive = Drive.from("2026-11-16T08:00:00Z", track);
        for (int trip = 0; trip < 4; trip++) {
            drive.to(14, 25).hold(60).to(6, 10).hold(30).to(0, 8).stand(60);
        }
        return drive;
    }

    private static List<GpsFix> mistaken(List<GpsFix> fixes, UnitMistake mistake) {
        return Drive.each(fixes, fix -> Drive.withSpeed(fix, fix.speedMps() * mistake.ratio()));
    }

    private IntakeCount give(IntakeSettings settings, List<GpsFix> fixes) {
        return rig.give(settings, vehicle, LATER, sink -> fixes.forEach(fix -> IntakeRig.give(sink, fix)));
    }

    private Trace stored() {
        return rig.days.find("v1", DAY).orElseThrow().trace();
    }

    @Test
    void piecesGiveTheSameDayAsTheWhole() {
        List<GpsFix> fixes = new ArrayList<>(haul("t").fixes());
        Collections.shuffle(fixes, new Random(3));

        IntakeCount count = give(new IntakeSettings(Duration.ofMinutes(10), 864_000, 7, 5000), fixes);

        assertThat(count).isEqualTo(new IntakeCount(fixes.size(), 0, 0, 0, 0, 0));
        assertThat(stored()).usingRecursiveComparison().isEqualTo(Trace.of(fixes));
    }

    @Test
    void aPossibleFixIsNotLostToAnImpossibleOneOfItsInstant() {
        GpsFix good = haul("t").fixes().get(30);
        IntakeCount count = give(IntakeSettings.USUAL, List.of(Drive.withSpeed(good, -5), good));

        assertThat(count).isEqualTo(new IntakeCount(1, 0, 0, 1, 0, 0));
        assertThat(stored().speedMmps()).containsExactly((int) Math.round(good.speedMps() * 1000));
    }

    @ParameterizedTest
    @EnumSource(UnitMistake.class)
    void speedsInAnotherUnitWaitAndNothingOfThemIsStored(UnitMistake mistake) {
        List<GpsFix> fixes = mistaken(haul("t").fixes(), mistake);

        IntakeCount first = give(IntakeSettings.USUAL, fixes);
        IntakeCount again = give(IntakeSettings.USUAL, fixes);

        assertThat(first)
                .isEqualTo(new IntakeCount(0, 0, 0, 0, fixes.size(), 0))
                .isEqualTo(again);
        assertThat(rig.days.find("v1", DAY)).isEmpty();
        assertThat(rig.rejects.listHeld(10)).singleElement().satisfies(held -> {
            assertThat(held.key().mistake()).isEqualTo(mistake);
            assertThat(held.fixCount()).isEqualTo(fixes.size());
            assertThat(held.state()).isEqualTo(HeldBatch.State.WAITING);
        });
    }

    @Test
    void aRecordingLongerThanAPieceIsHeldWhole() {
        List<GpsFix> fixes = mistaken(haul("t").stand(700).fixes(), UnitMistake.KMH_AS_MPS);

        assertThat(give(SMALL_PIECES, fixes).held()).isEqualTo(fixes.size());
        assertThat(rig.days.find("v1", DAY)).isEmpty();
    }

    @Test
    void onlyTheRecordingInAnotherUnitIsHeld() {
        List<GpsFix> all = new ArrayList<>(mistaken(haul("wrong").fixes(), UnitMistake.KMH_AS_MPS));
        List<GpsFix> right =
                Drive.from("2026-11-16T12:00:00Z", "right").to(20, 30).hold(300).fixes();
        all.addAll(right);

        IntakeCount count = give(IntakeSettings.USUAL, all);

        assertThat(count.fresh()).isEqualTo(right.size());
        assertThat(count.held()).isEqualTo(all.size() - right.size());
    }

    private List<HeldBatch.Key> held() {
        return rig.rejects.listHeld(10).stream().map(HeldBatch::key).toList();
    }

    private RejectDesk desk() {
        return rig.desk(IntakeSettings.USUAL, LATER.plusSeconds(60));
    }

    @Test
    void convertedTheyAreAsIfTheyHadComeRight() {
        List<GpsFix> right = haul("t").fixes();
        give(IntakeSettings.USUAL, mistaken(right, UnitMistake.KMH_AS_MPS));

        IntakeCount count = desk().decide(held(), HeldBatch.State.CONVERTED, "account set to m/s", "olga");

        assertThat(count).isEqualTo(new IntakeCount(right.size(), 0, 0, 0, 0, 0));
        assertThat(stored()).usingRecursiveComparison().isEqualTo(Trace.of(right));
        assertThat(jdbc.queryForMap("select fix_count, decided_by, fixes from held_batch"))
                .containsEntry("fix_count", right.size())
                .containsEntry("decided_by", "olga")
                .containsEntry("fixes", null);
        verify(rig.refresh).request();
    }

    @Test
    void whatIsDecidedIsDecidedOnceAndStandsForTheDay() {
        List<GpsFix> wrong = mistaken(haul("t").fixes(), UnitMistake.KMH_AS_MPS);
        give(IntakeSettings.USUAL, wrong);
        desk().decide(held(), HeldBatch.State.CONVERTED, "account", "olga");

        assertThat(desk().decide(held(), HeldBatch.State.ACCEPTED, "again", "olga"))
                .isEqualTo(IntakeCount.NONE);
        assertThat(give(IntakeSettings.USUAL, wrong)).isEqualTo(new IntakeCount(0, 0, wrong.size(), 0, 0, 0));
    }

    @Test
    void acceptedAsItIsItIsStoredButForWhatNoVehicleReaches() {
        List<GpsFix> slow = mistaken(haul("t").fixes(), UnitMistake.KMH_AS_KNOTS);
        give(IntakeSettings.USUAL, slow);

        IntakeCount count = desk().decide(held(), HeldBatch.State.ACCEPTED, "a fast lorry", "olga");

        assertThat(count.fresh()).isEqualTo(slow.size());
        assertThat(stored()).usingRecursiveComparison().isEqualTo(Trace.of(slow));
    }

    @Test
    void discardedItStaysOutAndCanBeTakenBack() {
        List<GpsFix> wrong = mistaken(haul("t").fixes(), UnitMistake.KMH_AS_MPS);
        give(IntakeSettings.USUAL, wrong);

        assertThat(desk().decide(held(), HeldBatch.State.DISCARDED, "a test drive", "olga"))
                .isEqualTo(IntakeCount.NONE);
        assertThat(give(IntakeSettings.USUAL, wrong)).isEqualTo(new IntakeCount(0, 0, 0, wrong.size(), 0, 0));
        assertThat(rig.days.find("v1", DAY)).isEmpty();

        assertThat(desk().decide(held(), HeldBatch.State.CONVERTED, "no test after all", "olga")
                        .fresh())
                .isEqualTo(wrong.size());
    }

    @Test
    void aDecisionNeedsAReason() {
        give(IntakeSettings.USUAL, mistaken(haul("t").fixes(), UnitMistake.KMH_AS_MPS));

        assertThatThrownBy(() -> desk().decide(held(), HeldBatch.State.CONVERTED, " ", "olga"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reason: expected 1 to 500 characters, found 0");
        assertThatThrownBy(() -> desk().dismiss(List.of("x"), "", "olga")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDayHoldsOnlySoManyFixes() {
        List<GpsFix> fixes = haul("t").fixes().subList(0, 300);
        IntakeSettings few = new IntakeSettings(Duration.ofMinutes(10), 200, 100, 50);

        IntakeCount count = give(few, fixes);
        IntakeCount again = give(few, fixes);

        assertThat(count).isEqualTo(new IntakeCount(200, 0, 0, 100, 0, 0));
        assertThat(again).isEqualTo(new IntakeCount(0, 0, 200, 100, 0, 0));
        assertThat(rig.rejects.sums())
                .containsExactly(new Reject.Sum(Reject.State.NEW, IntakeRig.SOURCE, "too-many-fixes", 51, 100));

        RejectDesk roomier = rig.desk(IntakeSettings.USUAL, LATER.plusSeconds(60));
        RejectDesk.Replayed replayed = roomier.replay(roomier.ids(NEW), "the limit was raised", "olga");
        assertThat(replayed.passed()).isEqualTo(50);
        assertThat(replayed.again()).isEqualTo(1);
        assertThat(replayed.count().fresh()).isEqualTo(50);
    }

    @Test
    void theSameRejectFetchedEveryNightIsOneRow() {
        List<GpsFix> bad = Drive.each(haul("t").fixes().subList(0, 40), fix -> Drive.withPosition(fix, 0, 0));
        for (int night = 0; night < 3; night++) {
            give(IntakeSettings.USUAL, bad);
        }
        assertThat(rig.sum("1", "reject", "1 = 1")).isEqualTo(40);
        assertThat(rig.sum("fix_count", "reject", "1 = 1")).isEqualTo(40);
    }

    @Test
    void whatIsDismissedStaysSoWhenItComesAgain() {
        List<GpsFix> bad = Drive.each(haul("t").fixes().subList(0, 4), fix -> Drive.withPosition(fix, 0, 0));
        give(IntakeSettings.USUAL, bad);

        assertThat(desk().dismiss(desk().ids(NEW), "a known phone", "olga")).isEqualTo(4);
        give(IntakeSettings.USUAL, bad);

        assertThat(desk().ids(NEW)).isEmpty();
        assertThat(desk().dismiss(desk().ids(NEW), "twice", "olga")).isZero();
        assertThat(rig.rejects.list(new Filter(Reject.State.DISMISSED, "", "", "v1"), 10))
                .hasSize(4)
                .allSatisfy(reject ->
                        assertThat(reject.decided().orElseThrow().reason()).isEqualTo("a known phone"));
    }

    @Test
    void aReplayInVainStaysWithTheReasonOfToday() {
        GpsFix bad = Drive.withPosition(haul("t").fixes().get(0), 0, 0);
        give(IntakeSettings.USUAL, List.of(bad));
        jdbc.update("update reject set reason = 'an-older-rule'");

        RejectDesk.Replayed replayed = desk().replay(desk().ids(NEW), "rules changed", "olga");

        assertThat(replayed.passed()).isZero();
        assertThat(rig.rejects.list(NEW, 10)).extracting(Reject::reason).containsExactly("impossible-position");
        verify(rig.refresh, never()).request();
    }

    @Test
    void aRowThatIsNoFixCanOnlyBeAskedForAgain() {
        rig.give(IntakeSettings.USUAL, vehicle, LATER, sink -> {
            sink.unreadable("unreadable-time", "{\"time\":\"soon\"}");
            sink.unreadable("unreadable-row", "no JSON at all");
        });

        RejectDesk.Replayed replayed = desk().replay(desk().ids(NEW), "try", "olga");

        assertThat(replayed).isEqualTo(new RejectDesk.Replayed(2, 0, 2, IntakeCount.NONE));
    }

    @Test
    void aBatchThatFailsLeavesNothing() {
        assertThatThrownBy(() -> rig.give(new IntakeSettings(Duration.ZERO, 864_000, 10, 10), vehicle, LATER, sink -> {
                    haul("t").fixes().forEach(fix -> IntakeRig.give(sink, fix));
                    throw new IllegalStateException("cut");
                }))
                .hasMessage("cut");
        assertThat(rig.days.find("v1", DAY)).isEmpty();
    }
}
