package org.optimizer.command;

import java.nio.file.Path;
import java.util.Optional;
import org.optimizer.model.Rulebook;
import org.optimizer.rules.RulebookShelf;

/** The rules folder as it is delivered, compiled once for all tests. */
final class TestRules {
    private static final Rulebook DELIVERED =
            new RulebookShelf(Path.of("rules"), version -> Optional.empty()).current();

    private TestRules() {}

    static Rulebook delivered(Path folder) {
        return DELIVERED;
    }
}
