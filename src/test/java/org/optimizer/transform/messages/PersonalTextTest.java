package org.optimizer.transform.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonalTextTest {
    private static final Map<String, String> FIGURES = Map.of("rank", "3", "of", "12", "text", "Sem.47: rang 3/12");

    @Test
    void placeholdersFollowTheFigures() {
        assertThat(PersonalText.filled("Bravo {rank}/{of}!", FIGURES)).isEqualTo("Bravo 3/12!");
        assertThat(PersonalText.filled("{text} Merci!", FIGURES)).isEqualTo("Sem.47: rang 3/12 Merci!");
    }

    @Test
    void aPlaceholderThatDoesNotExistIsRefused() {
        assertThat(PersonalText.mistake("Bravo {rank}", FIGURES)).isEmpty();
        assertThat(PersonalText.mistake("Bravo {place}", FIGURES)).contains("wording-placeholder");
        assertThat(PersonalText.mistake("Bravo {rank", FIGURES)).contains("wording-placeholder");
        assertThat(PersonalText.mistake("Bravo }", FIGURES)).contains("wording-placeholder");
    }

    @Test
    void threePartsAreFineFourAreNot() {
        assertThat(PersonalText.mistake("a".repeat(459), FIGURES)).isEmpty();
        assertThat(PersonalText.mistake("a".repeat(460), FIGURES)).contains("wording-too-long");
        assertThat(PersonalText.mistake("ê".repeat(201), FIGURES)).isEmpty();
        assertThat(PersonalText.mistake("ê".repeat(202), FIGURES)).contains("wording-too-long");
    }

    @Test
    void anEmptyTextIsRefused() {
        assertThat(PersonalText.mistake(" \n", FIGURES)).contains("wording-empty");
    }

    @Test
    void onlyFiguresThatAreWrittenOutGrowOld() {
        assertThat(PersonalText.saysFigures("Rang 3 sur {of}")).isTrue();
        assertThat(PersonalText.saysFigures("Rang {rank} sur {of}")).isFalse();
    }
}
