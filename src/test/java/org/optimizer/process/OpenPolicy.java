package org.optimizer.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import org.optimizer.model.Sms;
import org.optimizer.transform.messages.SmsEncoding;

/** Lets every message pass, and counts none: for tests of what happens to it afterwards. */
public final class OpenPolicy extends SmsPolicy {
    public OpenPolicy() {
        super(null, null, null, null, null, null);
    }

    /** Nobody opts out. */
    public static SmsOptOuts nobody() {
        return new SmsOptOuts(null, null, Policies.SHIPPED, Clock.systemUTC()) {
            @Override
            public int learn() {
                return 0;
            }
        };
    }

    @Override
    public boolean isStopped() {
        return false;
    }

    @Override
    Admission admit(Sms message, Instant now) {
        return new Admission.Send(new Quote(SmsEncoding.of(message.text()), BigDecimal.ZERO, ""));
    }

    @Override
    boolean spend(Sms message, Instant claimedAt) {
        return true;
    }

    @Override
    void giveBack(Sms message, Instant claimedAt) {}
}
