package org.optimizer.command;

import java.util.List;
import java.util.Optional;
import org.optimizer.model.VehicleClass;

/**
 * What {@code analyse} prints.
 *
 * @param optimizer the product's version
 * @param rulebook the rulebook's version
 * @param relative the method of 2019, where it was asked for
 * @param vehicles in the order of their ids
 */
record Report(
        String optimizer,
        String rulebook,
        VehicleClass vehicleClass,
        Optional<Relative> relative,
        List<Analysis> vehicles) {

    String method() {
        return relative.isPresent() ? "relative" : "absolute";
    }
}
