package org.optimizer.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.optimizer.process.KpiDesk.Export;

/** The week as a workbook, a sheet a table. Cells are typed: a text is a text, whatever it begins with, and never a formula. */
final class KpiWorkbook {
    private static final int WIDEST_COLUMN = 28;
    private static final int LONGEST_SHEET_NAME = 31;

    private KpiWorkbook() {}

    static byte[] of(Export export, Words say) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Optimizer", "1.0")) {
            ExportTable.all(export, say).forEach(table -> write(table, workbook));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written but memory
        }
        return bytes.toByteArray();
    }

    private static void write(ExportTable table, Workbook workbook) {
        Worksheet sheet = workbook.newWorksheet(table.name()
                .substring(0, Math.min(LONGEST_SHEET_NAME, table.name().length())));
        for (int column = 0; column < table.head().size(); column++) {
            String name = table.head().get(column);
            sheet.value(0, column, name);
            sheet.style(0, column).bold().set();
            sheet.width(column, Math.min(WIDEST_COLUMN, name.length() + 4));
        }
        sheet.freezePane(0, 1);
        for (int row = 0; row < table.rows().size(); row++) {
            write(sheet, row + 1, table.rows().get(row));
        }
    }

    private static void write(Worksheet sheet, int row, List<Object> values) {
        for (int column = 0; column < values.size(); column++) {
            write(sheet, row, column, values.get(column));
        }
    }

    private static void write(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Number number) {
            if (Double.isFinite(number.doubleValue())) {
                sheet.value(row, column, number);
            }
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof LocalDateTime moment) {
            sheet.value(row, column, moment);
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        } else if (value instanceof Boolean truth) {
            sheet.value(row, column, truth);
        } else if (value != null) {
            sheet.value(row, column, value.toString());
        }
    }
}
