package org.optimizer.extract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.optimizer.extract.TracksSettings.TimeUnit;

/**
 * Reads the short answers: lists of vehicles and recordings, and tokens. Numbers may be strings, fields may be missing, unknown
 * ones are passed over.
 */
final class Rows {
    private Rows() {}

    /** A row: the texts of its fields by our names; what is null in the answer is missing here. */
    static final class Fields {
        private final Map<String, String> texts = new HashMap<>();

        String text(String name) {
            return parsed(name, "a value", Function.identity());
        }

        String optionalText(String name) {
            return texts.get(name);
        }

        /** A number in the unit given, or ISO 8601. */
        Instant time(String name, TimeUnit unit) {
            return parsed(name, "an instant", text -> parsedTime(text, unit));
        }

        private static Instant parsedTime(String text, TimeUnit unit) {
            return text.indexOf(':') > 0
                    ? OffsetDateTime.parse(text).toInstant()
                    : Instant.ofEpochMilli(new BigDecimal(text)
                            .multiply(BigDecimal.valueOf(unit.ms()))
                            .longValueExact());
        }

        /** NaN when it is missing. */
        double number(String name) {
            return texts.containsKey(name) ? parsed(name, "a number", Double::valueOf) : Double.NaN;
        }

        private <T> T parsed(String name, String expected, Function<String, T> parser) {
            String text = texts.get(name);
            try {
                return parser.apply(Objects.requireNonNull(text));
            } catch (NullPointerException | ArithmeticException | IllegalArgumentException | DateTimeException cause) {
                throw new Unreadable("field " + name, expected, text == null ? "nothing" : "\"" + text + "\"");
            }
        }
    }

    /** Each row of the array {@code data}. @param ownNames our name of a field by the provider's */
    static AnswerReading each(Map<String, String> ownNames, Consumer<Fields> rows) {
        return (parser, raw) -> {
            DataArray.enter(parser);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                DataArray.expectRow(parser);
                rows.accept(fields(parser, ownNames));
            }
            DataArray.leave(parser);
        };
    }

    /** The answer itself, which is one object. */
    static AnswerReading object(Consumer<Fields> rows) {
        return (parser, raw) -> {
            DataArray.expect(parser.nextToken(), JsonToken.START_OBJECT, "an object");
            rows.accept(fields(parser, Map.of()));
        };
    }

    private static Fields fields(JsonParser parser, Map<String, String> ownNames) throws IOException {
        Fields fields = new Fields();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                fields.texts.put(ownNames.getOrDefault(name, name), parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return fields;
    }
}
