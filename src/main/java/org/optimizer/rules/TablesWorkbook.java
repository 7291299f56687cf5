package org.optimizer.rules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * All tables as a workbook, a sheet a table: heads in words with their units, the columns' own names below, notes, drop-downs
 * and ranges. Numbers are numbers, all else is text: nothing in it is a formula, whatever it begins with.
 */
final class TablesWorkbook {
    /** Heads in words, then the columns' own names. */
    private static final int HEADS = 2;

    /** Rows that somebody may add and still be offered the words. */
    private static final int MORE_ROWS = 200;

    private static final String WORDS_SHEET = "_words";
    private static final String GREY = "D9D9D9";
    private static final String LIGHT_GREY = "F2F2F2";
    private static final int WIDEST = 60;

    private final RuleWords say;
    private final Map<String, Integer> fired;
    private final Map<String, String> files;
    private final List<List<String>> lists = new ArrayList<>();
    private Worksheet words;

    private TablesWorkbook(Map<String, String> files, Locale language, Map<String, Integer> fired) {
        this.say = RuleWords.of(language);
        this.fired = fired;
        this.files = files;
    }

    static byte[] of(Map<String, String> files, Locale language, Map<String, Integer> fired) {
        return new TablesWorkbook(files, language, fired).bytes();
    }

    private byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Optimizer", "1.0")) {
            List<Worksheet> sheets = Forms.TABLES.stream()
                    .map(form -> workbook.newWorksheet(form.name()))
                    .toList();
            words = workbook.newWorksheet(WORDS_SHEET);
            words.setVisibilityState(VisibilityState.HIDDEN);
            for (int i = 0; i < sheets.size(); i++) {
                write(Forms.TABLES.get(i), sheets.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written but memory
        }
        return bytes.toByteArray();
    }

    private void write(TableForm form, Worksheet sheet) {
        CsvSheet table = CsvSheet.of(files.get(form.tableFile()));
        List<Column> columns = form.tableColumns();
        int last = HEADS + table.rows().size() - 1;
        for (int index = 0; index < columns.size(); index++) {
            head(sheet, form, columns.get(index), index);
            offer(sheet, columns.get(index), index, last + MORE_ROWS);
            for (int row = 0; row < table.rows().size(); row++) {
                cell(
                        sheet,
                        HEADS + row,
                        index,
                        columns.get(index),
                        table.cell(row, columns.get(index).name()));
            }
            sheet.width(index, width(form, columns.get(index), table));
        }
        if (!fired.isEmpty()) {
            fired(sheet, form, table, columns.size());
        }
        looks(sheet, last, columns.size());
    }

    private void head(Worksheet sheet, TableForm form, Column column, int index) {
        sheet.value(0, index, say.title(form.name(), column.name()));
        sheet.value(1, index, column.name());
        String note = say.note(form.name(), column.name());
        String range = range(column);
        String table = index == 0 ? say.title(form.name()) + "\n" + say.note(form.name()) + "\n" : "";
        String all = (table + note + "\n" + range).strip();
        if (!all.isEmpty()) {
            sheet.comment(0, index, all);
        }
    }

    /** What may stand in the column, in words. */
    private String range(Column column) {
        if (column.type() instanceof NumberType number) {
            String key = number.blank() == null ? "note-range" : "note-range-or-blank";
            return say.put(
                    say.bundle().getString(key),
                    List.of(NumberType.plain(number.min()), NumberType.plain(number.max())));
        }
        if (column.type() instanceof WordType word) {
            return meanings(word.words());
        }
        return column.type() instanceof WordsType each
                ? say.bundle().getString("note-words") + "\n" + meanings(each.words())
                : "";
    }

    private String meanings(List<String> all) {
        List<String> lines = all.stream()
                .map(word -> say.word(word).equals(word) ? word : word + " = " + say.word(word))
                .toList();
        return String.join("\n", lines);
    }

