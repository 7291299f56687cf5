package org.optimizer.transform.scoring.relative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PercentileMarksTest {

    /** p = 12.5, 37.5, 62.5, 87.5 %: 10 − 1, 10 − 4, 10 − 6, 10 − 9. */
    @Test
    void aLowRawScoreIsAGoodOne() {
        assertThat(PercentileMarks.of(Map.of("a", 0.1, "b", 0.2, "c", 0.3, "d", 0.4)))
                .containsOnly(Map.entry("a", 9), Map.entry("b", 6), Map.entry("c", 4), Map.entry("d", 1));
    }

    /** p = 25 and 75 %. */
    @Test
    void equalScoresShareAMark() {
        assertThat(PercentileMarks.of(Map.of("a", 0.1, "b", 0.1, "c", 0.3, "d", 0.3)))
                .containsOnly(Map.entry("a", 7), Map.entry("b", 7), Map.entry("c", 2), Map.entry("d", 2));
    }

    @Test
    void aloneIsTheMiddle() {
        assertThat(PercentileMarks.of(Map.of("a", 0.1))).containsOnly(Map.entry("a", 5));
    }

    @Test
    void theLastOfAHundredStillGetsOne() {
        Map<String, Double> fleet = new LinkedHashMap<>();
        for (int driver = 0; driver < 100; driver++) {
            fleet.put("d" + driver, (double) driver);
        }
        assertThat(PercentileMarks.of(fleet)).containsEntry("d0", 10).containsEntry("d99", 1);
    }
}
