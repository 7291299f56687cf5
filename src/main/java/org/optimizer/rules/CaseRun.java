package org.optimizer.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Runs worked cases, and says of each that fails what was expected and what came. */
final class CaseRun {
    private static final String NONE = "none";

    private CaseRun() {}

    static void check(CaseForm form, List<Row> cases, RulePool pool, Patience patience, Problems problems) {
        for (Row each : cases) {
            patience.check(each.file());
            check(form, each, pool, problems);
        }
    }

    private static void check(CaseForm form, Row each, RulePool pool, Problems problems) {
        Question question = pool.ask(form.question().apply(each));
        String fired = fired(form, question);
        if (!fired.equals(each.word("rule"))) {
            report(form, each, "rule", each.word("rule"), fired, problems);
        }
        for (String column : form.outcomes()) {
            Object found = question.outcome().get(column);
            if (!isSame(each.word(column), found)) {
                report(form, each, column, each.word(column), shown(found), problems);
            }
        }
    }

    /** Id of the row or rule that fired, or {@code none}. */
    static String fired(CaseForm form, Question question) {
        return question.rule().isEmpty()
                ? NONE
                : question.rule().substring(form.ruleOf("").length());
    }

    /** Numbers are compared with as many decimals as the case gives. */
    static boolean isSame(String expected, Object found) {
        if (!(found instanceof Double number)) {
            return expected.equals(found);
        }
        return expected.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?") && isSame(new BigDecimal(expected), number);
    }

    private static boolean isSame(BigDecimal expected, double found) {
        return BigDecimal.valueOf(found)
                        .setScale(expected.scale(), RoundingMode.HALF_UP)
                        .compareTo(expected)
                == 0;
    }

    /** An answer as a case gives it: a number with as many decimals as before, or as it needs where there were none. */
    static String written(Object found, String before) {
        if (!(found instanceof Double number)) {
            return String.valueOf(found);
        }
        int point = before.indexOf('.');
        return point < 0
                ? shown(number)
                : BigDecimal.valueOf(number)
                        .setScale(before.length() - point - 1, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private static String shown(Object found) {
        return found instanceof Double number
                ? NumberType.plain(Math.round(number * 1e4) / 1e4)
                : String.valueOf(found);
    }

    private static void report(
            CaseForm form, Row each, String column, String expected, String found, Problems problems) {
        problems.line(
                each.file(),
                each.line(),
                column + " " + expected + " in case " + each.id(),
                found,
                "if the change of the " + form.what() + " is meant, correct the case, else the " + form.what());
    }
}
