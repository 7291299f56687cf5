package org.optimizer.transform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optimizer.model.Shift;
import org.optimizer.model.Site;
import org.optimizer.model.SiteCalendar;

class WorkingHoursTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static WorkingHours hours(int marginMin, boolean keepsAll, String... shifts) {
        List<Shift> list = new ArrayList<>();
        for (String shift : shifts) {
            String[] ends = shift.split("-");
            list.add(new Shift("q", shift, LocalTime.parse(ends[0]), LocalTime.parse(ends[1])));
        }
        Site site = new Site("q", "Q", PARIS, "FR", DayOfWeek.THURSDAY, LocalTime.NOON, keepsAll, marginMin);
        return WorkingHours.of(site, new SiteCalendar("q", PARIS, list));
    }

    private static boolean at(WorkingHours hours, String instant) {
        return hours.contains(Instant.parse(instant).toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-16T05:29:59.999Z, false",
        "2026-11-16T05:30:00Z, true",
        "2026-11-16T14:29:59.999Z, true",
        "2026-11-16T14:30:00Z, false"
    })
    void aMarginBelongsToTheShiftToTheMillisecond(String instant, boolean expected) {
        assertThat(at(hours(30, false, "07:00-15:00"), instant)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-16T20:59:59Z, false",
        "2026-11-16T21:00:00Z, true",
        "2026-11-16T23:30:00Z, true",
        "2026-11-17T04:59:59Z, true",
        "2026-11-17T05:00:00Z, false"
    })
    void aShiftOverMidnightIsOne(String instant, boolean expected) {
        assertThat(at(hours(0, false, "22:00-06:00"), instant)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // clocks go from 2 to 3 at 01:00Z, and from 3 to 2 at 01:00Z
        "2026-03-29T03:59:59Z, true",
        "2026-03-29T04:00:00Z, false",
        "2026-10-25T04:59:59Z, true",
        "2026-10-25T05:00:00Z, false"
    })
    void aNightOfChangedClocksEndsAtTheSitesSix(String instant, boolean expected) {
        assertThat(at(hours(0, false, "22:00-06:00"), instant)).isEqualTo(expected);
    }

    @Test
    void withoutShiftsOrByItsOwnWishASiteKeepsEverything() {
        assertThat(at(hours(30, false), "2026-11-16T02:00:00Z")).isTrue();
        assertThat(at(hours(30, true, "07:00-15:00"), "2026-11-16T02:00:00Z")).isTrue();
        assertThat(hours(30, false, "07:00-15:00").isAlways()).isFalse();
    }

    @Test
    void aMarginOfHalfADayLeavesNoPause() {
        WorkingHours hours = hours(480, false, "07:00-15:00");
        for (long ms = 0; ms < 3 * 86_400_000L; ms += 60_000) {
            assertThat(hours.contains(1_763_000_000_000L + ms)).isTrue();
        }
    }

    /** What is remembered of the question before must never answer the next one wrongly. */
    @Test
    void theOrderOfQuestionsDoesNotMatter() {
        Random random = new Random(4);
        WorkingHours asked = hours(45, false, "05:00-13:00", "12:30-20:00", "23:50-00:10");
        for (int i = 0; i < 20_000; i++) {
            long ms = 1_774_500_000_000L + (long) (random.nextDouble() * 20 * 86_400_000L);
            WorkingHours fresh = hours(45, false, "05:00-13:00", "12:30-20:00", "23:50-00:10");
            assertThat(asked.contains(ms)).isEqualTo(fresh.contains(ms));
        }
    }
}
