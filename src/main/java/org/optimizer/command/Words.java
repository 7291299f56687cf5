package org.optimizer.command;

import java.util.Locale;
import org.optimizer.model.Reason;

/** Reasons in words, for people who read English. */
final class Words {
    private Words() {}

    static String of(Reason reason) {
        return reason.code().replace('-', ' ') + ": " + figure(reason.found()) + " found, " + figure(reason.expected())
                + " expected";
    }

    private static String figure(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceFirst("\\.?0+$", "");
    }
}
