package org.optimizer.standin;

import java.util.List;
import java.util.Optional;

/** The phones of one fleet, as the traces' provider sees them: the demo fleet's or the recordings'. */
interface Phones {
    List<Car> cars();

    /** The tracks of a car that touch the span, by start; also those that are not uploaded yet. */
    List<Track> tracks(Car car, long fromMs, long toMs);

    Optional<Track> find(long trackId);

    Points points(Track track);

    Mileage mileage(Track track);

    /** Who drove, by the product's id, where the fleet knows. */
    Optional<String> driver(Track track);
}
