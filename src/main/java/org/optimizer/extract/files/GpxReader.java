package org.optimizer.extract.files;

import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the track points of GPX 1.1 (topografix.com/GPX/1/1), as a stream: positions are WGS 84, {@code ele} metres, {@code
 * time} UTC. Speed (m/s) and course are no part of 1.1: they are taken from {@code speed} and {@code course} wherever a
 * recorder puts them in a point, as GPX 1.0 and Garmin's TrackPointExtension 2 do. Waypoints and routes are no recording.
 */
final class GpxReader {
    private final Place place;
    private final String vehicle;
    private final VehicleFixes fixes;
    private XMLStreamReader xml;
    private String track = "";
    private int points;

    GpxReader(Place place, String vehicle, FixSinks sinks) {
        this.place = place;
        this.vehicle = vehicle;
        this.fixes = new VehicleFixes(sinks, place);
    }

    void read(InputStream text) throws XMLStreamException {
        xml = safeFactory().createXMLStreamReader(new BoundedMarkup(text));
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            // what may stand before the first element is no recording
        }
        moveHere();
        if (!xml.getLocalName().equals("gpx")) {
            throw place.wrong("no-gpx", Text.quoted(xml.getLocalName()));
        }
        readTracks();
        if (points == 0) {
            throw place.wrong("no-track-points");
        }
    }

    /** A trace needs no document type, and nothing of it may reach other files or the network. */
    private static XMLInputFactory safeFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private void readTracks() throws XMLStreamException {
        boolean inTrack = false;
        while (xml.hasNext()) {
            int event = xml.next();
            moveHere();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("trk")) {
                    track = "";
                    inTrack = true;
                } else if (inTrack && xml.getLocalName().equals("name")) {
                    track = Text.name(xml.getElementText(), "name", place);
                } else if (inTrack && xml.getLocalName().equals("trkpt")) {
                    readPoint();
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("trk")) {
                inTrack = false;
            }
        }
    }

    private void readPoint() throws XMLStreamException {
        Point point = new Point(attribute("lat"), attribute("lon"));
        while (!(xml.next() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals("trkpt"))) {
            if (xml.isStartElement()) {
                moveHere();
                readPart(point);
            }
        }
        moveHere();
        long at = point.timeMs.orElseThrow(() -> place.wrong("no-point-time"));
        fixes.of(vehicle)
                .fix(
                        at,
                        track,
                        point.latitude,
                        point.longitude,
                        point.speed,
                        Double.NaN,
                        Double.NaN,
                        point.course,
                        point.elevation,
                        false); // GPX has no place for it
        points++;
    }

    private void readPart(Point point) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "time" -> point.timeMs = Optional.of(Text.instantMs(xml.getElementText(), "time", place));
            case "ele" -> point.elevation = Text.number(xml.getElementText(), "ele", place);
            case "speed" -> point.speed = Text.number(xml.getElementText(), "speed", place);
            case "course" -> point.course = Text.number(xml.getElementText(), "course", place);
            default -> {
                // a container, or something that no fact needs
            }
        }
    }

    private double attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        double number = value == null ? Double.NaN : Text.number(value, "trkpt " + name, place);
        if (Double.isNaN(number)) {
            throw place.wrong("no-degrees", name);
        }
        return number;
    }

    /** The end of the document is nowhere: what is wrong by then is said of the last line. */
    private void moveHere() {
        if (xml.getLocation().getLineNumber() > 0) {
            place.moveTo(xml.getLocation().getLineNumber());
        }
    }

    /** A point while it is read. */
    private static final class Point {
        private final double latitude;
        private final double longitude;
        private Optional<Long> timeMs = Optional.empty();
        private double elevation = Double.NaN;
        private double speed = Double.NaN;
        private double course = Double.NaN;

        Point(double latitude, double longitude) {
            this.latitude = latitude;
            this.longitude = longitude;
        }
    }
}
