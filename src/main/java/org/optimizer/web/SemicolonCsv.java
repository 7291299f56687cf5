package org.optimizer.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Text that a spreadsheet opens by a double click: {@code ;} between values, the reader's decimal sign, a byte order mark. No value
 * can start a formula: texts that begin like one get an apostrophe.
 */
final class SemicolonCsv {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    /** What spreadsheets take for the begin of a formula; the last ones lead to it. */
    private static final String FORMULA = "=+-@\t\r\n";

    private static final int DECIMALS = 3;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private SemicolonCsv() {}

    static byte[] of(ExportTable table, Locale locale) {
        StringWriter text = new StringWriter();
        text.append(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(table.head());
            table.rows().forEach(row -> csv.writeRecord(cells(row, locale)));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written but memory
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> cells(List<Object> row, Locale locale) {
        return row.stream().map(value -> cell(value, locale)).toList();
    }

    private static String cell(Object value, Locale locale) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return decimal(number, locale);
        }
        if (value instanceof LocalDateTime moment) {
            return MOMENT.format(moment);
        }
        return value instanceof String text ? harmless(text) : value.toString();
    }

    private static String decimal(double number, Locale locale) {
        if (!Double.isFinite(number)) {
            return "";
        }
        char sign = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        return BigDecimal.valueOf(number)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .toPlainString()
                .replace('.', sign);
    }

    static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
