package org.optimizer.rules;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long rules may keep whoever checks them waiting; asked between two questions, none of which can take long. */
final class Patience {
    private static final Duration CHECK = Duration.ofSeconds(30);

    private final Duration within;
    private final LongSupplier nanos;
    private final long from;

    Patience(Duration within, LongSupplier nanos) {
        this.within = within;
        this.nanos = nanos;
        this.from = nanos.getAsLong();
    }

    /** For a set of rules: from its first line to its last case. */
    static Patience ofACheck() {
        return new Patience(CHECK, System::nanoTime);
    }

    /** @throws RulesException when it is at its end; @param file where the check is */
    void check(String file) {
        long s = Duration.ofNanos(nanos.getAsLong() - from).toSeconds();
        if (s > within.toSeconds()) {
            throw new RulesException(file + ": expected rules and cases that are checked within " + within.toSeconds()
                    + " s, found this file not yet done after " + s + " s; take rows or cases out");
        }
    }
}
