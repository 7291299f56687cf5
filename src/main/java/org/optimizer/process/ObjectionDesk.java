package org.optimizer.process;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.optimizer.extract.Appeals;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Objections;
import org.optimizer.extract.Sites;
import org.optimizer.load.ObjectionSink;
import org.optimizer.model.Batch;
import org.optimizer.model.Decided;
import org.optimizer.model.Driver;
import org.optimizer.model.DriverLink;
import org.optimizer.model.EventKey;
import org.optimizer.model.Objection;
import org.optimizer.model.ObjectionSum;
import org.optimizer.model.ScoredEvent;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Site;
import org.optimizer.process.Amendments.Upheld;
import org.optimizer.process.ReviewDesk.Refused;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Objections of drivers to single events. A driver raises one on his page, which starts the process handle-objection; a person
 * decides on our page, in Tasklist or over the engine's REST interface, always through {@link #settle}.
 */
public class ObjectionDesk {
    /** As many characters say what happened; the table holds no more. */
    public static final int LONGEST_WORDS = 1000;

    static final String PROCESS = "handle-objection";
    static final String OBJECTION = "objectionId";

    /** What a person may decide, with the word that forms and process variables use. */
    public enum Verdict {
        UPHOLD("uphold"),
        REFUSE("refuse");

        private final String code;

        Verdict(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static Optional<Verdict> find(Object code) {
            return List.of(values()).stream()
                    .filter(verdict -> verdict.code.equals(code))
                    .findFirst();
        }
    }

    private final Sites sites;
    private final Contests contests;
    private final Drivers drivers;
    private final Appeals appeals;
    private final Objections objections;
    private final ObjectionSink sink;
    private final Explanations explanations;
    private final Amendments amendments;
    private final RuntimeService engine;
    private final TaskService tasks;
    private final IdentityService identities;
    private final TransactionOperations transaction;
    private final Clock clock;

    public ObjectionDesk(
            Sites sites,
            Contests contests,
            Drivers drivers,
            Appeals appeals,
            Objections objections,
            ObjectionSink sink,
            Explanations explanations,
            Amendments amendments,
            RuntimeService engine,
            TaskService tasks,
            IdentityService identities,
            TransactionOperations transaction,
            Clock clock) {
        this.sites = sites;
        this.contests = contests;
        this.drivers = drivers;
        this.appeals = appeals;
        this.objections = objections;
        this.sink = sink;
        this.explanations = explanations;
        this.amendments = amendments;
        this.engine = engine;
        this.tasks = tasks;
        this.identities = identities;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Optional<Objection> find(String id) {
        return objections.find(id);
    }

    public List<Objection> ofDriver(DriverLink link) {
        return objections.listOfDriver(link.contestId(), link.week(), link.driverId());
    }

    /** An objection with the driver's name and whose clocks are shown. */
    public record Listed(Objection objection, String driver, Site site) {}

    /** At most 200; open ones first, then the newest. */
    public List<Listed> listed() {
        Map<String, Site> sitesByContest = new HashMap<>();
        Map<String, Map<String, String>> namesBySite = new HashMap<>();
        return objections.listNewest().stream()
                .map(objection -> {
                    Site site = sitesByContest.computeIfAbsent(objection.contestId(), this::siteOf);
                    Map<String, String> names = namesBySite.computeIfAbsent(site.id(), this::names);
                    return new Listed(objection, names.getOrDefault(objection.driverId(), objection.driverId()), site);
                })
                .toList();
    }

    public String nameOf(Objection objection) {
        return names(siteOf(objection.contestId()).id()).getOrDefault(objection.driverId(), objection.driverId());
    }

    private Site siteOf(String contestId) {
        return sites.get(contests.get(contestId).siteId());
    }

    private Map<String, String> names(String siteId) {
        return drivers.listBySite(siteId).stream().collect(Collectors.toMap(Driver::id, Driver::name));
    }

    /** How drivers take the rows of the rules: what those who write rules should look at first. */
    public List<ObjectionSum> sums() {
        return objections.listSums();
    }

    /** Whether a week is out, so that drivers may see and object. */
    public static boolean isOut(Batch batch) {
        return switch (batch.state()) {
            case SENDING, PUBLISHED, CLOSED -> true;
            case OPEN, FETCHING, EMPTY, SCORING, IN_REVIEW, CANCELLED -> false;
        };
    }

    /**
     * Raises an objection and puts the task on the desk of the approvers.
     *
     * @return its id
     * @throws Refused when a check fails; then nothing has happened
     */
    public String raise(DriverLink link, EventKey event, String words) {
        checkWords(words);
        return transaction.execute(status -> {
            Batch batch = batch(link);
            Objection objection = objection(link, batch, scored(link, batch, event), words.strip());
            if (!sink.raise(objection)) {
                throw new Refused(
                        "objected-already", "event of " + event.at() + ": expected no objection yet, found one");
            }
            engine.startProcessInstanceByKey(PROCESS, objection.id(), Map.of(OBJECTION, objection.id()));
            return objection.id();
        });
    }

    private static void checkWords(String words) {
        if (words.isBlank()) {
            throw new Refused("words-missing", "objection: expected words that say what happened, found none");
        }
        if (words.strip().length() > LONGEST_WORDS) {
            throw new Refused(
                    "words-too-long",
                    "objection: expected at most " + LONGEST_WORDS + " characters, found "
                            + words.strip().length());
        }
    }

    private Batch batch(DriverLink link) {
        return contests.findBatch(link.contestId(), link.week())
                .filter(ObjectionDesk::isOut)
                .orElseThrow(() -> new Refused(
                        "week-not-published",
                        "week " + link.week() + " of contest " + link.contestId()
                                + ": expected to be out, found it is not"));
    }

    /** The event that is meant, checked as an appeal that an approver upholds would be. */
    private ScoredEvent scored(DriverLink link, Batch batch, EventKey event) {
        if (contests.get(batch.contestId()).method() != ScoringMethod.ABSOLUTE) {
            throw new Refused(
                    "method-without-events",
                    "contest " + batch.contestId() + ": expected marks from events, its method has none");
        }
        if (isTakenOut(link, event)) {
            throw new Refused(
                    "event-out-already",
                    "event of " + event.at() + ": expected to be in the score, was taken out before");
        }
        return explanations.events(batch, link.driverId()).stream()
                .filter(each -> each.counted() && each.event().points() > 0)
                .filter(each -> EventKey.of(each.event()).equals(event))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        "unknown-event",
                        "event of " + event.at() + ", vehicle " + event.vehicleId()
                                + ": expected one that costs points in the week of driver " + link.driverId()
                                + ", found none"));
    }

