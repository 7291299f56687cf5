package org.optimizer.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A drive at 1 Hz straight to the north, written second by second; in every form that files come in. */
final class Drive {
    private static final Instant START = Instant.parse("2026-11-16T08:00:00Z");
    private static final double METRES_PER_DEGREE = 111_195;

    private final List<Fix> fixes = new ArrayList<>();
    private double latitude = 48;
    private double speed;

    /** One second of it. */
    record Fix(Instant at, double latitude, double speedMps) {}

    /** Half an hour on the road: two stops of 90 s, hard and gentle pedals, a cruise at 72 km/h. */
    static Drive ofHalfAnHour() {
        return new Drive()
                .hold(90)
                .to(20, 1.0)
                .hold(400)
                .to(0, 2.5)
                .hold(90)
                .to(16, 2.4)
                .hold(400)
                .to(8, 0.4)
                .to(18, 0.7)
                .hold(600)
                .to(0, 0.8)
                .hold(60);
    }

    /** Goes on at the same speed. */
    Drive hold(int seconds) {
        for (int second = 0; second < seconds; second++) {
            fixes.add(new Fix(START.plusSeconds(fixes.size()), latitude, speed));
            latitude += speed / METRES_PER_DEGREE;
        }
        return this;
    }

    /** Changes speed at so many m/s². */
    Drive to(double mps, double rate) {
        while (speed != mps) {
            speed = speed < mps ? Math.min(mps, speed + rate) : Math.max(mps, speed - rate);
            hold(1);
        }
        return this;
    }

    List<Fix> fixes() {
        return fixes;
    }

    static String header() {
        return "vehicle_id,trip_id,timestamp_utc_iso,lat,lon,speed_mps,accuracy_m,bearing,altitude_m\n";
    }

    String csv(String vehicle) {
        return header() + rows(vehicle);
    }

    String rows(String vehicle) {
        return fixes.stream()
                .map(fix -> "%s,t1,%s,%s,2.5,%s,,,\n".formatted(vehicle, fix.at, degrees(fix), mps(fix)))
                .collect(Collectors.joining());
    }

    String csvWithoutPositions(String vehicle) {
        return "vehicle_id,timestamp_utc_iso,speed_kmh\n"
                + fixes.stream()
                        .map(fix -> "%s,%s,%s\n".formatted(vehicle, fix.at, kmh(fix)))
                        .collect(Collectors.joining());
    }

    String csvWithoutSpeed(String vehicle) {
        return "vehicle_id,timestamp_utc_iso,lat,lon\n"
                + fixes.stream()
                        .map(fix -> "%s,%s,%s,2.5\n".formatted(vehicle, fix.at, degrees(fix)))
                        .collect(Collectors.joining());
    }

    String gpx() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>t1</name><trkseg>
                """
                + fixes.stream()
                        .map(fix ->
                                "<trkpt lat=\"%s\" lon=\"2.5\"><time>%s</time><extensions><speed>%s</speed></extensions></trkpt>\n"
                                        .formatted(degrees(fix), fix.at, mps(fix)))
                        .collect(Collectors.joining())
                + "</trkseg></trk></gpx>\n";
    }

    String trackpoints() {
        return fixes.stream()
                .map(fix -> "{\"id\":1,\"time\":%d,\"latitude\":%s,\"longitude\":2.5,\"speed\":%s,\"source\":\"GPS\"}"
                        .formatted(fix.at.toEpochMilli(), degrees(fix), kmh(fix)))
                .collect(Collectors.joining(",\n", "{\"data\":[", "]}\n"));
    }

    private static String degrees(Fix fix) {
        return String.format(Locale.ROOT, "%.7f", fix.latitude);
    }

    private static String mps(Fix fix) {
        return String.format(Locale.ROOT, "%.3f", fix.speedMps);
    }

    private static String kmh(Fix fix) {
        return String.format(Locale.ROOT, "%.4f", fix.speedMps * 3.6);
    }
}
