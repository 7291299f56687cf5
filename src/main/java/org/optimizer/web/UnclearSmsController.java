package org.optimizer.web;

import java.security.Principal;
import java.util.List;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.process.SendingGuard;
import org.optimizer.process.UnclearSms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What keeps messages from settling by themselves: those of unknown fate, and a pause after a restored database. */
@Controller
@RequestMapping("/sms/unclear")
class UnclearSmsController {
    private final UnclearSms unclear;
    private final SendingGuard guard;

    UnclearSmsController(UnclearSms unclear, SendingGuard guard) {
        this.unclear = unclear;
        this.guard = guard;
    }

    @GetMapping
    String show(@ModelAttribute("say") Words say, Model model) {
        model.addAttribute("page", UnclearSmsPage.of(unclear.list(), guard.state(), guard.whyPaused(), say));
        return "sms-unclear";
    }

    @PostMapping
    String decide(
            @RequestParam(name = "sms", defaultValue = "") List<Long> messages,
            @RequestParam String settlement,
            Principal person,
            RedirectAttributes after) {
        try {
            long decided = messages.stream()
                    .filter(message -> unclear.decide(message, settlement, person.getName()))
                    .count();
            after.addFlashAttribute("decided", decided);
        } catch (Refused refusal) {
            after.addFlashAttribute("refused", refusal.code());
        }
        return "redirect:/sms/unclear";
    }

    @PostMapping("/lift")
    String lift(@RequestParam String waiting, Principal person, RedirectAttributes after) {
        after.addFlashAttribute("lifted", guard.lift(person.getName(), !waiting.equals("send")));
        return "redirect:/sms/unclear";
    }
}