    private boolean isTakenOut(DriverLink link, EventKey event) {
        return appeals.listSetAside(link.contestId(), link.week()).stream()
                        .anyMatch(out -> out.driverId().equals(link.driverId())
                                && out.event().equals(event))
                || appeals.listAmendments(link.contestId(), link.week()).stream()
                        .anyMatch(out -> out.driverId().equals(link.driverId())
                                && out.event().equals(event));
    }

    private Objection objection(DriverLink link, Batch batch, ScoredEvent scored, String words) {
        Instant now = clock.instant();
        return new Objection(
                Ulid.at(now),
                link.contestId(),
                link.week(),
                link.driverId(),
                EventKey.of(scored.event()),
                scored.event().severity(),
                scored.event().points(),
                scored.event().rule(),
                batch.rulebook(),
                words,
                now,
                Objection.State.OPEN,
                Optional.empty());
    }

    /**
     * Completes the task of an objection.
     *
     * @throws Refused when a check fails; then nothing has happened
     * @throws IllegalArgumentException when there is no such objection
     */
    public void decide(String id, Verdict verdict, String reason, String by) {
        Objection objection = get(id);
        Task task = Optional.ofNullable(tasks.createTaskQuery()
                        .processDefinitionKey(PROCESS)
                        .processInstanceBusinessKey(id)
                        .singleResult())
                .orElseThrow(() -> decidedAlready(objection.id()));
        identities.setAuthentication(by, groupsOf(by));
        try {
            tasks.complete(task.getId(), Map.of(ObjectionTask.DECISION, verdict.code(), ObjectionTask.REASON, reason));
        } catch (ProcessEngineException e) {
            throw Refused.in(e).orElseThrow(() -> e);
        } finally {
            identities.clearAuthentication();
        }
    }

    /** The engine lets a candidate group complete a task, and does not look up by itself who is in it. */
    private List<String> groupsOf(String userId) {
        return identities.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
    }

    /** What every way of completing the task comes to, inside the engine's transaction. */
    void settle(String id, Verdict verdict, String reason, String by) {
        Objection objection = get(id);
        if (reason.isBlank()) {
            throw new Refused(
                    ReviewDesk.REASON_MISSING, "objection " + id + ": expected a reason for the driver, found none");
        }
        Objection.State state = verdict == Verdict.REFUSE ? Objection.State.REFUSED : uphold(objection, reason, by);
        if (!sink.decide(id, state, new Decided(by, clock.instant(), reason.strip()))) {
            throw decidedAlready(id);
        }
    }

    /** An event that somebody took out meanwhile is out: the driver is right, and nothing is left to change. */
    private Objection.State uphold(Objection objection, String reason, String by) {
        DriverLink week =
                new DriverLink(objection.contestId(), objection.week(), objection.driverId(), objection.raisedAt());
        if (isTakenOut(week, objection.event())) {
            return Objection.State.UPHELD;
        }
        int revision = batch(week).revision();
        Upheld upheld = new Upheld(objection.driverId(), objection.event(), reason.strip(), by);
        return amendments.uphold(objection.contestId(), objection.week(), revision, upheld)
                ? Objection.State.AMENDED
                : Objection.State.UPHELD;
    }

    private Objection get(String id) {
        return objections
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "objection \"" + id + "\": expected one that a driver raised, found none"));
    }

    private static Refused decidedAlready(String id) {
        return new Refused("objection-decided", "objection " + id + ": expected to be open, is decided already");
    }
}
