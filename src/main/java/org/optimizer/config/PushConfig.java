package org.optimizer.config;

import java.time.Clock;
import org.apache.camel.ProducerTemplate;
import org.optimizer.extract.BehaviourCounts;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Periods;
import org.optimizer.extract.Pushes;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Traccar;
import org.optimizer.extract.TraccarSettings;
import org.optimizer.extract.Vehicles;
import org.optimizer.load.BehaviourSink;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.PeriodSink;
import org.optimizer.load.PushSink;
import org.optimizer.process.BadgeDesk;
import org.optimizer.process.EcoPush;
import org.optimizer.process.FactsRefresh;
import org.optimizer.process.Intake;
import org.optimizer.process.PushAnswers;
import org.optimizer.process.PushNames;
import org.optimizer.process.PushedFixes;
import org.optimizer.process.PushedWeeks;
import org.optimizer.process.Sightings;
import org.optimizer.process.TraccarPush;
import org.optimizer.process.TraccarTraces;
import org.optimizer.process.WorkTimes;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What other software pushes, and Traccar: the part of the wiring that is theirs alone. */
@Configuration
@Import({Pushes.class, BehaviourCounts.class, PushSink.class, BehaviourSink.class, PushNames.class})
class PushConfig {

    @Bean
    WorkTimes workTimes(Intake intake, Clock clock) {
        return new WorkTimes(intake, clock);
    }

    @Bean
    PushAnswers pushAnswers(Pushes pushes, PushSink sink, TransactionTemplate transaction, Clock clock) {
        return new PushAnswers(pushes, sink, transaction, clock);
    }

    @Bean
    EcoPush ecoPush(
            PushAnswers answers,
            PushNames names,
            WorkTimes workTimes,
            BehaviourSink events,
            PeriodSink periods,
            PushSink pushes,
            EtlRunSink etlRuns,
            Clock clock) {
        return new EcoPush(answers, names, workTimes, events, periods, pushes, etlRuns, clock);
    }

    @Bean
    PushedWeeks pushedWeeks(BehaviourCounts counts, Periods periods) {
        return new PushedWeeks(counts, periods);
    }

    @Bean
    Sightings sightings(Drivers drivers, BadgeDesk badges, BehaviourSink events, PushSink pushes, Settings settings) {
        return new Sightings(drivers, badges, events, pushes, settings.fetch().badgeLookBackDays());
    }

    @Bean
    TraccarPush traccarPush(
            Vehicles vehicles,
            WorkTimes workTimes,
            PushSink sink,
            FactsRefresh refresh,
            Settings settings,
            TransactionTemplate transaction,
            Clock clock) {
        return new TraccarPush(
                vehicles, workTimes, sink, refresh, settings.fetch().gather(), transaction, clock);
    }

    @Bean
    PushedFixes pushedFixes(
            Pushes pushes,
            PushSink sink,
            Vehicles vehicles,
            Sites sites,
            Intake intake,
            Sightings sightings,
            EtlRunSink etlRuns,
            PlatformTransactionManager transactions,
            Clock clock) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new PushedFixes(pushes, sink, vehicles, sites, intake, sightings, etlRuns, own, clock);
    }

    /** A server that only forwards is not asked. */
    @Bean
    @ConditionalOnProperty("optimizer.traccar.pull")
    TraccarTraces traccarTraces(
            ProducerTemplate camel, Environment environment, WorkTimes workTimes, Sightings sightings, Clock clock) {
        TraccarSettings settings = Binder.get(environment)
                .bind("optimizer.traccar", TraccarSettings.class)
                .get();
        return new TraccarTraces(new Traccar(camel, settings, clock), workTimes, sightings);
    }
}
