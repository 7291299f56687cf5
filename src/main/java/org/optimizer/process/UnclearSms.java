package org.optimizer.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.optimizer.extract.Outbox;
import org.optimizer.load.OutboxSink;
import org.optimizer.model.Sms;
import org.optimizer.model.SmsAttempt;
import org.optimizer.model.SmsReceipt;
import org.optimizer.process.ReviewDesk.Refused;
import org.springframework.transaction.support.TransactionOperations;

/** Brings messages of which nobody knows whether they were sent before a person, each in a process of its own. */
public class UnclearSms {
    private static final String TASK = "decide-on-unclear-sms";
    private static final String CLEARED = "sms-cleared";
    private static final String ID = "smsId";

    private final Outbox outbox;
    private final OutboxSink sink;
    private final RuntimeService engine;
    private final TaskService tasks;
    private final IdentityService identities;
    private final TransactionOperations transaction;
    private final Duration patience;
    private final Clock clock;

    /** @param patience how long a receipt is waited for before anybody is asked */
    public UnclearSms(
            Outbox outbox,
            OutboxSink sink,
            RuntimeService engine,
            TaskService tasks,
            IdentityService identities,
            TransactionOperations transaction,
            Duration patience,
            Clock clock) {
        this.outbox = outbox;
        this.sink = sink;
        this.engine = engine;
        this.tasks = tasks;
        this.identities = identities;
        this.transaction = transaction;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * A message and all that is known of it.
     *
     * @param task where it can be decided; empty while the provider is being asked
     */
    public record Unclear(Sms message, List<SmsAttempt> attempts, List<SmsReceipt> receipts, Optional<String> task) {}

    /** One round: asks about what became unclear, and ends the question where a receipt has answered it. */
    public void round() {
        Instant now = clock.instant();
        outbox.listUnasked(now.minus(patience)).forEach(message -> ask(message, now));
        outbox.listAskedInVain().forEach(this::endQuestion);
    }

    private void ask(Sms message, Instant now) {
        transaction.executeWithoutResult(status -> {
            if (sink.noteAsked(message.id(), now)) {
                engine.startProcessInstanceByKey(
                        SettleUnclearSms.PROCESS,
                        message.week() + "/" + message.contestId(),
                        Map.of(
                                ID,
                                message.id(),
                                "contestId",
                                message.contestId(),
                                "week",
                                message.week().toString()));
            }
        });
    }

    /** Asked about until its process is over: one that is on its way to the question would be missed. */
    private void endQuestion(Sms message) {
        transaction.executeWithoutResult(status -> {
            engine.createMessageCorrelation(CLEARED)
                    .processInstanceVariableEquals(ID, message.id())
                    .correlateAll();
            if (!isAsked(message.id())) {
                sink.noteAnswered(message.id());
            }
        });
    }

    private boolean isAsked(long smsId) {
        return engine.createProcessInstanceQuery()
                        .processDefinitionKey(SettleUnclearSms.PROCESS)
                        .variableValueEquals(ID, smsId)
                        .count()
                > 0;
    }

    /** Oldest first. */
    public List<Unclear> list() {
        return outbox.listUnclear().stream().map(this::unclear).toList();
    }

    private Unclear unclear(Sms message) {
        return new Unclear(
                message,
                outbox.listAttempts(message.id()),
                outbox.listReceipts(message.id()),
                task(message.id()).map(Task::getId));
    }

    private Optional<Task> task(long smsId) {
        return tasks.createTaskQuery().taskDefinitionKey(TASK).processVariableValueEquals(ID, smsId).list().stream()
                .findFirst();
    }

    /** For the form in Tasklist: no names and no numbers. */
    public String summary(long smsId) {
        Sms message = outbox.find(smsId).orElseThrow();
        return message.driverId() + " · " + message.attemptNo() + " × · "
                + message.claimedAt().map(Instant::toString).orElse("") + " · "
                + message.providerStatus().orElse("");
    }

    /**
     * Completes the question's task, as Tasklist and REST do.
     *
     * @return false when nobody is asked about it (any more)
     * @throws Refused when the decision is none
     */
    public boolean decide(long smsId, String settlement, String by) {
        Optional<Task> task = task(smsId);
        identities.setAuthentication(by, groupsOf(by));
        try {
            task.ifPresent(open -> tasks.complete(open.getId(), Map.of("settlement", settlement)));
        } catch (ProcessEngineException e) {
            throw Refused.in(e).orElseThrow(() -> e);
        } finally {
            identities.clearAuthentication();
        }
        return task.isPresent();
    }

    /** The engine lets a candidate group complete a task, and does not look up by itself who is in it. */
    private List<String> groupsOf(String userId) {
        return identities.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
    }
}
