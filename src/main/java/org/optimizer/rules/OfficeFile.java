package org.optimizer.rules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The parts of an XLSX, each known by name and none larger than it may be. What a workbook of tables has no need of (macros,
 * links, embedded objects, other archives) is refused by its name, unread.
 */
final class OfficeFile {
    private static final int MOST_PARTS = 300;
    private static final long MOST_BYTES = 24L << 20;
    private static final long MOST_BYTES_OF_A_PART = 12L << 20;
    private static final int MOST_TIMES = 100;
    private static final long SMALL = 256L << 10;

    /** Parts that are read. */
    private static final Pattern READ = Pattern.compile("\\[Content_Types]\\.xml|_rels/\\.rels"
            + "|xl/(workbook|sharedStrings|styles)\\.xml|xl/_rels/workbook\\.xml\\.rels"
            + "|xl/worksheets/sheet[0-9]{1,4}\\.xml|xl/worksheets/_rels/sheet[0-9]{1,4}\\.xml\\.rels");

    /** Parts that may lie there: looks, notes and who wrote it. */
    private static final Pattern IGNORED =
            Pattern.compile("docProps/[A-Za-z]+\\.xml|xl/theme/(_rels/)?theme[0-9]+\\.xml(\\.rels)?"
                    + "|xl/comments/?(comment)?[0-9]+\\.xml|xl/threadedComments/threadedComment[0-9]+\\.xml|xl/persons/person[0-9]*\\.xml"
                    + "|xl/drawings/(vmlDrawing[0-9]+\\.vml|drawing[0-9]+\\.xml)|xl/printerSettings/printerSettings[0-9]+\\.bin"
                    + "|xl/metadata\\.xml|docMetadata/LabelInfo\\.xml|xl/tables/table[0-9]+\\.xml");

    private static final Pattern MACRO =
            Pattern.compile("(?i).*(vbaProject|vbaData|macrosheets|dialogsheets|activeX|ctrlProps|customUI).*");
    private static final Pattern LINK =
            Pattern.compile("(?i).*(externalLinks|connections\\.xml|queryTables|webextensions|pivotCache|model/).*");
    private static final Pattern FORMULA = Pattern.compile("(?i)xl/calcChain\\.xml");

    private OfficeFile() {}

    static boolean isZip(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4;
    }

    /** The first bytes of what office programs wrote until 2003, and of what is locked with a password. */
    static boolean isOld(byte[] content) {
        return content.length > 3
                && (content[0] & 0xFF) == 0xD0
                && (content[1] & 0xFF) == 0xCF
                && content[2] == 0x11
                && (content[3] & 0xFF) == 0xE0;
    }

    /** Name → content of the parts to read. */
    static Map<String, byte[]> parts(byte[] content) throws Refused {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        long left = Math.min(MOST_BYTES, Math.max(SMALL, (long) content.length * MOST_TIMES));
        for (ZipParts.Part part : ZipParts.list(content)) {
            checkName(part.name(), names);
            boolean isRead = READ.matcher(part.name()).matches();
            ByteArrayOutputStream bytes = isRead ? new ByteArrayOutputStream() : null;
            left -= inflate(part, Math.min(left, MOST_BYTES_OF_A_PART), bytes);
            if (isRead) {
                parts.put(part.name(), bytes.toByteArray());
            }
        }
        return parts;
    }

    private static void checkName(String name, Set<String> names) throws Refused {
        if (!names.add(name) || names.size() > MOST_PARTS) {
            throw new Refused(name, Wrong.of("strange-part"));
        }
        if (MACRO.matcher(name).matches()) {
            throw new Refused(name, Wrong.of("macros"));
        }
        if (LINK.matcher(name).matches()) {
            throw new Refused(name, Wrong.of("links"));
        }
        if (FORMULA.matcher(name).matches()) {
            throw new Refused(name, Wrong.of("formula-file"));
        }
        if (!READ.matcher(name).matches() && !IGNORED.matcher(name).matches()) {
            throw new Refused(name, Wrong.of("strange-part"));
        }
    }

    /** Stops as soon as there is too much of it, whatever its head claims. */
    private static long inflate(ZipParts.Part part, long most, ByteArrayOutputStream to) throws Refused {
        byte[] buffer = new byte[8192];
        long size = 0;
        try (InputStream in = part.open()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    throw new Refused(part.name(), Wrong.of("too-large.part"));
                }
                if (to != null) {
                    to.write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            throw new Refused(part.name(), Wrong.of("no-workbook"));
        }
        return size;
    }
}
