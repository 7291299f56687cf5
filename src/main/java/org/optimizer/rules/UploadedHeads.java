package org.optimizer.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.optimizer.rules.RawSheet.RawCell;
import org.optimizer.rules.RawSheet.RawRow;

/**
 * Which table a sheet is, and which of its columns stands where. Columns may change places, and others may stand between
 * them: those are nobody's.
 *
 * @param row of the heads among the sheet's rows, from 0
 * @param columns name → index
 * @param width cells in the line of heads
 */
record UploadedHeads(TableForm form, int row, Map<String, Integer> columns, int width) {
    /** Above the heads there may be a title. */
    private static final int HIGHEST = 5;

    int index(String column) {
        return columns.get(column);
    }

    /** Whether nothing stands in the columns of the table. */
    boolean isBlank(RawRow raw) {
        return columns.values().stream()
                .allMatch(index ->
                        raw.cell(index).text().isBlank() && raw.cell(index).kind() == RawCell.Kind.TEXT);
    }

    /**
     * The table whose heads the sheet has; where several have the same heads, the one that the sheet is named after or shares
     * most rows with.
     */
    static Optional<UploadedHeads> find(RawSheet sheet, Map<String, String> base) {
        List<UploadedHeads> found = new ArrayList<>();
        for (TableForm form : Forms.TABLES) {
            for (int row = 0; row < Math.min(HIGHEST, sheet.rows().size()); row++) {
                Optional<UploadedHeads> heads = at(sheet, row, form);
                if (heads.isPresent()) {
                    found.removeIf(each -> each.form().equals(form));
                    found.add(heads.orElseThrow());
                }
            }
        }
        Optional<TableForm> named = named(sheet.name());
        return found.stream()
                .max(Comparator.comparing(each ->
                        (named.filter(each.form()::equals).isPresent() ? 10_000 : 0) + each.shared(sheet, base)));
    }

    private int shared(RawSheet sheet, Map<String, String> base) {
        CsvSheet table = CsvSheet.of(base.get(form.tableFile()));
        Set<String> ids = sheet.rows().stream()
                .map(raw -> raw.cell(index("id")).text().strip())
                .collect(Collectors.toSet());
        return (int)
                table.rows().stream().filter(each -> ids.contains(each.get(0))).count();
    }

    /** The table with the longest name that a file or sheet is called after. */
    static Optional<TableForm> named(String name) {
        String bare = RuleWords.plain(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
        return Forms.TABLES.stream()
                .filter(form -> bare.startsWith(form.name()))
                .max(Comparator.comparing(form -> form.name().length()));
    }

    private static Optional<UploadedHeads> at(RawSheet sheet, int row, TableForm form) {
        Map<String, Integer> columns = columns(sheet.rows().get(row), form);
        return columns.size() == form.tableColumns().size()
                ? Optional.of(new UploadedHeads(
                        form, row, columns, sheet.rows().get(row).cells().size()))
                : Optional.empty();
    }

    private static Map<String, Integer> columns(RawRow raw, TableForm form) {
        Map<String, String> names = names(form);
        Map<String, Integer> columns = new HashMap<>();
        for (int index = 0; index < raw.cells().size(); index++) {
            String name = names.get(RuleWords.plain(raw.cells().get(index).text()));
            if (name != null) {
                columns.putIfAbsent(name, index);
            }
        }
        return columns;
    }

    /** What a head may read, in both languages → the column's name. */
    private static Map<String, String> names(TableForm form) {
        Map<String, String> names = new HashMap<>();
        for (Column column : form.tableColumns()) {
            names.put(RuleWords.plain(RuleWords.FRENCH.title(form.name(), column.name())), column.name());
            names.put(RuleWords.plain(RuleWords.ENGLISH.title(form.name(), column.name())), column.name());
        }
        form.tableColumns().forEach(column -> names.put(column.name(), column.name()));
        return names;
    }

    /** The columns of a table that a sheet named after it has not. */
    static List<String> missing(RawSheet sheet, TableForm form) {
        Set<String> there = sheet.rows().stream()
                .limit(HIGHEST)
                .map(row -> columns(row, form).keySet())
                .max(Comparator.comparing(Set::size))
                .orElse(Set.of());
        return form.tableColumns().stream()
                .map(Column::name)
                .filter(name -> !there.contains(name))
                .toList();
    }
}
