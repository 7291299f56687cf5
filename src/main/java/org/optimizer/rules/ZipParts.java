package org.optimizer.rules;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The directory at the end of an archive in memory, which is what office programs go by. (The JDK's stream goes by what stands
 * before each part, which may say otherwise, and trips over the descriptors that some writers put behind it.)
 */
final class ZipParts {
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int ENCRYPTED = 1;

    private final byte[] content;
    private final ByteBuffer bytes;

    /** @param size of the packed bytes, which begin at {@code start} */
    record Part(String name, byte[] content, int start, int size, boolean deflated) {
        InputStream open() {
            InputStream packed = new ByteArrayInputStream(content, start, size);
            return deflated ? new InflaterInputStream(packed, new Inflater(true)) : packed;
        }
    }

    private ZipParts(byte[] content) {
        this.content = content;
        this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws Refused when the archive is damaged, locked, or its parts lie on each other */
    static List<Part> list(byte[] content) throws Refused {
        try {
            return new ZipParts(content).list();
        } catch (IndexOutOfBoundsException e) {
            throw damaged("directory");
        }
    }

    private static Refused damaged(String what) {
        return new Refused(what, Wrong.of("no-workbook"));
    }

    private List<Part> list() throws Refused {
        int end = end();
        int count = bytes.getShort(end + 10) & 0xFFFF;
        int at = bytes.getInt(end + 16);
        List<Part> parts = new ArrayList<>();
        long packed = 0;
        for (int i = 0; i < count; i++) {
            if (bytes.getInt(at) != ENTRY) {
                throw damaged("directory");
            }
            Part part = part(at);
            packed += part.size();
            if (packed > content.length) {
                throw damaged(part.name());
            }
            parts.add(part);
            at += 46 + length(at + 28) + length(at + 30) + length(at + 32);
        }
        return parts;
    }

    private int end() throws Refused {
        int first = Math.max(0, content.length - END_LENGTH - LONGEST_COMMENT);
        for (int at = content.length - END_LENGTH; at >= first; at--) {
            if (bytes.getInt(at) == END && at + END_LENGTH + length(at + 20) == content.length) {
                return at;
            }
        }
        throw damaged("directory");
    }

    private int length(int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    private Part part(int at) throws Refused {
        String name = name(at + 46, length(at + 28));
        int method = length(at + 10);
        int size = bytes.getInt(at + 20);
        int local = bytes.getInt(at + 42);
        boolean locked = (length(at + 8) & ENCRYPTED) != 0;
        boolean same = bytes.getInt(local) == LOCAL && name.equals(name(local + 30, length(local + 26)));
        if (!same || locked || size < 0 || method != STORED && method != DEFLATED) {
            throw damaged(name);
        }
        int start = local + 30 + length(local + 26) + length(local + 28);
        if (start + (long) size > content.length) {
            throw damaged(name);
        }
        return new Part(name, content, start, size, method == DEFLATED);
    }

    private String name(int at, int length) {
        byte[] name = new byte[length];
        bytes.get(at, name);
        return new String(name, StandardCharsets.UTF_8);
    }
}
