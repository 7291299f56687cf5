package org.optimizer.rules;

import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a cell, in no language yet.
 *
 * @param code {@code kind} or {@code kind.variant}: what was expected is worded by kind, what to do by the whole code
 * @param args what the words name, after what was found
 * @param proposal what to write instead, where that can be said
 */
record Wrong(String code, List<String> args, Optional<String> proposal) {
    Wrong {
        args = List.copyOf(args);
    }

    static Wrong of(String code, String... args) {
        return new Wrong(code, List.of(args), Optional.empty());
    }

    Wrong propose(String value) {
        return new Wrong(code, args, Optional.of(value));
    }

    Wrong propose(Optional<String> value) {
        return new Wrong(code, args, value);
    }
}
