package org.optimizer.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.optimizer.process.RuleSettings.FolderChanges;
import org.optimizer.rules.CellProblem;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the rules folder was changed. What does not hold changes nothing and is said; what holds is proposed, or put into
 * force where an operator wants that.
 */
public class FolderWatch {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final String WHY = "rules/";

    private final Path folder;
    private final RulebookShelf shelf;
    private final RuleDesk desk;
    private final RulesInForce rules;
    private final FolderChanges onChange;
    private Map<String, String> taken;
    private Map<String, String> seen = Map.of();
    private volatile Problem problem;

    public FolderWatch(Path folder, RulebookShelf shelf, RuleDesk desk, RulesInForce rules, FolderChanges onChange) {
        this.folder = folder;
        this.shelf = shelf;
        this.desk = desk;
        this.rules = rules;
        this.onChange = onChange;
    }

    /**
     * Why the folder cannot be used.
     *
     * @param text for engineers; @param mistakes in its tables, cell by cell; empty when something else is to blame
     */
    public record Problem(String text, List<CellProblem> mistakes) {}

    /** Why the folder as it is now cannot be used; empty when it can. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** Looks once; a change is taken when it looks the same as the time before, since several files are saved one by one. */
    public synchronized void look() {
        Map<String, String> now = stamps();
        if (now.equals(seen) && !now.equals(taken)) {
            taken = now;
            take();
        }
        seen = now;
    }

    private void take() {
        try {
            shelf.reload();
            problem = null;
        } catch (RulesException wrong) {
            problem = new Problem(wrong.getMessage(), shelf.folderMistakes());
            LOG.warn(
                    "the rules folder was changed and does not hold, the rules in force stay:\n{}", wrong.getMessage());
            return;
        }
        switch (onChange) {
            case PROPOSE -> desk.noticeFolder(WHY);
            case ACTIVATE -> rules.activateFolder();
        }
    }

    /** Names with size and time: cheap enough to be asked all day. */
    private Map<String, String> stamps() {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, String> stamps = new TreeMap<>();
            for (Path file : files.toList()) {
                stamp(file).ifPresent(stamp -> stamps.put(file.getFileName().toString(), stamp));
            }
            return stamps;
        } catch (IOException cause) {
            throw new UncheckedIOException("rules folder " + folder + ": cannot be read", cause);
        }
    }

    private static Optional<String> stamp(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(attributes.size() + " " + attributes.lastModifiedTime());
        } catch (NoSuchFileException replaced) {
            return Optional.empty();
        }
    }
}
