package org.optimizer.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/** Writes JSON as {@code analyse} promises it: absent is null, numbers are never NaN. */
final class Json implements AutoCloseable {
    private final JsonGenerator out;

    Json(OutputStream stream) throws IOException {
        out = new JsonFactory().createGenerator(stream).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** Writes the fields of an object. */
    interface Fields<T> {
        void write(T value) throws IOException;
    }

    /** Writes what stands in braces or brackets. */
    interface Content {
        void write() throws IOException;
    }

    Json root(Content fields) throws IOException {
        out.writeStartObject();
        fields.write();
        out.writeEndObject();
        out.writeRaw(System.lineSeparator());
        return this;
    }

    Json object(String name, Content fields) throws IOException {
        out.writeFieldName(name);
        out.writeStartObject();
        fields.write();
        out.writeEndObject();
        return this;
    }

    /** An array with one object for each element. */
    <T> Json array(String name, List<T> elements, Fields<T> fields) throws IOException {
        out.writeArrayFieldStart(name);
        for (T element : elements) {
            out.writeStartObject();
            fields.write(element);
            out.writeEndObject();
        }
        out.writeEndArray();
        return this;
    }

    Json texts(String name, List<String> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
        return this;
    }

    /** A text, null where there is none. */
    Json text(String name, String value) throws IOException {
        if (value == null || value.isEmpty()) {
            out.writeNullField(name);
        } else {
            out.writeStringField(name, value);
        }
        return this;
    }

    /** UTC, with milliseconds where there are any. */
    Json instant(String name, Instant value) throws IOException {
        return text(name, value.toString());
    }

    Json flag(String name, boolean value) throws IOException {
        out.writeBooleanField(name, value);
        return this;
    }

    Json count(String name, long value) throws IOException {
        out.writeNumberField(name, value);
        return this;
    }

    Json nothing(String name) throws IOException {
        out.writeNullField(name);
        return this;
    }

    /** Seconds, whole ones without a point. */
    Json seconds(String name, double value) throws IOException {
        return value == Math.rint(value) ? count(name, (long) value) : decimal(name, value, 3);
    }

    /** A number with at least one and at most so many decimals; null where it is NaN. */
    Json decimal(String name, double value, int decimals) throws IOException {
        if (!Double.isFinite(value)) {
            return nothing(name);
        }
        BigDecimal rounded =
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        out.writeFieldName(name);
        out.writeNumber(rounded.scale() < 1 ? rounded.setScale(1) : rounded);
        return this;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
