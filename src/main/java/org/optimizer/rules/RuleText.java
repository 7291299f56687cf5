package org.optimizer.rules;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a rule may say: it looks at one question, compares its figures, and answers it. So no rule can run for long by itself,
 * whoever wrote it; where rules set each other off in a circle the limit of firings ends it.
 */
final class RuleText {
    private static final Pattern REMARK_OR_STRING = Pattern.compile("//[^\\n]*|\"[^\"\\\\\\n]*\"");
    private static final Pattern HEAD =
            Pattern.compile("\\s*package rules;\\s*import org\\.optimizer\\.rules\\.\\w+;\\s*dialect \"\"\\s*");
    private static final Pattern RULE = Pattern.compile(
            "rule \"\"(?<attributes>.*?)\\bwhen\\b(?<when>.*?)\\bthen\\b(?<then>.*?)\\n\\s*end\\b", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\s+|salience\\s+-?\\d+|activation-group\\s+\"\"|no-loop(?:\\s+true)?");
    private static final Pattern ONE_QUESTION =
            Pattern.compile("\\s*\\$it\\s*:\\s*\\w+\\s*\\((?<comparisons>.*)\\)\\s*", Pattern.DOTALL);
    /** A point but in a number, a brace, a bracket or a colon are none: nothing is reached but the question itself. */
    private static final Pattern TOKEN = Pattern.compile("\\s+|\\d+(?:\\.\\d+)?(?:[eE]-?\\d+)?|\\w+|\"\"|[=!<>&|,()-]");

    private static final Pattern MORE_THAN_COMPARED = Pattern.compile(
            "\\b(?:matches|soundslike|str|memberOf|contains|from|over|accumulate|acc|collect|eval|forall|exists|new|this|with)\\b");
    private static final Pattern UPDATE = Pattern.compile("update\\s*\\(\\s*\\$it\\s*\\)");
    private static final Pattern GIVEN =
            Pattern.compile("\\s+|-?\\d+(?:\\.\\d+)?(?:[eE]-?\\d+)?|drools\\.rule\\.name|\"\"|,");
    private static final Pattern ANSWER = Pattern.compile(
            "\\s*\\$it\\.\\w+\\s*\\((?<given>.*)\\)\\s*|\\s*" + UPDATE.pattern() + "\\s*", Pattern.DOTALL);

    private RuleText() {}

    /** Says the first thing that no rule may say. @param text rules; rendered where they come from a table */
    static void check(String file, String text, Problems problems) {
        String bare = REMARK_OR_STRING
                .matcher(text.replace("\r\n", "\n"))
                .replaceAll(found -> found.group().startsWith("//") ? "" : "\"\"");
        strange(bare)
                .or(() -> chained(file, bare))
                .ifPresent(strange -> problems.file(
                        file,
                        "rules that look at one question ($it : Fact( comparisons )) and answer it ($it.answer(…);)",
                        Problems.shown(strange.strip()),
                        "take it out: a rule compares and answers, all else is code"));
    }

    /** Rows of a table never set each other off: only rules that are written by hand may have their question looked at again. */
    private static Optional<String> chained(String file, String text) {
        Matcher update = UPDATE.matcher(text);
        return file.endsWith(".drt") && update.find() ? Optional.of(update.group()) : Optional.empty();
    }

    private static Optional<String> strange(String text) {
        Matcher rule = RULE.matcher(text);
        int from = 0;
        while (rule.find()) {
            String between = text.substring(from, rule.start());
            boolean right = from == 0 ? HEAD.matcher(between).matches() : between.isBlank();
            Optional<String> strange = right ? strange(rule) : Optional.of(between);
            if (strange.isPresent()) {
                return strange;
            }
            from = rule.end();
        }
        return Optional.of(text.substring(from)).filter(rest -> !rest.isBlank());
    }

    private static Optional<String> strange(Matcher rule) {
        if (!consistsOf(ATTRIBUTE, rule.group("attributes"))) {
            return Optional.of(rule.group("attributes"));
        }
        Matcher question = ONE_QUESTION.matcher(rule.group("when"));
        return question.matches() && onlyCompares(question.group("comparisons"))
                ? Arrays.stream(rule.group("then").split(";"))
                        .filter(statement -> !statement.isBlank() && !answers(statement))
                        .findFirst()
                : Optional.of(rule.group("when"));
    }

    private static boolean onlyCompares(String comparisons) {
        return consistsOf(TOKEN, comparisons)
                && isOnePair(comparisons)
                && !MORE_THAN_COMPARED.matcher(comparisons).find();
    }

    /** Whether the parenthesis before it is closed by the one after it: there is no second question to join. */
    private static boolean isOnePair(String between) {
        int open = 0;
        for (int at = 0; at < between.length() && open >= 0; at++) {
            open += between.charAt(at) == '(' ? 1 : between.charAt(at) == ')' ? -1 : 0;
        }
        return open == 0;
    }

    private static boolean answers(String statement) {
        Matcher answer = ANSWER.matcher(statement);
        return answer.matches() && (answer.group("given") == null || consistsOf(GIVEN, answer.group("given")));
    }

    private static boolean consistsOf(Pattern token, String text) {
        return token.matcher(text).replaceAll("").isEmpty();
    }
}
