package org.optimizer.extract;

/** A GeoJSON text that zones cannot be made of; the message is for who wrote it: {@code NAME:LINE: what is wrong}. */
public class GeoJsonException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    GeoJsonException(String message) {
        super(message);
    }
}
