package org.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optimizer.model.Rulebook;

/** The tables of SMS: what they refuse, and what the shipped ones say. */
class SmsTablesTest {
    private static final String COUNTRIES = "sms-country.table.csv";
    private static final String HOLIDAYS = "sms-holiday.table.csv";

    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource({
        "zone,               Europe/Lutetia, a time zone",
        "zone,               Paris,          a time zone",
        "country,            France,         a country of two capital letters",
        "country,            CI,             a country once",
        "to_hour,            8,              more than from_hour",
        "to_hour,            25,             a whole number of h from 1 to 24",
        "sender,             MON ENTREPRISE, at most 11 letters and digits",
        "sender,             ABCDEFGHIJKL,   at most 11 letters and digits",
        "stop_text,          'STOP: 36180',  at most five words",
        "price_per_part_eur, '0,065',        a number of €",
        "allowed,            oui,            one of yes",
        "national_digits,    9.5,            a whole number"
    })
    void aWrongCountryIsRefusedWithItsCell(String column, String cell, String expected) {
        RulesFolder rules = RulesFolder.copyInto(temp).editCell(COUNTRIES, "fr", column, "\"" + cell + "\"");
        assertThatThrownBy(rules::shelf)
                .isInstanceOf(RulesException.class)
                .hasMessageContaining(COUNTRIES + ":" + (column.equals("country") && cell.equals("CI") ? "3" : "2"))
                .hasMessageContaining("column " + column + ": expected " + expected);
    }

    @ParameterizedTest
    @CsvSource({
        "fr-victory,       day,         31, a day of that month",
        "fr-victory,       month,       '', 'month and day, or days after Easter Sunday'",
        "fr-victory,       easter_days, 3,  'month and day, or days after Easter Sunday'",
        "fr-easter-monday, easter_days, '', 'month and day, or days after Easter Sunday'",
        "fr-easter-monday, month,       4,  'month and day, or days after Easter Sunday'"
    })
    void aWrongHolidayIsRefusedWithItsCell(String row, String column, String cell, String expected) {
        RulesFolder rules = RulesFolder.copyInto(temp);
        if (column.equals("day")) {
            rules.editCell(HOLIDAYS, row, "month", "4");
        }
        rules.editCell(HOLIDAYS, row, column, cell);
        assertThatThrownBy(rules::shelf)
                .isInstanceOf(RulesException.class)
                .hasMessageContaining(HOLIDAYS + ":" + rules.lineOf(HOLIDAYS, row))
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "x\" salience 9 when then System.exit(3); end rule \"y",
                "\"); System.exit(3); (\"",
                "@{id}",
                "a\nb",
                "\\u0022);System.exit(3);//",
                "a\u0000b",
                "a\u2028b",
                "${x}",
                "=1+1",
                "(",
                "'"
            })
    void noTextOfACellCanBecomeARule(String cell) {
        SmsForms.COUNTRIES.columns().stream()
                .filter(column -> column.type() instanceof FormType)
                .forEach(column -> assertThatThrownBy(() -> column.type().parse(cell))
                        .as(column.name())
                        .isInstanceOf(BadCell.class));
    }

    @Test
    void anotherCountryIsOneRow() {
        RulesFolder rules = RulesFolder.copyInto(temp)
                .edit(COUNTRIES, "ci,CI,", "be,BE,yes,9,ECO2026,9,18,yes,Europe/Brussels,STOP 8888,0.075,\nci,CI,")
                .edit(
                        "sms-country.cases.csv",
                        "belgium,BE,none,no,0,,0,0,no,,,0,",
                        "belgium,BE,be,yes,9,ECO2026,9,18,yes,Europe/Brussels,STOP 8888,0.075,");
        assertThat(rules.shelf().current().smsCountry("BE")).hasValueSatisfying(belgium -> {
            assertThat(belgium.allowed()).isTrue();
            assertThat(belgium.sender()).isEqualTo("ECO2026");
            assertThat(belgium.sundays()).isTrue();
            assertThat(belgium.stopText()).isEqualTo("STOP 8888");
        });
    }

    /** Worked cases move with a limit, and then one may stand on a day that there is not. */
    @Test
    void aDayThatNoMonthHasIsNoHoliday() {
        SmsDayCase noDay = new SmsDayCase("FR", 2027, 11, 31);
        assertThat(noDay.falls(0, 11, 31, (int) SmsDayCase.NOT_BY_EASTER)).isFalse();
        assertThat(new SmsDayCase("FR", 2027, 11, 30).falls(0, 11, 30, (int) SmsDayCase.NOT_BY_EASTER))
                .isTrue();
    }

    /** The eleven holidays of France, ten of Côte d'Ivoire that the calendar gives and two that a decree does. */
    @Test
    void aYearHasItsHolidays() {
        Rulebook rules = RulesFolder.shipped();
        LocalDate newYear = LocalDate.of(2027, 1, 1);
        assertThat(newYear.datesUntil(newYear.plusYears(1)).filter(day -> rules.isSmsHoliday("FR", day)))
                .hasSize(11);
        assertThat(newYear.datesUntil(newYear.plusYears(1)).filter(day -> rules.isSmsHoliday("CI", day)))
                .hasSize(12);
        assertThat(rules.smsCountry("BE")).isEmpty();
    }
}
