package org.optimizer.extract;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.optimizer.model.BehaviourType;
import org.optimizer.model.MarkKind;

/** One item of a push of events and marks; vehicles and drivers are named as the source names them. */
public sealed interface EcoItem {

    /** From 0. */
    int index();

    /** What its source calls it. */
    String id();

    /**
     * Something that was seen.
     *
     * @param accelerationMps2 NaN when it is not said; so are speed and place
     */
    record Event(
            int index,
            String id,
            String vehicle,
            Optional<String> driver,
            BehaviourType type,
            Instant at,
            OptionalLong durationMs,
            double accelerationMps2,
            double speedKmh,
            double latitudeDeg,
            double longitudeDeg)
            implements EcoItem {}

    /**
     * Marks of a span of time, of a driver where one is named, otherwise of a vehicle.
     *
     * @param marks 0 to 10
     * @param global 0 to 10; NaN when it is not said
     * @param distanceM NaN when it is not said
     */
    record Mark(
            int index,
            String id,
            Optional<String> vehicle,
            Optional<String> driver,
            Instant from,
            Instant to,
            Map<MarkKind, Double> marks,
            double global,
            double distanceM)
            implements EcoItem {}

    /** One that cannot be read. */
    record Bad(int index, String id, String code) implements EcoItem {}
}
