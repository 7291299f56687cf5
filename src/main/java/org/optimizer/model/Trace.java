package org.optimizer.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Fixes of one vehicle in columns, ordered by time and with at most one fix an instant: what is stored by the day and what
 * {@code VehicleDay} computes on. The arrays are shared, not copied: nobody writes to them.
 *
 * @param timeMs epoch milliseconds, strictly rising
 * @param latitudeE7 1e-7 degrees, {@link #ABSENT} where there is no position
 * @param speedMmps mm/s, {@link #ABSENT} where none was reported
 * @param accuracyMm horizontal accuracy; null when never reported, like each column below it
 * @param mock 1 where the device says that an app made the fix up, otherwise 0; null when nowhere
 * @param track index into {@code tracks}: the recording each fix belongs to
 */
public record Trace(
        long[] timeMs,
        int[] latitudeE7,
        int[] longitudeE7,
        int[] speedMmps,
        int[] accuracyMm,
        int[] speedAccuracyMmps,
        int[] bearingCdeg,
        int[] altitudeMm,
        int[] mock,
        int[] track,
        List<String> tracks) {
    /** Stands in an integer column for what was not recorded. */
    public static final int ABSENT = Integer.MIN_VALUE;

    public static final Trace EMPTY = new Trace(
            new long[0], new int[0], new int[0], new int[0], null, null, null, null, null, new int[0], List.of());

    public Trace {
        tracks = List.copyOf(tracks);
    }

    public int size() {
        return timeMs.length;
    }

    public boolean isEmpty() {
        return timeMs.length == 0;
    }

    public Instant at(int index) {
        return Instant.ofEpochMilli(timeMs[index]);
    }

    public boolean hasPosition(int index) {
        return latitudeE7[index] != ABSENT && longitudeE7[index] != ABSENT;
    }

    /** Whether the device says that an app made the fix up. */
    public boolean isMock(int index) {
        return mock != null && mock[index] != 0;
    }

    public double latitudeDeg(int index) {
        return latitudeE7[index] == ABSENT ? Double.NaN : latitudeE7[index] / 1e7;
    }

    public double longitudeDeg(int index) {
        return longitudeE7[index] == ABSENT ? Double.NaN : longitudeE7[index] / 1e7;
    }

    /** The fixes with {@code fromMs ≤ time < toMs}. */
    public Trace between(long fromMs, long toMs) {
        int from = firstAtOrAfter(fromMs);
        int to = firstAtOrAfter(toMs);
        return from == 0 && to == size() ? this : slice(from, to);
    }

    private int firstAtOrAfter(long ms) {
        int found = Arrays.binarySearch(timeMs, ms);
        return found >= 0 ? found : -found - 1;
    }

    private Trace slice(int from, int to) {
        return new Trace(
                Arrays.copyOfRange(timeMs, from, to),
                Arrays.copyOfRange(latitudeE7, from, to),
                Arrays.copyOfRange(longitudeE7, from, to),
                Arrays.copyOfRange(speedMmps, from, to),
                slice(accuracyMm, from, to),
                slice(speedAccuracyMmps, from, to),
                slice(bearingCdeg, from, to),
                slice(altitudeMm, from, to),
                slice(mock, from, to),
                Arrays.copyOfRange(track, from, to),
                tracks);
    }

    private static int[] slice(int[] column, int from, int to) {
        return column == null ? null : Arrays.copyOfRange(column, from, to);
    }

    /** Those fixes whose index is wanted. */
    public Trace where(IntPredicate wanted) {
        int[] kept = IntStream.range(0, size()).filter(wanted).toArray();
        if (kept.length == size()) {
            return this;
        }
        return new Trace(
                Arrays.stream(kept).mapToLong(index -> timeMs[index]).toArray(),
                picked(latitudeE7, kept),
                picked(longitudeE7, kept),
                picked(speedMmps, kept),
                picked(accuracyMm, kept),
                picked(speedAccuracyMmps, kept),
                picked(bearingCdeg, kept),
                picked(altitudeMm, kept),
                picked(mock, kept),
                picked(track, kept),
                tracks);
    }

    private static int[] picked(int[] column, int[] kept) {
        return column == null
                ? null
                : Arrays.stream(kept).map(index -> column[index]).toArray();
    }

    /** The same fixes, their reported speeds multiplied. */
    public Trace withSpeedsTimes(double factor) {
        int[] scaled = Arrays.stream(speedMmps)
                .map(speed -> speed == ABSENT ? ABSENT : (int) Math.round(speed * factor))
                .toArray();
        return new Trace(
                timeMs,
                latitudeE7,
                longitudeE7,
                scaled,
                accuracyMm,
                speedAccuracyMmps,
                bearingCdeg,
                altitudeMm,
                mock,
                track,
                tracks);
    }

    /** Both traces' fixes; of two at one instant the better stays, so that merging twice, or the other way round, is once. */
    public static Trace merge(Trace one, Trace other) {
        Builder builder = new Builder(one.size() + other.size());
        builder.addAll(one);
        builder.addAll(other);
        return builder.build(builder.mergedAt(one.size()));
    }

    /** Fixes in any order, with doublets: the same set gives the same trace. */
    public static Trace of(List<GpsFix> fixes) {
        Builder builder = new Builder(fixes.size());
        fixes.forEach(builder::add);
        return builder.build();
    }

    /**
     * Collects fixes of any order. Of several at one instant the one of best accuracy stays; when equal or unknown, the one
     * whose values come first in order, so that the order of input never changes a result. Whether a fix is mock is that of
     * the one that stays; of two that differ in nothing else it is the mock one, so that a flag sent late is not lost.
     */
    public static final class Builder {
        private final Map<String, Integer> tracks = new LinkedHashMap<>();
        private final List<String> names = new ArrayList<>();
        private long[] timeMs;
        private int[][] columns;
        /** Null until there is a mock fix: hardly any trace has one. */
        private int[] mock;

        private int size;
        private String lastTrack;
        private int lastNumber;

        public Builder(int expected) {
            int capacity = Math.max(16, expected);
            timeMs = new long[capacity];
            columns = new int[8][capacity];
        }

        public void add(GpsFix fix) {
            add(
                    fix.at().toEpochMilli(),
                    fix.track(),
                    fix.latitudeDeg(),
                    fix.longitudeDeg(),
                    fix.speedMps(),
                    fix.accuracyM(),
                    fix.speedAccuracyMps(),
                    fix.bearingDeg(),
                    fix.altitudeM(),
                    fix.mock());
        }

        /** A fix of which nobody says that it was made up. */
        public void add(
                long epochMs,
                String trackId,
                double latitudeDeg,
                double longitudeDeg,
                double speedMps,
                double accuracyM,
                double speedAccuracyMps,
                double bearingDeg,
                double altitudeM) {
            add(
                    epochMs,
                    trackId,
                    latitudeDeg,
                    longitudeDeg,
                    speedMps,
                    accuracyM,
                    speedAccuracyMps,
                    bearingDeg,
                    altitudeM,
                    false);
        }

        /** As {@link GpsFix}, without the object; what was not recorded is NaN. */
        public void add(
                long epochMs,
                String trackId,
                double latitudeDeg,
                double longitudeDeg,
                double speedMps,
                double accuracyM,
                double speedAccuracyMps,
                double bearingDeg,
                double altitudeM,
                boolean isMock) {
            if (size == timeMs.length) {
                grow();
            }
            timeMs[size] = epochMs;
            columns[0][size] = scaled(latitudeDeg, 1e7);
            columns[1][size] = scaled(longitudeDeg, 1e7);
            columns[2][size] = scaled(speedMps, 1e3);
            columns[3][size] = scaled(accuracyM, 1e3);
            columns[4][size] = scaled(speedAccuracyMps, 1e3);
            columns[5][size] = scaled(bearingDeg, 1e2);
            columns[6][size] = scaled(altitudeM, 1e3);
            columns[7][size] = track(trackId);
            if (isMock) {
                markMock();
            }
            size++;
        }

        private void markMock() {
            if (mock == null) {
                mock = new int[timeMs.length];
            }
            mock[size] = 1;
        }

        /** Recordings come one after the other. */
        private int track(String trackId) {
            if (!trackId.equals(lastTrack)) {
                lastTrack = trackId;
                lastNumber = tracks.computeIfAbsent(trackId, this::numberOf);
            }
            return lastNumber;
        }

        private Integer numberOf(String trackId) {
            names.add(trackId);
            return names.size() - 1;
        }

        private static int scaled(double value, double factor) {
            if (Double.isNaN(value)) {
                return ABSENT;
            }
            long rounded = Math.round(value * factor);
            return (int) Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, rounded));
        }

        /** Column by column: days are long. */
        private void addAll(Trace trace) {
            int more = trace.size();
            while (timeMs.length < size + more) {
                grow();
            }
            System.arraycopy(trace.timeMs, 0, timeMs, size, more);
            append(0, trace.latitudeE7, more);
            append(1, trace.longitudeE7, more);
            append(2, trace.speedMmps, more);
            append(3, trace.accuracyMm, more);
            append(4, trace.speedAccuracyMmps, more);
            append(5, trace.bearingCdeg, more);
            append(6, trace.altitudeMm, more);
            int[] numbers = trace.tracks.stream()
                    .mapToInt(name -> tracks.computeIfAbsent(name, this::numberOf))
                    .toArray();
            for (int index = 0; index < more; index++) {
                columns[7][size + index] = numbers[trace.track[index]];
            }
            if (trace.mock != null) {
                mock = mock == null ? new int[timeMs.length] : mock;
                System.arraycopy(trace.mock, 0, mock, size, more);
            }
            size += more;
        }

        private void append(int column, int[] values, int count) {
            if (values == null) {
                Arrays.fill(columns[column], size, size + count, ABSENT);
            } else {
                System.arraycopy(values, 0, columns[column], size, count);
            }
        }

        private void grow() {
            int capacity = timeMs.length * 2;
            timeMs = Arrays.copyOf(timeMs, capacity);
            for (int column = 0; column < columns.length; column++) {
                columns[column] = Arrays.copyOf(columns[column], capacity);
            }
            mock = mock == null ? null : Arrays.copyOf(mock, capacity);
        }

        public Trace build() {
            return build(isInOrder() ? upTo(size) : sorted());
        }

        /** @param order by time; of several at one instant the first one stays */
        private Trace build(int[] order) {
            int count = 0;
            for (int index : order) {
                if (count == 0 || timeMs[order[count - 1]] != timeMs[index]) {
                    order[count++] = index;
                }
            }
            return pick(count == order.length ? order : Arrays.copyOf(order, count));
        }

        /** The order of two runs that are in order themselves: the rows before {@code middle}, and the others. */
        private int[] mergedAt(int middle) {
            int[] order = new int[size];
            int one = 0;
            int other = middle;
            for (int at = 0; at < size; at++) {
                boolean isOne = other == size || one < middle && compare(one, other) <= 0;
                order[at] = isOne ? one++ : other++;
            }
            return order;
        }

        private boolean isInOrder() {
            for (int index = 1; index < size; index++) {
                if (timeMs[index] <= timeMs[index - 1]) {
                    return false;
                }
            }
            return true;
        }

        private int[] sorted() {
            Integer[] order = new Integer[size];
            Arrays.setAll(order, index -> index);
            Arrays.sort(order, this::compare);
            return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
        }

        private static int[] upTo(int count) {
            int[] numbers = new int[count];
            for (int index = 0; index < count; index++) {
                numbers[index] = index;
            }
            return numbers;
        }

        private int compare(int one, int other) {
            int result = Long.compare(timeMs[one], timeMs[other]);
            if (result == 0) {
                result = Integer.compare(unknownLast(columns[3][one]), unknownLast(columns[3][other]));
            }
            for (int column = 0; result == 0 && column < columns.length - 1; column++) {
                result = Integer.compare(columns[column][one], columns[column][other]);
            }
            if (result == 0) {
                result = trackOf(one).compareTo(trackOf(other));
            }
            return result == 0 && mock != null ? Integer.compare(mock[other], mock[one]) : result;
        }

        private static int unknownLast(int value) {
            return value == ABSENT ? Integer.MAX_VALUE : value;
        }

        private String trackOf(int index) {
            return names.get(columns[7][index]);
        }

        private Trace pick(int[] kept) {
            long[] times = new long[kept.length];
            for (int i = 0; i < kept.length; i++) {
                times[i] = timeMs[kept[i]];
            }
            List<String> used = new ArrayList<>();
            int[] track = renumbered(column(7, kept), used);
            return new Trace(
                    times,
                    column(0, kept),
                    column(1, kept),
                    column(2, kept),
                    optional(3, kept),
                    optional(4, kept),
                    optional(5, kept),
                    optional(6, kept),
                    mock(kept),
                    track,
                    used);
        }

        /** Tracks numbered in the order in which they appear; their names are added to {@code used}. */
        private int[] renumbered(int[] track, List<String> used) {
            int[] numbers = new int[names.size()];
            Arrays.fill(numbers, ABSENT);
            for (int i = 0; i < track.length; i++) {
                int old = track[i];
                if (numbers[old] == ABSENT) {
                    numbers[old] = used.size();
                    used.add(names.get(old));
                }
                track[i] = numbers[old];
            }
            return track;
        }

        private int[] mock(int[] kept) {
            int[] values = mock == null ? new int[0] : picked(mock, kept);
            for (int value : values) {
                if (value != 0) {
                    return values;
                }
            }
            return null;
        }

        private int[] column(int column, int[] kept) {
            return picked(columns[column], kept);
        }

        private static int[] picked(int[] from, int[] kept) {
            if (isStraight(kept)) {
                return Arrays.copyOfRange(from, kept[0], kept[0] + kept.length);
            }
            int[] values = new int[kept.length];
            for (int i = 0; i < kept.length; i++) {
                values[i] = from[kept[i]];
            }
            return values;
        }

        /** Without a hole and without a doublet: then a copy does. */
        private static boolean isStraight(int[] kept) {
            for (int at = 0; at < kept.length; at++) {
                if (kept[at] != kept[0] + at) {
                    return false;
                }
            }
            return kept.length > 0;
        }

        private int[] optional(int column, int[] kept) {
            int[] values = column(column, kept);
            for (int value : values) {
                if (value != ABSENT) {
                    return values;
                }
            }
            return null;
        }
    }
}
