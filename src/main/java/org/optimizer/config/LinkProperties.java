package org.optimizer.config;

import java.time.Duration;
import org.optimizer.process.LinkSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What an operator sets under {@code optimizer.sms} of the links to drivers' pages. */
@ConfigurationProperties("optimizer.sms")
record LinkProperties(
        @DefaultValue("") String linkBaseUrl,
        @DefaultValue("P30D") Duration linkValidFor) {
    LinkSettings settings() {
        return new LinkSettings(linkBaseUrl, linkValidFor);
    }
}
