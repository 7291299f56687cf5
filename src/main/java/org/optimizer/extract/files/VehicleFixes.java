package org.optimizer.extract.files;

import org.optimizer.model.FixSink;

/** The sink of the vehicle that a row names; rows of one vehicle mostly follow each other. */
final class VehicleFixes {
    private final FixSinks sinks;
    private final Place place;
    private String vehicle;
    private FixSink sink;

    VehicleFixes(FixSinks sinks, Place place) {
        this.sinks = sinks;
        this.place = place;
    }

    /** @throws FileMistake when there is no such vehicle */
    FixSink of(String name) {
        if (!name.equals(vehicle)) {
            sink = sinks.of(name).orElseThrow(() -> place.wrong("unknown-vehicle", Text.quoted(name)));
            vehicle = name;
        }
        return sink;
    }
}
