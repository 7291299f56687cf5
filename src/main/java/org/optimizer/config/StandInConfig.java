package org.optimizer.config;

import java.time.Clock;
import java.util.Optional;
import org.optimizer.model.IsoWeek;
import org.optimizer.standin.StandIn;
import org.optimizer.standin.StandInSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The providers' stand-ins, for a first look and for tests; the product reaches them over HTTP like any provider. */
@Configuration
@ConditionalOnProperty(prefix = "optimizer.standin", name = "enabled", havingValue = "true")
class StandInConfig {

    @Bean(initMethod = "start", destroyMethod = "stop")
    StandIn standIn(Settings settings, Clock clock) {
        Settings.StandIn standIn = settings.standin();
        return new StandIn(
                new StandInSettings(
                        standIn.port(),
                        Optional.ofNullable(standIn.ledgerFile()),
                        Optional.ofNullable(standIn.replayFolder()),
                        Optional.ofNullable(standIn.replayWeek()).map(StandInConfig::replayWeek),
                        standIn.demo(),
                        standIn.receiptDelay(),
                        settings.traces().clientId(),
                        settings.traces().clientSecret(),
                        settings.sms().apiKey(),
                        settings.sms().apiSecret(),
                        standIn.apiKey(),
                        standIn.pushTo()),
                clock);
    }

    private static IsoWeek replayWeek(String text) {
        try {
            return IsoWeek.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("optimizer.standin.replay-week: " + e.getMessage(), e);
        }
    }
}
