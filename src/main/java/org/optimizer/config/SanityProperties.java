package org.optimizer.config;

import java.util.List;
import org.optimizer.model.Language;
import org.optimizer.process.SanitySettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What an operator sets under {@code optimizer.sanity} in application.yaml. */
@ConfigurationProperties("optimizer.sanity")
record SanityProperties(
        List<String> mailTo,
        @DefaultValue("optimizer@localhost") String mailFrom,
        @DefaultValue("FR") Language language) {
    SanitySettings settings() {
        return new SanitySettings(mailTo, mailFrom, language);
    }
}
