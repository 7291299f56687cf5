package org.optimizer.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A site's days and shifts as instants: where the clocks change, a shift of 8 hours is one of 7 or 9.
 *
 * @param siteId whose rules apply, where there are some of its own
 * @param shifts none where nobody works by shifts
 */
public record SiteCalendar(String siteId, ZoneId zone, List<Shift> shifts) {
    public SiteCalendar {
        shifts = List.copyOf(shifts);
    }

    /** A shift as it took place; its end is the next one's. */
    public record WorkedShift(String name, LocalDate day, Instant from, Instant to) {
        public boolean contains(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }

        public double durationS() {
            return (to.toEpochMilli() - from.toEpochMilli()) / 1000.0;
        }
    }

    public LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** The shift at an instant; where two overlap, the one that began last. */
    public Optional<WorkedShift> shiftAt(Instant at) {
        LocalDate day = dayOf(at);
        return Stream.of(day.minusDays(1), day)
                .flatMap(this::shiftsOf)
                .filter(shift -> shift.contains(at))
                .max(Comparator.comparing(WorkedShift::from));
    }

    /** Those that begin on a day, in the order of the list. */
    public Stream<WorkedShift> shiftsOf(LocalDate day) {
        return shifts.stream().map(shift -> worked(shift, day));
    }

    private WorkedShift worked(Shift shift, LocalDate day) {
        LocalDate lastDay = shift.from().isBefore(shift.to()) ? day : day.plusDays(1);
        return new WorkedShift(
                shift.name(),
                day,
                day.atTime(shift.from()).atZone(zone).toInstant(),
                lastDay.atTime(shift.to()).atZone(zone).toInstant());
    }
}
