package org.optimizer.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GsmAlphabetTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "éèàùÇÉ", "Note 87,6 @ 5£", "^{}\\[~]|€", "\n\r", "ΔΦΓΛΩΠΨΣΘΞ", "¡¿§¤"})
    void theseAreSevenBit(String text) {
        assertThat(GsmAlphabet.covers(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ê", "ë", "î", "ï", "ô", "û", "â", "ç", "œ", "’", "«", "»", "`", "\t", "\u001b", "😀", "á"})
    void theseTurnTheWholeTextIntoUcs2(String text) {
        assertThat(GsmAlphabet.covers("Note " + text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"160,1", "161,2", "306,2", "307,3", "459,3", "460,4"})
    void sevenBitPartsHold160Or153(int length, int parts) {
        assertThat(GsmAlphabet.parts("e".repeat(length))).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({"70,1", "71,2", "134,2", "135,3"})
    void ucs2PartsHold70Or67(int length, int parts) {
        assertThat(GsmAlphabet.parts("ê".repeat(length))).isEqualTo(parts);
        assertThat(GsmAlphabet.units("ê".repeat(length))).isEqualTo(length);
    }

    @Test
    void anExtendedCharacterTakesTwoUnitsAndIsNeverCutInTwo() {
        assertThat(GsmAlphabet.units("5 €")).isEqualTo(4);
        assertThat(GsmAlphabet.parts("€".repeat(80))).isEqualTo(1);
        // 153 is odd: 76 a part
        assertThat(GsmAlphabet.parts("€".repeat(152))).isEqualTo(2);
        assertThat(GsmAlphabet.parts("€".repeat(153))).isEqualTo(3);
        assertThat(GsmAlphabet.parts("e".repeat(152) + "€" + "e".repeat(152))).isEqualTo(3);
    }

    @Test
    void anEmojiTakesTwoUnitsAndIsNeverCutInTwo() {
        assertThat(GsmAlphabet.units("😀")).isEqualTo(2);
        assertThat(GsmAlphabet.parts("😀".repeat(35))).isEqualTo(1);
        assertThat(GsmAlphabet.parts("😀".repeat(66))).isEqualTo(2);
        assertThat(GsmAlphabet.parts("😀".repeat(67))).isEqualTo(3);
    }
}
