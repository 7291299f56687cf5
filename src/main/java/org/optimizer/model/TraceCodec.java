package org.optimizer.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A {@link Trace} as bytes: what the column {@code trace_day.fixes} holds.
 *
 * <p>The format, version 1. Nine bytes of head, integers big-endian:
 *
 * <pre>
 *   uint8   version, 1
 *   uint32  CRC-32 (that of zip) of the body before compression
 *   uint32  length of the body before compression
 *   …       the body, compressed (zlib, RFC 1950)
 * </pre>
 *
 * The body:
 *
 * <pre>
 *   varint  n, number of fixes
 *   uint8   which optional columns there are: 1 accuracy, 2 accuracy of speed, 4 bearing, 8 altitude,
 *           16 mock
 *   varint  number of track names; for each: varint number of bytes, then the name in UTF-8
 *   n signed varints for each column, in this order:
 *     time (ms since 1970-01-01 UTC), latitude, longitude (1e-7 degrees, WGS 84), speed (mm/s),
 *     accuracy (mm), accuracy of speed (mm/s), bearing (1e-2 degrees), altitude (mm),
 *     track (index into the names, from 0), mock (1 when the device says that an app made the fix up, else 0)
 * </pre>
 *
 * A column holds for each fix the difference to the column's fix before it, to 0 for the first. A value of −2³¹ says that
 * the fix has none. A varint is little-endian, seven bits a byte, the high bit set on all bytes but the last; a signed one
 * carries {@code 2·v} for v ≥ 0 and {@code −2·v − 1} for v &lt; 0.
 */
public final class TraceCodec {
    private static final int VERSION = 1;
    private static final int HEAD = 9;
    /** A day at 50 Hz with all columns is below it; a longer body is a broken head. */
    private static final int LONGEST_BODY = 1 << 28;

    /** Of a fix a second with accuracy, bearing and altitude, before compression. */
    private static final int USUAL_BYTES_A_FIX = 18;

    private TraceCodec() {}

    public static byte[] encode(Trace trace) {
        Body body = new Body(64 + trace.size() * USUAL_BYTES_A_FIX);
        body.unsigned(trace.size());
        body.octet(optionalColumns(trace));
        body.unsigned(trace.tracks().size());
        trace.tracks().forEach(body::text);
        body.column(trace.timeMs());
        for (int[] column : columns(trace)) {
            body.column(column);
        }
        return packed(body);
    }

    private static int optionalColumns(Trace trace) {
        return (trace.accuracyMm() == null ? 0 : 1)
                | (trace.speedAccuracyMmps() == null ? 0 : 2)
                | (trace.bearingCdeg() == null ? 0 : 4)
                | (trace.altitudeMm() == null ? 0 : 8)
                | (trace.mock() == null ? 0 : 16);
    }

    private static List<int[]> columns(Trace trace) {
        List<int[]> columns = new ArrayList<>(Arrays.asList(
                trace.latitudeE7(),
                trace.longitudeE7(),
                trace.speedMmps(),
                trace.accuracyMm(),
                trace.speedAccuracyMmps(),
                trace.bearingCdeg(),
                trace.altitudeMm(),
                trace.track(),
                trace.mock()));
        columns.removeIf(column -> column == null);
        return columns;
    }

