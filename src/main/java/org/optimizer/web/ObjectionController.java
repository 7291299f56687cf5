package org.optimizer.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.Principal;
import java.util.Optional;
import org.optimizer.model.EventKey;
import org.optimizer.model.Explanation.EventCost;
import org.optimizer.model.Objection;
import org.optimizer.process.EventMinute;
import org.optimizer.process.Explanations;
import org.optimizer.process.ObjectionDesk;
import org.optimizer.process.ObjectionDesk.Verdict;
import org.optimizer.process.ReviewDesk.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** What drivers object to: for approvers to decide, and counted by row of the rules for those who write them. */
@Controller
class ObjectionController {
    private final ObjectionDesk desk;
    private final EventMinute minutes;
    private final Explanations explanations;

    ObjectionController(ObjectionDesk desk, EventMinute minutes, Explanations explanations) {
        this.desk = desk;
        this.minutes = minutes;
        this.explanations = explanations;
    }

    /** Who may not decide sees counts only, nothing of a driver. */
    @GetMapping("/objections")
    String list(@ModelAttribute("reader") Reader reader, @ModelAttribute("say") Words say, Model model) {
        model.addAttribute(
                "sums",
                desk.sums().stream().map(sum -> ObjectionSumRow.of(sum, say)).toList());
        model.addAttribute("list", reader.approves() ? ObjectionRow.of(desk.listed(), say) : ObjectionRow.Table.EMPTY);
        return "objections";
    }

    @GetMapping("/objections/{id}")
    String one(@PathVariable String id, @ModelAttribute("say") Words say, Model model) {
        Objection objection = desk.find(id).orElseThrow(() -> notFound(null));
        model.addAttribute(
                "page",
                ObjectionPage.of(objection, desk.nameOf(objection), cost(objection), minutes.around(objection), say));
        return "objection";
    }

    /** The event as it is scored now; empty once later data have moved it. */
    private Optional<EventCost> cost(Objection objection) {
        return explanations
                .explain(objection.contestId(), objection.week(), objection.driverId())
                .explanation()
                .events()
                .stream()
                .filter(event -> EventKey.of(event.scored().event()).equals(objection.event()))
                .findFirst();
    }

    @PostMapping("/objections/{id}")
    String decide(
            @PathVariable String id,
            @RequestParam Verdict verdict,
            @RequestParam(defaultValue = "") String reason,
            Principal by,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        try {
            desk.decide(id, verdict, reason, by.getName());
            next.addFlashAttribute("done", say.text("objection.done." + verdict.name()));
        } catch (Refused refused) {
            next.addFlashAttribute("refusal", say.refused(refused.code(), refused.getMessage()));
            next.addFlashAttribute("typed", reason);
        } catch (IllegalArgumentException unknown) {
            throw notFound(unknown);
        }
        return "redirect:/objections/" + UriUtils.encodePathSegment(id, UTF_8);
    }

    private static ResponseStatusException notFound(Throwable cause) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, null, cause);
    }
}
