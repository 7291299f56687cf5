package org.optimizer.rules;

import java.util.stream.Stream;

/** Asks rules everything that may be asked: each question gets one answer. */
final class RuleRun {
    private RuleRun() {}

    static void check(RuleForm form, RulePool pool, Problems problems) {
        Stream<? extends Question> questions = form.everyQuestion().get();
        questions.forEach(question -> check(form, question, pool, problems));
    }

    private static void check(RuleForm form, Question question, RulePool pool, Problems problems) {
        if (pool.ask(question).rule().isEmpty()) {
            problems.file(form.rulesFile(), "a rule that answers", "none for " + question, "add a rule for such cases");
        }
    }
}
