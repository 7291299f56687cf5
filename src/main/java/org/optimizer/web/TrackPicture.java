package org.optimizer.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.model.DrivingEvent;

/**
 * Where a driver drove in a week, drawn on a plain ground: north is up, a kilometre is as long in every direction.
 *
 * @param lines points of polylines as SVG writes them
 * @param width and height of the picture's own units
 */
record TrackPicture(List<String> lines, List<Dot> dots, double width, double height) {
    private static final double WIDTH = 320;
    private static final double HIGHEST = 240;
    private static final double MARGIN = 10;

    /** @param look the severity of the event */
    record Dot(String x, String y, String look, String title) {}

    /** A place of the world in the units of the picture. */
    private record Frame(double west, double north, double perEast, double perNorth) {
        String x(double longitude) {
            return number(MARGIN + (longitude - west) * perEast);
        }

        String y(double latitude) {
            return number(MARGIN + (north - latitude) * perNorth);
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }

    /** Empty lines and no dots where no place is known. */
    static TrackPicture of(List<List<double[]>> ways, List<DrivingEvent> events, ZoneId zone, Words say) {
        List<double[]> places = Stream.concat(
                        ways.stream().flatMap(List::stream),
                        events.stream().map(event -> new double[] {event.latitudeDeg(), event.longitudeDeg()}))
                .filter(place -> Double.isFinite(place[0]) && Double.isFinite(place[1]))
                .toList();
        if (places.isEmpty()) {
            return new TrackPicture(List.of(), List.of(), WIDTH, HIGHEST);
        }
        double north = places.stream().mapToDouble(place -> place[0]).max().orElseThrow();
        double south = places.stream().mapToDouble(place -> place[0]).min().orElseThrow();
        double east = places.stream().mapToDouble(place -> place[1]).max().orElseThrow();
        double west = places.stream().mapToDouble(place -> place[1]).min().orElseThrow();
        double squeeze = Math.cos(Math.toRadians((north + south) / 2));
        double perNorth = Math.min(
                (WIDTH - 2 * MARGIN) / Math.max((east - west) * squeeze, 1e-4),
                (HIGHEST - 2 * MARGIN) / Math.max(north - south, 1e-4));
        Frame frame = new Frame(west, north, perNorth * squeeze, perNorth);
        return new TrackPicture(
                ways.stream()
                        .filter(way -> way.size() > 1)
                        .map(way -> points(way, frame))
                        .toList(),
                events.stream()
                        .filter(event -> Double.isFinite(event.latitudeDeg()))
                        .map(event -> dot(event, frame, zone, say))
                        .toList(),
                WIDTH,
                2 * MARGIN + (north - south) * perNorth);
    }

    private static String points(List<double[]> way, Frame frame) {
        return way.stream()
                .map(place -> frame.x(place[1]) + "," + frame.y(place[0]))
                .collect(Collectors.joining(" "));
    }

    private static Dot dot(DrivingEvent event, Frame frame, ZoneId zone, Words say) {
        String severity = event.severity().name().toLowerCase(Locale.ROOT);
        return new Dot(
                frame.x(event.longitudeDeg()),
                frame.y(event.latitudeDeg()),
                severity,
                say.text("severity." + severity) + ", " + say.second(event.at(), zone));
    }
}
