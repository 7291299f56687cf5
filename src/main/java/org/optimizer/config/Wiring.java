package org.optimizer.config;

import java.time.Clock;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.optimizer.extract.ActivityDays;
import org.optimizer.extract.Appeals;
import org.optimizer.extract.Backfills;
import org.optimizer.extract.Badges;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.EtlRuns;
import org.optimizer.extract.Evidence;
import org.optimizer.extract.Facts;
import org.optimizer.extract.Fairness;
import org.optimizer.extract.FetchProblems;
import org.optimizer.extract.InboxFiles;
import org.optimizer.extract.Outbox;
import org.optimizer.extract.Rejects;
import org.optimizer.extract.RelativeScores;
import org.optimizer.extract.Revisions;
import org.optimizer.extract.RuleDrafts;
import org.optimizer.extract.RulebookFiles;
import org.optimizer.extract.Scores;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Teams;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.TraceSource;
import org.optimizer.extract.Tracks;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.load.ActivitySink;
import org.optimizer.load.AmendmentSink;
import org.optimizer.load.BackfillSink;
import org.optimizer.load.BadgeSink;
import org.optimizer.load.ContestSink;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.ExplanationSink;
import org.optimizer.load.FactsSink;
import org.optimizer.load.FairnessSink;
import org.optimizer.load.FetchProblemSink;
import org.optimizer.load.FleetSink;
import org.optimizer.load.InboxSink;
import org.optimizer.load.OutboxSink;
import org.optimizer.load.RejectSink;
import org.optimizer.load.RelativeSink;
import org.optimizer.load.ReviewSink;
import org.optimizer.load.RevisionSink;
import org.optimizer.load.RuleDraftSink;
import org.optimizer.load.RulebookSink;
import org.optimizer.load.SmsGateway;
import org.optimizer.load.TraceSink;
import org.optimizer.process.Amendments;
import org.optimizer.process.BackfillDesk;
import org.optimizer.process.BackfillTraces;
import org.optimizer.process.BadgeDesk;
import org.optimizer.process.Calibration;
import org.optimizer.process.DrivingKpis;
import org.optimizer.process.Explanations;
import org.optimizer.process.FactsRefresh;
import org.optimizer.process.FairnessAudit;
import org.optimizer.process.FedResults;
import org.optimizer.process.FedScores;
import org.optimizer.process.FetchNightly;
import org.optimizer.process.FetchTraces;
import org.optimizer.process.Inbox;
import org.optimizer.process.Intake;
import org.optimizer.process.KpiDesk;
import org.optimizer.process.LinkSettings;
import org.optimizer.process.ProviderDesk;
import org.optimizer.process.PushedFixes;
import org.optimizer.process.RefreshFacts;
import org.optimizer.process.RejectDesk;
import org.optimizer.process.RelativeResults;
import org.optimizer.process.ReviewDesk;
import org.optimizer.process.ReviewTask;
import org.optimizer.process.RevisionDesk;
import org.optimizer.process.SettlementTask;
import org.optimizer.process.SmsDispatch;
import org.optimizer.process.SmsReceipts;
import org.optimizer.process.VehicleFetches;
import org.optimizer.process.WeekAppendix;
import org.optimizer.process.WeekBoard;
import org.optimizer.process.WeekOpener;
import org.optimizer.process.WeekResults;
import org.optimizer.process.WeeklyContest;
import org.optimizer.process.ZoneDesk;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Who gets what: the only place that knows all of the product's own classes. Bean names are the names in the BPMN files. */
@Configuration
@EnableConfigurationProperties({Folders.class, Settings.class})
@Import({
    Appeals.class,
    ActivityDays.class,
    Backfills.class,
    Contests.class,
    Drivers.class,
    EtlRuns.class,
    Evidence.class,
    Facts.class,
    Fairness.class,
    FetchProblems.class,
    Outbox.class,
    RuleDrafts.class,
    RelativeScores.class,
    Revisions.class,
    Rejects.class,
    RulebookFiles.class,
    Scores.class,
    Sites.class,
    Teams.class,
    Zones.class,
    TraceDays.class,
    Vehicles.class,
    AmendmentSink.class,
    ActivitySink.class,
    BackfillSink.class,
    ContestSink.class,
    EtlRunSink.class,
    ExplanationSink.class,
    FactsSink.class,
    FairnessSink.class,
    FetchProblemSink.class,
    FleetSink.class,
    OutboxSink.class,
    RelativeSink.class,
    ReviewSink.class,
    RevisionSink.class,
    RuleDraftSink.class,
    RulebookSink.class,
    TraceSink.class,
    Badges.class,
    InboxFiles.class,
    BadgeSink.class,
    RejectSink.class,
    Badges.class,
    InboxFiles.class,
    BadgeSink.class,
    InboxSink.class
})
class Wiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Tracks tracks(ProducerTemplate camel, Settings settings, Clock clock) {
        return new Tracks(camel, settings.traces(), clock);
    }

    @Bean
    Intake intake(Sites sites, Zones zones, TraceDays days, TraceSink sink, RejectSink rejects, Settings settings) {
        return new Intake(sites, zones, days, sink, rejects, settings.intake());
    }

    @Bean
    RejectDesk rejectDesk(
            Rejects rejects,
            RejectSink sink,
            Vehicles vehicles,
            Intake intake,
            EtlRunSink etlRuns,
            FactsRefresh refresh,
            TransactionTemplate transaction,
            Clock clock) {
        return new RejectDesk(rejects, sink, vehicles, intake, etlRuns, refresh, transaction, clock);
    }

    @Bean
    FactsRefresh factsRefresh(RuntimeService engine, ManagementService jobs, Settings settings, Clock clock) {
        return new FactsRefresh(engine, jobs, settings.fetch(), clock);
    }

    @Bean
    BadgeDesk badgeDesk(
            Sites sites,
            Vehicles vehicles,
            Drivers drivers,
            Badges badges,
            FleetSink fleetSink,
            BadgeSink sink,
            ActivitySink activitySink,
            FactsRefresh refresh,
            Settings settings,
            TransactionTemplate transaction,
            Clock clock) {
        return new BadgeDesk(
                sites,
                vehicles,
                drivers,
                badges,
                fleetSink,
                sink,
                activitySink,
                refresh,
                settings.fetch(),
                transaction,
                clock);
    }

    @Bean
    Inbox inbox(
            Settings settings,
            Sites sites,
            Vehicles vehicles,
            InboxFiles files,
            InboxSink sink,
            Intake intake,
            BadgeDesk badges,
            EtlRunSink etlRuns,
            FactsRefresh refresh,
            TransactionTemplate transaction,
            Clock clock) {
        return new Inbox(
                settings.inbox(),
                settings.intake().fixesInMemory(),
                sites,
                vehicles,
                files,
                sink,
                intake,
                badges,
                etlRuns,
                refresh,
                transaction,
                clock);
    }

    @Bean
    RefreshFacts refreshFacts(PushedFixes pushed, TraceDays traceDays, Settings settings) {
        return new RefreshFacts(pushed, traceDays, settings.fetch());
    }

    @Bean
    SmsGateway smsGateway(ProducerTemplate camel, Settings settings, Clock clock) {
        return new SmsGateway(camel, settings.sms(), clock);
    }

    @Bean
    RulebookShelf rulebookShelf(Folders folders, ObjectProvider<RulebookFiles> kept) {
        // kept versions are asked for later: a mistake in the rules folder shows before routes and database are there
        try {
            return new RulebookShelf(
                    folders.rules(), version -> kept.getObject().find(version));
        } catch (RulesException e) {
            throw new IllegalStateException("folder " + folders.rules() + ":\n" + e.getMessage(), e);
        }
    }

    @Bean
    VehicleFetches vehicleFetches(
            PlatformTransactionManager transactions,
            FetchProblems problems,
            FetchProblemSink sink,
            EtlRunSink etlRuns,
            Settings settings,
            Clock clock) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new VehicleFetches(own, problems, sink, etlRuns, settings.fetch(), clock);
    }

    @Bean
    FetchTraces fetchTraces(
            Sites sites,
            Zones zones,
            Vehicles vehicles,
            Contests contests,
            Drivers drivers,
            List<TraceSource> sources,
            VehicleFetches fetches,
            Intake intake,
            TraceDays traceDays,
            TraceSink traceSink,
            FactsSink factsSink,
            EtlRunSink etlRuns,
            Settings settings,
            Clock clock) {
        return new FetchTraces(
                sites,
                zones,
                vehicles,
                contests,
                drivers,
                sources,
                fetches,
                intake,
                traceDays,
                traceSink,
                factsSink,
                etlRuns,
                settings.fetch(),
                clock);
    }

    @Bean
    ProviderDesk providerDesk(
            Sites sites, Vehicles vehicles, FetchProblems problems, List<TraceSource> sources, Clock clock) {
        return new ProviderDesk(sites, vehicles, problems, sources, clock);
    }

    @Bean
    BackfillTraces backfillTraces(Backfills backfills, BackfillSink sink, Clock clock) {
        return new BackfillTraces(backfills, sink, clock);
    }

    @Bean
    BackfillDesk backfillDesk(
            Sites sites,
            Contests contests,
            Vehicles vehicles,
            Backfills backfills,
            BackfillSink sink,
            List<TraceSource> sources,
            FactsRefresh refresh,
            RuntimeService engine,
            IdentityService identities,
            TransactionTemplate transaction,
            Clock clock) {
        return new BackfillDesk(
                sites, contests, vehicles, backfills, sink, sources, refresh, engine, identities, transaction, clock);
    }

    @Bean
    FetchNightly fetchNightly(Settings settings, Clock clock) {
        return new FetchNightly(settings.fetch(), clock);
    }

    @Bean
    WeekResults weekResults(
            Contests contests,
            Drivers drivers,
            Scores scores,
            Teams teams,
            ContestSink sink,
            RulebookShelf shelf,
            RelativeResults relative,
            FedResults fed,
            LinkSettings links) {
        return new WeekResults(contests, drivers, scores, teams, sink, shelf, relative, fed, links);
    }

    @Bean
    RelativeResults relativeResults(Facts facts, Scores scores, RelativeScores relative, RelativeSink sink) {
        return new RelativeResults(facts, scores, relative, sink);
    }

    @Bean
    DrivingKpis drivingKpis(
            Sites sites,
            Vehicles vehicles,
            Contests contests,
            Facts facts,
            Zones zones,
            ActivityDays activityDays,
            ActivitySink sink,
            RulebookSink rulebookSink,
            RulebookShelf shelf,
            Settings settings,
            Clock clock) {
        return new DrivingKpis(
                sites,
                vehicles,
                contests,
                facts,
                zones,
                activityDays,
                sink,
                rulebookSink,
                shelf,
                settings.fetch(),
                clock);
    }

    @Bean
    KpiDesk kpiDesk(
            Sites sites,
            Vehicles vehicles,
            Drivers drivers,
            Zones zones,
            TraceDays traceDays,
            ActivityDays activity,
            RulebookShelf shelf,
            Clock clock) {
        return new KpiDesk(sites, vehicles, drivers, zones, traceDays, activity, shelf, clock);
    }

    @Bean
    ZoneDesk zoneDesk(
            Sites sites,
            Vehicles vehicles,
            Drivers drivers,
            Zones zones,
            TraceDays traceDays,
            ActivityDays activity,
            FleetSink fleetSink,
            ActivitySink activitySink,
            RulebookShelf shelf,
            Settings settings,
            RuntimeService engine,
            IdentityService identities,
            TransactionTemplate transaction,
            Clock clock) {
        return new ZoneDesk(
                sites,
                vehicles,
                drivers,
                zones,
                traceDays,
                activity,
                fleetSink,
                activitySink,
                shelf,
                settings.fetch(),
                engine,
                identities,
                transaction,
                clock);
    }

    @Bean
    WeekOpener weekOpener(Sites sites, Contests contests, RuntimeService engine, Clock clock) {
        return new WeekOpener(sites, contests, engine, clock);
    }

    @Bean
    Explanations explanations(
            Contests contests,
            Facts facts,
            Scores scores,
            Evidence evidence,
            ExplanationSink sink,
            RulebookShelf shelf) {
        return new Explanations(contests, facts, scores, evidence, sink, shelf);
    }

    @Bean
    WeeklyContest weeklyContest(
            Sites sites,
            Contests contests,
            Facts facts,
            Scores scores,
            Appeals appeals,
            Outbox outbox,
            ContestSink contestSink,
            OutboxSink outboxSink,
            RulebookSink rulebookSink,
            RulebookShelf shelf,
            WeekResults results,
            WeekOpener opener,
            FairnessAudit fairness,
            Explanations explanations,
            FedScores fed,
            Settings settings,
            Clock clock) {
        return new WeeklyContest(
                sites,
                contests,
                facts,
                scores,
                appeals,
                outbox,
                contestSink,
                outboxSink,
                rulebookSink,
                shelf,
                results,
                opener,
                fairness,
                explanations,
                fed,
                settings.contest(),
                clock);
    }

    @Bean
    Amendments amendments(
            Sites sites,
            Contests contests,
            Scores scores,
            Appeals appeals,
            ContestSink contestSink,
            AmendmentSink sink,
            ReviewSink reviewSink,
            WeeklyContest steps,
            WeekResults results,
            Explanations explanations,
            RulebookShelf shelf,
            TransactionTemplate transaction,
            Clock clock) {
        return new Amendments(
                sites,
                contests,
                scores,
                appeals,
                contestSink,
                sink,
                reviewSink,
                steps,
                results,
                explanations,
                shelf,
                transaction,
                clock);
    }

    @Bean
    RevisionDesk revisionDesk(
            Contests contests,
            Vehicles vehicles,
            Facts facts,
            Scores scores,
            Appeals appeals,
            Revisions revisions,
            ContestSink contestSink,
            RevisionSink sink,
            WeeklyContest steps,
            WeekResults results,
            TransactionTemplate transaction,
            Clock clock) {
        return new RevisionDesk(
                contests,
                vehicles,
                facts,
                scores,
                appeals,
                revisions,
                contestSink,
                sink,
                steps,
                results,
                transaction,
                clock);
    }

    @Bean
    WeekAppendix weekAppendix(Appeals appeals, Teams teams, WeekResults results, Clock clock) {
        return new WeekAppendix(appeals, teams, results, clock);
    }

    @Bean
    ReviewDesk reviewDesk(
            Sites sites,
            Contests contests,
            Facts facts,
            Scores scores,
            ReviewSink sink,
            WeekResults results,
            TaskService tasks,
            IdentityService identities,
            TransactionTemplate transaction,
            Clock clock) {
        return new ReviewDesk(sites, contests, facts, scores, sink, results, tasks, identities, transaction, clock);
    }

    @Bean
    ReviewTask reviewTask(ReviewDesk desk, IdentityService identities) {
        return new ReviewTask(desk, identities);
    }

    @Bean
    SettlementTask settlementTask(IdentityService identities) {
        return new SettlementTask(identities);
    }

    @Bean
    SmsDispatch smsDispatch(
            Contests contests,
            Outbox outbox,
            OutboxSink sink,
            SmsGateway gateway,
            RuntimeService engine,
            TransactionTemplate transaction,
            Clock clock) {
        return new SmsDispatch(contests, outbox, sink, gateway, engine, transaction, clock);
    }

    @Bean
    SmsReceipts smsReceipts(OutboxSink sink, TransactionTemplate transaction, Clock clock) {
        return new SmsReceipts(sink, transaction, clock);
    }

    @Bean
    WeekBoard weekBoard(
            Sites sites,
            Contests contests,
            Scores scores,
            Outbox outbox,
            TraceDays traceDays,
            EtlRuns etlRuns,
            WeekOpener opener,
            RevisionDesk revisions,
            RuntimeService engine,
            TaskService tasks,
            IdentityService identities,
            Clock clock) {
        return new WeekBoard(
                sites,
                contests,
                scores,
                outbox,
                traceDays,
                etlRuns,
                opener,
                revisions,
                engine,
                tasks,
                identities,
                clock);
    }

    @Bean
    FairnessAudit fairnessAudit(
            Sites sites,
            Contests contests,
            Vehicles vehicles,
            Scores scores,
            Fairness fairness,
            FairnessSink sink,
            RulebookShelf shelf) {
        return new FairnessAudit(sites, contests, vehicles, scores, fairness, sink, shelf);
    }

    @Bean
    Calibration calibration(
            Sites sites,
            Contests contests,
            Drivers drivers,
            Facts facts,
            Scores scores,
            Appeals appeals,
            RuleDrafts drafts,
            RuleDraftSink sink,
            RulebookSink rulebooks,
            RulebookShelf shelf,
            TransactionTemplate transaction,
            Clock clock) {
        return new Calibration(
                sites, contests, drivers, facts, scores, appeals, drafts, sink, rulebooks, shelf, transaction, clock);
    }
}
