package org.optimizer.extract;

import java.time.LocalDate;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.DeviceClass;
import org.optimizer.model.DeviceWeek;
import org.optimizer.model.FairnessFactor;
import org.optimizer.model.FairnessFinding;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RecordedTrip;
import org.optimizer.model.SamplingClass;

/** Reads what recorded the drivers, and what the fairness audits found. */
public class Fairness {
    private final ProducerTemplate camel;

    public Fairness(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** The trips of known drivers in these vehicles and days, in order of vehicle, day, number. */
    public List<RecordedTrip> listTrips(List<String> vehicleIds, LocalDate from, LocalDate to) {
        if (vehicleIds.isEmpty()) {
            return List.of();
        }
        return Query.rows(camel, "list-recorded-trips", "vehicleIds", vehicleIds, "fromDay", from, "toDay", to).stream()
                .map(Fairness::trip)
                .toList();
    }

    private static RecordedTrip trip(Row row) {
        return new RecordedTrip(
                row.text("driver_id"),
                row.text("vehicle_id"),
                row.real("distance_km"),
                row.real("median_interval_s"),
                row.real("doppler_share"),
                row.real("speed_accuracy_mps"));
    }

    /** In order of driver; empty for a week that was never audited. */
    public List<DeviceWeek> listDevices(String contestId, IsoWeek week) {
        return Query.rows(camel, "list-device-weeks", "contestId", contestId, "week", week).stream()
                .map(Fairness::device)
                .toList();
    }

    private static DeviceWeek device(Row row) {
        return new DeviceWeek(
                row.text("driver_id"),
                row.week("iso_week"),
                row.text("vehicle_id"),
                row.real("interval_s"),
                row.real("speed_accuracy_mps"),
                row.real("doppler_share"),
                row.word("sampling_class", SamplingClass.class),
                row.word("device_class", DeviceClass.class));
    }

    /** Of all audits of a contest, newest week first, each in the order of the factors. */
    public List<FairnessFinding> listFindings(String contestId) {
        return Query.rows(camel, "list-fairness-findings", "contestId", contestId).stream()
                .map(Fairness::finding)
                .sorted((one, other) -> one.week().equals(other.week())
                        ? one.factor().compareTo(other.factor())
                        : other.week().compareTo(one.week()))
                .toList();
    }

    private static FairnessFinding finding(Row row) {
        return new FairnessFinding(
                row.text("contest_id"),
                row.week("iso_week"),
                row.word("factor", FairnessFactor.class),
                row.word("outcome", FairnessFinding.Outcome.class),
                row.real("estimate"),
                row.real("low_end"),
                row.real("high_end"),
                row.real("p_value"),
                row.real("limit_value"),
                row.number("drivers"),
                row.number("driver_weeks"),
                row.number("weeks"));
    }
}
