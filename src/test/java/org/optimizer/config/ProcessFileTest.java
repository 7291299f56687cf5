package org.optimizer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Mistakes in a BPMN file that the engine would notice when the step runs, or without a line. */
class ProcessFileTest {
    private final StepCalls calls =
            new StepCalls(new JuelExpressionManager(), new StaticListableBeanFactory(Map.of("steps", new Steps())));

    @TempDir
    private Path folder;

    /** What a process may call here. */
    public static class Steps {
        public boolean check(String week) {
            return week.isEmpty();
        }
    }

    private List<String> mistakes(String expression) throws IOException {
        Path file = Files.writeString(folder.resolve("week.bpmn"), """
                <process>
                  <documentation>${nothing.here} is for people</documentation>
                  <task expression="%s"/>
                </process>
                """.formatted(expression));
        return ProcessFile.mistakes(file, calls);
    }

    @Test
    void aCallThatJavaAnswersIsFine() throws IOException {
        assertThat(mistakes("${steps.check(week)}")).isEmpty();
        assertThat(mistakes("${execution.setVariable('nobody.calls(this)', steps.check(week))}"))
                .isEmpty();
        assertThat(mistakes("${!hasData}")).isEmpty();
    }

    @Test
    void aClassThatDoesNotExistIsNamedWithItsLine() throws IOException {
        assertThat(mistakes("${execution.setVariable('a', stepps.check(week))}"))
                .singleElement()
                .asString()
                .startsWith("file " + folder.resolve("week.bpmn") + ":3: ")
                .contains("found \"stepps\"");
    }

    @Test
    void aMethodThatDoesNotExistIsNamedBesideThoseThatDo() throws IOException {
        assertThat(mistakes("${steps.chek(week)}")).singleElement().asString().contains("found \"chek\"; it has check");
    }

    @Test
    void whatIsNoExpressionIsNamedWithItsPlace() throws IOException {
        assertThat(mistakes("${steps.check(week}"))
                .singleElement()
                .asString()
                .contains(":3: expected an expression", "syntax error at position");
    }

    @Test
    void whatIsNoXmlIsNamedWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("week.bpmn"), "<process>\n  <task>\n</process>\n");

        assertThat(ProcessFile.mistakes(file, calls))
                .singleElement()
                .asString()
                .startsWith("file " + file + ":3: expected XML")
                .doesNotContain("ParseError");
    }
}
