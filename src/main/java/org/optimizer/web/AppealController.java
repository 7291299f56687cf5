package org.optimizer.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import org.optimizer.model.EventKey;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.process.Amendments;
import org.optimizer.process.Amendments.Upheld;
import org.optimizer.process.ReviewDesk.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** An approver upholds an appeal against one event of a driver's week. */
@Controller
class AppealController {
    private final Amendments amendments;

    AppealController(Amendments amendments) {
        this.amendments = amendments;
    }

    @PostMapping("/contests/{contestId}/weeks/{week}/drivers/{driverId}/appeals")
    String uphold(
            @PathVariable String contestId,
            @PathVariable String week,
            @PathVariable String driverId,
            @RequestParam String vehicleId,
            @RequestParam ManoeuvreKind kind,
            @RequestParam String at,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String reason,
            Principal by,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        try {
            EventKey event = new EventKey(vehicleId, kind, Instant.parse(at));
            boolean amended = amendments.uphold(
                    contestId, IsoWeek.parse(week), revision, new Upheld(driverId, event, reason, by.getName()));
            next.addFlashAttribute("appealDone", say.text(amended ? "appeal.done.amended" : "appeal.done.revised"));
        } catch (Refused refused) {
            next.addFlashAttribute("appealRefused", say.refused(refused.code(), refused.getMessage()));
        } catch (IllegalArgumentException | DateTimeException unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, unknown);
        }
        return "redirect:"
                + UriComponentsBuilder.fromPath("/contests/{contestId}/weeks/{week}/drivers/{driverId}")
                        .fragment("appeals")
                        .encode(UTF_8)
                        .buildAndExpand(contestId, week, driverId);
    }
}
