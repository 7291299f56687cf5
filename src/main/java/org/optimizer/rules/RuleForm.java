package org.optimizer.rules;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rules that engineers write as DRL, with cases but without a table.
 *
 * @param fact what they see, and all they see
 * @param inputs of a case
 * @param outcomes of a case
 * @param question what a case asks
 * @param everyQuestion all that may be asked: each must get one answer
 */
record RuleForm(
        String name,
        Class<? extends Question> fact,
        List<Column> inputs,
        List<String> outcomes,
        Function<Row, Question> question,
        Supplier<Stream<? extends Question>> everyQuestion)
        implements CaseForm {
    private static final Pattern DECLARATION =
            Pattern.compile("(?m)^\\s*(?:import|global|function|declare|query|dialect|unit)\\b.*$");
    private static final Pattern RULE = Pattern.compile("(?m)^rule \"(?<name>[^\"]*)\"");

    @Override
    public String what() {
        return "rule";
    }

    String rulesFile() {
        return name + ".drl";
    }

    Stream<String> files() {
        return Stream.of(rulesFile(), casesFile());
    }

    /** The names of the rules, without what all begin with. */
    static List<String> rules(String text) {
        return RULE.matcher(text)
                .results()
                .map(rule ->
                        rule.group(1).substring(rule.group(1).indexOf(':') + 1).strip())
                .toList();
    }

    /** Rules see their question and nothing else: other imports, globals and functions have no place here. */
    void check(String text, Problems problems) {
        List<String> allowed = List.of("import " + fact.getName() + ";", "dialect \"mvel\"");
        List<String> found = DECLARATION
                .matcher(text)
                .results()
                .map(line -> line.group().strip())
                .toList();
        if (!found.equals(allowed)) {
            problems.file(
                    rulesFile(),
                    "no declarations but " + String.join(" ", allowed),
                    String.join(" ", found),
                    "restore the head of the file");
        }
        RULE.matcher(text)
                .results()
                .map(rule -> rule.group(1))
                .filter(rule -> !rule.matches(Pattern.quote(ruleOf("")) + "[a-z0-9]+(-[a-z0-9]+)*"))
                .forEach(rule -> problems.file(
                        rulesFile(), "rules called \"" + ruleOf("…") + "\"", Problems.shown(rule), "rename the rule"));
    }
}
