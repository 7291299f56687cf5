package org.optimizer.web;

import java.util.List;
import org.optimizer.process.SmsControl;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What keeps SMS from leaving, beside a week whose messages are to leave; asked for only where it is shown. */
@ControllerAdvice(assignableTypes = ReviewController.class)
class SmsBeside {
    private final SmsControl control;

    SmsBeside(SmsControl control) {
        this.control = control;
    }

    /** Whatever a page asks of it. */
    final class Holds {
        private final Words say;

        private Holds(Words say) {
            this.say = say;
        }

        /** In words; none when messages leave at once. */
        public List<String> words() {
            SmsControl.Hold hold = control.hold();
            return hold.stopped()
                    ? List.of(say.text("sms.hold.stopped"))
                    : hold.closed().stream().map(this::closed).toList();
        }

        private String closed(SmsControl.Country country) {
            return say.text(
                    "sms.hold.closed",
                    say.country(country.rules().country()),
                    say.hour(country.next(), country.rules().zone()));
        }
    }

    @ModelAttribute("holds")
    Holds holds(@ModelAttribute("say") Words say) {
        return new Holds(say);
    }
}
