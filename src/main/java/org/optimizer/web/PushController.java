package org.optimizer.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.optimizer.extract.Pushes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What other software pushed, what of it waits and what could not be taken. */
@Controller
class PushController {
    private static final Duration TOTALS_OF = Duration.ofDays(1);
    private static final Duration REFUSALS_OF = Duration.ofDays(30);
    private static final int MOST_REFUSALS = 200;

    private final Pushes pushes;
    private final Clock clock;

    PushController(Pushes pushes, Clock clock) {
        this.pushes = pushes;
        this.clock = clock;
    }

    @GetMapping("/pushes")
    String show(@ModelAttribute("say") Words say, Model model) {
        Instant now = clock.instant();
        model.addAttribute(
                "page",
                PushPage.of(
                        pushes.listTotals(now.minus(TOTALS_OF)),
                        pushes.listWaiting(),
                        pushes.listRefusals(now.minus(REFUSALS_OF), MOST_REFUSALS),
                        say));
        return "pushes";
    }
}
