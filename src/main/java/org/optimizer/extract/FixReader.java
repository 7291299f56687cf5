package org.optimizer.extract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.optimizer.model.FixSink;

/**
 * Reads one answer of fixes while it arrives: {@code {"data":[{"time":…,"latitude":…},…]}}. Nothing is made for a row but what the
 * sink makes of it: a vehicle's day has 86 400.
 */
final class FixReader implements Page {
    /** A row may have more fields; those are looked up. */
    private static final int FIELDS_REMEMBERED = 64;

    private static final long LATEST_MS = 1_000_000_000_000_000L;

    private final FixFields fields;
    private final String track;
    private final String firstBefore;
    private final FixSink sink;
    // rows of one answer have their fields in one order, and the parser gives a name as the same object each time
    private final String[] nameAt = new String[FIELDS_REMEMBERED];
    private final int[] codeAt = new int[FIELDS_REMEMBERED];
    private final FixRow row = new FixRow();
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
            if (parser instanceof RowScanner scanner) {
                scan(scanner);
            }
        }
        DataArray.leave(parser);
        // one odd row is a row's fault, nothing but odd rows the format's
        if (rows > 1 && unreadableRows == rows) {
            throw new Unreadable("each of " + rows + " rows", "fixes", firstReason);
        }
    }

    /** The rows that follow, up to the first one that has to be looked at closer. */
    private void scan(RowScanner scanner) {
        while (scanner.scan(fields, row)) {
            rows++;
            hand();
        }
    }

    private void row(JsonParser parser, RawTail raw) throws IOException {
        long from = parser.currentTokenLocation().getByteOffset();
        row.reset();
        int position = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            take(code(name, position++), parser);
        }
        rows++;
        if (rows == 1) {
            first = id != null ? id : "time " + row.timeMs;
        }
        if (rows > 1 || !repeats()) {
            handOrSay(parser, raw, from);
        }
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
            row.numbers[code] = number(code, parser);
        } else {
            takeWord(code, parser, value);
        }
    }

    private void takeWord(int code, JsonParser parser, JsonToken value) throws IOException {
        switch (code) {
            case FixFields.TIME -> time(parser, value);
            case FixFields.MOCK -> row.mock = isMock(parser.getText());
            case FixFields.PRIVATE -> row.isPrivate = isPrivate(parser.getText());
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
        if (value == JsonToken.VALUE_NUMBER_INT && parser.getTextLength() <= FixRow.MOST_DIGITS_OF_TIME) {
            row.timeMs = parser.getLongValue() * fields.msOfTime;
            row.hasTime = true;
        } else {
            timeOfText(parser.getText().trim());
        }
    }

    /** A number in quotes, one with decimals, or ISO 8601. */
    private void timeOfText(String text) {
        try {
            row.timeMs = text.indexOf(':') > 0
                    ? OffsetDateTime.parse(text).toInstant().toEpochMilli()
                    : new BigDecimal(text)
                            .multiply(BigDecimal.valueOf(fields.msOfTime))
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact();
            row.hasTime = Math.abs(row.timeMs) < LATEST_MS;
        } catch (NumberFormatException | ArithmeticException | DateTimeParseException e) {
            row.hasTime = false;
        }
        if (!row.hasTime) {
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
        if (code != FixFields.OTHER && code != FixFields.ID && row.reason == null) {
            row.reason = "unreadable-" + FixFields.name(code);
        }
        // a private flag that nobody can read still says that there is something private
        row.isPrivate |= code == FixFields.PRIVATE;
    }

    private void handOrSay(JsonParser parser, RawTail raw, long from) {
        if (row.isPrivate || row.reason == null && row.hasTime) {
            hand();
        } else {
            unreadable(
                    row.reason == null ? "no-time" : row.reason,
                    raw.text(from, parser.currentLocation().getByteOffset()));
        }
    }

    private void hand() {
        if (row.isPrivate) {
            sink.privateFix();
            return;
        }
        sink.fix(
                row.timeMs,
                track,
                row.numbers[FixFields.LATITUDE],
                row.numbers[FixFields.LONGITUDE],
                row.numbers[FixFields.SPEED] * fields.mpsOfSpeed,
                row.numbers[FixFields.ACCURACY],
                row.numbers[FixFields.SPEED_ACCURACY],
                row.numbers[FixFields.BEARING],
                row.numbers[FixFields.ALTITUDE],
                row.mock);
    }

    private void unreadable(String why, String row) {
        unreadableRows++;
        firstReason = firstReason == null ? why : firstReason;
        sink.unreadable(why, row);
    }
}
