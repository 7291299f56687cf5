package org.optimizer.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.optimizer.extract.TracksSettings;
import org.optimizer.load.SmsSettings;
import org.optimizer.process.ContestSettings;
import org.optimizer.process.FetchSettings;
import org.optimizer.process.InboxSettings;
import org.optimizer.process.IntakeSettings;
import org.optimizer.process.RuleSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What an operator sets under {@code optimizer} in application.yaml. */
@ConfigurationProperties("optimizer")
public record Settings(
        FetchSettings fetch,
        ContestSettings contest,
        TracksSettings traces,
        SmsSettings sms,
        RuleSettings rules,
        StandIn standin,
        IntakeSettings intake,
        InboxSettings inbox) {

    /**
     * @param demo whether the demo fleet is there
     * @param ledgerFile where the stand-in keeps what it "sent", so that a restart forgets nothing
     * @param replayFolder recordings to be served beside the demo fleet; null for none
     * @param replayWeek the ISO week they are moved to, such as 2026-W47; null without a folder
     * @param apiKey what the stand-ins of Globo, scorefeed and Traccar take
     * @param pushTo where its boxes push to
     */
    public record StandIn(
            boolean enabled,
            int port,
            boolean demo,
            Path ledgerFile,
            Path replayFolder,
            String replayWeek,
            @DefaultValue("PT2S") Duration receiptDelay,
            @DefaultValue("demo") String apiKey,
            URI pushTo) {}
}
