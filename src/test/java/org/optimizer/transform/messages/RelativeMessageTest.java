package org.optimizer.transform.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.optimizer.model.Contest;
import org.optimizer.model.Driver;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Language;
import org.optimizer.model.MarkKind;
import org.optimizer.model.Reason;
import org.optimizer.model.RelativeMark;
import org.optimizer.model.RelativeScore;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Standing;
import org.optimizer.model.VehicleClass;
import org.optimizer.transform.scoring.relative.RelativeStandings;

class RelativeMessageTest {
    private static final Contest CONTEST = new Contest(
            "c1",
            "quarry",
            "Concours d'été – Carrière",
            ScoringMethod.RELATIVE,
            LocalDate.of(2026, 9, 7),
            LocalDate.of(2026, 12, 20),
            LocalDate.of(2026, 9, 7),
            List.of("v1"));

    @Test
    void frenchTellsMarksOfTenAndWhatCouldNotBeMeasured() {
        assertThat(text(Language.FR, score("22.5", 3, 14, 8, 7, 0)))
                .isEqualTo("Sem.47, concours du 07/09 au 20/12: accélération 8 sur 10, freinage 7 sur 10,"
                        + " vitesse non mesurable. Total 22,5 sur 30, rang 3/14. Bonne route!");
    }

    @Test
    void englishHasAPointAndMonthsInLetters() {
        assertThat(text(Language.EN, score("24.0", 3, 14, 8, 7, 9)))
                .isEqualTo("Week 47, contest 7 Sep to 20 Dec: acceleration 8 of 10, braking 7 of 10, speed 9 of 10."
                        + " Total 24.0 of 30, rank 3/14. Drive safely!");
    }

    @Test
    void placesGainedAreTold() {
        RelativeScore score = score("24.0", 3, 14, 8, 7, 9);
        List<Standing> before = RelativeStandings.of(List.of(score("20.0", 5, 14, 6, 6, 8)), List.of());

        assertThat(RelativeMessage.text(
                        CONTEST,
                        driver(Language.FR),
                        score,
                        RelativeStandings.of(List.of(score), before).get(0)))
                .contains("rang 3/14 (+2)");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theLongestTextIsOnePartOfGsm7(Language language) {
        RelativeScore now = score("30.0", 999, 999, 10, 0, 0);
        List<Standing> before = RelativeStandings.of(List.of(score("30.0", 1, 999, 10, 0, 0)), List.of());
        Standing standing = RelativeStandings.of(List.of(now), before).get(0);

        SmsEncoding encoding = SmsEncoding.of(RelativeMessage.text(CONTEST, driver(language), now, standing));

        assertThat(encoding.alphabet()).isEqualTo(SmsEncoding.Alphabet.GSM7);
        assertThat(encoding.parts()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void neitherNameNorPlaceNorContestIsTold(Language language) {
        assertThat(text(language, score("22.5", 3, 14, 8, 7, 0)))
                .doesNotContain("Zo", "ngstr", "quarry", "Carri", "d1", "+33");
    }

    @Test
    void whoIsNotRankedGetsNoText() {
        RelativeScore none = new RelativeScore(
                "d1",
                IsoWeek.parse("2026-W47"),
                VehicleClass.TIPPER,
                true,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                14);

        assertThatThrownBy(() -> text(Language.FR, none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SMS of driver d1 in week 2026-W47 of contest c1: expected a place, found none;"
                        + " send nothing");
    }

    /** Global scores of 30 as shares of 100: 22.5 is 75. */
    @Test
    void theStandingHasTheGlobalAsAShareOfAHundred() {
        Standing standing = RelativeStandings.of(List.of(score("22.5", 3, 14, 8, 7, 0)), List.of())
                .get(0);

        assertThat(standing.global()).contains(new BigDecimal("75.00"));
        assertThat(standing.globalRank()).contains(3);
        assertThat(standing.change()).isEmpty();
    }

    private static Driver driver(Language language) {
        return new Driver("d1", "quarry", "Zoë Ångström", Optional.of("+33600000000"), language);
    }

    private static String text(Language language, RelativeScore score) {
        Standing standing = RelativeStandings.of(List.of(score), List.of()).get(0);
        return RelativeMessage.text(CONTEST, driver(language), score, standing);
    }

    /** @param marks of 10, 0 for none */
    private static RelativeScore score(String global, int rank, int rankedOf, int... marks) {
        List<RelativeMark> three = List.of(
                mark(MarkKind.ACCELERATION, marks[0]),
                mark(MarkKind.DECELERATION, marks[1]),
                mark(MarkKind.SPEED_KEEPING, marks[2]));
        return new RelativeScore(
                "d1",
                IsoWeek.parse("2026-W47"),
                VehicleClass.TIPPER,
                false,
                three,
                Optional.of(new BigDecimal(global)),
                Optional.of(rank),
                rankedOf);
    }

    private static RelativeMark mark(MarkKind kind, int mark) {
        return mark == 0
                ? new RelativeMark(
                        kind, 0, Double.NaN, 0, Double.NaN, Optional.empty(), Optional.of(new Reason("any", 0, 3, "")))
                : new RelativeMark(kind, 9, 0.1, 9, 0.1, Optional.of(mark), Optional.empty());
    }
}
