package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void quantilesLieBetweenTheirNeighbours() {
        Spread spread = Spread.of(List.of(50.0, 10.0, 40.0, 20.0, 30.0));

        assertThat(spread.median()).isEqualTo(30);
        assertThat(spread.p25()).isEqualTo(20);
        assertThat(spread.p75()).isEqualTo(40);
        assertThat(spread.p10()).isCloseTo(14, within(1e-9));
        assertThat(spread.p90()).isCloseTo(46, within(1e-9));
    }

    @Test
    void theMedianOfAnEvenNumberIsInTheMiddleOfTwo() {
        assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 2.0)).median()).isEqualTo(2.5);
    }

    @Test
    void oneValueIsAllItsQuantilesAndNoneHasNone() {
        assertThat(Spread.of(List.of(7.0))).isEqualTo(new Spread(1, 7, 7, 7, 7, 7));
        assertThat(Spread.of(List.of()).median()).isNaN();
    }

    /** A break of an hour moves the mean of these by ten minutes, and the median not at all. */
    @Test
    void aBreakDoesNotMoveTheMedian() {
        assertThat(Spread.of(List.of(30.0, 31.0, 32.0, 33.0, 34.0, 92.0)).median())
                .isEqualTo(32.5);
        assertThat(Spread.of(List.of(30.0, 31.0, 32.0, 33.0, 34.0, 35.0)).median())
                .isEqualTo(32.5);
    }
}
