package org.optimizer.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Passes bytes on and remembers the last of them, so that a row that turns out to be unreadable can be shown as it came. */
final class RawTail extends InputStream {
    /** A power of two, and far more than a parser reads ahead. */
    private static final int KEPT = 1 << 16;

    private static final int LONGEST_SHOWN = 2000;

    private final InputStream in;
    private final byte[] tail = new byte[KEPT];
    private long count;

    RawTail(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        if (one >= 0) {
            tail[(int) (count++ & (KEPT - 1))] = (byte) one;
        }
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, Math.min(length, KEPT));
        if (read > 0) {
            int at = (int) (count & (KEPT - 1));
            int straight = Math.min(read, KEPT - at);
            System.arraycopy(target, offset, tail, at, straight);
            System.arraycopy(target, offset + straight, tail, 0, read - straight);
            count += read;
        }
        return read;
    }

    /** The bytes from {@code from} (included) to {@code to}, as text of at most 2000 characters; empty when they are gone. */
    String text(long from, long to) {
        if (from < Math.max(0, count - KEPT) || to > count) {
            return "";
        }
        byte[] bytes = new byte[(int) Math.min(to - from, LONGEST_SHOWN)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = tail[(int) (from + i & (KEPT - 1))];
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
