package org.optimizer.rules;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.optimizer.model.Rulebook;

/**
 * Holds the rulebooks: that of the folder, that in force, and any other version when a week or a change asks for it. What is in
 * force is asked each time, so that every node follows a decision at once.
 */
public class RulebookShelf {
    /** Versions besides the folder's that stay compiled; a further one is compiled again when asked for. */
    private static final int OLDER_KEPT = 12;

    private final Path folder;
    private final Function<String, Optional<Map<String, String>>> kept;
    private final Map<String, Rulebook> older = new Older();
    private final Supplier<Optional<String>> inForce;
    private volatile Edition fromFolder;

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
        this(folder, kept, Optional::empty);
    }

    /**
     * The same where versions are put into force.
     *
     * @param inForce the version now in force; empty as long as that is the folder's
     */
    public RulebookShelf(
            Path folder, Function<String, Optional<Map<String, String>>> kept, Supplier<Optional<String>> inForce) {
        this.folder = folder;
        this.kept = kept;
        this.inForce = inForce;
        this.fromFolder = edition(RuleFiles.read(folder));
    }

    private static Edition edition(RuleFiles files) {
        return new Edition(files, RuleCompiler.compile(files));
    }

    /** The rules now in force. */
    public Rulebook current() {
        return inForce.get().map(this::version).orElseGet(() -> fromFolder.rulebook());
    }

    /** Their files, by name: what is to be kept for later. */
    public Map<String, String> currentFiles() {
        return inForce.get().map(this::files).orElseGet(this::folderFiles);
    }

    /** What the folder held when it was read last. */
    public String folderVersion() {
        return fromFolder.rulebook().version();
    }

    /** The same as files, by name. */
    public Map<String, String> folderFiles() {
        return fromFolder.files().content();
    }

    /**
     * A version that is compiled already is answered at once, whatever is being compiled meanwhile.
     *
     * @throws RulesException when that version is neither the folder's nor kept
     */
    public Rulebook version(String version) {
        return compiled(version).orElseGet(() -> compile(version));
    }

    private Optional<Rulebook> compiled(String version) {
        Rulebook now = fromFolder.rulebook();
        if (version.equals(now.version())) {
            return Optional.of(now);
        }
        synchronized (older) {
            return Optional.ofNullable(older.get(version));
        }
    }

    /** One at a time: two who ask for the same version compile it once. */
    private synchronized Rulebook compile(String version) {
        Optional<Rulebook> meanwhile = compiled(version);
        if (meanwhile.isPresent()) {
            return meanwhile.orElseThrow();
        }
        Rulebook rulebook = RuleCompiler.compile(version, keptFiles(version).completedBy(fromFolder.files()));
        keep(rulebook);
        return rulebook;
    }

    private void keep(Rulebook rulebook) {
        synchronized (older) {
            older.put(rulebook.version(), rulebook);
        }
    }

    /** The files of a version, by name. @throws RulesException as above */
    public Map<String, String> files(String version) {
        Edition now = fromFolder;
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

    /** What is wrong with the folder's tables as they are now, cell by cell; empty when something else is to blame. */
    public List<CellProblem> folderMistakes() {
        try {
            return RuleTables.check(RuleFiles.read(folder).content());
        } catch (RulesException unreadable) {
            return List.of();
        }
    }

    /**
     * Reads the folder again; what does not compile or breaks a case changes nothing. Whoever asks meanwhile is answered by the
     * rules that were there.
     *
     * @return the folder's version
     * @throws RulesException as above
     */
    public synchronized Rulebook reload() {
        RuleFiles files = RuleFiles.read(folder);
        Edition before = fromFolder;
        if (!files.version().equals(before.rulebook().version())) {
            Edition next = edition(files);
            keep(before.rulebook());
            fromFolder = next;
        }
        return fromFolder.rulebook();
    }
}
