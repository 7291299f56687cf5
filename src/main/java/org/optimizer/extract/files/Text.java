package org.optimizer.extract.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers and instants as files write them; what was not recorded is empty. */
public final class Text {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern ZONELESS =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}([.,]\\d+)?)?)?");
    private static final int SHOWN = 40;
    private static final int LONGEST_NAME = 200;
    private static final long EARLIEST_MS =
            Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    private static final long LATEST_MS =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private Text() {}

    /** The number, NaN when nothing is written. @throws FileMistake naming the field, when it is no number */
    static double number(String text, String field, Place place) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return Double.NaN;
        }
        double value = isNumber(trimmed) ? Double.parseDouble(trimmed) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw place.wrong("number", field, quoted(text));
        }
        return value;
    }

    /** A recording's name, as short as tables hold it. */
    static String name(String text, String field, Place place) {
        String trimmed = text.strip();
        if (trimmed.length() > LONGEST_NAME) {
            throw place.wrong("long-name", field, LONGEST_NAME, trimmed.length());
        }
        return trimmed;
    }

    /** Whether yes is written, in one of three ways; false when nothing is. @throws FileMistake naming the field */
    static boolean flag(String text, String field, Place place) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> true;
            case "false", "0", "no", "" -> false;
            default -> throw place.wrong("flag", field, quoted(text));
        };
    }

    /** Digits with one point are nearly every value of every file; the pattern is for the rest. */
    private static boolean isNumber(String text) {
        int points = 0;
        int digits = 0;
        for (int i = text.charAt(0) == '-' ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else {
                return NUMBER.matcher(text).matches();
            }
        }
        return digits > 0 && points <= 1;
    }

    /** Epoch milliseconds. @throws FileMistake naming the field, when it is no instant or says no time zone */
    static long instantMs(String text, String field, Place place) {
        String trimmed = text.strip();
        if (isPlainUtcSecond(trimmed)) {
            return plainUtcSecondMs(trimmed, field, place);
        }
        try {
            return withinCalendar(
                    OffsetDateTime.parse(withT(trimmed), DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                            .toInstant()
                            .toEpochMilli(),
                    trimmed,
                    field,
                    place);
        } catch (DateTimeException | ArithmeticException e) {
            throw notAnInstant(text, field, place);
        }
    }

    static long withinCalendar(long epochMs, String text, String field, Place place) {
        if (epochMs < EARLIEST_MS || epochMs > LATEST_MS) {
            throw place.wrong("year", field, quoted(text));
        }
        return epochMs;
    }

    private static FileMistake notAnInstant(String text, String field, Place place) {
        boolean zoneless = ZONELESS.matcher(text.strip()).matches();
        return place.wrong(zoneless ? "no-time-zone" : "instant", field, quoted(text));
    }

    /** Some tools write the date and the time apart. */
    private static String withT(String text) {
        return text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
    }

    private static boolean isPlainUtcSecond(String text) {
        if (text.length() != 20 || text.charAt(19) != 'Z') {
            return false;
        }
        for (int i = 0; i < 19; i++) {
            char mask = "dddd-dd-ddTdd:dd:dd".charAt(i);
            char c = text.charAt(i);
            if (mask == 'd' ? c < '0' || c > '9' : c != mask) {
                return false;
            }
        }
        return true;
    }

    private static long plainUtcSecondMs(String text, String field, Place place) {
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        int second = digits(text, 17, 2);
        try {
            if (hour < 24 && minute < 60 && second < 60) {
                long day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2))
                        .toEpochDay();
                return (((day * 24 + hour) * 60 + minute) * 60 + second) * 1000;
            }
        } catch (DateTimeException e) {
            throw notAnInstant(text, field, place);
        }
        throw notAnInstant(text, field, place);
    }

    private static int digits(String text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    /** What was found, short enough for one line. */
    public static String quoted(String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}", " ");
        return '"' + (oneLine.length() <= SHOWN ? oneLine : oneLine.substring(0, SHOWN) + "…") + '"';
    }
}
