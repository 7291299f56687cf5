package org.optimizer.transform.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.transform.scoring.Rescoring.Shift;

/** Which of a driver's events two rulebooks see alike. A lower threshold begins the same event earlier and ends it later. */
final class EventShifts {
    private final Set<DrivingEvent> lost;
    private final Map<DrivingEvent, DrivingEvent> same = new HashMap<>();

    private EventShifts(List<DrivingEvent> before) {
        lost = new HashSet<>(before);
    }

    /** @param before those of a driver's week under one rulebook; @param after under the other */
    static Shift between(List<DrivingEvent> before, List<DrivingEvent> after) {
        Map<Place, List<DrivingEvent>> places = new HashMap<>();
        before.forEach(event -> places.computeIfAbsent(Place.of(event), any -> new ArrayList<>())
                .add(event));
        EventShifts shifts = new EventShifts(before);
        after.forEach(event -> shifts.pair(event, places.getOrDefault(Place.of(event), List.of())));
        return new Shift(
                after.size() - shifts.same.size(), shifts.lost.size(), shifts.compared(1), shifts.compared(-1));
    }

    /** Events of two vehicles or kinds are never the same. */
    private record Place(String vehicleId, ManoeuvreKind kind) {
        static Place of(DrivingEvent event) {
            return new Place(event.vehicleId(), event.kind());
        }
    }

    private void pair(DrivingEvent event, List<DrivingEvent> before) {
        before.stream().filter(other -> overlap(event, other)).forEach(other -> {
            lost.remove(other);
            same.merge(event, other, (one, two) -> one.points() >= two.points() ? one : two);
        });
    }

    /** @param sign 1 for those that are harder now, -1 for the milder ones */
    private int compared(int sign) {
        return (int) same.entrySet().stream()
                .filter(pair -> Integer.signum(pair.getKey()
                                .severity()
                                .compareTo(pair.getValue().severity()))
                        == sign)
                .count();
    }

    private static boolean overlap(DrivingEvent one, DrivingEvent other) {
        return !one.at().isAfter(other.at().plusMillis(Math.round(other.durationS() * 1000)))
                && !other.at().isAfter(one.at().plusMillis(Math.round(one.durationS() * 1000)));
    }
}
