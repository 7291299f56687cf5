package org.optimizer.config;

import java.time.Clock;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Drivers;
import org.optimizer.extract.Globo;
import org.optimizer.extract.PeriodSource;
import org.optimizer.extract.Periods;
import org.optimizer.extract.ProviderScores;
import org.optimizer.extract.ScoreFeed;
import org.optimizer.extract.Scores;
import org.optimizer.extract.Sites;
import org.optimizer.extract.Vehicles;
import org.optimizer.load.ContestSink;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.PeriodSink;
import org.optimizer.load.ProviderScoreSink;
import org.optimizer.process.FedFleet;
import org.optimizer.process.FedResults;
import org.optimizer.process.FedScores;
import org.optimizer.process.PushedWeeks;
import org.optimizer.process.WeekWaits;
import org.optimizer.rules.RulebookShelf;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Contests whose counts or marks come from providers. */
@Configuration
@EnableConfigurationProperties(ScoreSettings.class)
@Import({Periods.class, ProviderScores.class, PeriodSink.class, ProviderScoreSink.class})
class ScoreWiring {

    @Bean
    Globo globo(ProducerTemplate camel, ScoreSettings settings) {
        return new Globo(camel, settings.globo().settings());
    }

    @Bean
    ScoreFeed scoreFeed(ProducerTemplate camel, ScoreSettings settings) {
        return new ScoreFeed(camel, settings.scorefeed().settings());
    }

    @Bean
    FedFleet fedFleet(Sites sites, Vehicles vehicles, Drivers drivers, Settings settings) {
        return new FedFleet(sites, vehicles, drivers, settings.fetch().badgeLookBackDays());
    }

    @Bean
    FedScores fedScores(
            FedFleet fleet,
            List<PeriodSource> sources,
            PushedWeeks pushed,
            Periods periods,
            PeriodSink sink,
            EtlRunSink etlRuns,
            ScoreSettings settings,
            @Value("${optimizer.jobs.retries}") String retries,
            Clock clock) {
        return new FedScores(
                fleet,
                sources,
                pushed,
                periods,
                sink,
                etlRuns,
                new FedScores.Retries(retries, settings.askAgain()),
                clock);
    }

    @Bean
    FedResults fedResults(
            Contests contests,
            Scores scores,
            Periods periods,
            ProviderScores earlier,
            FedFleet fleet,
            ContestSink contestSink,
            ProviderScoreSink sink,
            RulebookShelf shelf) {
        return new FedResults(contests, scores, periods, earlier, fleet, contestSink, sink, shelf);
    }

    @Bean
    WeekWaits weekWaits(ManagementService jobs, RuntimeService engine) {
        return new WeekWaits(jobs, engine);
    }
}
