package org.optimizer.command;

import java.util.Locale;
import java.util.Map;
import org.optimizer.model.Reason;

/** Reasons in words, for people who read English. */
final class Words {
    /** What was found, what was expected, both as percentages after them. */
    private static final Map<String, String> SENTENCES = Map.of(
            "no-distance", "no distance was driven",
            "too-few-km", "too few kilometres: %1$s, at least %2$s needed",
            "too-few-days", "too few days: %1$s, at least %2$s needed",
            "low-coverage", "too little of the time was recorded: %3$s %%, at least %4$s %% needed",
            "no-speed-data", "not scored: no speed data",
            "low-quality",
                    "too few kilometres of usable quality (sampling class A to C): %3$s %%, at least %4$s %% needed",
            "slow-sampling",
                    "sampling too slow to see events: %3$s %% of the kilometres in class A (a fix at most every 2 s),"
                            + " at least %4$s %% needed",
            "no-acceleration", "no mark for acceleration: nothing of it could be measured",
            "no-deceleration", "no mark for deceleration: nothing of it could be measured",
            "no-speed-keeping", "no mark for speed keeping: nothing of it could be measured");

    private static final Map<String, String> OF_THE_RELATIVE_METHOD = Map.of(
            "too-few-launches", "too few launches after a clear stop: %1$s, at least %2$s needed",
            "too-few-brakings", "too few brakings to a clear stop: %1$s, at least %2$s needed",
            "too-few-cruise-visits", "too few passages of a zone of steady speed: %1$s, at least %2$s needed",
            "too-few-gradients", "too few climbs and descents: %1$s, at least %2$s needed",
            "not-every-second",
                    "not measurable: %3$s %% of the kilometres recorded once a second, at least %4$s %% needed");

    private Words() {}

    /** A sentence; a reason that a rule made up comes with its name and figures. */
    static String of(Reason reason) {
        String sentence = SENTENCES.getOrDefault(
                reason.code(), OF_THE_RELATIVE_METHOD.getOrDefault(reason.code(), other(reason)));
        return sentence.formatted(
                figure(reason.found()),
                figure(reason.expected()),
                figure(reason.found() * 100),
                figure(reason.expected() * 100));
    }

    private static String other(Reason reason) {
        return reason.code().replace('-', ' ') + ": %1$s found, %2$s expected";
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
    }
}
