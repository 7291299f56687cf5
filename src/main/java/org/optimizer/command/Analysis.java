package org.optimizer.command;

import java.util.List;
import java.util.Optional;
import org.optimizer.model.DataNote;
import org.optimizer.model.DayFacts;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.MovementCurve;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.Standstill;
import org.optimizer.model.WeekVerdict;
import org.optimizer.transform.kpi.Idle2019;

/**
 * Everything the product knows about one vehicle's recording.
 *
 * @param rows fixes in the files
 * @param kept fixes that the facts were made of
 * @param notes what was noticed about the data, one a kind
 * @param trips with their sampling class
 * @param manoeuvres judged, the milder ones among them, in order of time
 * @param standstills with zone and class
 * @param week all days as if they were one week; empty without a trip
 * @param verdict of that week
 */
record Analysis(
        String vehicleId,
        int rows,
        int kept,
        List<DataNote> notes,
        List<DayFacts> days,
        List<JudgedTrip> trips,
        List<DrivingEvent> manoeuvres,
        List<JudgedStandstill> standstills,
        List<Idle2019.Day> idle2019,
        Optional<DriverWeek> week,
        Optional<WeekVerdict> verdict) {

    /** A trip and how far its recording can be trusted. */
    record JudgedTrip(DrivenTrip driven, SamplingClass samplingClass) {}

    /** A standstill and what the rules call it. */
    record JudgedStandstill(Standstill standstill, String idleClass) {}

    List<MovementCurve> curves() {
        return days.stream().flatMap(day -> day.curves().stream()).toList();
    }
}
