package org.optimizer.rules;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.optimizer.rules.RawSheet.RawCell;
import org.optimizer.rules.RawSheet.RawRow;
import org.optimizer.rules.RawSheet.Sign;
import org.optimizer.rules.RawSheet.Writing;

/** Reads a CSV as any spreadsheet writes it: semicolons, commas or tabs; UTF-8, UTF-16 or the Windows code page of western Europe. */
final class CsvFlavours {
    private static final char[] SEPARATORS = {';', '\t', ',', '|'};
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\\A\"?sep=(?<is>[;,|\t])\"?\\R", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?[0-9]+,[0-9]+");
    private static final Pattern DECIMAL_POINT = Pattern.compile("-?[0-9]+\\.[0-9]+");
    private static final int LONGEST_BUFFER = 1 << 20;

    private CsvFlavours() {}

    /** @throws Refused when it is no text, or none of bearable size */
    static RawSheet read(String fileName, byte[] content) throws Refused {
        String text = text(content);
        java.util.regex.Matcher said = SEPARATOR_LINE.matcher(text);
        boolean isSaid = said.lookingAt();
        String rest = isSaid ? text.substring(said.end()) : text;
        char separator = isSaid ? said.group("is").charAt(0) : separator(rest);
        List<RawRow> rows = rows(rest, separator, isSaid ? 1 : 0);
        return new RawSheet(fileName, rows, writing(rows, separator), true);
    }

    /** A number that can only be read in one way tells how the file writes the others; else the separator does, for one sign. */
    private static Writing writing(List<RawRow> rows, char separator) {
        boolean commas = has(rows, DECIMAL_COMMA);
        boolean points = has(rows, DECIMAL_POINT);
        if (commas != points) {
            return commas ? new Writing(Sign.DECIMAL, Sign.THOUSANDS) : new Writing(Sign.THOUSANDS, Sign.DECIMAL);
        }
        if (commas) {
            return Writing.UNKNOWN;
        }
        return separator == ',' ? new Writing(Sign.EITHER, Sign.DECIMAL) : new Writing(Sign.DECIMAL, Sign.EITHER);
    }

    private static boolean has(List<RawRow> rows, Pattern decimal) {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .map(cell -> cell.text().strip())
                .anyMatch(text -> decimal.matcher(text).matches()
                        && !UploadedNumber.THOUSANDS.matcher(text).matches());
    }

    static String text(byte[] content) throws Refused {
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            return decoded(content, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(content, 0xFF, 0xFE)) {
            return decoded(content, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return decoded(content, 2, StandardCharsets.UTF_16BE);
        }
        try {
            return checked(decode(content, 0, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            return decoded(content, 0, WINDOWS);
        }
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static String decoded(byte[] content, int from, Charset charset) throws Refused {
        try {
            return checked(decode(content, from, charset));
        } catch (CharacterCodingException e) {
            throw new Refused(charset.displayName(), Wrong.of("no-text"));
        }
    }

    private static String decode(byte[] content, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(content, from, content.length - from))
                .toString();
    }

    /** A text has no zeros: what has is UTF-16 without its mark, or no text at all. */
    private static String checked(String text) throws Refused {
        if (text.indexOf('\0') >= 0) {
            throw new Refused("\\u0000", Wrong.of("no-text"));
        }
        return text;
    }

    /** That which stands most often in the first line, outside of quotes. */
    private static char separator(String text) {
        String heads = text.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        char most = ',';
        long count = 0;
        for (char each : SEPARATORS) {
            long found = heads.chars().filter(letter -> letter == each).count();
            if (found > count) {
                most = each;
                count = found;
            }
        }
        return most;
    }

    private static List<RawRow> rows(String text, char separator, int before) throws Refused {
        List<RawRow> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_BUFFER)
                .ofCsvRecord(text)) {
            for (CsvRecord csv : reader) {
                rows.add(row(csv, before));
                if (rows.size() > RawSheet.MOST_ROWS) {
                    throw new Refused(
                            Integer.toString(rows.size()),
                            Wrong.of("too-large.rows", Integer.toString(RawSheet.MOST_ROWS)));
                }
            }
        } catch (CsvParseException | IOException e) {
            throw new Refused(String.valueOf(e.getMessage()), Wrong.of("no-csv"));
        }
        return rows;
    }

    private static RawRow row(CsvRecord csv, int before) throws Refused {
        if (csv.getFieldCount() > RawSheet.MOST_COLUMNS) {
            throw new Refused(
                    Integer.toString(csv.getFieldCount()),
                    Wrong.of("too-large.columns", Integer.toString(RawSheet.MOST_COLUMNS)));
        }
        int longest = csv.getFields().stream()
                .map(String::length)
                .max(Comparator.naturalOrder())
                .orElse(0);
        if (longest > RawSheet.LONGEST_CELL) {
            throw new Refused(
                    Integer.toString(longest), Wrong.of("too-large.cell", Integer.toString(RawSheet.LONGEST_CELL)));
        }
        return new RawRow(
                csv.getStartingLineNumber() + before,
                csv.getFields().stream()
                        .map(cell -> new RawCell(cell, RawCell.Kind.TEXT))
                        .toList());
    }
}
