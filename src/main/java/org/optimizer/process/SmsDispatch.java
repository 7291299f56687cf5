package org.optimizer.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.RuntimeService;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Outbox;
import org.optimizer.load.OutboxSink;
import org.optimizer.load.SmsGateway;
import org.optimizer.model.Batch;
import org.optimizer.model.SendOutcome;
import org.optimizer.model.Sms;
import org.optimizer.process.SmsPolicy.Admission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends what the outbox holds, outside the engine: claim in a transaction of its own, one call, outcome in another. What may
 * have been sent is never sent again by itself. Tells the weekly process when all its messages have settled.
 */
public class SmsDispatch {
    private static final Logger LOG = LoggerFactory.getLogger(SmsDispatch.class);

    /** A claim this old without an outcome: its sender is gone. Longer than any call may take. */
    private static final Duration CLAIM_LOST_AFTER = Duration.ofMinutes(2);

    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(2);
    private static final int BACK_OFF_DOUBLINGS = 8;
    private static final int ROUND = 50;

    private final Contests contests;
    private final Outbox outbox;
    private final OutboxSink sink;
    private final SmsGateway gateway;
    private final SmsPolicy policy;
    private final SmsOptOuts optOuts;
    private final SendingGuard guard;
    private final RuntimeService engine;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final AtomicBoolean stopped = new AtomicBoolean();

    public SmsDispatch(
            Contests contests,
            Outbox outbox,
            OutboxSink sink,
            SmsGateway gateway,
            SmsPolicy policy,
            SmsOptOuts optOuts,
            SendingGuard guard,
            RuntimeService engine,
            TransactionOperations transaction,
            Clock clock) {
        this.contests = contests;
        this.outbox = outbox;
        this.sink = sink;
        this.gateway = gateway;
        this.policy = policy;
        this.optOuts = optOuts;
        this.guard = guard;
        this.engine = engine;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One round: sends what is ready, gives up lost claims, and wakes the weeks whose messages have all settled. */
    public void round() {
        Instant now = clock.instant();
        giveUpLostClaims(now);
        optOuts.learn();
        for (Sms message : guard.isOpen() ? outbox.listReady(now, ROUND) : List.<Sms>of()) {
            if (stopped.get()) {
                return;
            }
            if (policy.isStopped()) {
                break; // what is settled still wakes its week
            }
            send(message);
        }
        wakeSettledWeeks();
    }

    private void giveUpLostClaims(Instant now) {
        Instant lostBefore = now.minus(CLAIM_LOST_AFTER);
        if (!outbox.listStuck(lostBefore).isEmpty()) {
            int lost = sink.markAmbiguous(lostBefore, now);
            LOG.warn("{} SMS were being sent when their sender stopped: unclear, a person decides", lost);
        }
    }

    /** Ends the round under way after the message that is being sent. */
    public void stop() {
        stopped.set(true);
    }

    private void send(Sms message) {
        Instant now = clock.instant();
        Admission admission = policy.admit(message, now);
        if (admission instanceof Admission.Wait wait) {
            sink.defer(message.id(), wait.until());
        } else if (admission instanceof Admission.Refuse refuse) {
            refuse(message, refuse.code(), now);
        } else {
            call(message);
        }
    }

    private void refuse(Sms message, String code, Instant now) {
        sink.refuse(message.id(), SmsPolicy.WITHHELD + code, now);
        LOG.info("SMS {}: not sent, {}", message.clientRef(), code);
    }

    private void call(Sms message) {
        gateway.awaitTurn();
        String token = UUID.randomUUID().toString();
        Instant claimedAt = clock.instant();
        OptionalLong marker = transaction.execute(status -> claim(message, token, claimedAt, status));
        if (marker.isPresent()) {
            guard.keep(marker.getAsLong());
            SendOutcome outcome = gateway.send(message.claimed(token, claimedAt));
            Instant now = clock.instant();
            Instant notBefore = now.plus(backOff(message.attemptNo()));
            transaction.executeWithoutResult(status -> settle(message, token, claimedAt, outcome, now, notBefore));
            LOG.debug("SMS {}: {} ({})", message.clientRef(), outcome.state(), outcome.detail());
        }
    }

    /**
     * Claims it if nobody did, nobody has stopped or paused all SMS meanwhile, and no cap is broken by it; otherwise nothing is
     * written.
     *
     * @return how far sending has come with it; empty when it was not claimed
     */
    private OptionalLong claim(Sms message, String token, Instant claimedAt, TransactionStatus status) {
        boolean claimed = !policy.isStopped()
                && policy.admit(message, claimedAt) instanceof Admission.Send
                && sink.claim(message.id(), token, claimedAt)
                && policy.spend(message, claimedAt);
        OptionalLong marker = claimed ? guard.move() : OptionalLong.empty();
        if (marker.isEmpty()) {
            status.setRollbackOnly();
        }
        return marker;
    }

    private void settle(
            Sms message, String token, Instant claimedAt, SendOutcome outcome, Instant now, Instant notBefore) {
        boolean settled = sink.settle(message.id(), token, outcome, now, notBefore);
        if (settled && outcome.state() == Sms.State.READY) {
            policy.giveBack(message, claimedAt);
        }
    }

    private static Duration backOff(int attemptsBefore) {
        return FIRST_BACK_OFF.multipliedBy(1L << Math.min(attemptsBefore, BACK_OFF_DOUBLINGS));
    }

    private void wakeSettledWeeks() {
        contests.listBatchesInState(Batch.State.SENDING).stream()
                .filter(this::isSettled)
                .forEach(batch -> engine.createMessageCorrelation("messages-settled")
                        .processInstanceBusinessKey(batch.businessKey())
                        .correlateAll());
    }

    private boolean isSettled(Batch batch) {
        Map<Sms.State, Integer> count = outbox.countByState(batch.contestId(), batch.week());
        return List.of(Sms.State.READY, Sms.State.SENDING, Sms.State.ACCEPTED, Sms.State.AMBIGUOUS).stream()
                .noneMatch(count::containsKey);
    }
}
