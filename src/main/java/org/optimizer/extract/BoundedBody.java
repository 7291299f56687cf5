package org.optimizer.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The bytes of an answer, unpacked, as long as they keep within its limits; what does not is a {@link ProviderException}. */
final class BoundedBody extends InputStream {
    /** JSON of fixes shrinks to a tenth; nothing that is worth reading to less than a hundredth. */
    private static final long LARGEST_RATIO = 100;
    /** The ratio says little about the first of it. */
    private static final long RATIO_FROM = 1 << 20;

    private static final int BLOCK = 1 << 13;

    private final AnswerLimits limits;
    private final Arriving arriving;
    private final InputStream unpacked;
    private long count;

    /** @param encoding of the answer: gzip, or none */
    BoundedBody(InputStream body, Optional<String> encoding, AnswerLimits limits) throws IOException {
        this.limits = limits;
        this.arriving = new Arriving(body, limits);
        this.unpacked = isPacked(encoding) ? new GZIPInputStream(arriving, BLOCK) : arriving;
    }

    private boolean isPacked(Optional<String> encoding) {
        return switch (encoding.orElse("identity").trim().toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> true;
            case "identity", "" -> false;
            default ->
                throw ProviderException.excessive(
                        limits.call(),
                        "an answer packed with gzip or not at all",
                        encoding.get(),
                        "see what stands between here and the provider");
        };
    }

    /** What comes over the line. */
    private static final class Arriving extends InputStream {
        private final InputStream body;
        private final AnswerLimits limits;
        private long count;

        Arriving(InputStream body, AnswerLimits limits) {
            this.body = body;
            this.limits = limits;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            limits.checkTime();
            int read = body.read(target, offset, length);
            count += Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = unpacked.read(target, offset, length);
        count += Math.max(0, read);
        if (count > limits.largestBytes()) {
            throw ProviderException.excessive(
                    limits.call(),
                    "at most " + (limits.largestBytes() >> 20) + " MB",
                    "more",
                    "ask for fewer days, or raise optimizer.traces.largest-answer-mb");
        }
        if (count > RATIO_FROM && count > LARGEST_RATIO * arriving.count) {
            throw ProviderException.excessive(
                    limits.call(),
                    "an answer that unpacks to at most " + LARGEST_RATIO + " times its size",
                    (count >> 10) + " kB out of " + (arriving.count >> 10) + " kB and no end",
                    "tell the provider that it sends a decompression bomb");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }
}
