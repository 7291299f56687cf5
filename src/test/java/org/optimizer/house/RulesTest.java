package org.optimizer.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.optimizer.rules.RuleCoverage;
import org.optimizer.rules.RulesFolder;

/** What the house asks of the rules folder: each row is shown by a case, each field of a fact is in the README. */
class RulesTest {
    static Stream<RuleCoverage.Table> tables() {
        return RuleCoverage.of(RulesFolder.SHIPPED).stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void eachRowHasACaseInWhichItFires(RuleCoverage.Table table) {
        assertThat(table.firedByCase().values()).as(table.name()).containsAll(table.rows());
    }

    /** The cases fire at least two rows or none, so that each row has a case in which it stays silent. */
    @ParameterizedTest
    @MethodSource("tables")
    void eachRowHasACaseInWhichItDoesNot(RuleCoverage.Table table) {
        for (String row : table.rows()) {
            assertThat(table.firedByCase().values())
                    .as(table.name() + ": " + row)
                    .anyMatch(fired -> !fired.equals(row));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void eachRowIsExplainedByItsTemplate(RuleCoverage.Table table) throws IOException {
        String text = Files.readString(RulesFolder.SHIPPED.resolve(table.file()));
        List<String> rules = text.endsWith("end template\n") ? List.of("@{id}") : table.rows();
        assertThat(rules).allSatisfy(rule -> assertThat(text)
                .containsPattern("(?m)^// \\S.*\\nrule \"" + Pattern.quote(table.name() + ": " + rule) + "\""));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theReadmeListsEachFieldOfTheFact(RuleCoverage.Table table) throws IOException {
        List<String> readme = Files.readAllLines(RulesFolder.SHIPPED.resolve("README.md"));
        String line = readme.stream()
                .filter(each -> each.startsWith("| `" + table.fact().getSimpleName() + "` |"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("rules/README.md: expected a line for fact "
                        + table.fact().getSimpleName() + ", found none"));
        assertThat(fields(table.fact())).isNotEmpty().allSatisfy(field -> assertThat(line)
                .contains("`" + field + "`"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theReadmeListsEachColumn(RuleCoverage.Table table) throws IOException {
        String readme = Files.readString(RulesFolder.SHIPPED.resolve("README.md"));
        assertThat(table.columns()).allSatisfy(column -> assertThat(readme).contains("`" + column + "`"));
    }

    /** A fact itself, or what facts of its form share; not what every question has. */
    private static boolean isOfAFact(Class<?> declaring) {
        return declaring != Object.class && !declaring.getSimpleName().equals("Question");
    }

    /** What a rule can ask of a fact: its getters and its questions. */
    private static Set<String> fields(Class<?> fact) {
        Set<String> fields = new TreeSet<>();
        Arrays.stream(fact.getMethods())
                .filter(method -> isOfAFact(method.getDeclaringClass()) && method.getReturnType() != void.class)
                .filter(method -> !method.getName().equals("toString"))
                .forEach(method -> fields.add(property(method.getName())));
        return fields;
    }

    private static String property(String method) {
        return method.startsWith("get") ? Character.toLowerCase(method.charAt(3)) + method.substring(4) : method;
    }
}
