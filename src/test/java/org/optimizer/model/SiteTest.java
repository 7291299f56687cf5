package org.optimizer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When results become final. */
class SiteTest {

    private static Instant closes(String zone, String week, DayOfWeek day, String time) {
        return new Site("q1", "Quarry", ZoneId.of(zone), "FR", day, LocalTime.parse(time))
                .closesAt(IsoWeek.parse(week));
    }

    /** The week 2026-W43 ends with the day of 25 hours; 2026 has a week 53. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Paris, 2026-W47, 2026-11-26T11:00:00Z",
        "Europe/Paris, 2026-W43, 2026-10-29T11:00:00Z",
        "Europe/Paris, 2026-W42, 2026-10-22T10:00:00Z",
        "Europe/Paris, 2026-W53, 2027-01-07T11:00:00Z",
        "America/Sao_Paulo, 2026-W47, 2026-11-26T15:00:00Z",
        "Asia/Kolkata, 2026-W47, 2026-11-26T06:30:00Z"
    })
    void aWeekClosesOnThursdayAtNoonOfTheWeekAfterInTheTimeOfTheSite(String zone, String week, Instant expected) {
        assertThat(new Site("q1", "Quarry", ZoneId.of(zone), "FR").closesAt(IsoWeek.parse(week)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "MONDAY, 00:00, 2026-11-22T23:00:00Z",
        "MONDAY, 09:30, 2026-11-23T08:30:00Z",
        "SUNDAY, 23:59, 2026-11-29T22:59:00Z"
    })
    void aSiteMayHaveAnotherDayAndTime(DayOfWeek day, String time, Instant expected) {
        assertThat(closes("Europe/Paris", "2026-W47", day, time)).isEqualTo(expected);
    }

    /** Sunday 28 March 2027: from two o'clock at once to three. */
    @Test
    void aTimeThatTheClocksSkipIsAnHourLater() {
        assertThat(closes("Europe/Paris", "2027-W11", DayOfWeek.SUNDAY, "02:30"))
                .isEqualTo("2027-03-28T01:30:00Z")
                .isEqualTo(closes("Europe/Paris", "2027-W11", DayOfWeek.SUNDAY, "03:30"));
    }

    /** Sunday 25 October 2026: half past two comes twice. */
    @Test
    void ofATimeThatComesTwiceTheFirstCounts() {
        assertThat(closes("Europe/Paris", "2026-W42", DayOfWeek.SUNDAY, "02:30"))
                .isEqualTo("2026-10-25T00:30:00Z");
    }
}
