package org.optimizer.web;

import java.security.Principal;
import org.optimizer.model.IsoWeek;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.process.RevisionDesk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** An approver has late data scored beside the results of a week that is out. */
@Controller
class RevisionController {
    private final RevisionDesk desk;

    RevisionController(RevisionDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/contests/{contestId}/weeks/{week}/revisions")
    String revise(
            @PathVariable String contestId,
            @PathVariable String week,
            @RequestParam String reason,
            Principal by,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        try {
            int number = desk.revise(contestId, IsoWeek.parse(week), reason, by.getName());
            next.addFlashAttribute("revised", say.text("late.done", number));
        } catch (Refused refused) {
            next.addFlashAttribute("notRevised", say.refused(refused.code(), refused.getMessage()));
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, unknown);
        }
        return "redirect:"
                + UriComponentsBuilder.fromPath("/contests/{contestId}/weeks/{week}")
                        .fragment("late")
                        .encode()
                        .buildAndExpand(contestId, week);
    }
}
