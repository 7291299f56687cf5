package org.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;
import org.optimizer.model.Rulebook;
import org.optimizer.transform.scoring.Week;

/** Promise R17: rules that loop, run code or are slow are refused in words, and those that were there go on answering. */
class BadRulesTest {
    private static final String MULTI_DROP = "    $it.flag(\"MULTI_DROP\");";
    private static final String LOOP = """
            package rules;
            import org.optimizer.rules.CycleCase;
            dialect "mvel"
            rule "cycle: round"
            when
                $it : CycleCase( unloadings > 1 )
            then
                $it.flag("ROUND");
                update($it);
            end
            """;

    @TempDir
    private Path temp;

    private RulesFolder folder;
    private RulebookShelf shelf;

    @BeforeEach
    void theRulesHold() {
        folder = RulesFolder.copyInto(temp);
        shelf = folder.shelf();
    }

    /** @return seconds until the rules were refused */
    private double refused(String words) {
        Rulebook before = shelf.current();
        String score = Week.worked().scored("d1", before).toString();
        long began = System.nanoTime();
        RulesException refusal = catchThrowableOfType(RulesException.class, shelf::reload);
        double seconds = (System.nanoTime() - began) / 1e9;
        assertThat(refusal).hasMessageContaining(words);
        assertThat(shelf.current()).isSameAs(before);
        assertThat(Week.worked().scored("d1", shelf.current())).hasToString(score);
        return seconds;
    }

    @Test
    void rulesThatSetThemselvesOffAreStoppedNamedAndRefused() {
        folder.edit("cycle.drl", "rule \"cycle: multi-drop\"\n", "rule \"cycle: multi-drop\"\nsalience 10\n")
                .edit("cycle.drl", MULTI_DROP, MULTI_DROP + "\n    update($it);");

        double seconds = refused("rules [cycle: multi-drop]: expected at most 20 firings a question, found no end");

        System.out.printf(Locale.ROOT, "a rule that loops: stopped and refused after %.2f s%n", seconds);
        assertThat(seconds).isLessThan(20);
    }

    /** Without the limit the same rule fires as long as anybody lets it: here ten thousand times the limit. */
    @Test
    void withoutTheLimitItFiresWithoutEnd() {
        KieSession session =
                new KieHelper().addContent(LOOP, ResourceType.DRL).build().newKieSession();
        session.insert(new CycleCase("next-load", 2, "yes", "no", "no"));
        int fired = session.fireAllRules(200_000);
        session.dispose();

        assertThat(fired).isEqualTo(200_000);
    }

    @Test
    void aPoolWhoseRulesLoopedAnswersTheNextQuestion() {
        RulePool pool =
                new RulePool(new KieHelper().addContent(LOOP, ResourceType.DRL).build());

        assertThatThrownBy(() -> pool.ask(new CycleCase("next-load", 2, "yes", "no", "no")))
                .isInstanceOf(RulesException.class)
                .hasMessageContaining("rules [cycle: round]");
        assertThat(pool.ask(new CycleCase("next-load", 1, "yes", "no", "no")).rule())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "for (;;) {}",
                "Thread.sleep(1000000);",
                "System.exit(1);",
                "new Thread();",
                "$it.flag(new String());",
                "$it.getClass().forName(\"x\");",
                "modify($it) {}",
                "insert($it);",
                "drools.halt();",
                "$it.flag(System.getenv(\"HOME\"));",
                "java.lang.Runtime.getRuntime().exec(\"touch /tmp/x\");",
                "end\nfunction void x() { while (true) {} }\nrule \"cycle: y\" when then"
            })
    void codeInAnAnswerIsRefusedBeforeItIsCompiled(String code) {
        folder.edit("cycle.drl", MULTI_DROP, MULTI_DROP + "\n    " + code);

        assertThat(refused("cycle.drl: expected ")).isLessThan(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$it : CycleCase( endedBy matches \"(a+)+b\" )",
                "$it : CycleCase( eval(true) )",
                "$it : CycleCase( unloadings > System.currentTimeMillis() )",
                "$it : CycleCase( unloadings > 1 ) CycleCase() CycleCase() CycleCase()",
                "$it : CycleCase( unloadings > 1 ) accumulate( CycleCase(), init(), action(while(true);), result(1) )",
                "$it : CycleCase( unloadings > 1 ) from collect( CycleCase() )",
                "exists CycleCase( unloadings > 1 )",
                "eval( true )"
            })
    void anythingButComparingIsRefusedBeforeItIsCompiled(String condition) {
        folder.edit("cycle.drl", "$it : CycleCase( unloadings > 1 )", condition);

        assertThat(refused("cycle.drl: expected rules that look at one question"))
                .isLessThan(5);
    }

    @Test
    void aTemplateNeitherChainsNorImportsNorRunsCode() {
        for (String more : List.of("update($it);", "while (true) {}", "System.exit(1);")) {
            String answer = "$it.is(@{value}, drools.rule.name);";
            folder.edit("contest.drt", answer, answer + more);
            refused("contest.drt: expected rules that look at one question");
            folder.edit("contest.drt", more, "");
        }
        folder.edit("contest.drt", "dialect \"mvel\"", "import java.io.File;\ndialect \"mvel\"");
        refused("contest.drt: expected rules that look at one question");
    }

    /** No row of a table looks at its question again, so that none can set off another: each shipped one is rendered and seen. */
    @Test
    void noTableCanLoop() {
        for (TableForm form : Forms.TABLES) {
            assertThat(folder.text(form.templateFile())).doesNotContain("update", "insert", "modify");
        }
    }

    @Test
    void rulesThatAreSlowToCheckAreRefusedWithTheSecondsTheyTook() {
        AtomicLong s = new AtomicLong();
        Patience patience = new Patience(Duration.ofSeconds(30), () -> Duration.ofSeconds(s.getAndAdd(16))
                .toNanos());
        patience.check("kpi.cases.csv");

        assertThatThrownBy(() -> patience.check("kpi.cases.csv"))
                .isInstanceOf(RulesException.class)
                .hasMessage("kpi.cases.csv: expected rules and cases that are checked within 30 s, found this file not"
                        + " yet done after 32 s; take rows or cases out");
    }
}
