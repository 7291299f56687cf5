package org.optimizer.process;

import java.util.List;
import org.optimizer.model.Language;

/**
 * Who is told of what checks of the data find.
 *
 * @param mailTo addresses; nobody is told while it is empty
 * @param mailFrom the sender's address
 * @param language of the mails
 */
public record SanitySettings(List<String> mailTo, String mailFrom, Language language) {
    public SanitySettings {
        mailTo = mailTo == null ? List.of() : List.copyOf(mailTo);
    }
}
