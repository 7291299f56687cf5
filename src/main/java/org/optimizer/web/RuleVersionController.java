package org.optimizer.web;

import java.security.Principal;
import java.util.Optional;
import org.optimizer.model.RuleChange.Origin;
import org.optimizer.process.RuleBoard;
import org.optimizer.process.RuleDesk;
import org.optimizer.web.RuleVersionsPage.Between;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The versions of the rules: who brought them when and why, what differs between two, and the way back to one. */
@Controller
@RequestMapping("/rules/versions")
class RuleVersionController {
    private final RuleBoard board;
    private final RuleDesk desk;

    RuleVersionController(RuleBoard board, RuleDesk desk) {
        this.board = board;
        this.desk = desk;
    }

    /** @param before, after two versions to compare; blank before somebody chose */
    @GetMapping
    String versions(
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String after,
            @ModelAttribute("say") Words say,
            Model model) {
        Optional<Between> between = Optional.of(before)
                .filter(version -> !version.isEmpty() && !after.isEmpty())
                .map(version ->
                        Between.of(version, after, RuleController.found(() -> board.between(version, after)), say));
        model.addAttribute("page", RuleVersionsPage.of(board.overview(), between, board.zone(), say));
        return "rule-versions";
    }

    /** Proposes that an older version be in force again. */
    @PostMapping("/{version}/return")
    String goBack(
            @PathVariable String version,
            @RequestParam String why,
            Principal by,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        String[] change = new String[1];
        RuleController.attempt(
                why,
                say,
                next,
                () -> change[0] = desk.propose(
                        RuleController.found(() -> board.files(version)), Origin.ROLLBACK, why, by.getName()));
        return "redirect:" + (change[0] == null ? "/rules/versions" : RulesPage.link(change[0]));
    }
}
