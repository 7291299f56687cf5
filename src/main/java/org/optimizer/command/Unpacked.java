package org.optimizer.command;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What a gzip file holds. Where it is cut off it fails, with an exception that no parser takes for the end of its text. */
final class Unpacked extends GZIPInputStream {

    Unpacked(InputStream packed) throws IOException {
        super(packed, 1 << 16);
    }

    /** The gzip file is not whole. */
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        Damaged(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        try {
            return super.read(into, from, count);
        } catch (EOFException | ZipException e) {
            throw new Damaged(e);
        }
    }
}
