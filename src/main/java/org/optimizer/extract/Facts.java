package org.optimizer.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.DayFacts;
import org.optimizer.model.DrivenTrip;

/** Reads facts. */
public class Facts {
    private final ProducerTemplate camel;

    public Facts(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** The drivers with at least one trip in these vehicles and days, ordered. */
    public List<String> listDrivers(List<String> vehicleIds, LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }

    /** Trips with their manoeuvres, by driver, in these vehicles and days; in order of vehicle, day, number. */
    public Map<String, List<DrivenTrip>> tripsByDriver(
            List<String> driverIds, List<String> vehicleIds, LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }

    /** A vehicle had at least one trip on a day. */
    public record DrivenDay(String vehicleId, LocalDate day) {}

    public List<DrivenDay> listDrivenDays(List<String> vehicleIds, LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }

    /** All facts of one vehicle's days, in order of day. */
    public List<DayFacts> list(String vehicleId, LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }
}
