package org.optimizer.extract.files;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * What a gzip file holds. Where it is cut off, or holds far more than its size lets expect, it fails, with an exception that no
 * parser takes for the end of its text.
 */
final class Unpacked extends GZIPInputStream {
    /** Traces pack to a tenth or a twentieth; a vehicle that stands for a day, to a hundredth. */
    static final int LARGEST_RATIO = 400;

    private static final long UNSUSPICIOUS_BYTES = 1 << 20;

    private final Counted packed;
    private long unpacked;

    Unpacked(InputStream packed) throws IOException {
        this(new Counted(packed));
    }

    private Unpacked(Counted packed) throws IOException {
        super(packed, 1 << 16);
        this.packed = packed;
    }

    /** The gzip file is not whole. */
    static class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        Damaged(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** The gzip file is made to fill disks and memories. */
    static final class Swollen extends Damaged {
        private static final long serialVersionUID = 1L;

        Swollen() {
            super(new IOException("holds more than " + LARGEST_RATIO + " times its size"));
        }
    }

    /** Knows how many bytes were taken. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int wanted) throws IOException {
            int read = super.read(into, from, wanted);
            count += Math.max(0, read);
            return read;
        }
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        try {
            int read = super.read(into, from, count);
            unpacked += Math.max(0, read);
            if (unpacked > UNSUSPICIOUS_BYTES && unpacked > LARGEST_RATIO * packed.count) {
                throw new Swollen();
            }
            return read;
        } catch (EOFException | ZipException e) {
            throw new Damaged(e);
        }
    }
}
