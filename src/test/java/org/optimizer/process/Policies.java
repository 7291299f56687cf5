package org.optimizer.process;

import java.time.Clock;
import org.apache.camel.ProducerTemplate;
import org.optimizer.extract.OptOuts;
import org.optimizer.extract.SmsLedger;
import org.optimizer.load.OptOutSink;
import org.optimizer.load.SmsLedgerSink;
import org.optimizer.rules.RulebookShelf;

/** What stands between messages and their receivers, on the real tables. */
final class Policies {
    static final SmsLimits.Caps CAPS = new SmsLimits.Caps(10, 4000, 8000, 6);
    /** As the product is shipped: a stand-in that wakes nobody. */
    static final SmsLimits SHIPPED =
            new SmsLimits(false, SmsLimits.Traffic.MARKETING, SmsLimits.Hours.LIVE, "demo", CAPS);

    /** Texts without an end of their own. */
    static final SmsLimits SERVICE =
            new SmsLimits(false, SmsLimits.Traffic.TRANSACTIONAL, SmsLimits.Hours.LIVE, "demo", CAPS);

    final SmsOptOuts optOuts;
    final SmsPolicy policy;

    Policies(ProducerTemplate camel, RulebookShelf shelf, SmsLimits limits, Clock clock) {
        SmsLedger ledger = new SmsLedger(camel);
        optOuts = new SmsOptOuts(new OptOuts(camel), new OptOutSink(camel), limits, clock);
        SmsBudget budget = new SmsBudget(ledger, new SmsLedgerSink(camel), limits);
        policy = new SmsPolicy(shelf, optOuts, budget, ledger, limits, clock);
    }
}
