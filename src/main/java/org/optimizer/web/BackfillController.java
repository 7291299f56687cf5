package org.optimizer.web;

import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.optimizer.process.BackfillDesk;
import org.optimizer.process.BackfillDesk.Range;
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

/** An operator looks at a past range, has it fetched again with a reason, watches it and may cancel it. */
@Controller
class BackfillController {
    private final BackfillDesk desk;

    BackfillController(BackfillDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/backfill")
    String choose(
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String vehicles,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @ModelAttribute("say") Words say,
            Model model) {
        model.addAttribute("choice", desk.choice());
        model.addAttribute(
                "rows",
                desk.list().stream().map(run -> BackfillPage.row(run, say)).toList());
        if (!from.isEmpty() || !to.isEmpty()) {
            model.addAttribute("chosenScope", scope);
            model.addAttribute("chosenVehicles", vehicles);
            model.addAttribute("from", from);
            model.addAttribute("to", to);
            try {
                Range range = range(vehicles.isBlank() ? scope : "vehicles:" + vehicles, from, to);
                model.addAttribute("plan", BackfillPage.plan(desk.preview(range), say));
            } catch (IllegalArgumentException wrong) {
                model.addAttribute("refusal", say.text("backfill.wrong", wrong.getMessage()));
            }
        }
        return "backfill";
    }

    private static Range range(String scope, String from, String to) {
        try {
            return new Range(scope, LocalDate.parse(from), LocalDate.parse(to));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "days \"" + from + "\" to \"" + to + "\": expected two days such as 2026-11-16", e);
        }
    }

    @PostMapping("/backfill")
    String start(
            @RequestParam String scope,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam String reason,
            Principal by,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        try {
            return "redirect:/backfill/" + desk.start(range(scope, from, to), reason, by.getName());
        } catch (IllegalArgumentException wrong) {
            next.addFlashAttribute("refusal", say.text("backfill.wrong", wrong.getMessage()));
            return "redirect:/backfill";
        }
    }

    @GetMapping("/backfill/{id}")
    String watch(@PathVariable String id, @ModelAttribute("say") Words say, Model model) {
        BackfillPage.Run run = run(id, say);
        model.addAttribute("run", run);
        // without scripts a page that carries progress asks for itself again
        model.addAttribute("progress", run.done() ? null : run);
        return "backfill-run";
    }

    /** The bar alone, asked for every two seconds while it moves. */
    @GetMapping("/backfill/{id}/progress")
    String progress(@PathVariable String id, @ModelAttribute("say") Words say, Model model) {
        model.addAttribute("run", run(id, say));
        return "fragments/backfill :: bar";
    }

    private BackfillPage.Run run(String id, Words say) {
        try {
            return BackfillPage.run(desk.progress(id), say);
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, unknown);
        }
    }

    @PostMapping("/backfill/{id}/cancel")
    String cancel(@PathVariable String id, Principal by, @ModelAttribute("say") Words say, RedirectAttributes next) {
        try {
            boolean atOnce = desk.cancel(id, by.getName());
            next.addFlashAttribute("done", say.text(atOnce ? "backfill.cancelled" : "backfill.cancelled.soon"));
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, unknown);
        }
        return "redirect:/backfill/" + id;
    }
}
