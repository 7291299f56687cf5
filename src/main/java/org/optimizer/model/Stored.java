package org.optimizer.model;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the values of the business are written down in tables: instants as UTC text ({@code 2026-11-23 10:15:30.123}), weeks
 * and enums by name, what was not measured (NaN) or is not there as null.
 *
 * <p>Text, because a driver sends {@code java.sql.Timestamp} in the time zone of the JVM, and because Connector/J cuts the
 * milliseconds of {@code LocalDateTime} when {@code sendFractionalSeconds=false} is set, which the process engine wants.
 */
public final class Stored {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private Stored() {}

    /** A row of named values: name, value, name, value … */
    public static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>(namesAndValues.length);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], of(namesAndValues[i + 1]));
        }
        return row;
    }

    /** A value as a column holds it. */
    public static Object of(Object value) {
        if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null));
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? of(optional.getAsDouble()) : null;
        }
        if (value instanceof Instant instant) {
            return UTC.format(instant);
        }
        if (value instanceof Double number && number.isNaN()) {
            return null;
        }
        if (value instanceof Enum<?> word) {
            return word.name();
        }
        return value instanceof IsoWeek week ? week.toString() : value;
    }

    /** The instant that a column holds as UTC wall time; null for null. */
    public static Instant instant(Object column) {
        return column == null ? null : ((LocalDateTime) column).toInstant(ZoneOffset.UTC);
    }

    /** Big-endian floats, one after the other. */
    public static byte[] bytes(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    /** The other way round of {@link #bytes(float[])}. */
    public static float[] floats(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return values;
    }

    /** Big-endian integers, one after the other. */
    public static byte[] bytes(List<Integer> values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.size() * Integer.BYTES);
        values.forEach(buffer::putInt);
        return buffer.array();
    }

    /** The other way round of {@link #bytes(List)}. */
    public static List<Integer> integers(byte[] bytes) {
        int[] values = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(values);
        return Arrays.stream(values).boxed().toList();
    }
}
