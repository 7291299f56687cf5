package org.optimizer.rules;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.optimizer.model.Rulebook;

/** Holds the rulebooks: the current one of the folder, and older versions when a past week asks for them. */
public class RulebookShelf {

    /**
     * Reads, checks and compiles the folder.
     *
     * @param folder the rules folder
     * @param kept finds the files of an older version
     * @throws RulesException naming file, line and column, when something in the folder is wrong
     */
    public RulebookShelf(Path folder, Function<String, Optional<Map<String, String>>> kept) {
        throw new UnsupportedOperationException();
    }

    public Rulebook current() {
        throw new UnsupportedOperationException();
    }

    /** The files of the current version, by name: what is to be kept for later. */
    public Map<String, String> currentFiles() {
        throw new UnsupportedOperationException();
    }

    /** @throws RulesException when that version is neither the current one nor kept */
    public Rulebook version(String version) {
        throw new UnsupportedOperationException();
    }

    /** Reads the folder again; what does not compile or breaks a case changes nothing. @throws RulesException as above */
    public Rulebook reload() {
        throw new UnsupportedOperationException();
    }
}
