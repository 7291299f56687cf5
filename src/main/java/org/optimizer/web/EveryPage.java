package org.optimizer.web;

import java.time.Clock;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows or needs: the words, who is signed in, and whether messages leave. */
@ControllerAdvice
class EveryPage {
    private final MessageSource messages;
    private final Clock clock;
    private final boolean live;

    EveryPage(MessageSource messages, Clock clock, @Value("${optimizer.sms.mode:}") String smsMode) {
        this.messages = messages;
        this.clock = clock;
        this.live = smsMode.equals("live");
    }

    @ModelAttribute("say")
    Words say(Locale locale) {
        return new Words(messages, locale, clock.instant());
    }

    @ModelAttribute("reader")
    Reader reader(Authentication user) {
        return Reader.of(user);
    }

    @ModelAttribute("smsLive")
    boolean smsLive() {
        return live;
    }
}