    /** Words to choose from, numbers in their range. */
    private void offer(Worksheet sheet, Column column, int index, int last) {
        if (column.type() instanceof WordType word) {
            offer(sheet, column, index, last, word.words(), true);
        } else if (column.type() instanceof WordsType each) {
            List<String> withAny = new ArrayList<>(List.of("any"));
            withAny.addAll(each.words());
            offer(sheet, column, index, last, withAny, false);
        } else if (column.type() instanceof NumberType number) {
            sheet.range(HEADS, index, last, index)
                    .validateWithFormula(condition(
                            number, sheet.range(HEADS, index, HEADS, index).toString()))
                    .allowBlank(number.blank() != null)
                    .errorStyle(DataValidationErrorStyle.STOP)
                    .showErrorMessage(true)
                    .errorTitle(column.name())
                    .error(range(column));
        }
    }

    /** Without the signs for less and more, which the library would put into the XML as they are. */
    private static String condition(NumberType number, String cell) {
        String first = cell.contains(":") ? cell.substring(0, cell.indexOf(':')) : cell;
        String whole = number.whole() ? "," + first + "=INT(" + first + ")" : "";
        String range = NumberType.plain(number.min()) + "," + NumberType.plain(number.max());
        return "AND(ISNUMBER(" + first + "),MEDIAN(" + first + "," + range + ")=" + first + whole + ")";
    }

    private void offer(Worksheet sheet, Column column, int index, int last, List<String> offered, boolean strict) {
        int list = lists.indexOf(offered);
        if (list < 0) {
            list = lists.size();
            lists.add(offered);
            for (int row = 0; row < offered.size(); row++) {
                words.value(row, list, offered.get(row));
            }
        }
        sheet.range(HEADS, index, last, index)
                .validateWithList(words.range(0, list, offered.size() - 1, list))
                .allowBlank(false)
                .showDropdown(true)
                .errorStyle(strict ? DataValidationErrorStyle.STOP : DataValidationErrorStyle.INFORMATION)
                .showErrorMessage(strict)
                .errorTitle(column.name())
                .error(say.bundle().getString("word.advice"));
    }

    private static void cell(Worksheet sheet, int row, int index, Column column, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (column.type() instanceof NumberType && Proposals.fits(text, column.type())) {
            sheet.value(row, index, new BigDecimal(NumberType.plain(Double.parseDouble(text))));
        } else {
            sheet.value(row, index, OfficeText.written(text));
        }
    }

    private void fired(Worksheet sheet, TableForm form, CsvSheet table, int index) {
        sheet.value(0, index, say.bundle().getString("fired"));
        sheet.comment(0, index, say.bundle().getString("fired.note"));
        sheet.width(index, 18);
        for (int row = 0; row < table.rows().size(); row++) {
            int count = fired.getOrDefault(form.name() + "/" + table.id(row), 0);
            sheet.value(HEADS + row, index, count);
            if (count == 0) {
                sheet.range(HEADS + row, 1, HEADS + row, index)
                        .style()
                        .fontColor("969696")
                        .fillColor(LIGHT_GREY)
                        .set();
            }
        }
    }

    /** The names of rows and columns look as if they were not to be touched. */
    private static void looks(Worksheet sheet, int last, int columns) {
        sheet.range(0, 0, 0, columns)
                .style()
                .bold()
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        sheet.range(1, 0, 1, columns)
                .style()
                .fontColor("808080")
                .fillColor(GREY)
                .italic()
                .set();
        sheet.range(HEADS, 0, last, 0)
                .style()
                .fontColor("595959")
                .fillColor(GREY)
                .set();
        sheet.freezePane(1, HEADS);
    }

    private double width(TableForm form, Column column, CsvSheet table) {
        int longest = Math.max(
                column.name().length(), say.title(form.name(), column.name()).length() / 2);
        for (int row = 0; row < table.rows().size(); row++) {
            longest = Math.max(longest, table.cell(row, column.name()).length());
        }
        return Math.min(WIDEST, longest + 3);
    }
}
