package org.optimizer.extract;

import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Vehicle;

/** Reads the vehicles. */
public class Vehicles {
    private final ProducerTemplate camel;

    public Vehicles(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** All vehicles, ordered by id. */
    public List<Vehicle> list() {
        throw new UnsupportedOperationException();
    }
}
