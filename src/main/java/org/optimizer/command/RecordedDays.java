package org.optimizer.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.optimizer.model.DataNote;
import org.optimizer.model.DayFacts;
import org.optimizer.model.Trace;
import org.optimizer.transform.VehicleDay;
import org.optimizer.transform.zones.ZoneMap;

/**
 * The facts of one vehicle's recording, before any judgement.
 *
 * @param rows fixes in the files
 * @param notes what was noticed about the data, one a kind, the dropped first
 * @param days site days of which at least one fix was kept, in order
 */
record RecordedDays(String vehicleId, int rows, List<DataNote> notes, List<DayFacts> days) {

    static RecordedDays of(String vehicleId, Recording recording, ZoneId timeZone, ZoneMap zones) {
        Trace trace = recording.trace();
        List<DayFacts> days = daysOf(trace, timeZone).stream()
                .map(day -> facts(vehicleId, trace, day, timeZone, zones))
                .toList();
        List<DayFacts> recorded =
                days.stream().filter(day -> day.fixesKept() > 0).toList();
        return new RecordedDays(vehicleId, recording.rows(), notes(recording, days), recorded);
    }

    /** What lies between two of them belongs to the earlier one, so days without a fix have no facts of their own. */
    private static SortedSet<LocalDate> daysOf(Trace trace, ZoneId timeZone) {
        SortedSet<LocalDate> days = new TreeSet<>();
        long dayEndsMs = Long.MIN_VALUE;
        for (long timeMs : trace.timeMs()) {
            if (timeMs >= dayEndsMs) {
                LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(timeMs), timeZone);
                days.add(day);
                dayEndsMs = startMs(day.plusDays(1), timeZone);
            }
        }
        return days;
    }

    /** With the fixes of the days around it, as the service does, so that nothing is lost at midnight. */
    private static DayFacts facts(String vehicleId, Trace trace, LocalDate day, ZoneId timeZone, ZoneMap zones) {
        Trace around = trace.between(startMs(day.minusDays(1), timeZone), startMs(day.plusDays(2), timeZone));
        return VehicleDay.facts(vehicleId, around, 0, day, timeZone, List.of(), zones);
    }

    private static long startMs(LocalDate day, ZoneId timeZone) {
        return day.atStartOfDay(timeZone).toInstant().toEpochMilli();
    }

    private static List<DataNote> notes(Recording recording, List<DayFacts> days) {
        Map<String, DataNote> byKind = new LinkedHashMap<>();
        Stream.concat(recording.repeatedInstants().stream(), days.stream().flatMap(day -> day.notes().stream()))
                .forEach(note -> byKind.merge(note.kind(), note, RecordedDays::both));
        return byKind.values().stream()
                .sorted(Comparator.comparing((DataNote note) -> !note.dropped()).thenComparing(DataNote::firstAt))
                .toList();
    }

    private static DataNote both(DataNote one, DataNote other) {
        DataNote first = other.firstAt().isBefore(one.firstAt()) ? other : one;
        return new DataNote(
                first.kind(), first.dropped(), one.count() + other.count(), first.firstAt(), first.example());
    }

    int kept() {
        return days.stream().mapToInt(DayFacts::fixesKept).sum();
    }
}
