package org.optimizer.transform.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optimizer.model.SmsCountry;

/** Messages leave by the clocks of those who get them: 8 to 20, not on Sundays and holidays. */
class SendingHoursTest {
    private static final SmsCountry FRANCE = country("Europe/Paris", 8, 20, false);
    private static final Predicate<LocalDate> CHRISTMAS = Set.of(LocalDate.parse("2026-12-25"))::contains;

    private static SmsCountry country(String zone, int from, int to, boolean sundays) {
        return new SmsCountry("FR", true, 9, "", from, to, sundays, ZoneId.of(zone), "", BigDecimal.ONE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T06:59:59Z, 2026-11-23T07:00:00Z", // Monday, a second before 8 in Paris
        "2026-11-23T07:00:00Z, 2026-11-23T07:00:00Z",
        "2026-11-23T18:59:59Z, 2026-11-23T18:59:59Z", // a second before 20
        "2026-11-23T19:00:00Z, 2026-11-24T07:00:00Z",
        "2026-11-21T19:00:00Z, 2026-11-23T07:00:00Z", // Saturday evening
        "2026-11-22T10:00:00Z, 2026-11-23T07:00:00Z", // Sunday
        "2026-11-21T23:30:00Z, 2026-11-23T07:00:00Z", // Saturday in London, Sunday in Paris
        "2026-12-24T19:30:00Z, 2026-12-26T07:00:00Z", // Christmas is a Friday
        "2026-12-25T10:00:00Z, 2026-12-26T07:00:00Z",
        "2026-03-28T20:00:00Z, 2026-03-30T06:00:00Z", // the clocks go forward on the Sunday
        "2026-10-24T20:00:00Z, 2026-10-26T07:00:00Z" // and back
    })
    void franceHasItsHours(Instant now, Instant expected) {
        assertThat(SendingHours.next(FRANCE, CHRISTMAS, now)).isEqualTo(expected);
    }

    @Test
    void abidjanHasItsOwnClock() {
        assertThat(SendingHours.next(
                        country("Africa/Abidjan", 8, 20, false), day -> false, Instant.parse("2026-11-23T07:30:00Z")))
                .isEqualTo("2026-11-23T08:00:00Z");
    }

    @Test
    void aCountryMayTakeMessagesAtAnyHourOfAnyDay() {
        Instant sundayNight = Instant.parse("2026-11-22T02:00:00Z");
        assertThat(SendingHours.next(country("Europe/Paris", 0, 24, true), day -> false, sundayNight))
                .isEqualTo(sundayNight);
    }

    @Test
    void whateverTheHourTheAnswerIsAllowedAndNotBeforeIt() {
        Random random = new Random(29);
        for (int i = 0; i < 20_000; i++) {
            Instant now = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(2 * 366 * 86_400));
            Instant next = SendingHours.next(FRANCE, CHRISTMAS, now);
            ZonedDateTime local = next.atZone(FRANCE.zone());
            assertThat(next).isAfterOrEqualTo(now);
            assertThat(local.getHour()).isBetween(8, 19);
            assertThat(local.getDayOfWeek().getValue()).isLessThan(7);
            assertThat(CHRISTMAS.test(local.toLocalDate())).isFalse();
            assertThat(SendingHours.next(FRANCE, CHRISTMAS, next)).isEqualTo(next);
        }
    }

    @Test
    void aCountryThatNeverWorksIsAMistakeOfTheTables() {
        assertThatThrownBy(() -> SendingHours.next(FRANCE, day -> true, Instant.parse("2026-11-23T10:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sms-holiday");
    }

    /** Dates of the almanac. */
    @ParameterizedTest
    @CsvSource({
        "1818-03-22",
        "1943-04-25",
        "2000-04-23",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2038-04-25",
        "2049-04-18",
        "2076-04-19"
    })
    void easterIsOnItsSunday(LocalDate sunday) {
        assertThat(Easter.sunday(sunday.getYear())).isEqualTo(sunday);
    }
}
