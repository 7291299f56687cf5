package org.optimizer.extract;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A parser that takes a plain row of fixes in one go, straight from the bytes it has buffered: no token, no text, four times as
 * fast. A row is plain when it is whole in the buffer and holds short numbers, flags, nulls and ASCII texts without escapes. Of any
 * other nothing is taken, and it is read token by token as ever, so that both ways give the same and name the same places.
 *
 * <p>Its methods go through the bytes from one place to the next. Where something is not plain they answer {@link #NOWHERE}, which lies
 * behind every row: whoever goes on from there gets nowhere either, and only the row's end has to look.
 */
final class RowScanner extends UTF8StreamJsonParser {
    private static final int NOWHERE = Integer.MAX_VALUE;
    /** A row may have more fields; those are looked up. */
    private static final int FIELDS_REMEMBERED = 64;

    private static final byte[] TRUE = "true".getBytes(US_ASCII);
    private static final byte[] FALSE = "false".getBytes(US_ASCII);
    private static final byte[] NULL = "null".getBytes(US_ASCII);

    // rows of one answer have their fields in one order
    private final byte[][] nameAt = new byte[FIELDS_REMEMBERED][];
    private final int[] codeAt = new int[FIELDS_REMEMBERED];
    private FixFields fields;
    private FixRow row;
    private int code;

    RowScanner(
            IOContext context,
            int features,
            InputStream in,
            ObjectCodec codec,
            ByteQuadsCanonicalizer names,
            Start start) {
        super(context, features, in, codec, names, start.buffer, 0, start.count, 0, false);
    }

    /** What of an answer was read to see what it is. */
    record Start(byte[] buffer, int count) {}

    /**
     * Reads the row that follows another one of the same array, if it is plain and has a time.
     *
     * @param target may be half written when the answer is no
     */
    boolean scan(FixFields names, FixRow target) {
        fields = names;
        row = target;
        row.reset();
        int at = past(past(_inputPtr, ','), '{');
        for (int position = 0; ; position++) {
            at = name(past(at, '"'), position);
            at = blanks(value(blanks(past(at, ':'))));
            if (at >= _inputEnd) {
                return false;
            }
            byte sign = _inputBuffer[at++];
            if (sign == '}') {
                break;
            }
            if (sign != ',') {
                return false;
            }
        }
        if (row.hasTime) {
            _inputPtr = at;
        }
        return row.hasTime;
    }

    private int blanks(int from) {
        int at = from;
        while (at < _inputEnd && _inputBuffer[at] == ' ') {
            at++;
        }
        return at;
    }

    private int past(int from, char sign) {
        int at = blanks(from);
        return at < _inputEnd && _inputBuffer[at] == sign ? at + 1 : NOWHERE;
    }

    /** Most often it is the name that the row before had there. */
    private int name(int from, int position) {
        if (position < FIELDS_REMEMBERED && nameAt[position] != null) {
            int at = past(from, nameAt[position]);
            if (at != NOWHERE) {
                code = codeAt[position];
                return at;
            }
        }
        int at = text(from);
        if (at != NOWHERE) {
            code = fields.code(new String(_inputBuffer, from, at - 1 - from, US_ASCII));
            if (position < FIELDS_REMEMBERED) {
                nameAt[position] = Arrays.copyOfRange(_inputBuffer, from, at);
                codeAt[position] = code;
            }
        }
        return at;
    }

    private int past(int from, byte[] expected) {
        if (from > _inputEnd - expected.length) {
            return NOWHERE;
        }
        for (int i = 0; i < expected.length; i++) {
            if (_inputBuffer[from + i] != expected[i]) {
                return NOWHERE;
            }
        }
        return from + expected.length;
    }

    /** Goes past the quote that ends a text; bytes beyond ASCII are negative. */
    private int text(int from) {
        for (int at = from; at < _inputEnd; at++) {
            byte sign = _inputBuffer[at];
            if (sign == '"') {
                return at + 1;
            }
            if (sign < ' ' || sign == '\\') {
                return NOWHERE;
            }
        }
        return NOWHERE;
    }

    private int value(int from) {
        if (from >= _inputEnd) {
            return NOWHERE;
        }
        return switch (_inputBuffer[from]) {
            case '"' -> isIgnored() ? text(from + 1) : NOWHERE;
            case 'n' -> past(from, NULL);
            case 't' -> flag(true, past(from, TRUE));
            case 'f' -> flag(false, past(from, FALSE));
            default -> number(from);
        };
    }

    private boolean isIgnored() {
        return code == FixFields.OTHER || code == FixFields.ID;
    }

    private int flag(boolean value, int at) {
        if (code == FixFields.MOCK) {
            row.mock = value;
        } else if (code == FixFields.PRIVATE) {
            row.isPrivate = value;
        } else if (!isIgnored()) {
            return NOWHERE;
        }
        return at;
    }

    /** As JSON allows it, without exponent; long, as it is the innermost loop. */
    private int number(int from) {
        boolean negative = _inputBuffer[from] == '-';
        int first = negative ? from + 1 : from;
        int point = NOWHERE;
        long digits = 0;
        int at = first;
        for (; at < _inputEnd; at++) {
            int digit = _inputBuffer[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
            } else if (digit == '.' - '0' && point == NOWHERE) {
                point = at;
            } else {
                break;
            }
        }
        int whole = Math.min(point, at) - first;
        int decimals = point == NOWHERE ? 0 : at - point - 1;
        boolean isPlain = whole > 0
                && (whole == 1 || _inputBuffer[first] != '0')
                && (point == NOWHERE || decimals > 0)
                && Decimal.isExact(digits, at - first);
        return isPlain && take(negative, digits, decimals, at - from) ? at : NOWHERE;
    }

    private boolean take(boolean negative, long digits, int decimals, int length) {
        if (code < FixFields.NUMBERS) {
            row.numbers[code] = Decimal.of(negative, digits, decimals);
        } else if (code == FixFields.TIME) {
            row.timeMs = (negative ? -digits : digits) * fields.msOfTime;
            row.hasTime = true;
            return decimals == 0 && length <= FixRow.MOST_DIGITS_OF_TIME;
        }
        return code < FixFields.NUMBERS || code == FixFields.ID;
    }
}
