package org.optimizer.process;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.optimizer.extract.RuleChanges;
import org.optimizer.load.RuleChangeSink;
import org.optimizer.model.RuleChange;
import org.optimizer.model.RuleChange.State;
import org.optimizer.rules.DraftRules;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of processes/change-rules.bpmn. */
public class ChangeRules {
    static final String PROCESS = "change-rules";
    static final String WITHDRAWN = "change-withdrawn";
    private static final Logger LOG = LoggerFactory.getLogger(ChangeRules.class);
    private static final int LONGEST_REASON = 1000;

    private final RuleChanges changes;
    private final RuleChangeSink sink;
    private final RulebookShelf shelf;
    private final Backtests backtests;
    private final Clock clock;

    public ChangeRules(
            RuleChanges changes, RuleChangeSink sink, RulebookShelf shelf, Backtests backtests, Clock clock) {
        this.changes = changes;
        this.sink = sink;
        this.shelf = shelf;
        this.backtests = backtests;
        this.clock = clock;
    }

    /** Compiles the rules and runs every case; what does not hold is refused with the reason. @return whether they hold */
    public boolean checkRules(String changeId) {
        RuleChange change = changes.get(changeId);
        try {
            DraftRules.compile(shelf.files(change.version()));
            return true;
        } catch (RulesException wrong) {
            String reason = wrong.getMessage();
            move(change, State.REFUSED, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
            LOG.info("change {} of the rules does not hold: {}", changeId, reason);
            return false;
        }
    }

    /**
     * Scores past weeks with the change, in memory, so that whoever decides sees what it would have done.
     *
     * @return whether the change is still wanted
     */
    public boolean backtestChange(String changeId) {
        backtests.run(changeId);
        return move(changes.get(changeId), State.IN_APPROVAL, null);
    }

    /** Only what was not withdrawn meanwhile moves on. */
    private boolean move(RuleChange change, State to, String reason) {
        return change.state() == State.PROPOSED && sink.move(change, to, Optional.empty(), reason, clock.instant());
    }

    /** When the first week of an approved change begins. */
    public Date beginsAt(String changeId) {
        return Date.from(changes.get(changeId)
                .fromWeek()
                .orElseThrow(() -> new IllegalStateException(
                        "change " + changeId + ": expected its first week, found none; approve it with a week"))
                .monday()
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant());
    }

    /** Says that a change's week has begun; it has been in force for that week since its approval. */
    public void announceChange(String changeId) {
        RuleChange change = changes.get(changeId);
        LOG.info(
                "change {} of the rules: {} is in force from week {} on",
                changeId,
                change.version(),
                change.fromWeek().orElseThrow());
    }
}
