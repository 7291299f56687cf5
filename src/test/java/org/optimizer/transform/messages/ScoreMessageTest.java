package org.optimizer.transform.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.optimizer.model.Contest;
import org.optimizer.model.Driver;
import org.optimizer.model.DriverScore;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Language;
import org.optimizer.model.MarkKind;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Standing;
import org.optimizer.model.VehicleClass;
import org.optimizer.transform.scoring.Scores;

class ScoreMessageTest {
    private static final Contest CONTEST = new Contest(
            "c1",
            "quarry",
            "Concours d'été – Carrière",
            ScoringMethod.ABSOLUTE,
            LocalDate.of(2026, 9, 7),
            LocalDate.of(2026, 12, 20),
            LocalDate.of(2026, 9, 7),
            List.of("v1"));

    private static Driver driver(Language language) {
        return new Driver("d1", "quarry", "Zoë Ångström", Optional.of("+33600000000"), language);
    }

    private static Scores worked() {
        return Scores.of("d1", VehicleClass.ARTIC, "68.66", 812.4)
                .week(IsoWeek.parse("2026-W47"))
                .mark(MarkKind.ACCELERATION, 63.294)
                .mark(MarkKind.DECELERATION, 63.177);
    }

    private static DriverScore whole() {
        return worked().mark(MarkKind.SPEED_KEEPING, 81.333).built();
    }

    private static Standing sixth(Optional<Integer> change) {
        return new Standing(
                "d1",
                VehicleClass.ARTIC,
                Optional.of(6),
                false,
                28,
                change,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String text(Language language, DriverScore score, Standing standing) {
        return ScoreMessage.text(CONTEST, driver(language), score, standing);
    }

    @Test
    void frenchHasACommaAndMarksOf20() {
        assertThat(text(Language.FR, whole(), sixth(Optional.of(2))))
                .isEqualTo(
                        "Sem.47: note 13,7/20 (acc 12,7 frein 12,6 vit 16,3). Rang 6/28 (+2). Merci et bonne route!");
    }

    @Test
    void englishHasAPoint() {
        assertThat(text(Language.EN, whole(), sixth(Optional.of(-1))))
                .isEqualTo("Week 47: mark 13.7/20 (acc 12.7 brake 12.6 speed 16.3). Rank 6/28 (-1)."
                        + " Thank you, drive safely!");
    }

    @Test
    void theSamePlaceAndNoComparisonAreTold() {
        assertThat(text(Language.FR, whole(), sixth(Optional.of(0)))).contains("Rang 6/28 (=). ");
        assertThat(text(Language.FR, whole(), sixth(Optional.empty()))).contains("Rang 6/28. ");
    }

    @Test
    void aMissingMarkIsADash() {
        assertThat(text(Language.FR, worked().built(), sixth(Optional.empty())))
                .contains("(acc 12,7 frein 12,6 vit -)");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theLongestTextIsOnePartOfGsm7(Language language) {
        DriverScore best = Scores.of("d1", VehicleClass.ARTIC, "100.00", 1)
                .mark(MarkKind.ACCELERATION, 100)
                .mark(MarkKind.DECELERATION, 100)
                .mark(MarkKind.SPEED_KEEPING, 100)
                .built();
        Standing last = new Standing(
                "d1",
                VehicleClass.ARTIC,
                Optional.of(100_000),
                false,
                100_000,
                Optional.of(-99_999),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        SmsEncoding encoding = SmsEncoding.of(text(language, best, last));
        assertThat(encoding.alphabet()).isEqualTo(SmsEncoding.Alphabet.GSM7);
        assertThat(encoding.parts()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void neitherNameNorPlaceNorContestIsTold(Language language) {
        assertThat(text(language, whole(), sixth(Optional.of(2))))
                .doesNotContain("Zo", "ngstr", "quarry", "Carri", "d1", "+33");
    }

    @Test
    void whoIsNotRankedGetsNoText() {
        Standing none = new Standing(
                "d1",
                VehicleClass.ARTIC,
                Optional.empty(),
                false,
                28,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThatThrownBy(() -> text(Language.FR, whole(), none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SMS of driver d1 in week 2026-W47 of contest c1: expected a ranked week,"
                        + " found one that is not; send nothing");
    }
}
