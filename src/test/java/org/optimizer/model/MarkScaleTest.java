package org.optimizer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkScaleTest {

    @Test
    void aMarkOfAnyScaleBecomesOneFromZeroToTen() {
        assertThat(new MarkScale(0, 10).of10(8.1)).isEqualTo(8.1);
        assertThat(new MarkScale(0, 100).of10(69)).isEqualTo(6.9);
        assertThat(new MarkScale(1, 5).of10(4)).isEqualTo(7.5);
        assertThat(new MarkScale(-50, 50).of10(-50)).isZero();
    }

    @Test
    void aMarkOutsideItsScaleIsRefused() {
        MarkScale scale = new MarkScale(1, 5);

        assertThat(scale.holds(5)).isTrue();
        assertThat(scale.holds(5.01)).isFalse();
        assertThat(scale.holds(Double.NaN)).isFalse();
        assertThatThrownBy(() -> scale.of10(0.9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mark: expected 1.0 to 5.0, found 0.9");
    }

    @Test
    void aScaleWithoutRoomIsRefused() {
        assertThatThrownBy(() -> new MarkScale(5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MarkScale(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MarkScale(0, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
