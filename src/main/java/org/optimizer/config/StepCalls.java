package org.optimizer.config;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.springframework.beans.factory.BeanFactory;

/**
 * Checks the expressions of a process: the engine itself would find a method that does not exist only when the step runs, as an
 * incident on a Monday night.
 */
class StepCalls implements Function<String, List<String>> {
    /** {@code name.method(}, where the name begins a path. */
    private static final Pattern CALL = Pattern.compile("(?<![\\w.'\"])([A-Za-z_]\\w*)\\.(\\w+)\\s*\\(");

    private static final Pattern STRING = Pattern.compile("'[^']*'|\"[^\"]*\"");
    /** What the engine itself puts beside variables. */
    private static final Set<String> OF_THE_ENGINE = Set.of("execution", "task", "externalTask", "caseExecution");

    private final ExpressionManager expressions;
    private final BeanFactory beans;

    StepCalls(ExpressionManager expressions, BeanFactory beans) {
        this.expressions = expressions;
        this.beans = beans;
    }

    /** @return what is wrong with the expression, in words; empty when nothing is */
    @Override
    public List<String> apply(String expression) {
        try {
            expressions.createExpression(expression);
        } catch (RuntimeException e) {
            return List.of("expected an expression, found: " + reason(e) + "; mend it");
        }
        return CALL.matcher(STRING.matcher(expression).replaceAll("''"))
                .results()
                .flatMap(call -> mistake(call, expression))
                .toList();
    }

    private static String reason(RuntimeException e) {
        return e instanceof ProcessEngineException && e.getCause() != null
                ? e.getCause().getMessage()
                : e.getMessage();
    }

    private Stream<String> mistake(MatchResult call, String expression) {
        String name = call.group(1);
        if (OF_THE_ENGINE.contains(name)) {
            return Stream.empty();
        }
        if (!beans.containsBean(name)) {
            return Stream.of(expression + ": expected a class of steps, found \"" + name
                    + "\", which does not exist; a process calls fetchTraces, weeklyContest and their like");
        }
        Set<String> methods = methods(beans.getType(name));
        return methods.contains(call.group(2))
                ? Stream.empty()
                : Stream.of(expression + ": expected a method of " + name + ", found \"" + call.group(2) + "\"; it has "
                        + String.join(", ", methods));
    }

    private static Set<String> methods(Class<?> type) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .map(Method::getName)
                .forEach(names::add);
        return names;
    }
}
