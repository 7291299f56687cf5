package org.optimizer.config;

import java.time.Clock;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.OptOuts;
import org.optimizer.extract.Outbox;
import org.optimizer.extract.Sites;
import org.optimizer.extract.SmsLedger;
import org.optimizer.load.OptOutSink;
import org.optimizer.load.SmsLedgerSink;
import org.optimizer.process.SmsBudget;
import org.optimizer.process.SmsControl;
import org.optimizer.process.SmsLimits;
import org.optimizer.process.SmsOptOuts;
import org.optimizer.process.SmsPolicy;
import org.optimizer.rules.RulebookShelf;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Who gets what of whom messages may reach, when and how many. */
@Configuration
@EnableConfigurationProperties(SmsPolicyProperties.class)
@Import({OptOuts.class, SmsLedger.class, OptOutSink.class, SmsLedgerSink.class})
class SmsPolicyConfig {

    @Bean
    SmsLimits smsLimits(SmsPolicyProperties properties) {
        return properties.limits();
    }

    @Bean
    SmsOptOuts smsOptOuts(OptOuts list, OptOutSink sink, SmsLimits limits, Clock clock) {
        return new SmsOptOuts(list, sink, limits, clock);
    }

    @Bean
    SmsBudget smsBudget(SmsLedger ledger, SmsLedgerSink sink, SmsLimits limits) {
        return new SmsBudget(ledger, sink, limits);
    }

    @Bean
    SmsPolicy smsPolicy(
            RulebookShelf shelf,
            SmsOptOuts optOuts,
            SmsBudget budget,
            SmsLedger ledger,
            SmsLimits limits,
            Clock clock) {
        return new SmsPolicy(shelf, optOuts, budget, ledger, limits, clock);
    }

    @Bean
    SmsControl smsControl(
            Sites sites,
            Contests contests,
            Drivers drivers,
            Outbox outbox,
            SmsLedger ledger,
            SmsLedgerSink sink,
            SmsPolicy policy,
            SmsBudget budget,
            SmsOptOuts optOuts,
            SmsLimits limits,
            TransactionTemplate transaction,
            Clock clock) {
        return new SmsControl(
                sites, contests, drivers, outbox, ledger, sink, policy, budget, optOuts, limits, transaction, clock);
    }
}
