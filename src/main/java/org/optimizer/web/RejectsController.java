package org.optimizer.web;

import java.security.Principal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.optimizer.extract.Rejects.Filter;
import org.optimizer.model.HeldBatch;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.Reject;
import org.optimizer.model.UnitMistake;
import org.optimizer.process.RejectDesk;
import org.optimizer.process.RejectDesk.Replayed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was not believed when it came in, and what waits because its speeds seem to be in another unit. */
@Controller
class RejectsController {
    private final RejectDesk desk;

    RejectsController(RejectDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/rejects")
    String rejects(
            @RequestParam(defaultValue = "NEW") Reject.State state,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String vehicle,
            @ModelAttribute("say") Words say,
            Model model) {
        Filter filter = new Filter(state, source, reason, vehicle);
        model.addAttribute("page", RejectsPage.of(desk.look(filter), filter, say));
        return "rejects";
    }

    /** @param id those that were ticked; none for all that pass the filter */
    @PostMapping("/rejects/replay")
    String replay(
            @RequestParam(defaultValue = "") List<String> id,
            @RequestParam String source,
            @RequestParam String reason,
            @RequestParam String vehicle,
            @RequestParam String why,
            Principal by,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        try {
            Replayed replayed = desk.replay(chosen(id, source, reason, vehicle), why, by.getName());
            next.addFlashAttribute(
                    "done",
                    say.text(
                            "rejects.replayed",
                            replayed.tried(),
                            replayed.passed(),
                            replayed.again(),
                            replayed.tried() - replayed.passed() - replayed.again()));
        } catch (IllegalArgumentException wrong) {
            next.addFlashAttribute("refusal", say.text("rejects.reason-missing"));
        }
        return back(source, reason, vehicle, next);
    }

    @PostMapping("/rejects/dismiss")
    String dismiss(
            @RequestParam(defaultValue = "") List<String> id,
            @RequestParam String source,
            @RequestParam String reason,
            @RequestParam String vehicle,
            @RequestParam String why,
            Principal by,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        try {
            int dismissed = desk.dismiss(chosen(id, source, reason, vehicle), why, by.getName());
            next.addFlashAttribute("done", say.text("rejects.dismissed", dismissed));
        } catch (IllegalArgumentException wrong) {
            next.addFlashAttribute("refusal", say.text("rejects.reason-missing"));
        }
        return back(source, reason, vehicle, next);
    }

    private List<String> chosen(List<String> ids, String source, String reason, String vehicle) {
        return ids.isEmpty() ? desk.ids(new Filter(Reject.State.NEW, source, reason, vehicle)) : ids;
    }

    private static String back(String source, String reason, String vehicle, RedirectAttributes next) {
        next.addAttribute("source", source);
        next.addAttribute("reason", reason);
        next.addAttribute("vehicle", vehicle);
        return "redirect:/rejects";
    }

    /** @param batch source, vehicle, day and mistake of each that was ticked, a line each */
    @PostMapping("/rejects/held")
    String decide(
            @RequestParam(defaultValue = "") List<String> batch,
            @RequestParam String verdict,
            @RequestParam String why,
            Principal by,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        if (batch.isEmpty()) {
            next.addFlashAttribute("refusal", say.text("rejects.held.none-chosen"));
            return "redirect:/rejects";
        }
        try {
            HeldBatch.State state = HeldBatch.State.valueOf(verdict.toUpperCase(Locale.ROOT));
            IntakeCount count =
                    desk.decide(batch.stream().map(RejectsController::key).toList(), state, why, by.getName());
            next.addFlashAttribute(
                    "done",
                    say.text(
                            "rejects.held.done." + state.name().toLowerCase(Locale.ROOT),
                            batch.size(),
                            count.fresh() + count.updated(),
                            count.rejected()));
        } catch (IllegalArgumentException wrong) {
            next.addFlashAttribute("refusal", say.text("rejects.reason-missing"));
        }
        return "redirect:/rejects";
    }

    private static HeldBatch.Key key(String words) {
        String[] parts = words.split("\r?\n");
        if (parts.length != 4) {
            throw new IllegalArgumentException(
                    "batch: expected source, vehicle, day and mistake, found " + Arrays.toString(parts));
        }
        return new HeldBatch.Key(parts[0], parts[1], LocalDate.parse(parts[2]), UnitMistake.valueOf(parts[3]));
    }
}
