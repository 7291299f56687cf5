package org.optimizer.extract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.optimizer.model.FixSink;

/**
 * Reads one answer of fixes while it arrives: {@code {"data":[{"time":…,"latitude":…},…]}}. Nothing is made for a row but what the
 * sink makes of it: a vehicle's day has 86 400.
 */
final class FixReader implements Page {
    /** A row may have more fields; those are looked up. */
    private static final int FIELDS_REMEMBERED = 64;
    /** Of an instant in milliseconds, and then some: what is longer is none. */
    private static final int MOST_DIGITS = 15;

    private static final long LATEST_MS = 1_000_000_000_000_000L;

    private final FixFields fields;
    private final String track;
    private final String firstBefore;
    private final FixSink sink;
    // rows of one answer have their fields in one order, and the parser gives a name as the same object each time
    private final String[] nameAt = new String[FIELDS_REMEMBERED];
    private final int[] codeAt = new int[FIELDS_REMEMBERED];
    // the row that is being read
    private final double[] numbers = new double[FixFields.NUMBERS];
    private long timeMs;
    private boolean hasTime;
    private boolean mock;
    private boolean isPrivate;
    private String reason;
    private String id;
    // the answer
    private int rows;
    private int unreadableRows;
    private String first;
    private String firstReason;

    /**
     * @param track the provider's id of the recording
     * @param firstBefore the key of the page before: an answer that begins with it repeats that page, and gives nothing; or null
     */
    FixReader(FixFields fields, String track, String firstBefore, FixSink sink) {
        this.fields = fields;
        this.track = track;
        this.firstBefore = firstBefore;
        this.sink = sink;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public String first() {
        return first;
    }

    @Override
    public boolean repeats() {
        return first != null && first.equals(firstBefore);
    }

    @Override
    public void read(JsonParser parser, RawTail raw) throws IOException {
        DataArray.enter(parser);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            DataArray.expectRow(parser);
            row(parser, raw);
            if (rows == 1 && repeats()) {
                return;
            }
        }
        DataArray.leave(parser);
        // one odd row is a row's fault, nothing but odd rows the format's
        if (rows > 1 && unreadableRows == rows) {
            throw new Unreadable("each of " + rows + " rows", "fixes", firstReason);
        }
    }

    private void row(JsonParser parser, RawTail raw) throws IOException {
        long from = parser.currentTokenLocation().getByteOffset();
        reset();
        int position = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            take(code(name, position++), parser);
        }
        rows++;
        if (rows == 1) {
            first = id != null ? id : "time " + timeMs;
        }
        if (rows > 1 || !repeats()) {
            hand(parser, raw, from);
        }
    }

    private void reset() {
        Arrays.fill(numbers, Double.NaN);
        hasTime = false;
        mock = false;
        isPrivate = false;
        reason = null;
    }

    private int code(String name, int position) {
        if (position >= FIELDS_REMEMBERED) {
            return fields.code(name);
        }
        // the same object is the same name; an equal one is only looked up again
        if (!isSame(nameAt[position], name)) {
            nameAt[position] = name;
            codeAt[position] = fields.code(name);
        }
        return codeAt[position];
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(String one, String other) {
        return one == other;
    }

    private void take(int code, JsonParser parser) throws IOException {
        JsonToken value = parser.nextToken();
        if (value.isStructStart()) {
            parser.skipChildren();
            odd(code);
        } else if (code == FixFields.OTHER || value == JsonToken.VALUE_NULL) {
            return;
        } else if (code < FixFields.NUMBERS) {
            numbers[code] = number(code, parser);
        } else {
            takeWord(code, parser, value);
        }
    }

    private void takeWord(int code, JsonParser parser, JsonToken value) throws IOException {
        switch (code) {
            case FixFields.TIME -> time(parser, value);
            case FixFields.MOCK -> mock = isMock(parser.getText());
            case FixFields.PRIVATE -> isPrivate = isPrivate(parser.getText());
            default -> {
                if (rows == 0) {
                    id = parser.getText();
                }
            }
        }
    }

    private double number(int code, JsonParser parser) throws IOException {
        double value = Decimal.parse(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        if (Double.isNaN(value)) {
            odd(code);
        }
        return value;
    }

    private void time(JsonParser parser, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NUMBER_INT && parser.getTextLength() <= MOST_DIGITS) {
            timeMs = parser.getLongValue() * fields.msOfTime;
            hasTime = true;
        } else {
            timeOfText(parser.getText().trim());
        }
    }

    /** A number in quotes, one with decimals, or ISO 8601. */
    private void timeOfText(String text) {
        try {
            timeMs = text.indexOf(':') > 0
                    ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
                    : new BigDecimal(text)
                            .multiply(BigDecimal.valueOf(fields.msOfTime))
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact();
            hasTime = Math.abs(timeMs) < LATEST_MS;
        } catch (NumberFormatException | ArithmeticException | DateTimeParseException e) {
            hasTime = false;
        }
        if (!hasTime) {
            odd(FixFields.TIME);
        }
    }

    private boolean isMock(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            odd(FixFields.MOCK);
        }
        return text.equals("true");
    }

    /** Whatever does not say no is private. */
    private static boolean isPrivate(String text) {
        return !text.equalsIgnoreCase("false") && !text.equals("0") && !text.isEmpty();
    }

    private void odd(int code) {
        if (code != FixFields.OTHER && code != FixFields.ID && reason == null) {
            reason = "unreadable-" + FixFields.name(code);
        }
        // a private flag that nobody can read still says that there is something private
        isPrivate |= code == FixFields.PRIVATE;
    }

    private void hand(JsonParser parser, RawTail raw, long from) {
        if (isPrivate) {
            sink.privateFix();
        } else if (reason != null || !hasTime) {
            unreadable(
                    reason == null ? "no-time" : reason,
                    raw.text(from, parser.currentLocation().getByteOffset()));
        } else {
            sink.fix(
                    timeMs,
                    track,
                    numbers[FixFields.LATITUDE],
                    numbers[FixFields.LONGITUDE],
                    numbers[FixFields.SPEED] * fields.mpsOfSpeed,
                    numbers[FixFields.ACCURACY],
                    numbers[FixFields.SPEED_ACCURACY],
                    numbers[FixFields.BEARING],
                    numbers[FixFields.ALTITUDE],
                    mock);
        }
    }

    private void unreadable(String why, String row) {
        unreadableRows++;
        firstReason = firstReason == null ? why : firstReason;
        sink.unreadable(why, row);
    }
}
