package org.optimizer.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.optimizer.rules.RawSheet.RawCell;
import org.optimizer.rules.RawSheet.RawRow;
import org.optimizer.rules.RawSheet.Sign;
import org.optimizer.rules.RawSheet.Writing;

/** From a file or edits on the page to a whole set of rule files, or to what is wrong with it. */
final class Uploads {
    /** A workbook of all tables with many times the rows they have. */
    static final int MOST_BYTES = 4 << 20;

    private static final int LONGEST_NAME = 80;

    private final Map<String, String> base;
    private final List<CellProblem> problems = new ArrayList<>();
    private final List<UploadedTable> tables = new ArrayList<>();
    private final Set<TableForm> seen = new HashSet<>();

    private Uploads(Map<String, String> base) {
        this.base = base;
    }

    static Upload read(String fileName, byte[] content, Map<String, String> base) {
        Uploads upload = new Uploads(base);
        String name = shortName(fileName);
        try {
            upload.read(name, content);
        } catch (Refused refused) {
            upload.refuse(name, refused.found(), refused.wrong());
        }
        return upload.result();
    }

    private static String shortName(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private void read(String name, byte[] content) throws Refused {
        check(name, content);
        if (OfficeFile.isZip(content)) {
            List<RawSheet> sheets = SheetReader.read(content);
            sheets.forEach(sheet -> add(sheet, Problems.shown(sheet.name())));
            if (tables.isEmpty() && problems.isEmpty()) {
                throw new Refused(name, Wrong.of("no-table"));
            }
        } else {
            RawSheet sheet = CsvFlavours.read(name, content);
            add(sheet, name);
            if (tables.isEmpty() && problems.isEmpty()) {
                throw new Refused(name, Wrong.of("no-table"));
            }
        }
    }

    private static void check(String name, byte[] content) throws Refused {
        if (content.length == 0) {
            throw new Refused("", Wrong.of("nothing"));
        }
        if (content.length > MOST_BYTES) {
            throw new Refused(
                    Integer.toString(content.length >> 20),
                    Wrong.of("too-large.file", Integer.toString(MOST_BYTES >> 20)));
        }
        if (name.toLowerCase(Locale.ROOT).matches(".*\\.(xlsm|xltm|xlam|xlsb|xla|xlt)")) {
            throw new Refused(name, Wrong.of("macros"));
        }
        if (OfficeFile.isOld(content)
                || name.toLowerCase(Locale.ROOT).matches(".*\\.(xls|ods|drl|drt|zip|jar|class)")) {
            throw new Refused(name, Wrong.of("other-kind"));
        }
    }

    private void add(RawSheet sheet, String name) {
        Optional<UploadedHeads> heads = UploadedHeads.find(sheet, base);
        if (heads.isEmpty()) {
            UploadedHeads.named(sheet.name())
                    .ifPresent(form -> refuse(
                            form.tableFile(),
                            String.join(", ", UploadedHeads.missing(sheet, form)),
                            Wrong.of("columns-missing")));
            return;
        }
        TableForm form = heads.orElseThrow().form();
        if (!seen.add(form)) {
            refuse(form.tableFile(), name, Wrong.of("table-twice"));
            return;
        }
        Problems found = new Problems();
        tables.add(UploadedTable.read(sheet, heads.orElseThrow(), base.get(form.tableFile()), found));
        problems.addAll(found.all());
    }

    private void refuse(String file, String found, Wrong wrong) {
        Problems one = new Problems();
        one.file(file, found, wrong);
        problems.addAll(one.all());
    }

    /** Each edit as if the whole table had been sent with it. */
    static Upload edited(Map<String, String> base, List<Cell> cells) {
        Uploads upload = new Uploads(base);
        for (TableForm form : Forms.TABLES) {
            List<Cell> own = cells.stream()
                    .filter(cell -> cell.table().equals(form.name()))
                    .toList();
            if (!own.isEmpty()) {
                upload.edit(form, own);
            }
        }
        cells.stream()
                .filter(cell ->
                        Forms.TABLES.stream().noneMatch(form -> form.name().equals(cell.table())))
                .forEach(cell -> upload.refuse(cell.table(), cell.table(), Wrong.of("no-table")));
        return upload.result();
    }

    private void edit(TableForm form, List<Cell> cells) {
        CsvSheet before = CsvSheet.of(base.get(form.tableFile()));
        CsvSheet sheet = before;
        for (Cell cell : cells) {
            int row = before.find(cell.rowId());
            if (row < 0 || !sheet.heads().contains(cell.column())) {
                refuse(form.tableFile(), cell.rowId() + " " + cell.column(), Wrong.of("no-cell"));
                return;
            }
            sheet = sheet.with(row, cell.column(), cell.value());
        }
        add(raw(form, sheet), form.name());
    }

    /** Line numbers are those of rows, as a page counts them; a page shows decimals with a comma, and takes them so. */
    private static RawSheet raw(TableForm form, CsvSheet sheet) {
        List<RawRow> rows = new ArrayList<>();
        rows.add(raw(1, sheet.heads()));
        sheet.rows().forEach(row -> rows.add(raw(rows.size() + 1L, row)));
        return new RawSheet(form.tableFile(), rows, new Writing(Sign.DECIMAL, Sign.DECIMAL), true);
    }

    private static RawRow raw(long line, List<String> cells) {
        return new RawRow(
                line,
                cells.stream().map(text -> new RawCell(text, RawCell.Kind.TEXT)).toList());
    }

    private Upload result() {
        if (!problems.isEmpty()) {
            return Upload.refused(base, problems);
        }
        Map<String, String> files = new TreeMap<>(base);
        for (UploadedTable table : tables) {
            String file = table.form().tableFile();
            if (!CsvSheet.of(base.get(file)).equals(table.sheet())) {
                files.put(file, table.sheet().text());
            }
        }
        return files.equals(base) ? Upload.of(base) : moved(files);
    }

    private Upload moved(Map<String, String> files) {
        try {
            return Upload.of(new CaseMover(RuleFiles.of(base), RuleFiles.of(files))
                    .moved()
                    .content());
        } catch (RulesException e) {
            refuse("", String.valueOf(e.getMessage()), Wrong.of("rules"));
            return Upload.refused(base, problems);
        }
    }
}
