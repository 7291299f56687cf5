package org.optimizer.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.process.RuleBoard;
import org.optimizer.process.RuleDesk;
import org.optimizer.process.RuleDesk.Decision;
import org.optimizer.rules.RulesException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rule desk: what is in force, what waits for a decision, and what each change would do. */
@Controller
@RequestMapping("/rules")
class RuleController {
    private final RuleBoard board;
    private final RuleDesk desk;

    RuleController(RuleBoard board, RuleDesk desk) {
        this.board = board;
        this.desk = desk;
    }

    @GetMapping
    String rules(@ModelAttribute("say") Words say, Model model) {
        model.addAttribute("page", RulesPage.of(board.overview(), board.tables(), board.zone(), say));
        return "rules";
    }

    @GetMapping("/changes/{changeId}")
    String change(
            @PathVariable String changeId,
            @ModelAttribute("say") Words say,
            @ModelAttribute("reader") Reader reader,
            Model model) {
        RuleChangePage page = RuleChangePage.of(found(() -> board.view(changeId)), reader, board.zone(), say);
        model.addAttribute("page", page);
        model.addAttribute("others", others(page, say));
        // without scripts a page that carries progress asks for itself again
        model.addAttribute("progress", page.running().orElse(null));
        return "rule-change";
    }

    /** Versions approved for a later week: a change that was made of the present rules takes them back. */
    private List<RuleVersionsPage.Version> others(RuleChangePage page, Words say) {
        return RuleVersionsPage.versions(board.overview(), board.zone(), say).stream()
                .filter(version -> page.open() && version.look().equals("coming"))
                .filter(version -> !version.shortly().equals(page.base()))
                .toList();
    }

    @PostMapping("/changes/{changeId}/decision")
    String decide(
            @PathVariable String changeId,
            @RequestParam Decision decision,
            @RequestParam(defaultValue = "") String fromWeek,
            @RequestParam(defaultValue = "") String reason,
            Principal by,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        attempt(reason, say, next, () -> {
            desk.complete(changeId, decision, fromWeek, reason, by.getName());
            next.addFlashAttribute(
                    "done", say.text("rules.done." + decision.name().toLowerCase(Locale.ROOT)));
        });
        return "redirect:/rules/changes/{changeId}";
    }

    @PostMapping("/changes/{changeId}/withdrawal")
    String withdraw(
            @PathVariable String changeId,
            @RequestParam String reason,
            Principal by,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        attempt(reason, say, next, () -> {
            found(() -> {
                desk.withdraw(changeId, reason, by.getName());
                return changeId;
            });
            next.addFlashAttribute("done", say.text("rules.done.withdraw"));
        });
        return "redirect:/rules/changes/{changeId}";
    }

    /** How far checks and backtest are, asked for every two seconds until somebody may decide. */
    @GetMapping("/changes/{changeId}/progress")
    String progress(
            @PathVariable String changeId,
            @ModelAttribute("say") Words say,
            @ModelAttribute("reader") Reader reader,
            Model model) {
        model.addAttribute("page", RuleChangePage.of(found(() -> board.view(changeId)), reader, board.zone(), say));
        return "fragments/rules :: progress";
    }

    static void attempt(String typed, Words say, RedirectAttributes next, Runnable action) {
        try {
            action.run();
        } catch (Refused refused) {
            next.addFlashAttribute("typed", typed);
            next.addFlashAttribute("refusal", say.refused(refused.code(), refused.getMessage()));
        } catch (RulesException wrong) {
            next.addFlashAttribute("typed", typed);
            next.addFlashAttribute("refusal", say.text("refused.other", wrong.getMessage()));
        }
    }

    /** What nobody knows is not found. */
    static <T> T found(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, unknown);
        }
    }
}
