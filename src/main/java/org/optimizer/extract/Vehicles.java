package org.optimizer.extract;

import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;

/** Reads the vehicles. */
public class Vehicles {
    private final ProducerTemplate camel;

    public Vehicles(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** All vehicles, ordered by id. */
    public List<Vehicle> list() {
        return Query.rows(camel, "list-vehicles").stream()
                .map(Vehicles::vehicle)
                .toList();
    }

    /** The vehicles that a source knows by one of these names; usually one. */
    public List<Vehicle> listBySourceRef(String source, List<String> refs) {
        return refs.isEmpty()
                ? List.of()
                : Query.rows(camel, "find-vehicle-by-source-ref", "source", source, "refs", refs).stream()
                        .map(Vehicles::vehicle)
                        .toList();
    }

    private static Vehicle vehicle(Row row) {
        return new Vehicle(
                row.text("vehicle_id"),
                row.text("site_id"),
                row.text("name"),
                row.word("vehicle_class", VehicleClass.class),
                row.text("trace_source"),
                row.optionalText("source_ref").orElse(row.text("name")));
    }
}
