package org.optimizer.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.optimizer.model.Trace;
import org.optimizer.web.Axis.Tick;

/**
 * The minute around an event as two pictures: speed over time, and the way on plain ground. Measures are those of the pictures:
 * 640 by 220, and 320 by 220.
 *
 * @param speeds points of the line
 * @param eventX where the event begins, {@code eventWidth} how long it takes
 * @param way points of the whole way; {@code eventWay} those of the event
 * @param start where the way begins; empty without positions
 * @param scale length of the bar under the way, {@code scaleText} what it stands for
 */
record MinuteView(
        List<String> speeds,
        List<Dot> dots,
        String eventX,
        String eventWidth,
        List<Tick> times,
        List<Tick> kmh,
        String way,
        String eventWay,
        Optional<Dot> start,
        String scale,
        String scaleText) {

    private static final double LEFT = 44;
    private static final double RIGHT = 632;
    private static final double TOP = 10;
    private static final double FLOOR = 184;
    private static final double WAY_WIDTH = 320;
    private static final double WAY_HEIGHT = 190;
    private static final double MARGIN = 14;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final double KMH_PER_MMPS = 0.0036;
    private static final double MS = 1000;
    /** A line over a longer gap would claim what nobody recorded. */
    private static final double LONGEST_STEP_S = 10;

    record Dot(String x, String y, String title) {}

    /** @return empty where nothing is recorded of the minute */
    static Optional<MinuteView> of(Trace trace, Instant from, Instant to, Words say) {
        List<Integer> measured = IntStream.range(0, trace.size())
                .filter(index -> trace.speedMmps()[index] != Trace.ABSENT)
                .boxed()
                .toList();
        return measured.isEmpty() ? Optional.empty() : Optional.of(draw(trace, measured, from, to, say));
    }

    private static MinuteView draw(Trace trace, List<Integer> measured, Instant from, Instant to, Words say) {
        double fastest =
                measured.stream().mapToDouble(index -> kmh(trace, index)).max().orElseThrow();
        Axis time = new Axis(-30, 30, LEFT, RIGHT);
        Axis speed = new Axis(0, Math.max(10, fastest * 1.1), FLOOR, TOP);
        List<Dot> dots = measured.stream()
                .map(index -> new Dot(
                        time.at(seconds(trace, index, from)),
                        speed.at(kmh(trace, index)),
                        say.number(seconds(trace, index, from), 0) + "\u00a0s, " + say.number(kmh(trace, index), 1)
                                + "\u00a0km/h"))
                .toList();
        double lasts = (to.toEpochMilli() - from.toEpochMilli()) / MS;
        Way way = Way.of(trace);
        return new MinuteView(
                lines(trace, measured, dots),
                dots,
                time.at(0),
                Axis.attribute(Math.max(2, time.place(lasts) - time.place(0))),
                time.ticks(say),
                speed.ticks(say),
                way.points(trace, Long.MIN_VALUE, Long.MAX_VALUE),
                way.points(trace, from.toEpochMilli(), to.toEpochMilli()),
                way.start(trace, say),
                Axis.attribute(way.scaleM() * way.perMetre()),
                say.number(way.scaleM(), 0) + "\u00a0m");
    }

    private static double kmh(Trace trace, int index) {
        return trace.speedMmps()[index] * KMH_PER_MMPS;
    }

    private static double seconds(Trace trace, int index, Instant from) {
        return (trace.timeMs()[index] - from.toEpochMilli()) / MS;
    }

    private static List<String> lines(Trace trace, List<Integer> measured, List<Dot> dots) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < dots.size(); i++) {
            boolean gap = i > 0
                    && trace.timeMs()[measured.get(i)] - trace.timeMs()[measured.get(i - 1)] > LONGEST_STEP_S * MS;
            if (gap) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(dots.get(i).x()).append(',').append(dots.get(i).y()).append(' ');
        }
        lines.add(line.toString().strip());
        return lines;
    }

    /** Metres to the east and north of the first corner, as large as the picture takes them. */
    private record Way(double west, double north, double metresPerEast, double perMetre, double scaleM) {
        static Way of(Trace trace) {
            int[] placed = placed(trace);
            double west =
                    IntStream.of(placed).mapToDouble(trace::longitudeDeg).min().orElse(0);
            double east =
                    IntStream.of(placed).mapToDouble(trace::longitudeDeg).max().orElse(0);
            double south =
                    IntStream.of(placed).mapToDouble(trace::latitudeDeg).min().orElse(0);
            double north =
                    IntStream.of(placed).mapToDouble(trace::latitudeDeg).max().orElse(0);
            double metresPerEast = METRES_PER_DEGREE * Math.cos(Math.toRadians(south));
            double wide = Math.max(20, (east - west) * metresPerEast);
            double high = Math.max(20, (north - south) * METRES_PER_DEGREE);
            double perMetre = Math.min((WAY_WIDTH - 2 * MARGIN) / wide, (WAY_HEIGHT - 2 * MARGIN) / high);
            return new Way(west, north, metresPerEast, perMetre, scale(perMetre));
        }

        private static int[] placed(Trace trace) {
            return IntStream.range(0, trace.size()).filter(trace::hasPosition).toArray();
        }

        /** A round length that takes about a quarter of the picture. */
        private static double scale(double perMetre) {
            double rough = WAY_WIDTH / 4 / perMetre;
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            return rough / power >= 5 ? 5 * power : rough / power >= 2 ? 2 * power : power;
        }

        String points(Trace trace, long fromMs, long toMs) {
            return IntStream.of(placed(trace))
                    .filter(index -> trace.timeMs()[index] >= fromMs && trace.timeMs()[index] <= toMs)
                    .mapToObj(index -> x(trace, index) + "," + y(trace, index))
                    .collect(Collectors.joining(" "));
        }

        Optional<Dot> start(Trace trace, Words say) {
            return IntStream.of(placed(trace))
                    .mapToObj(index -> new Dot(x(trace, index), y(trace, index), say.text("objection.way.start")))
                    .findFirst();
        }

        private String x(Trace trace, int index) {
            return Axis.attribute(MARGIN + (trace.longitudeDeg(index) - west) * metresPerEast * perMetre);
        }

        private String y(Trace trace, int index) {
            return Axis.attribute(MARGIN + (north - trace.latitudeDeg(index)) * METRES_PER_DEGREE * perMetre);
        }
    }
}
