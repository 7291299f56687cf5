package org.optimizer.standin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes track points as MyCarTracks sends them. A shift is 14 400 points and a demo five million, so the bytes are
 * written by hand into one buffer: no text, no tree, no garbage.
 */
final class PointsWriter {
    private static final int LONGEST_POINT = 352;
    private static final byte[] HEAD = ascii("{\"data\":[");
    private static final byte[] TAIL = ascii("]}");
    private static final byte[] ID = ascii("{\"id\":");
    private static final byte[] TIME = ascii(",\"time\":");
    private static final byte[] LATITUDE = ascii(",\"latitude\":");
    private static final byte[] LONGITUDE = ascii(",\"longitude\":");
    private static final byte[] SPEED = ascii(",\"speed\":");
    private static final byte[] SOURCE = ascii(",\"source\":\"GPS\"");
    private static final byte[] ALTITUDE = ascii(",\"altitude\":");
    private static final byte[] BEARING = ascii(",\"bearing\":");
    private static final byte[] ACCURACY = ascii(",\"accuracy\":");
    private static final byte[] PRIVATE = ascii(",\"private\":true");
    private static final long POINTS_A_TRACK = 100_000;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private final byte[] digits = new byte[20];
    private int length;

    PointsWriter(OutputStream out) {
        this.out = out;
    }

    /** Rows {@code from} (included) to {@code to} (not included); past the last they begin again, with ids of their own. */
    void write(long trackId, Sent sent, boolean isTextId, long from, long to) throws IOException {
        put(HEAD);
        for (long row = from; row < to; row++) {
            if (row > from) {
                put((byte) ',');
            }
            int index = (int) (row % sent.size());
            long round = row / sent.size() * sent.size();
            putPoint(trackId * POINTS_A_TRACK + round + sent.rows()[index], isTextId, sent, index);
            if (length > buffer.length - LONGEST_POINT) {
                flush();
            }
        }
        put(TAIL);
        flush();
    }

    private void putPoint(long id, boolean isTextId, Sent sent, int row) {
        Points points = sent.points();
        put(ID);
        putId(id, isTextId);
        put(TIME);
        putNumber(points.atMs(row), 0);
        putField(LATITUDE, points.latE7(row), 7);
        putField(LONGITUDE, points.lonE7(row), 7);
        putSpeed(points.speedMmps(row));
        put(SOURCE);
        putField(ALTITUDE, points.altitudeMm(row), 3);
        putField(BEARING, points.bearingMdeg(row), 3);
        putField(ACCURACY, points.accuracyMm(row), 3);
        if (sent.marked().get(row)) {
            put(PRIVATE);
        }
        put((byte) '}');
    }

    private void putId(long id, boolean isText) {
        if (isText) {
            put((byte) '"');
        }
        putNumber(id, 0);
        if (isText) {
            put((byte) '"');
        }
    }

    /** A millimetre a second is 0.0036 km/h, so four decimals carry it exactly. */
    private void putSpeed(long mmps) {
        putField(SPEED, mmps == Points.ABSENT ? Points.ABSENT : mmps * 36, 4);
    }

    private void putField(byte[] name, long scaled, int decimals) {
        if (scaled != Points.ABSENT) {
            put(name);
            putNumber(scaled, decimals);
        }
    }

    /** {@code scaled} divided by ten to the {@code decimals}, without trailing zeros. */
    private void putNumber(long scaled, int decimals) {
        if (scaled < 0) {
            put((byte) '-');
        }
        long rest = Math.abs(scaled);
        int left = decimals;
        while (left > 0 && rest % 10 == 0) {
            rest /= 10;
            left--;
        }
        putDigits(rest, left);
    }

    private void putDigits(long value, int decimals) {
        long rest = value;
        int count = 0;
        while (rest > 0 || count <= decimals) {
            digits[count++] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        while (count > 0) {
            if (count == decimals) {
                put((byte) '.');
            }
            put(digits[--count]);
        }
    }

    private void put(byte[] bytes) {
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void put(byte one) {
        buffer[length++] = one;
    }

    private void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