    private static byte[] packed(Body body) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(body.bytes, 0, body.at);
            deflater.finish();
            // zlib's own bound for what does not compress
            byte[] packed = new byte[HEAD + body.at + (body.at >> 9) + 64];
            ByteBuffer.wrap(packed)
                    .put((byte) VERSION)
                    .putInt((int) crc(body.bytes, body.at))
                    .putInt(body.at);
            int length = deflater.deflate(packed, HEAD, packed.length - HEAD);
            return Arrays.copyOf(packed, HEAD + length);
        } finally {
            deflater.end();
        }
    }

    private static long crc(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }

    /** @throws IllegalArgumentException saying what was expected and found, when the bytes are not an encoded trace */
    public static Trace decode(byte[] packed) {
        Body body = unpacked(packed);
        try {
            return read(body);
        } catch (IndexOutOfBoundsException | NegativeArraySizeException cause) {
            throw new IllegalArgumentException(
                    "stored fixes: expected columns as long as their number of fixes says, found the end of "
                            + body.bytes.length + " bytes",
                    cause);
        }
    }

    private static Trace read(Body body) {
        int size = (int) body.unsigned();
        if (size > body.bytes.length) {
            throw new IndexOutOfBoundsException(size);
        }
        int optional = body.octet();
        List<String> tracks = new ArrayList<>();
        for (long left = body.unsigned(); left > 0; left--) {
            tracks.add(body.text());
        }
        long[] times = body.times(size);
        int[] latitude = body.column(size);
        int[] longitude = body.column(size);
        int[] speed = body.column(size);
        int[] accuracy = (optional & 1) == 0 ? null : body.column(size);
        int[] speedAccuracy = (optional & 2) == 0 ? null : body.column(size);
        int[] bearing = (optional & 4) == 0 ? null : body.column(size);
        int[] altitude = (optional & 8) == 0 ? null : body.column(size);
        int[] track = body.column(size);
        int[] mock = (optional & 16) == 0 ? null : body.column(size);
        return new Trace(
                times, latitude, longitude, speed, accuracy, speedAccuracy, bearing, altitude, mock, track, tracks);
    }

    private static Body unpacked(byte[] packed) {
        expect(packed.length >= HEAD, "a head of 9 bytes", packed.length + " bytes");
        ByteBuffer head = ByteBuffer.wrap(packed);
        int version = head.get();
        expect(version == VERSION, "format version " + VERSION, "version " + version);
        int crc = head.getInt();
        int length = head.getInt();
        expect(
                length >= 0 && length <= LONGEST_BODY,
                "a body of at most " + LONGEST_BODY + " bytes",
                length + " bytes");
        Body body = new Body(inflate(packed, length));
        int found = (int) crc(body.bytes, length);
        expect(found == crc, "checksum %08x".formatted(crc), "%08x".formatted(found));
        return body;
    }

    private static byte[] inflate(byte[] packed, int length) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed, HEAD, packed.length - HEAD);
            byte[] body = new byte[length];
            int found = inflater.inflate(body);
            expect(found == length, length + " bytes after decompression", found + " bytes");
            return body;
        } catch (DataFormatException cause) {
            throw new IllegalArgumentException(
                    "stored fixes: expected a body compressed by zlib, found " + cause.getMessage(), cause);
        } finally {
            inflater.end();
        }
    }

    private static void expect(boolean holds, String expected, String found) {
        if (!holds) {
            throw new IllegalArgumentException("stored fixes: expected " + expected + ", found " + found);
        }
    }

    /** Bytes with a place to read or write at. */
    private static final class Body {
        private static final int LONGEST_VARINT = 10;
        private byte[] bytes;
        private int at;

        Body(int capacity) {
            bytes = new byte[capacity];
        }

        Body(byte[] bytes) {
            this.bytes = bytes;
        }

        void octet(int value) {
            room(1);
            bytes[at++] = (byte) value;
        }

        int octet() {
            return bytes[at++] & 0xff;
        }

        void text(String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            unsigned(utf8.length);
            room(utf8.length);
            System.arraycopy(utf8, 0, bytes, at, utf8.length);
            at += utf8.length;
        }

        String text() {
            int length = (int) unsigned();
            String text = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
            return text;
        }

        void unsigned(long value) {
            room(LONGEST_VARINT);
            at = put(bytes, at, value);
        }

        long unsigned() {
            long value = 0;
            int shift = 0;
            byte next;
            do {
                next = bytes[at++];
                value |= (next & 0x7fL) << shift;
                shift += 7;
            } while (next < 0);
            return value;
        }

        void column(long[] values) {
            long before = 0;
            for (long value : values) {
                room(LONGEST_VARINT);
                at = put(bytes, at, zigZag(value - before));
                before = value;
            }
        }

        void column(int[] values) {
            long before = 0;
            for (int value : values) {
                if (bytes.length - at < LONGEST_VARINT) {
                    room(LONGEST_VARINT);
                }
                long coded = zigZag(value - before);
                if (coded < 0x80) { // nearly all of them are one byte; none is negative
                    bytes[at++] = (byte) coded;
                } else {
                    at = put(bytes, at, coded);
                }
                before = value;
            }
        }

        long[] times(int size) {
            long[] values = new long[size];
            long value = 0;
            for (int i = 0; i < size; i++) {
                value += signed();
                values[i] = value;
            }
            return values;
        }

        int[] column(int size) {
            int[] values = new int[size];
            long value = 0;
            for (int i = 0; i < size; i++) {
                value += signed();
                values[i] = (int) value;
            }
            return values;
        }

        private long signed() {
            byte first = bytes[at];
            if (first >= 0) { // nearly all of them are one byte
                at++;
                return (first >>> 1) ^ -(first & 1);
            }
            long value = unsigned();
            return (value >>> 1) ^ -(value & 1);
        }

        private static long zigZag(long value) {
            return (value << 1) ^ (value >> 63);
        }

        private static int put(byte[] bytes, int from, long value) {
            int at = from;
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                bytes[at++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            bytes[at++] = (byte) rest;
            return at;
        }

        private void room(int more) {
            if (bytes.length - at < more) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + more));
            }
        }
    }
}
