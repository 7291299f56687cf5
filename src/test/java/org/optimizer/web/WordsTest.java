package org.optimizer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.optimizer.model.Feature;
import org.optimizer.model.FeatureMark;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.MarkKind;
import org.optimizer.model.Reason;

/** The words of the pages, and the files they come from. */
class WordsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:05:00Z");

    private final Words french = new Words(new PageConfig().messageSource(), Locale.FRENCH, NOW);
    private final Words english = new Words(new PageConfig().messageSource(), Locale.ENGLISH, NOW);

    @Test
    void frenchAndEnglishKnowTheSameKeys() throws IOException {
        assertThat(file("fr").stringPropertyNames()).isEqualTo(file("en").stringPropertyNames());
    }

    /** In a message with figures a straight apostrophe would quote what follows it. */
    @Test
    void noMessageHoldsAStraightApostrophe() throws IOException {
        assertThat(file("fr").values()).noneMatch(value -> value.toString().contains("'"));
        assertThat(file("en").values()).noneMatch(value -> value.toString().contains("'"));
    }

    @Test
    void noFrenchSignStandsAloneOnALine() throws IOException {
        assertThat(file("fr").values())
                .noneMatch(value ->
                        Pattern.compile(" [:;?!»%]").matcher(value.toString()).find());
    }

    private static Properties file(String language) throws IOException {
        Path path = Path.of("src/main/resources/messages_" + language + ".properties");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    @Test
    void weeksAndDaysAreWrittenAsTheReaderWritesThem() {
        IsoWeek week = IsoWeek.parse("2026-W05");
        assertThat(french.week(week)).isEqualTo("S05");
        assertThat(english.week(week)).isEqualTo("W05");
        assertThat(french.day(LocalDate.of(2026, 11, 23))).isEqualTo("lun. 23 nov. 2026");
        assertThat(english.day(LocalDate.of(2026, 11, 23))).isEqualTo("Mon 23 Nov 2026");
    }

    @Test
    void aWeeksDaysNameAMonthAndAYearOnceWhereTheyAreOne() {
        assertThat(french.days(IsoWeek.parse("2026-W47"))).isEqualTo("16 – 22 nov. 2026");
        assertThat(french.days(IsoWeek.parse("2026-W49"))).isEqualTo("30 nov. – 6 déc. 2026");
        assertThat(french.days(IsoWeek.parse("2026-W53"))).isEqualTo("28 déc. 2026 – 3 janv. 2027");
    }

    @Test
    void timesAreTheSites() {
        Instant at = Instant.parse("2026-11-17T13:32:07Z");
        assertThat(french.second(at, ZoneId.of("Europe/Paris"))).isEqualTo("mar. 14:32:07");
        assertThat(french.second(at, ZoneId.of("Africa/Dakar"))).isEqualTo("mar. 13:32:07");
    }

    @Test
    void figuresHaveTheReadersComma() {
        assertThat(french.percent(0.125, 1)).isEqualTo("12,5\u00a0%");
        assertThat(french.percent(0.9, 1)).isEqualTo("90\u00a0%");
        assertThat(english.percent(0.125, 1)).isEqualTo("12.5%");
        assertThat(french.number(0.25, 1)).isEqualTo("0,3");
        assertThat(french.number(Double.NaN, 1)).isEqualTo("–");
    }

    /** The worked example of the scoring: 63.29, 63.18, 81.33, and 68.66 for the week. */
    @Test
    void marksAreShownOnTwentyRoundedHalfUp() {
        assertThat(french.on20(63.29)).isEqualTo("12,7");
        assertThat(french.on20(63.18)).isEqualTo("12,6");
        assertThat(french.on20(81.33)).isEqualTo("16,3");
        assertThat(french.on20(Optional.of(new BigDecimal("68.66")))).isEqualTo("13,7");
        assertThat(french.on20(68.75)).as("13.75, half up").isEqualTo("13,8");
        assertThat(french.on20(Optional.empty())).isEqualTo("–");
    }

    @Test
    void changesAreArrows() {
        assertThat(french.change(2)).isEqualTo("▲2");
        assertThat(french.change(-1)).isEqualTo("▼1");
        assertThat(french.change(0)).isEqualTo("=");
    }

    @Test
    void timeGoneByIsToldInOneUnit() {
        assertThat(french.ago(NOW.minusSeconds(59))).isEqualTo("à l’instant");
        assertThat(french.ago(NOW.plusSeconds(59))).isEqualTo("à l’instant");
        assertThat(french.ago(NOW.minusSeconds(89 * 60))).isEqualTo("il y a 89 min");
        assertThat(french.ago(NOW.minusSeconds(90 * 60))).isEqualTo("il y a 1 h");
        assertThat(french.ago(NOW.minusSeconds(36 * 3600))).isEqualTo("il y a 1 jour");
        assertThat(english.ago(NOW.minusSeconds(72 * 3600))).isEqualTo("3 days ago");
    }

    @Test
    void valuesCarryTheirUnit() {
        assertThat(french.value(part(Feature.RPA5, 0.068))).isEqualTo("0,068\u00a0m/s²");
        assertThat(french.value(part(Feature.GENTLE_SHARE, 0.62))).isEqualTo("62\u00a0%");
        assertThat(english.value(part(Feature.ACCELERATION_POINTS, 3.9456))).isEqualTo("3.95\u00a0points/100 km");
    }

    private static FeatureMark part(Feature feature, double value) {
        return new FeatureMark(feature, MarkKind.ACCELERATION, value, 50, 0.5, "rule");
    }

    @Test
    void reasonsNameWhatWasFoundAndWhatIsNeeded() {
        assertThat(french.reason(new Reason("too-few-km", 96.44, 150, "")))
                .isEqualTo("trop peu de kilomètres\u00a0: 96,4, il en faut 150");
        assertThat(english.reason(new Reason("low-coverage", 0.6, 0.85, "")))
                .isEqualTo("recording incomplete: 60% of the time, 85% is needed");
    }

    @Test
    void everyReasonOfTheEligibilityTableHasItsWords() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("rules/eligibility.table.csv"));
        int column = List.of(rows.get(0).split(",")).indexOf("reason");
        Set<String> keys = rows.stream()
                .skip(1)
                .map(row -> "reason." + row.split(",")[column])
                .collect(Collectors.toSet());
        assertThat(keys).hasSizeGreaterThan(4);
        assertThat(file("fr").stringPropertyNames()).containsAll(keys);
    }

    @Test
    void aDayWithoutDataIsNamed() {
        assertThat(french.reason(new Reason("vehicles-without-data", 2, 3, "")))
                .isEqualTo("mercredi\u00a0: 2 véhicules sans données, quand les autres ont roulé");
    }

    @Test
    void anUnknownReasonIsNotLost() {
        assertThat(english.reason(new Reason("moon-phase", 3, 4.5, "")))
                .isEqualTo("moon phase (found 3, expected 4.5)");
    }

    @Test
    void aTelephoneNumberIsRecognisedAndNotRevealed() {
        assertThat(french.masked("+33612345678")).isEqualTo("+33 ·· ·· ·· 78");
    }

    @Test
    void aVersionOfTheRulesIsTwelveDigitsOfItsHash() {
        assertThat(french.shortVersion("sha256:5c7d54876d70aabb")).isEqualTo("5c7d54876d70");
        assertThat(french.shortVersion("")).isEmpty();
    }
}
