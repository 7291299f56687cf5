package org.optimizer.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.optimizer.extract.RuleChanges;
import org.optimizer.load.RuleChangeSink;
import org.optimizer.load.RulebookSink;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RuleChange;
import org.optimizer.model.Rulebook;
import org.optimizer.rules.RulebookShelf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Which rules count in which week. */
public class RulesInForce {
    private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);
    /** Before every week that there is data of. */
    private static final IsoWeek ALWAYS = new IsoWeek(1970, 1);

    private final RuleChanges changes;
    private final RuleChangeSink sink;
    private final RulebookSink rulebooks;
    private final RulebookShelf shelf;
    private final TransactionOperations transaction;
    private final Clock clock;

    public RulesInForce(
            RuleChanges changes,
            RuleChangeSink sink,
            RulebookSink rulebooks,
            RulebookShelf shelf,
            TransactionOperations transaction,
            Clock clock) {
        this.changes = changes;
        this.sink = sink;
        this.rulebooks = rulebooks;
        this.shelf = shelf;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The week that it is, by UTC: a week of rules begins everywhere at once. */
    public IsoWeek thisWeek() {
        return IsoWeek.of(LocalDate.now(clock));
    }

    /** The rules of a week that is opened now. */
    public Rulebook of(IsoWeek week) {
        return shelf.version(versionOf(week));
    }

    /** Their files, by name. */
    public Map<String, String> filesOf(IsoWeek week) {
        return shelf.files(versionOf(week));
    }

    private String versionOf(IsoWeek week) {
        return changes.inForce(week).orElseGet(shelf::folderVersion);
    }

    /** Puts the folder's version into force when nothing ever was: the folder is the first version. */
    public void beginWithTheFolder() {
        if (changes.activations().isEmpty()) {
            transaction.executeWithoutResult(status -> {
                rulebooks.keep(shelf.folderVersion(), shelf.folderFiles(), clock.instant());
                sink.activate(shelf.folderVersion(), ALWAYS, null, "", RuleChange.FOLDER, clock.instant());
            });
            LOG.info("rules {} of the folder are in force from the beginning", shelf.folderVersion());
        }
    }

    /** Puts what the folder holds into force from this week on, unless it is. */
    public void activateFolder() {
        String version = shelf.folderVersion();
        if (version.equals(shelf.current().version())) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            rulebooks.keep(version, shelf.folderFiles(), clock.instant());
            sink.activate(version, thisWeek(), null, "", RuleChange.FOLDER, clock.instant());
        });
        LOG.info("rules {} of the folder are in force from week {} on", version, thisWeek());
    }
}
