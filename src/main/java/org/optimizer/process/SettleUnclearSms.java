package org.optimizer.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.optimizer.extract.Outbox;
import org.optimizer.extract.SmsReports;
import org.optimizer.load.OutboxSink;
import org.optimizer.model.Receipt;
import org.optimizer.model.Sms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of processes/settle-unclear-sms.bpmn. */
public class SettleUnclearSms {
    private static final Logger LOG = LoggerFactory.getLogger(SettleUnclearSms.class);
    static final String PROCESS = "settle-unclear-sms";

    private final Outbox outbox;
    private final OutboxSink sink;
    private final SmsReports reports;
    private final Duration resendAfter;
    private final Clock clock;

    /** @param resendAfter how long after an unclear attempt another one may be made at the earliest */
    public SettleUnclearSms(Outbox outbox, OutboxSink sink, SmsReports reports, Duration resendAfter, Clock clock) {
        this.outbox = outbox;
        this.sink = sink;
        this.reports = reports;
        this.resendAfter = resendAfter;
        this.clock = clock;
    }

    /** Looks the message up in the provider's report; what is found proves that it was sent. @return whether it is unclear still */
    public boolean askProvider(long smsId) {
        Sms message = get(smsId);
        if (message.state() == Sms.State.AMBIGUOUS) {
            Optional<Receipt> known = reports.find(message, clock.instant());
            known.ifPresent(sink::receive);
            LOG.info(
                    "SMS {}: the provider {}",
                    message.clientRef(),
                    known.isPresent() ? "has it" : "says nothing of it");
        }
        return get(smsId).state() == Sms.State.AMBIGUOUS;
    }

    /** @param settlement {@code resend} or {@code abandon}; changes nothing when the message is not unclear any more */
    public void applyDecision(long smsId, String settlement, String by) {
        Instant now = clock.instant();
        boolean isDone =
                switch (settlement) {
                    case "resend" -> sink.orderResend(smsId, by, now, resendAfter);
                    case "abandon" -> sink.abandon(smsId, by, now);
                    default ->
                        throw new IllegalArgumentException(
                                "settlement \"" + settlement + "\": expected resend or abandon");
                };
        LOG.info("SMS {}: {} by {}{}", smsId, settlement, by, isDone ? "" : ", too late: it is not unclear any more");
    }

    private Sms get(long smsId) {
        return outbox.find(smsId)
                .orElseThrow(
                        () -> new IllegalStateException("sms_outbox: expected a message " + smsId + ", found none"));
    }
}
