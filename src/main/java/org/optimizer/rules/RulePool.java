package org.optimizer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Asks one version's rules. Sessions are kept for the next question, one a thread at most: making one costs many times
 * what a question does. A session is empty between two questions.
 */
final class RulePool {
    private final KieBase rules;
    private final Queue<KieSession> idle = new ConcurrentLinkedQueue<>();

    RulePool(KieBase rules) {
        this.rules = rules;
    }

    <Q extends Question> Q ask(Q question) {
        askAll(List.of(question));
        return question;
    }

    /** Questions of tables without an order of rows may be asked together. */
    void askAll(List<? extends Question> questions) {
        if (questions.isEmpty()) {
            return;
        }
        KieSession session = idle.poll();
        if (session == null) {
            session = rules.newKieSession();
        }
        boolean clean = false;
        try {
            fire(session, questions);
            clean = true;
        } finally {
            giveBack(session, clean);
        }
    }

    private static void fire(KieSession session, List<? extends Question> questions) {
        List<FactHandle> handles = new ArrayList<>(questions.size());
        for (Question question : questions) {
            handles.add(session.insert(question));
        }
        Firings.fire(session, questions.size());
        for (FactHandle handle : handles) {
            session.delete(handle);
        }
        Tally.noteAll(questions);
    }

    private void giveBack(KieSession session, boolean clean) {
        if (clean) {
            idle.add(session);
        } else {
            session.dispose();
        }
    }
}
