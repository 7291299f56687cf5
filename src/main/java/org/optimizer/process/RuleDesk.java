package org.optimizer.process;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.optimizer.extract.RuleChanges;
import org.optimizer.load.RuleChangeSink;
import org.optimizer.load.RulebookSink;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RuleChange;
import org.optimizer.model.RuleChange.Origin;
import org.optimizer.model.RuleChange.State;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.rules.Cell;
import org.optimizer.rules.CellProblem;
import org.optimizer.rules.DraftRules;
import org.optimizer.rules.RuleTables;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.Upload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** What rule authors and approvers may do with a change of the rules; the page, Tasklist and REST all pass through its checks. */
public class RuleDesk {
    private static final Logger LOG = LoggerFactory.getLogger(RuleDesk.class);

    private static final String TASK = "approve-change";

    /** What an approver may decide. */
    public enum Decision {
        APPROVE,
        TRIAL,
        REFUSE
    }

    private final RuleChanges changes;
    private final RuleChangeSink sink;
    private final RulebookSink rulebooks;
    private final RulebookShelf shelf;
    private final RulesInForce rules;
    private final RuntimeService engine;
    private final TaskService tasks;
    private final IdentityService identities;
    private final TransactionOperations transaction;
    private final Clock clock;

    public RuleDesk(
            RuleChanges changes,
            RuleChangeSink sink,
            RulebookSink rulebooks,
            RulebookShelf shelf,
            RulesInForce rules,
            RuntimeService engine,
            TaskService tasks,
            IdentityService identities,
            TransactionOperations transaction,
            Clock clock) {
        this.changes = changes;
        this.sink = sink;
        this.rulebooks = rulebooks;
        this.shelf = shelf;
        this.rules = rules;
        this.engine = engine;
        this.tasks = tasks;
        this.identities = identities;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Proposes rules: keeps their files for good and starts the process that checks them and lets somebody else decide.
     *
     * @param files the whole set, by name
     * @return the change's id
     * @throws Refused in-force-already when they are those in force, already-proposed when the same wait for a decision,
     *     reason-missing without a why
     * @throws org.optimizer.rules.RulesException when they do not hold
     */
    public String propose(Map<String, String> files, Origin origin, String why, String author) {
        if (why.isBlank()) {
            throw new Refused(ReviewDesk.REASON_MISSING, "change of the rules: expected why, found nothing");
        }
        String base = shelf.current().version();
        String version = DraftRules.compile(files).version();
        if (version.equals(base)) {
            throw new Refused("in-force-already", "change of the rules: these are in force already");
        }
        if (changes.list().stream()
                .anyMatch(other ->
                        other.version().equals(version) && other.state().isOpen())) {
            throw new Refused("already-proposed", "change of the rules: the same change waits for a decision");
        }
        Instant now = clock.instant();
        RuleChange change = new RuleChange(
                Ulid.at(now),
                origin,
                State.PROPOSED,
                base,
                version,
                why.strip(),
                author,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        transaction.executeWithoutResult(status -> {
            rulebooks.keep(base, shelf.currentFiles(), now);
            rulebooks.keep(version, files, now);
            sink.add(change);
            engine.startProcessInstanceByKey(ChangeRules.PROCESS, change.id(), Map.of("changeId", change.id()));
        });
        LOG.info("change {} of the rules: proposed by {}", change.id(), author);
        return change.id();
    }

    /** What came of tables that somebody sent: a change, or what is wrong with them. */
    public record Proposed(Optional<String> changeId, List<CellProblem> problems) {}

    /**
     * Proposes tables from a file, whatever its flavour; those that are not in it stay as they are.
     *
     * @throws Refused as {@link #propose}
     */
    public Proposed upload(String fileName, byte[] content, String why, String author) {
        return propose(RuleTables.read(fileName, content, shelf.currentFiles()), Origin.UPLOAD, why, author);
    }

    /**
     * Proposes changed cells.
     *
     * @param version in force when they were shown
     * @throws Refused as {@link #propose}, and rules-changed when it is in force no more
     */
    public Proposed edit(String version, List<Cell> cells, String why, String author) {
        if (!version.equals(shelf.current().version())) {
            throw new Refused("rules-changed", "change of the rules: other rules came into force meanwhile");
        }
        return propose(RuleTables.edited(shelf.currentFiles(), cells), Origin.EDIT, why, author);
    }

    private Proposed propose(Upload tables, Origin origin, String why, String author) {
        return tables.holds()
                ? new Proposed(Optional.of(propose(tables.files(), origin, why, author)), List.of())
                : new Proposed(Optional.empty(), tables.problems());
    }

    /**
     * Proposes what the folder holds when it is neither in force nor was proposed before.
     *
     * @return the change's id, when there is a new one
     */
    public Optional<String> noticeFolder(String why) {
        String version = shelf.folderVersion();
        boolean known = version.equals(shelf.current().version())
                || changes.activations().stream()
                        .anyMatch(each -> each.version().equals(version))
                || changes.list().stream().anyMatch(each -> each.version().equals(version));
        return known
                ? Optional.empty()
                : Optional.of(propose(shelf.folderFiles(), Origin.FOLDER, why, RuleChange.FOLDER));
    }

    /**
     * Whether somebody may decide so; what the listener of the approval task asks.
     *
     * @param fromWeek asked for approvals only
     * @throws Refused change-not-open, own-change when author and approver are one, reason-missing for a refusal,
     *     week-missing, week-past or base-moved for an approval: it would silently undo what others changed meanwhile
     */
    public void check(String changeId, Decision decision, Optional<IsoWeek> fromWeek, String reason, String by) {
        RuleChange change = changes.get(changeId);
        if (change.state() != State.IN_APPROVAL && change.state() != State.TRIAL) {
            throw new Refused("change-not-open", "change " + changeId + ": nothing is to be decided any more");
        }
        if (change.author().equals(by)) {
            throw new Refused("own-change", "change " + changeId + ": expected somebody other than its author " + by);
        }
        if (decision == Decision.REFUSE && reason.isBlank()) {
            throw new Refused(ReviewDesk.REASON_MISSING, "change " + changeId + ": expected why it is refused");
        }
        if (decision == Decision.APPROVE) {
            checkWeek(change, fromWeek);
        }
    }

    private void checkWeek(RuleChange change, Optional<IsoWeek> fromWeek) {
        String changeId = change.id();
        IsoWeek week = fromWeek.orElseThrow(() ->
                new Refused("week-missing", "change " + changeId + ": expected the first week that it is meant for"));
        if (week.compareTo(rules.thisWeek()) < 0) {
            throw new Refused(
                    "week-past", "change " + changeId + ": expected " + rules.thisWeek() + " or later, found " + week);
        }
        String before = rules.of(week).version();
        if (!before.equals(change.base())) {
            throw new Refused(
                    "base-moved",
                    "change " + changeId + ": expected " + change.base() + " to be in force until " + week + ", found "
                            + before + "; propose it again upon these rules");
        }
    }

    /**
     * Decides by completing the task of the change, as the person who is signed in.
     *
     * @throws Refused as {@link #check}, and no-approver when the engine lets him not
     */
    public void complete(String changeId, Decision decision, String fromWeek, String reason, String by) {
        Task task = tasks.createTaskQuery()
                .processDefinitionKey(ChangeRules.PROCESS)
                .processInstanceBusinessKey(changeId)
                .taskDefinitionKey(TASK)
                .singleResult();
        if (task == null) {
            throw new Refused("change-not-open", "change " + changeId + ": nothing is to be decided any more");
        }
        Map<String, Object> decided = new HashMap<>();
        decided.put(RuleApproval.DECISION, decision.name().toLowerCase(Locale.ROOT));
        decided.put(RuleApproval.FROM_WEEK, fromWeek);
        decided.put(RuleApproval.REASON, reason);
        try {
            identities.setAuthentication(by, groups(by));
            tasks.complete(task.getId(), decided);
        } catch (AuthorizationException forbidden) {
            throw new Refused("no-rule-approver", "change " + changeId + ": " + by + " is in no group that decides");
        } catch (ProcessEngineException wrapped) {
            throw Refused.in(wrapped).orElseThrow(() -> wrapped);
        } finally {
            identities.clearAuthentication();
        }
    }

    private List<String> groups(String user) {
        return identities.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    /** Writes a decision down that passed {@link #check}, in the caller's transaction. */
    public void decide(String changeId, Decision decision, Optional<IsoWeek> fromWeek, String reason, String by) {
        check(changeId, decision, fromWeek, reason, by);
        RuleChange change = changes.get(changeId);
        Instant now = clock.instant();
        switch (decision) {
            case APPROVE -> {
                IsoWeek week = fromWeek.orElseThrow();
                move(change.from(week), State.APPROVED, by, reason, now);
                sink.activate(change.version(), week, change.id(), change.why(), by, now);
            }
            case TRIAL -> move(change, State.TRIAL, by, reason, now);
            case REFUSE -> move(change, State.REFUSED, by, reason, now);
        }
        LOG.info("change {} of the rules: {} by {}", changeId, decision, by);
    }

    private void move(RuleChange change, State to, String by, String reason, Instant now) {
        if (!sink.move(change, to, Optional.of(by), reason.strip(), now)) {
            throw new Refused("change-not-open", "change " + change.id() + ": somebody decided at the same time");
        }
    }

    /**
     * Takes a change back: one that waits, or an approved one before its week has begun.
     *
     * @throws Refused change-not-open when it is too late, reason-missing
     */
    public void withdraw(String changeId, String reason, String by) {
        if (reason.isBlank()) {
            throw new Refused(ReviewDesk.REASON_MISSING, "change " + changeId + ": expected why it is withdrawn");
        }
        RuleChange change = changes.get(changeId);
        boolean waitsForItsWeek = change.state() == State.APPROVED
                && change.fromWeek()
                        .filter(week -> week.compareTo(rules.thisWeek()) > 0)
                        .isPresent();
        if (!change.state().isOpen() && !waitsForItsWeek) {
            throw new Refused("change-not-open", "change " + changeId + ": it is too late to withdraw it");
        }
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            move(change, State.WITHDRAWN, by, reason, now);
            sink.revoke(changeId, now);
            engine.createMessageCorrelation(ChangeRules.WITHDRAWN)
                    .processInstanceBusinessKey(changeId)
                    .correlateAll();
        });
        LOG.info("change {} of the rules: withdrawn by {}", changeId, by);
    }
}
