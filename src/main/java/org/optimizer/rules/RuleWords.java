package org.optimizer.rules;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words for tables, columns and mistakes, French or English: {@code rules-messages_*.properties}. */
final class RuleWords {
    static final RuleWords ENGLISH = new RuleWords(Locale.ENGLISH);
    static final RuleWords FRENCH = new RuleWords(Locale.FRENCH);

    private static final Pattern PLACE = Pattern.compile("\\{(?<arg>\\d)(?::(?<as>[a-z]+))?}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+\\.[0-9]+");

    private final ResourceBundle bundle;
    private final boolean french;

    private RuleWords(Locale locale) {
        bundle = ResourceBundle.getBundle(
                "rules-messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        french = locale.equals(Locale.FRENCH);
    }

    /** French, unless English is asked for. @param locale the reader's */
    static RuleWords of(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : FRENCH;
    }

    ResourceBundle bundle() {
        return bundle;
    }

    /** What should have stood there. */
    String expected(CellProblem problem) {
        String code = problem.code();
        String kind = code.contains(".") ? code.substring(0, code.indexOf('.')) : code;
        return first(List.of(code + ".expected", kind + ".expected"), problem);
    }

    /** What stood there: in quotes, unless the mistake has words of its own for it. */
    String found(CellProblem problem) {
        String key = problem.code() + ".found";
        return bundle.containsKey(key) ? put(bundle.getString(key), problem.args()) : Problems.shown(problem.found());
    }

    String advice(CellProblem problem) {
        return first(List.of(problem.code() + ".advice"), problem);
    }

    private String first(List<String> keys, CellProblem problem) {
        String key = keys.stream()
                .filter(bundle::containsKey)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("words of rules: expected one of " + keys + ", found none"));
        return put(bundle.getString(key), problem.args());
    }

    /** The whole of it in a sentence for those who do not know files. */
    String say(CellProblem problem) {
        List<String> args = new ArrayList<>();
        args.add(title(problem.table()));
        args.add(problem.rowId());
        args.add(problem.column().isEmpty() ? "" : title(problem.table(), problem.column()));
        args.add(Long.toString(problem.line()));
        args.add(expected(problem));
        args.add(found(problem));
        args.add(advice(problem));
        args.add(shown(problem.proposal().orElse("")));
        String said = put(bundle.getString("say." + place(problem)), args);
        return problem.proposal()
                .map(value ->
                        said + " " + put(bundle.getString(value.isEmpty() ? "say.propose-empty" : "say.propose"), args))
                .orElse(said);
    }

    private static String place(CellProblem problem) {
        if (!problem.column().isEmpty()) {
            return problem.rowId().isEmpty() ? "line-cell" : "cell";
        }
        return problem.line() > 0 ? "line" : "file";
    }

    /** The table's name in words; of a file that is no table, its name. */
    String title(String table) {
        String key = "table." + table;
        return bundle.containsKey(key) ? bundle.getString(key) : table;
    }

    /** What the table decides; empty where nothing is said. */
    String note(String table) {
        return optional("table." + table + ".note").orElse("");
    }

    /** The column's name in words, with its unit. */
    String title(String table, String column) {
        String title = titleAlone(table, column);
        Optional<String> unit = Forms.TABLES.stream()
                .filter(form -> form.name().equals(table))
                .flatMap(form -> form.columns().stream())
                .filter(each -> each.name().equals(column))
                .findFirst()
                .flatMap(Column::unit)
                .map(this::unit);
        return unit.map(each -> title + " (" + each + ")").orElse(title);
    }

    private String titleAlone(String table, String column) {
        return optional("column." + table + "." + column)
                .or(() -> optional("column." + column))
                .orElse(column);
    }

    /** What the column means and what may stand in it. */
    String note(String table, String column) {
        return optional("note." + table + "." + column)
                .or(() -> optional("note." + column))
                .orElse("");
    }

    String unit(String unit) {
        return optional("unit." + unit.replace(' ', '_').replace('\'', '_')).orElse(unit);
    }

    /** The word in this language; itself where it has none. */
    String word(String word) {
        return optional("word." + word).orElse(word);
    }

    private Optional<String> optional(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** Each place is filled once: what an argument holds is never read as a place again. */
    String put(String text, List<String> args) {
        return PLACE.matcher(text).replaceAll(place -> java.util.regex.Matcher.quoteReplacement(put(place, args)));
    }

    private String put(MatchResult place, List<String> args) {
        String value = args.get(Integer.parseInt(place.group(1)));
        String as = place.group(2) == null ? "" : place.group(2);
        return switch (as) {
            case "unit" -> unit(value);
            case "column" -> titleAlone("", value);
            case "number" -> shown(value);
            case "site" -> french ? value.replace(" for site ", " pour le site ") : value;
            default -> value;
        };
    }

    /** A number with the reader's comma. */
    private String shown(String value) {
        return french && DECIMAL.matcher(value).matches() ? value.replace('.', ',') : value;
    }

    /** Small letters without accents: how words of people are compared. */
    static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
