package org.optimizer.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.optimizer.extract.Outbox;
import org.optimizer.model.Sms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees that no approved message is forgotten: each is on its way for a short time, at its end, or on a person's list. */
public class OutboxWatch {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxWatch.class);

    /** That it could have been sent, while sending is slow, hours do not allow it, or it is paused. */
    private static final Duration READY = Duration.ofHours(1);
    /** Longer than claims are given up after. */
    private static final Duration SENDING = Duration.ofMinutes(5);
    /** A working day. */
    private static final Duration UNCLEAR = Duration.ofDays(1);

    private final Outbox outbox;
    private final Clock clock;

    public OutboxWatch(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** How many messages are overdue, of those states that have some. */
    public Map<Sms.State, Integer> overdue() {
        Instant now = clock.instant();
        return outbox.countOverdue(now.minus(READY), now.minus(SENDING), now.minus(UNCLEAR));
    }

    /** Says it in the log. */
    public void look() {
        Map<Sms.State, Integer> overdue = overdue();
        if (!overdue.isEmpty()) {
            LOG.warn("SMS that are overdue: {}; see the page /sms/unclear", overdue);
        }
    }
}
