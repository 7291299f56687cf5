package org.optimizer.web;

import org.optimizer.process.FairnessAudit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Whether a phone or a vehicle wins a contest instead of a driver. */
@Controller
class FairnessController {
    private final FairnessAudit audit;

    FairnessController(FairnessAudit audit) {
        this.audit = audit;
    }

    @GetMapping("/contests/{contestId}/fairness")
    String fairness(@PathVariable String contestId, @ModelAttribute("say") Words say, Model model) {
        try {
            model.addAttribute("page", FairnessPage.of(audit.report(contestId), say));
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, unknown);
        }
        return "fairness";
    }
}
