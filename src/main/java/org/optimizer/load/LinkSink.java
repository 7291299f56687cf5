package org.optimizer.load;

import java.security.SecureRandom;
import java.time.Clock;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.LinkToken;
import org.optimizer.model.Sms;
import org.optimizer.model.Stored;

/** Makes the links to drivers' pages while messages leave. */
public class LinkSink {
    private final ProducerTemplate camel;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public LinkSink(ProducerTemplate camel, Clock clock) {
        this.camel = camel;
        this.clock = clock;
    }

    /**
     * The message with a link of its own in place of the blank; one without a blank as it is. What the link opens is stored before
     * the message leaves; a link that never arrives opens nothing to anybody. A message that is sent again has another link.
     */
    public Sms issue(Sms message) {
        if (!LinkToken.isAwaited(message.text())) {
            return message;
        }
        byte[] bytes = new byte[LinkToken.BYTES];
        random.nextBytes(bytes);
        String token = LinkToken.of(bytes);
        keep(message, token);
        return message.withText(LinkToken.filled(message.text(), token));
    }

    private void keep(Sms message, String token) {
        Call.route(
                camel,
                "keep-driver-link",
                Stored.row(
                        "tokenHash", LinkToken.hash(token),
                        "contestId", message.contestId(),
                        "week", message.week(),
                        "driverId", message.driverId(),
                        "issuedAt", clock.instant()));
    }
}
