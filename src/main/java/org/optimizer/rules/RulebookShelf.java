package org.optimizer.rules;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.optimizer.model.Rulebook;

/** Holds the rulebooks: the current one of the folder, and older versions when a past week asks for them. */
public class RulebookShelf {
    /** Versions besides the current one that stay compiled; a further one is compiled again when asked for. */
    private static final int OLDER_KEPT = 6;

    private final Path folder;
    private final Function<String, Optional<Map<String, String>>> kept;
    private final Map<String, Rulebook> older = new Older();
    private volatile Edition current;

    /** A rulebook with the files it was made of. */
    private record Edition(RuleFiles files, Rulebook rulebook) {}

    /** The versions asked for last. */
    private static final class Older extends LinkedHashMap<String, Rulebook> {
        private static final long serialVersionUID = 1L;

        Older() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rulebook> eldest) {
            return size() > OLDER_KEPT;
        }
    }

    /**
     * Reads, checks and compiles the folder.
     *
     * @param folder the rules folder
     * @param kept finds the files of an older version
     * @throws RulesException naming file, line and column, when something in the folder is wrong
     */
    public RulebookShelf(Path folder, Function<String, Optional<Map<String, String>>> kept) {
        this.folder = folder;
        this.kept = kept;
        this.current = edition(RuleFiles.read(folder));
    }

    private static Edition edition(RuleFiles files) {
        return new Edition(files, RuleCompiler.compile(files));
    }

    public Rulebook current() {
        return current.rulebook();
    }

    /** The files of the current version, by name: what is to be kept for later. */
    public Map<String, String> currentFiles() {
        return current.files().content();
    }

    /** @throws RulesException when that version is neither the current one nor kept */
    public synchronized Rulebook version(String version) {
        if (version.equals(current().version())) {
            return current();
        }
        Rulebook known = older.get(version);
        if (known == null) {
            known = RuleCompiler.compile(version, keptFiles(version).completedBy(current.files()));
            older.put(version, known);
        }
        return known;
    }

    /** The files of a version, by name. @throws RulesException as above */
    public Map<String, String> files(String version) {
        Edition now = current;
        return (version.equals(now.rulebook().version()) ? now.files() : keptFiles(version)).content();
    }

    private RuleFiles keptFiles(String version) {
        RuleFiles files = kept.apply(version)
                .map(RuleFiles::of)
                .orElseThrow(() -> new RulesException("rulebook " + version
                        + ": expected the folder's version or a kept one, found neither; restore its files into a"
                        + " folder and load that one"));
        if (!files.version().equals(version)) {
            throw new RulesException("rulebook " + version + ": expected its files, found those of " + files.version()
                    + "; restore them from a backup");
        }
        return files;
    }

    /** Reads the folder again; what does not compile or breaks a case changes nothing. @throws RulesException as above */
    public synchronized Rulebook reload() {
        RuleFiles files = RuleFiles.read(folder);
        if (!files.version().equals(current().version())) {
            Edition before = current;
            current = edition(files);
            older.put(before.rulebook().version(), before.rulebook());
        }
        return current();
    }
}
