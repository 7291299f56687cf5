package org.optimizer.extract.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLStreamException;

/** One trace file, whose form is told by its content: CSV, GPX or MyCarTracks JSON, packed with gzip or not. */
public final class TraceFile extends TextFile {
    private final Optional<String> vehicle;
    private FixSinks sinks;

    /** @param vehicle whose recording it is, where the file does not say so */
    public TraceFile(Path path, Optional<String> vehicle) {
        this(path, path.toString(), vehicle);
    }

    /** @param name what people call the file, whose name may now be another */
    public TraceFile(Path path, String name, Optional<String> vehicle) {
        super(path, name);
        this.vehicle = vehicle;
    }

    /**
     * Hands the file's fixes over while it is read.
     *
     * @param watch sees the bytes of the file as they are read
     * @throws FileMistake when it cannot be read to its end; what was handed over before is to be forgotten
     */
    public void readInto(FixSinks destinations, UnaryOperator<InputStream> watch) {
        sinks = destinations;
        open(watch);
    }

    @Override
    String emptyMistake() {
        return "empty";
    }

    @Override
    void read(String head, InputStream text) throws IOException, XMLStreamException {
        String start = head.stripLeading();
        if (start.startsWith("<")) {
            new GpxReader(place, vehicleOfFile(), sinks).read(text);
        } else if (start.startsWith("{") || start.startsWith("[")) {
            new TrackpointsReader(place, vehicleOfFile(), sinks).read(text);
        } else {
            new CsvTraceReader(place, vehicle, sinks).read(utf8(text));
        }
    }

    private String vehicleOfFile() {
        return vehicle.orElseGet(() -> Path.of(name)
                .getFileName()
                .toString()
                .replaceFirst("(?i)\\.gz$", "")
                .replaceFirst("(?i)\\.(gpx|json|xml)$", ""));
    }
}
