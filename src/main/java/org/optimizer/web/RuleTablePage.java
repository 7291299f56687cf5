package org.optimizer.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.optimizer.process.RuleBoard.Tables;
import org.optimizer.rules.CellProblem;
import org.optimizer.rules.RuleTables;
import org.optimizer.rules.TableView;
import org.optimizer.rules.TableView.Head;
import org.optimizer.rules.TableView.Kind;
import org.optimizer.rules.TableView.Line;

/**
 * A table of the rules in plain words, to read or to change.
 *
 * @param base the version that is shown
 * @param faults what is wrong with the table as a whole
 * @param counted whether it is known how often rows answered
 */
record RuleTablePage(
        String table,
        String title,
        String note,
        String base,
        boolean editing,
        List<Name> heads,
        List<Row> lines,
        List<String> faults,
        boolean counted,
        String why) {

    record Name(String name, String note, boolean number) {}

    /** @param never whether it is known never to have answered lately */
    record Row(String id, List<Cell> cells, String fired, boolean never, List<String> faults) {}

    /**
     * @param shown in plain words
     * @param typed as it may be typed
     * @param look n for numbers, why for remarks
     * @param options words to choose from; empty where anything may be typed
     */
    record Cell(
            String field,
            String label,
            String spoken,
            String shown,
            String typed,
            String look,
            List<Option> options,
            List<String> faults) {}

    record Option(String value, String name) {}

    /** What somebody typed; nothing yet when the table is only opened. */
    record Typed(boolean editing, Map<String, String> cells, List<CellProblem> problems, String why) {
        static Typed nothing(boolean editing) {
            return new Typed(editing, Map.of(), List.of(), "");
        }
    }

    private static final String FIELD = "cell/";

    static RuleTablePage of(TableView view, Tables tables, Typed typed, Words say) {
        List<Head> heads = view.columns().subList(1, view.columns().size());
        return new RuleTablePage(
                view.table(),
                RuleTables.title(view.table(), say.locale()),
                RuleTables.note(view.table(), say.locale()),
                tables.version(),
                typed.editing(),
                heads.stream().map(head -> name(view, head, say)).toList(),
                view.rows().stream()
                        .map(line -> row(view, line, tables, typed, say))
                        .toList(),
                faults(typed, problem -> rowOf(view, problem).isEmpty(), say),
                !tables.fired().isEmpty(),
                typed.why());
    }

    private static Name name(TableView view, Head head, Words say) {
        return new Name(
                RuleTables.title(view.table(), head.name(), say.locale()),
                RuleTables.note(view.table(), head.name(), say.locale()),
                isNumber(head));
    }

    private static boolean isNumber(Head head) {
        return head.kind() == Kind.NUMBER || head.kind() == Kind.WHOLE;
    }

    private static Row row(TableView view, Line line, Tables tables, Typed typed, Words say) {
        int fired = tables.fired().getOrDefault(view.table() + "/" + line.id(), 0);
        return new Row(
                line.id(),
                IntStream.range(1, view.columns().size())
                        .mapToObj(at -> cell(view, line, at, typed, say))
                        .toList(),
                fired == 0 ? say.text("rules.table.fired.never") : say.number(fired, 0),
                fired == 0 && !tables.fired().isEmpty(),
                faults(typed, problem -> isAt(view, line, problem) && !isOfCell(view, problem), say));
    }

    private static Cell cell(TableView view, Line line, int at, Typed typed, Words say) {
        Head head = view.columns().get(at);
        String title = RuleTables.title(view.table(), head.name(), say.locale());
        String written = line.cells().get(at);
        return new Cell(
                field(line, head),
                title,
                say.text("rules.table.cell", title, line.id()),
                shown(head, written, say),
                typed.cells().getOrDefault(field(line, head), typed(head, written, say)),
                isNumber(head) ? "n" : head.kind() == Kind.TEXT ? "why" : "",
                head.kind() == Kind.WORD ? options(head, say) : List.of(),
                faults(
                        typed,
                        problem -> isAt(view, line, problem) && problem.column().equals(head.name()),
                        say));
    }

    private static String field(Line line, Head head) {
        return FIELD + line.id() + "/" + head.name();
    }

    private static String shown(Head head, String cell, Words say) {
        if (cell.isEmpty()) {
            return head.kind() == Kind.TEXT ? "" : "–";
        }
        return switch (head.kind()) {
            case NUMBER, WHOLE -> say.figure(cell);
            case WORD, WORDS ->
                Arrays.stream(cell.split("\\|"))
                        .map(word -> RuleTables.word(word.strip(), say.locale()))
                        .collect(Collectors.joining(", "));
            case ID, TEXT -> cell;
        };
    }

    /** Numbers with the reader's decimal sign. */
    private static String typed(Head head, String cell, Words say) {
        return isNumber(head) ? cell.replace('.', say.decimalSign()) : cell;
    }

    private static List<Option> options(Head head, Words say) {
        return head.words().stream()
                .map(word -> new Option(word, RuleTables.word(word, say.locale())))
                .toList();
    }

    private static List<String> faults(Typed typed, Predicate<CellProblem> which, Words say) {
        return typed.problems().stream()
                .filter(which)
                .map(problem -> RuleTables.say(problem, say.locale()))
                .toList();
    }

    private static boolean isAt(TableView view, Line line, CellProblem problem) {
        return rowOf(view, problem).filter(line::equals).isPresent();
    }

    private static Optional<Line> rowOf(TableView view, CellProblem problem) {
        return view.rows().stream()
                .filter(line -> line.id().equals(problem.rowId()))
                .findFirst();
    }

    private static boolean isOfCell(TableView view, CellProblem problem) {
        return view.columns().stream().skip(1).anyMatch(head -> head.name().equals(problem.column()));
    }

    /** Those of the fields that were sent that somebody changed. @param sent name of a field → what stands in it */
    static List<org.optimizer.rules.Cell> changed(TableView view, Map<String, String> sent, Words say) {
        List<org.optimizer.rules.Cell> changed = new ArrayList<>();
        for (Line line : view.rows()) {
            for (int at = 1; at < view.columns().size(); at++) {
                Head head = view.columns().get(at);
                String before = typed(head, line.cells().get(at), say);
                Stream.ofNullable(sent.get(field(line, head)))
                        .map(String::strip)
                        .filter(now -> !now.equals(before))
                        .map(now -> new org.optimizer.rules.Cell(view.table(), line.id(), head.name(), now))
                        .forEach(changed::add);
            }
        }
        return changed;
    }
}
