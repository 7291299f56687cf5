package org.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drools.template.DataProviderCompiler;
import org.drools.template.objects.ArrayDataProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our rendering of a template against that of Drools' own template compiler. */
class TemplateTest {
    static Stream<TableForm> tables() {
        return Forms.TABLES.stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void droolsOwnCompilerGivesTheSameRules(TableForm form) {
        Problems problems = new Problems();
        Map<String, String> files = RuleFiles.read(RulesFolder.SHIPPED).content();
        List<Row> rows = CsvTable.read(form.tableFile(), files.get(form.tableFile()), form.tableColumns(), problems);
        String text = files.get(form.templateFile());
        Template template = Template.read(form.templateFile(), text, problems);
        String theirs = new DataProviderCompiler()
                .compile(
                        new ArrayDataProvider(cells(template, rows)),
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        false);
        assertThat(rulesOf(template.rendered(rows))).isNotEmpty().containsExactlyInAnyOrderElementsOf(rulesOf(theirs));
        assertThat(problems.none()).isTrue();
    }

    private static String[][] cells(Template template, List<Row> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(number -> template.columns().stream()
                        .map(template.cells(rows.get(number), number)::get)
                        .toArray(String[]::new))
                .toArray(String[][]::new);
    }

    /** Each rule with single blanks. */
    private static List<String> rulesOf(String drl) {
        return Stream.of(drl.replaceAll("(?m)^//.*$", "").split("(?m)^(?=rule )"))
                .skip(1)
                .map(rule -> rule.replaceAll("\\s+", " ").strip())
                .toList();
    }
}
