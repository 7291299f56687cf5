package org.optimizer.transform.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.optimizer.transform.messages.SmsEncoding.Alphabet;

class SmsEncodingTest {
    @Test
    void anEmptyTextIsOnePart() {
        assertThat(SmsEncoding.of("")).isEqualTo(new SmsEncoding(Alphabet.GSM7, 0, 1));
    }

    @Test
    void oneHundredAndSixtyUnitsAreOnePartAndOneMoreAreTwo() {
        assertThat(SmsEncoding.of("a".repeat(160))).isEqualTo(new SmsEncoding(Alphabet.GSM7, 160, 1));
        assertThat(SmsEncoding.of("a".repeat(161))).isEqualTo(new SmsEncoding(Alphabet.GSM7, 161, 2));
    }

    @Test
    void aPartOfALongTextHolds153Units() {
        assertThat(SmsEncoding.of("a".repeat(306)).parts()).isEqualTo(2);
        assertThat(SmsEncoding.of("a".repeat(307)).parts()).isEqualTo(3);
    }

    @Test
    void theExtensionTableCountsTwo() {
        assertThat(SmsEncoding.of("€".repeat(80))).isEqualTo(new SmsEncoding(Alphabet.GSM7, 160, 1));
        assertThat(SmsEncoding.of("a€[]{}~^|\\")).isEqualTo(new SmsEncoding(Alphabet.GSM7, 19, 1));
    }

    @Test
    void anExtendedCharacterIsNotCutInTwo() {
        assertThat(SmsEncoding.of("a".repeat(152) + "€" + "a".repeat(152)).parts())
                .isEqualTo(3);
    }

    @Test
    void frenchLettersOfTheAlphabetCountOne() {
        assertThat(SmsEncoding.of("éèùàÇ")).isEqualTo(new SmsEncoding(Alphabet.GSM7, 5, 1));
    }

    @Test
    void oneForeignLetterMakesTheWholeTextUcs2() {
        assertThat(SmsEncoding.of("ê")).isEqualTo(new SmsEncoding(Alphabet.UCS2, 1, 1));
        assertThat(SmsEncoding.of("ê" + "a".repeat(69)).parts()).isEqualTo(1);
        assertThat(SmsEncoding.of("ê" + "a".repeat(70))).isEqualTo(new SmsEncoding(Alphabet.UCS2, 71, 2));
        assertThat(SmsEncoding.of("ê" + "a".repeat(133)).parts()).isEqualTo(2);
        assertThat(SmsEncoding.of("ê" + "a".repeat(134)).parts()).isEqualTo(3);
    }
}
