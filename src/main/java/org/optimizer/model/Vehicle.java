package org.optimizer.model;

/**
 * A vehicle whose traces are fetched or received.
 *
 * @param name what people call it
 * @param traceSource name of the source that its fixes come from, such as {@code mycartracks}, {@code traccar}, {@code inbox}
 * @param sourceRef what that source calls it ("sensor name", device id): the key between both worlds
 */
public record Vehicle(
        String id, String siteId, String name, VehicleClass vehicleClass, String traceSource, String sourceRef) {
    /** The usual source. */
    public static final String MYCARTRACKS = "mycartracks";

    /** A vehicle that MyCarTracks knows by its name. */
    public Vehicle(String id, String siteId, String name, VehicleClass vehicleClass) {
        this(id, siteId, name, vehicleClass, MYCARTRACKS, name);
    }
}
