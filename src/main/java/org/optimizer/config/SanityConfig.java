package org.optimizer.config;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Facts;
import org.optimizer.extract.FetchProblems;
import org.optimizer.extract.SanityInputs;
import org.optimizer.extract.SanityLedger;
import org.optimizer.extract.Scores;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceSource;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.load.Mailer;
import org.optimizer.load.ReviewSink;
import org.optimizer.load.SanitySink;
import org.optimizer.process.LivingSheet;
import org.optimizer.process.ReviewWatch;
import org.optimizer.process.SanityCheck;
import org.optimizer.process.SanityDesk;
import org.optimizer.process.SanityMail;
import org.optimizer.process.SanityNames;
import org.optimizer.rules.RulebookShelf;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Who gets what of the checks of the data. */
@Configuration
@EnableConfigurationProperties(SanityProperties.class)
@Import({SanityInputs.class, SanityLedger.class, SanitySink.class, SanityNames.class})
class SanityConfig {

    /** Without {@code spring.mail.host} there is no sender, and nobody is told. */
    @Bean
    SanityMail sanityMail(
            SanityNames names,
            SanityLedger ledger,
            SanitySink sink,
            ObjectProvider<JavaMailSender> sender,
            SanityProperties properties,
            MessageSource messages,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new SanityMail(
                names,
                ledger,
                sink,
                sender.stream().map(Mailer::new).findFirst(),
                properties.settings(),
                messages,
                apart(transactions),
                clock);
    }

    @Bean
    SanityCheck sanityCheck(
            Sites sites,
            Vehicles vehicles,
            Contests contests,
            Drivers drivers,
            Zones zones,
            Scores scores,
            FetchProblems fetchProblems,
            SanityInputs inputs,
            SanityLedger ledger,
            SanitySink sink,
            SanityMail mail,
            RulebookShelf shelf,
            LivingSheet sheet,
            List<TraceSource> sources,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new SanityCheck(
                sites,
                vehicles,
                contests,
                drivers,
                zones,
                scores,
                fetchProblems,
                inputs,
                ledger,
                sink,
                mail,
                shelf,
                sheet,
                sources.stream().map(TraceSource::name).collect(Collectors.toSet()),
                apart(transactions),
                clock);
    }

    @Bean
    SanityDesk sanityDesk(
            Sites sites,
            Contests contests,
            Facts facts,
            SanityNames names,
            SanityLedger ledger,
            SanitySink sink,
            SanityMail mail,
            TransactionTemplate transaction,
            Clock clock) {
        return new SanityDesk(sites, contests, facts, names, ledger, sink, mail, transaction, clock);
    }

    /** By the same mail server and to the same people as what checks of the data find. */
    @Bean
    ReviewWatch reviewWatch(
            Sites sites,
            Contests contests,
            ReviewSink sink,
            TaskService tasks,
            ObjectProvider<JavaMailSender> sender,
            SanityProperties properties,
            MessageSource messages,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new ReviewWatch(
                sites,
                contests,
                sink,
                tasks,
                sender.stream().map(Mailer::new).findFirst(),
                properties.settings(),
                Roles.ADMIN_GROUP,
                messages,
                apart(transactions),
                clock);
    }

    private static TransactionTemplate apart(PlatformTransactionManager transactions) {
        TransactionTemplate apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return apart;
    }
}
