package org.optimizer.rules;

import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks rules everything that may be asked: each question gets one answer. */
final class RuleRun {
    private RuleRun() {}

    /** Names the first question that gets none or two. */
    static void check(RuleForm form, RulePool pool, Patience patience, Problems problems) {
        Stream<? extends Question> questions = form.everyQuestion().get();
        for (Iterator<? extends Question> each = questions.iterator(); each.hasNext(); ) {
            patience.check(form.rulesFile());
            Question question = each.next();
            Optional<String> wrong = wrong(question, pool);
            if (wrong.isPresent()) {
                problems.file(
                        form.rulesFile(),
                        "one rule that answers for " + question,
                        wrong.orElseThrow(),
                        "let each case fit one rule that says complete or incomplete");
                return;
            }
        }
    }

    /** A rule that throws stands in the way of the whole folder, so what it threw is told like any other mistake. */
    private static Optional<String> wrong(Question question, RulePool pool) {
        try {
            return pool.ask(question).rule().isEmpty() ? Optional.of("none") : Optional.empty();
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return Optional.of(String.valueOf(cause.getMessage()));
        }
    }
}
