package org.optimizer.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.optimizer.rules.RawSheet.RawCell;
import org.optimizer.rules.RawSheet.RawRow;

/** A table as it was sent: cell by cell made canonical, each mistake told at its cell. What did not change stays as it is written. */
final class UploadedTable {
    private final TableForm form;
    private final RawSheet sheet;
    private final UploadedHeads heads;
    private final CsvSheet base;
    private final Problems problems;
    private final List<Row> rows = new ArrayList<>();
    private final List<List<String>> cells = new ArrayList<>();

    private UploadedTable(RawSheet sheet, UploadedHeads heads, CsvSheet base, Problems problems) {
        this.form = heads.form();
        this.sheet = sheet;
        this.heads = heads;
        this.base = base;
        this.problems = problems;
    }

    /** @param base the table as it was */
    static UploadedTable read(RawSheet sheet, UploadedHeads heads, String base, Problems problems) {
        UploadedTable table = new UploadedTable(sheet, heads, CsvSheet.of(base), problems);
        table.read();
        return table;
    }

    TableForm form() {
        return form;
    }

    /** Canonical. Only for a table without problems. */
    CsvSheet sheet() {
        return new CsvSheet(form.tableColumns().stream().map(Column::name).toList(), cells);
    }

    private void read() {
        Set<String> ids = new HashSet<>();
        List<RawRow> raw = sheet.rows().subList(heads.row() + 1, sheet.rows().size());
        for (RawRow row : raw) {
            if (!heads.isBlank(row)) {
                read(row, ids);
            }
        }
        if (rows.isEmpty()) {
            problems.file(form.tableFile(), "", Wrong.of("rows-none"));
        } else if (problems.none()) {
            form.checks().accept(rows, problems);
        }
    }

    private void read(RawRow raw, Set<String> ids) {
        if (raw.cells().size() > heads.width() && sheet.isCsv()) {
            problems.line(
                    form.tableFile(),
                    raw.line(),
                    id(raw),
                    Integer.toString(raw.cells().size()),
                    Wrong.of("too-many-cells", Integer.toString(heads.width())));
            return;
        }
        Map<String, Object> values = new HashMap<>();
        List<String> canonical = new ArrayList<>();
        for (Column column : form.tableColumns()) {
            canonical.add(read(raw, column, values));
        }
        Row row = new Row(form.tableFile(), raw.line(), form.tableColumns(), values);
        if (row.id() != null && !ids.add(row.id())) {
            problems.cell(row, "id", row.id(), Wrong.of("id-twice").propose(row.id() + "-2"));
        }
        rows.add(row);
        cells.add(canonical);
    }

    private String id(RawRow raw) {
        return raw.cell(heads.index("id")).text().strip();
    }

    private String read(RawRow raw, Column column, Map<String, Object> values) {
        RawCell cell = raw.cell(heads.index(column.name()));
        try {
            String canonical = kept(id(raw), column, canonical(cell, column, raw));
            values.put(column.name(), column.type().parse(canonical));
            return canonical;
        } catch (BadCell bad) {
            problems.cell(form.tableFile(), raw.line(), id(raw), column.name(), cell.text(), bad.wrong());
            return "";
        }
    }

    private String canonical(RawCell cell, Column column, RawRow raw) throws BadCell {
        switch (cell.kind()) {
            case FORMULA -> throw new BadCell(Wrong.of("formula"));
            case ERROR -> throw new BadCell(Wrong.of("error-cell"));
            case DATE -> throw new BadCell(Wrong.of("date", column.unit().orElse("")));
            default -> {}
        }
        if (column.type() instanceof NumberType number) {
            return cell.kind() == RawCell.Kind.NUMBER ? cell.text() : number(cell.text(), column, number, raw);
        }
        if (column.name().equals(CaseForm.WHY)) {
            return remark(cell.text(), id(raw));
        }
        String text = UploadedNumber.bare(cell.text());
        if (text.isEmpty() && column.name().equals("id")) {
            throw new BadCell(Wrong.of("id-missing").propose(idOfWords(raw)));
        }
        return text;
    }

    /** What could be two numbers is that which stood there before, if one of them did. */
    private String number(String text, Column column, NumberType type, RawRow raw) throws BadCell {
        try {
            return UploadedNumber.read(text, type, sheet.writing());
        } catch (BadCell bad) {
            if (bad.wrong().code().equals(UploadedNumber.TWO_NUMBERS)) {
                for (String meant : bad.wrong().args()) {
                    if (Proposals.fits(meant, type) && isAsBefore(id(raw), column, meant)) {
                        return meant;
                    }
                }
            }
            throw bad;
        }
    }

    private boolean isAsBefore(String id, Column column, String value) throws BadCell {
        Optional<String> before = before(id, column.name()).filter(each -> Proposals.fits(each, column.type()));
        return before.isPresent()
                && column.type()
                        .parse(before.orElseThrow())
                        .equals(column.type().parse(value));
    }

    /** A remark is any text, but none that begins a formula, unless it stood there before. */
    private String remark(String cell, String id) throws BadCell {
        String text = (sheet.isCsv() ? cell : OfficeText.unguarded(cell)).strip();
        if (OfficeText.isFormula(text) && !text.equals(before(id, CaseForm.WHY).orElse(""))) {
            throw new BadCell(Wrong.of("remark-formula").propose(text.replaceAll("^[=+\\-@\\s]+", "")));
        }
        return text;
    }

    private Optional<String> idOfWords(RawRow raw) {
        return Proposals.id(form.columns().stream()
                .filter(column -> column.type() instanceof WordType)
                .map(column -> raw.cell(heads.index(column.name())).text())
                .collect(Collectors.joining("-")));
    }

    private Optional<String> before(String id, String column) {
        int row = base.find(id);
        return row >= 0 && base.heads().contains(column) ? Optional.of(base.cell(row, column)) : Optional.empty();
    }

    /** 2.0 stays 2.0 where somebody sent 2. */
    private String kept(String id, Column column, String canonical) throws BadCell {
        Optional<String> before = before(id, column.name());
        boolean same = before.isPresent()
                && Proposals.fits(before.orElseThrow(), column.type())
                && Proposals.fits(canonical, column.type())
                && Objects.equals(
                        column.type().parse(before.orElseThrow()), column.type().parse(canonical))
                && before.orElseThrow().isEmpty() == canonical.isEmpty();
        return same ? before.orElseThrow() : canonical;
    }
}
