package org.optimizer.config;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.optimizer.extract.ActivityDays;
import org.optimizer.extract.Appeals;
import org.optimizer.extract.Backfills;
import org.optimizer.extract.BacktestResults;
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
import org.optimizer.extract.Reviews;
import org.optimizer.extract.Revisions;
import org.optimizer.extract.RowCounts;
import org.optimizer.extract.RuleChanges;
import org.optimizer.extract.RuleDrafts;
import org.optimizer.extract.RulebookFiles;
import org.optimizer.extract.Scores;
import org.optimizer.extract.ShadowResults;
import org.optimizer.extract.Sites;
import org.optimizer.extract.SmsGuards;
import org.optimizer.extract.SmsLedger;
import org.optimizer.extract.SmsReports;
import org.optimizer.extract.Teams;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.TraceSource;
import org.optimizer.extract.Tracks;
import org.optimizer.extract.Vehicles;
import org.optimizer.extract.Zones;
import org.optimizer.load.ActivitySink;
import org.optimizer.load.AmendmentSink;
import org.optimizer.load.BackfillSink;
import org.optimizer.load.BacktestSink;
import org.optimizer.load.BadgeSink;
import org.optimizer.load.ContestSink;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.ExplanationSink;
import org.optimizer.load.FactsSink;
import org.optimizer.load.FairnessSink;
import org.optimizer.load.FetchProblemSink;
import org.optimizer.load.FleetSink;
import org.optimizer.load.InboundSink;
import org.optimizer.load.InboxSink;
import org.optimizer.load.OutboxSink;
import org.optimizer.load.RejectSink;
import org.optimizer.load.RelativeSink;
import org.optimizer.load.ReviewSink;
import org.optimizer.load.RevisionSink;
import org.optimizer.load.RowCountSink;
import org.optimizer.load.RuleChangeSink;
import org.optimizer.load.RuleDraftSink;
import org.optimizer.load.RulebookSink;
import org.optimizer.load.ShadowSink;
import org.optimizer.load.SmsGateway;
import org.optimizer.load.SmsGuardSink;
import org.optimizer.load.SmsLedgerSink;
import org.optimizer.load.TraceSink;
import org.optimizer.load.WebhookSink;
import org.optimizer.model.IsoWeek;
import org.optimizer.process.Amendments;
import org.optimizer.process.BackfillDesk;
import org.optimizer.process.BackfillTraces;
import org.optimizer.process.Backtests;
import org.optimizer.process.BadgeDesk;
import org.optimizer.process.Calibration;
import org.optimizer.process.ChangeRules;
import org.optimizer.process.DrivingKpis;
import org.optimizer.process.Explanations;
import org.optimizer.process.FactsRefresh;
import org.optimizer.process.FairnessAudit;
import org.optimizer.process.FedResults;
import org.optimizer.process.FedScores;
import org.optimizer.process.FetchNightly;
import org.optimizer.process.FetchTraces;
import org.optimizer.process.FolderWatch;
import org.optimizer.process.InboundSms;
import org.optimizer.process.Inbox;
import org.optimizer.process.Intake;
import org.optimizer.process.KpiBacktest;
import org.optimizer.process.KpiDesk;
import org.optimizer.process.LinkSettings;
import org.optimizer.process.LivingSheet;
import org.optimizer.process.OutboxWatch;
import org.optimizer.process.PastWeeks;
import org.optimizer.process.ProviderDesk;
import org.optimizer.process.PushedFixes;
import org.optimizer.process.RefreshFacts;
import org.optimizer.process.RejectDesk;
import org.optimizer.process.RelativeResults;
import org.optimizer.process.ReviewChanges;
import org.optimizer.process.ReviewDesk;
import org.optimizer.process.ReviewDossier;
import org.optimizer.process.ReviewTask;
import org.optimizer.process.RevisionDesk;
import org.optimizer.process.RuleApproval;
import org.optimizer.process.RuleBoard;
import org.optimizer.process.RuleDesk;
import org.optimizer.process.RulesInForce;
import org.optimizer.process.SendingGuard;
import org.optimizer.process.SettleUnclearSms;
import org.optimizer.process.SettlementTask;
import org.optimizer.process.ShadowScores;
import org.optimizer.process.SmsDispatch;
import org.optimizer.process.SmsOptOuts;
import org.optimizer.process.SmsPolicy;
import org.optimizer.process.SmsReceipts;
import org.optimizer.process.UnclearSms;
import org.optimizer.process.VehicleFetches;
import org.optimizer.process.WebhookGate;
import org.optimizer.process.WeekAppendix;
import org.optimizer.process.WeekBoard;
import org.optimizer.process.WeekOpener;
import org.optimizer.process.WeekResults;
import org.optimizer.process.WeeklyContest;
import org.optimizer.process.WhyNot;
import org.optimizer.process.ZoneDesk;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
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
    BacktestResults.class,
    Backfills.class,
    Contests.class,
    Drivers.class,
    EtlRuns.class,
    Evidence.class,
    Facts.class,
    Fairness.class,
    FetchProblems.class,
    Outbox.class,
    RuleChanges.class,
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
    BacktestSink.class,
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
    RuleChangeSink.class,
    Reviews.class,
    RevisionSink.class,
    RuleDraftSink.class,
    RulebookSink.class,
    TraceSink.class,
    Badges.class,
    InboxFiles.class,
    BadgeSink.class,
    InboxSink.class,
    RejectSink.class,
    RowCounts.class,
    RowCountSink.class,
    ShadowResults.class,
    ShadowSink.class,
    LivingSheet.class,
    InboundSink.class,
    SmsGuards.class,
    SmsGuardSink.class,
    WebhookSink.class
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
    SmsGateway smsGateway(ProducerTemplate camel, Settings settings, SmsPolicy policy, Clock clock) {
        return new SmsGateway(camel, settings.sms(), policy::sender, clock);
    }

    @Bean
    RulebookShelf rulebookShelf(
            Folders folders, ObjectProvider<RulebookFiles> kept, ObjectProvider<RuleChanges> changes, Clock clock) {
        // kept versions are asked for later: a mistake in the rules folder shows before routes and database are there
        try {
            return new RulebookShelf(
                    folders.rules(), version -> kept.getObject().find(version), () -> changes.getObject()
                            .inForce(IsoWeek.of(LocalDate.now(clock))));
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
            SmsPolicy policy,
            SmsLedger ledger,
            LinkSettings links) {
        return new WeekResults(contests, drivers, scores, teams, sink, shelf, relative, fed, policy, ledger, links);
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
            LivingSheet sheet,
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
                sheet,
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
            SmsLedgerSink ledgerSink,
            RulebookSink rulebookSink,
            RulebookShelf shelf,
            RulesInForce rules,
            WeekResults results,
            WeekOpener opener,
            FairnessAudit fairness,
            Explanations explanations,
            FedScores fed,
            LivingSheet sheet,
            ShadowScores shadows,
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
                ledgerSink,
                rulebookSink,
                shelf,
                rules,
                results,
                opener,
                fairness,
                explanations,
                fed,
                sheet,
                shadows,
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
            ContestSink contestSink,
            WeekResults results,
            SmsPolicy policy,
            TaskService tasks,
            IdentityService identities,
            Clock clock) {
        return new ReviewDesk(
                sites, contests, facts, scores, sink, contestSink, results, tasks, identities, policy::priceEur, clock);
    }

    @Bean
    ReviewChanges reviewChanges(
            ReviewDesk desk,
            Contests contests,
            Scores scores,
            Reviews reviews,
            ReviewSink sink,
            ContestSink contestSink,
            WeekResults results,
            TransactionTemplate transaction,
            Clock clock) {
        return new ReviewChanges(desk, contests, scores, reviews, sink, contestSink, results, transaction, clock);
    }

    @Bean
    ReviewDossier reviewDossier(Facts facts, TraceDays traces, Explanations explanations, Reviews reviews) {
        return new ReviewDossier(facts, traces, explanations, reviews);
    }

    @Bean
    ReviewTask reviewTask(ReviewDesk desk, ReviewChanges changes, IdentityService identities) {
        return new ReviewTask(desk, changes, identities);
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
            SmsPolicy policy,
            SmsOptOuts optOuts,
            SendingGuard guard,
            RuntimeService engine,
            TransactionTemplate transaction,
            Clock clock) {
        return new SmsDispatch(contests, outbox, sink, gateway, policy, optOuts, guard, engine, transaction, clock);
    }

    @Bean
    SendingGuard sendingGuard(
            SmsGuards guards,
            SmsGuardSink sink,
            @Value("${optimizer.sms.marker-file}") Path markerFile,
            DataSource dataSource,
            TransactionTemplate transaction,
            Clock clock) {
        return new SendingGuard(guards, sink, markerFile, DurableCommits.whyNot(dataSource), transaction, clock);
    }

    @Bean
    SmsReceipts smsReceipts(OutboxSink sink, TransactionTemplate transaction, Clock clock) {
        return new SmsReceipts(sink, transaction, clock);
    }

    @Bean
    SmsReports smsReports(
            ProducerTemplate camel, @Value("${optimizer.sms.reports}") boolean isAsked, Settings settings) {
        return new SmsReports(
                camel, isAsked, settings.sms().apiKey(), settings.sms().apiSecret());
    }

    @Bean
    SettleUnclearSms settleUnclearSms(
            Outbox outbox, OutboxSink sink, SmsReports reports, Settings settings, Clock clock) {
        return new SettleUnclearSms(outbox, sink, reports, settings.contest().resendAfter(), clock);
    }

    @Bean
    UnclearSms unclearSms(
            Outbox outbox,
            OutboxSink sink,
            RuntimeService engine,
            TaskService tasks,
            IdentityService identities,
            TransactionTemplate transaction,
            @Value("${optimizer.sms.unclear-after}") Duration patience,
            Clock clock) {
        return new UnclearSms(outbox, sink, engine, tasks, identities, transaction, patience, clock);
    }

    @Bean
    OutboxWatch outboxWatch(Outbox outbox, Clock clock) {
        return new OutboxWatch(outbox, clock);
    }

    @Bean
    WebhookGate webhookGate(WebhookSink sink, Settings settings, TransactionTemplate transaction, Clock clock) {
        return new WebhookGate(settings.sms().signatureSecret(), sink, transaction, clock);
    }

    @Bean
    InboundSms inboundSms(InboundSink sink, SmsOptOuts optOuts, TransactionTemplate transaction, Clock clock) {
        return new InboundSms(sink, optOuts, transaction, clock);
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
            PastWeeks past,
            RuleDrafts drafts,
            RuleDraftSink sink,
            RulebookSink rulebooks,
            RulebookShelf shelf,
            TransactionTemplate transaction,
            Clock clock) {
        return new Calibration(sites, contests, drivers, past, drafts, sink, rulebooks, shelf, transaction, clock);
    }

    @Bean
    RulesInForce rulesInForce(
            RuleChanges changes,
            RuleChangeSink sink,
            RulebookSink rulebooks,
            RulebookShelf shelf,
            TransactionTemplate transaction,
            Clock clock) {
        return new RulesInForce(changes, sink, rulebooks, shelf, transaction, clock);
    }

    @Bean
    RuleDesk ruleDesk(
            RuleChanges changes,
            RuleChangeSink sink,
            RulebookSink rulebooks,
            RulebookShelf shelf,
            RulesInForce rules,
            RuntimeService engine,
            TaskService tasks,
            IdentityService identities,
            TransactionTemplate transaction,
            Clock clock) {
        return new RuleDesk(changes, sink, rulebooks, shelf, rules, engine, tasks, identities, transaction, clock);
    }

    @Bean
    ChangeRules changeRules(
            RuleChanges changes, RuleChangeSink sink, RulebookShelf shelf, Backtests backtests, Clock clock) {
        return new ChangeRules(changes, sink, shelf, backtests, clock);
    }

    @Bean
    RuleApproval ruleApproval(RuleDesk desk, IdentityService identities) {
        return new RuleApproval(desk, identities);
    }

    @Bean
    FolderWatch folderWatch(
            Folders folders, RulebookShelf shelf, RuleDesk desk, RulesInForce rules, Settings settings) {
        return new FolderWatch(
                folders.rules(), shelf, desk, rules, settings.rules().folderChanges());
    }

    @Bean
    PastWeeks pastWeeks(Contests contests, Facts facts, Scores scores, Appeals appeals) {
        return new PastWeeks(contests, facts, scores, appeals);
    }

    @Bean
    KpiBacktest kpiBacktest(
            Sites sites, Vehicles vehicles, Facts facts, Zones zones, ActivityDays activityDays, Clock clock) {
        return new KpiBacktest(sites, vehicles, facts, zones, activityDays, clock);
    }

    @Bean
    Backtests backtests(
            Contests contests,
            Drivers drivers,
            PastWeeks past,
            KpiBacktest kpis,
            RuleChanges changes,
            BacktestSink sink,
            RulebookShelf shelf,
            Settings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new Backtests(contests, drivers, past, kpis, changes, sink, shelf, settings.rules(), own, clock);
    }

    @Bean
    RuleBoard ruleBoard(
            RuleChanges changes,
            BacktestResults backtests,
            ShadowResults shadows,
            Contests contests,
            Sites sites,
            Drivers drivers,
            RulebookShelf shelf,
            RulesInForce rules,
            FolderWatch folder,
            RowCounts counts) {
        return new RuleBoard(
                changes,
                backtests,
                shadows,
                contests,
                sites,
                drivers,
                shelf,
                rules,
                folder,
                () -> counts.firedInLastWeeks(RuleBoard.COUNTED_WEEKS));
    }

    @Bean
    WhyNot whyNot(Facts facts, RulebookShelf shelf) {
        return new WhyNot(facts, shelf);
    }

    @Bean
    ShadowScores shadowScores(
            PastWeeks past,
            Scores scores,
            RuleChanges changes,
            ShadowSink sink,
            RulebookShelf shelf,
            Settings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new ShadowScores(
                past, scores, changes, sink, shelf, settings.rules().shadowWithin(), own, clock);
    }
}
