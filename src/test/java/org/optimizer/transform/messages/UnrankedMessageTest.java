package org.optimizer.transform.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.optimizer.model.Driver;
import org.optimizer.model.DriverScore;
import org.optimizer.model.Language;
import org.optimizer.model.Reason;
import org.optimizer.model.Rulebook;
import org.optimizer.rules.RulesFolder;
import org.optimizer.transform.scoring.Week;

class UnrankedMessageTest {
    private static final Rulebook RULES = RulesFolder.shipped();

    private static String text(Language language, DriverScore score) {
        return UnrankedMessage.text(
                new Driver("d1", "quarry", "Zoë Ångström", Optional.of("+33612345678"), language), score);
    }

    private static DriverScore because(Reason... reasons) {
        DriverScore score = Week.worked().scored("d1", RULES);
        return new DriverScore(
                "c1",
                score.facts(),
                score.marks(),
                score.score(),
                score.doubt(),
                false,
                List.of(reasons),
                score.rulebook());
    }

    /** Edge case 25: the phone was off during 40 % of the shift. */
    @Test
    void aPhoneThatWasOffIsSaidInTheSms() {
        DriverScore score = Week.worked().lost(0.4).scored("d1", RULES);
        assertThat(score.ranked()).isFalse();
        assertThat(text(Language.FR, score))
                .isEqualTo("Sem.43: non classé: enregistrement incomplet (60 %, il faut 85 %). Bonne route!");
        assertThat(text(Language.EN, score))
                .isEqualTo("Week 43: not ranked: recording incomplete (60%, needs 85%). Drive safely!");
    }

    @Test
    void whatIsMissingNeverLooksAsIfItWereEnough() {
        assertThat(text(Language.FR, because(new Reason("too-few-km", 249.99, 250, ""))))
                .contains("trop peu de km (249, il en faut 250)");
        assertThat(text(Language.EN, because(new Reason("low-coverage", 0.8499, 0.85, ""))))
                .contains("(84%, needs 85%)");
    }

    @Test
    void ofSeveralReasonsTheFirstIsTold() {
        assertThat(text(
                        Language.EN,
                        because(new Reason("too-few-days", 2, 3, ""), new Reason("too-few-km", 12, 250, ""))))
                .isEqualTo("Week 43: not ranked: too few days driven (2, needs 3). Drive safely!");
    }

    @Test
    void aReasonWithoutWordsLeavesTheRest() {
        assertThat(text(Language.FR, because(new Reason("moon-phase", 3, 4, ""))))
                .isEqualTo("Sem.43: non classé. Bonne route!");
        assertThat(text(Language.FR, because())).isEqualTo("Sem.43: non classé. Bonne route!");
    }

    static Stream<String> codesOfBothMethods() {
        return Stream.of(
                "too-few-km",
                "too-few-days",
                "low-coverage",
                "low-quality",
                "slow-sampling",
                "no-speed-data",
                "no-distance",
                "no-acceleration",
                "no-deceleration",
                "no-speed-keeping",
                "too-few-launches",
                "too-few-brakings",
                "too-few-cruise-visits",
                "too-few-gradients",
                "not-every-second");
    }

    @ParameterizedTest
    @MethodSource("codesOfBothMethods")
    void everyReasonOfBothMethodsIsOnePartOfGsm7(String code) {
        for (Language language : Language.values()) {
            String text = text(language, because(new Reason(code, 100_000, 100_000, "")));
            assertThat(text).contains(": ", language == Language.FR ? "classé: " : "ranked: ");
            assertThat(SmsEncoding.of(text)).satisfies(encoding -> {
                assertThat(encoding.alphabet()).isEqualTo(SmsEncoding.Alphabet.GSM7);
                assertThat(encoding.parts()).isEqualTo(1);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatCouldNotBeMeasuredIsADashAndNoNameIsTold(Language language) {
        assertThat(text(language, because(new Reason("low-coverage", Double.NaN, 0.85, ""))))
                .contains("(-")
                .doesNotContain("Zo", "ngstr", "quarry", "d1", "+33");
    }
}
