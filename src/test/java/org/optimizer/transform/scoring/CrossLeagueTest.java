package org.optimizer.transform.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.optimizer.model.VehicleClass.ARTIC;
import static org.optimizer.model.VehicleClass.DUMPER;
import static org.optimizer.model.VehicleClass.TIPPER;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.optimizer.model.CrossPlace;
import org.optimizer.model.DriverScore;
import org.optimizer.model.VehicleClass;

class CrossLeagueTest {

    private static DriverScore score(String driver, VehicleClass league, String score) {
        return Scores.of(driver, league, score, 300).built();
    }

    private static CrossPlace place(String driver, VehicleClass league, String z, int rank) {
        return new CrossPlace(driver, league, new BigDecimal(z), rank);
    }

    /** Tippers 50, 60, 70: mean 60, deviation √(200/3) = 8.165. Artics 80, 80, 80, 92: mean 83, deviation √27 = 5.196. */
    @Test
    void everybodyIsMeasuredAgainstHisOwnLeague() {
        List<DriverScore> scores = new ArrayList<>(List.of(
                score("t1", TIPPER, "50.00"),
                score("t2", TIPPER, "60.00"),
                score("t3", TIPPER, "70.00"),
                score("a1", ARTIC, "80.00"),
                score("a2", ARTIC, "80.00"),
                score("a3", ARTIC, "80.00"),
                score("a4", ARTIC, "92.00")));
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(scores, random);
            assertThat(CrossLeague.of(scores))
                    .containsExactly(
                            place("a4", ARTIC, "1.73", 1),
                            place("t3", TIPPER, "1.22", 2),
                            place("t2", TIPPER, "0.00", 3),
                            place("a1", ARTIC, "-0.58", 4),
                            place("a2", ARTIC, "-0.58", 4),
                            place("a3", ARTIC, "-0.58", 4),
                            place("t1", TIPPER, "-1.22", 7));
        }
    }

    @Test
    void aLeagueOfTwoIsNoMeasure() {
        DriverScore notRanked =
                Scores.of("d3", DUMPER, "99.00", 20).ranked(false).built();
        assertThat(CrossLeague.of(List.of(score("d1", DUMPER, "50.00"), score("d2", DUMPER, "90.00"), notRanked)))
                .isEmpty();
    }

    @Test
    void whereAllAreEqualAllAreAtTheMean() {
        assertThat(CrossLeague.of(
                        List.of(score("a", TIPPER, "70.10"), score("b", TIPPER, "70.10"), score("c", TIPPER, "70.10"))))
                .extracting(CrossPlace::z)
                .containsOnly(new BigDecimal("0.00"));
    }
}
