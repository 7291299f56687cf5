package org.optimizer.transform.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optimizer.model.DayFacts;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Rulebook;
import org.optimizer.model.VehicleClass;
import org.optimizer.rules.RulesFolder;
import org.optimizer.testing.Drive;
import org.optimizer.transform.VehicleDay;
import org.optimizer.transform.zones.ZoneMap;

/** Edge cases 18 and 19, up to the week: the clock's change, week 53 and Sunday's midnight. */
class ClockChangeWeekTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private final Rulebook rules = RulesFolder.shipped();

    private DriverWeek summed(IsoWeek week, Drive drive) {
        List<DrivenTrip> trips = new ArrayList<>();
        for (LocalDate day : week.days()) {
            DayFacts facts = VehicleDay.facts("v", drive.trace(), 1, day, PARIS, List.of(), ZoneMap.NONE);
            facts.trips()
                    .forEach(
                            trip -> trips.add(new DrivenTrip("v", VehicleClass.TIPPER, day, trip, facts.manoeuvres())));
        }
        return DriverWeeks.sum("d1", week, trips, List.of(), rules);
    }

    /** A night shift from ten to six lasts an hour more in autumn and one less in spring. */
    @ParameterizedTest
    @CsvSource({
        "2026-W43, 2026-10-24T20:00:00Z, 9",
        "2027-W12, 2027-03-27T21:00:00Z, 7",
        "2026-W42, 2026-10-17T20:00:00Z, 8"
    })
    void aNightShiftOverTheClockChangeHasTheHoursThatWereDriven(String week, String from, int hours) {
        IsoWeek isoWeek = IsoWeek.parse(week);
        assertThat(Instant.parse(from).atZone(PARIS).getHour()).isEqualTo(22);
        Drive drive = Drive.from(from, "t").at(10).hold(hours * 3600).record();
        assertThat(Instant.parse(from).plusSeconds(hours * 3600L).atZone(PARIS).getHour())
                .isEqualTo(6);

        DriverWeek summed = summed(isoWeek, drive);

        assertThat(summed.movingH()).isCloseTo(hours, within(1e-9));
        assertThat(summed.distanceKm()).isCloseTo(36.0 * hours, within(1e-9));
        assertThat(summed.days()).isEqualTo(2);
        assertThat(summed.coverage()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2026-W43, 169", "2026-W44, 168", "2027-W12, 167"})
    void aWeekHasTheHoursOfItsDays(String week, int hours) {
        IsoWeek isoWeek = IsoWeek.parse(week);
        Duration length = Duration.between(isoWeek.plusWeeks(-1).end(PARIS), isoWeek.end(PARIS));
        assertThat(length).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void theYear2026HasAWeek53ThatReachesIntoJanuaryAnd2027HasNone() {
        IsoWeek last = IsoWeek.of(LocalDate.of(2027, 1, 3));
        assertThat(last).hasToString("2026-W53");
        assertThat(last.monday()).isEqualTo("2026-12-28");
        assertThat(last.plusWeeks(1)).hasToString("2027-W01");
        assertThat(last.plusWeeks(1).plusWeeks(-1)).isEqualTo(last);
        assertThatThrownBy(() -> IsoWeek.parse("2027-W53")).hasMessageContaining("2027-W53");

        Drive drive = Drive.from("2027-01-01T10:00:00Z", "t").at(10).hold(3600).record();
        assertThat(summed(last, drive).distanceKm()).isCloseTo(36, within(1e-9));
    }

    /** Two hours around Sunday's local midnight: an hour in each week, nothing lost. */
    @Test
    void aTripOverSundaysMidnightIsSharedByTheTwoWeeks() {
        Drive drive = Drive.from("2026-10-25T22:00:00Z", "t").at(10).hold(7200).record();
        DriverWeek before = summed(IsoWeek.parse("2026-W43"), drive);
        DriverWeek after = summed(IsoWeek.parse("2026-W44"), drive);
        assertThat(before.movingH()).isCloseTo(1, within(1e-9));
        assertThat(after.movingH()).isCloseTo(1, within(1e-9));
        assertThat(before.distanceKm() + after.distanceKm()).isCloseTo(72, within(1e-9));
    }
}
