package org.optimizer.web;

import java.security.Principal;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.process.SmsControl;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** SMS as a whole: the stop switch, what caps and countries allow, and who wants none. */
@Controller
@RequestMapping("/sms")
class SmsController {
    private final SmsControl control;

    SmsController(SmsControl control) {
        this.control = control;
    }

    @GetMapping
    String sms(@ModelAttribute("say") Words say, Model model) {
        model.addAttribute("page", SmsPage.of(control.look(), say));
        return "sms";
    }

    @PostMapping("/stop")
    String stop(@RequestParam String reason, Principal by, @ModelAttribute("say") Words say, RedirectAttributes next) {
        return attempt("switch", "sms.switch.stopped", say, next, () -> control.stop(reason, by.getName()));
    }

    @PostMapping("/release")
    String release(
            @RequestParam String reason, Principal by, @ModelAttribute("say") Words say, RedirectAttributes next) {
        return attempt("switch", "sms.switch.released", say, next, () -> control.release(reason, by.getName()));
    }

    @PostMapping("/opt-outs")
    String optOut(@RequestParam String phone, Principal by, @ModelAttribute("say") Words say, RedirectAttributes next) {
        return attempt("opt-out", "sms.opt-out.entered", say, next, () -> control.optOut(phone, by.getName()));
    }

    @PostMapping("/opt-ins")
    String optIn(
            @RequestParam String number,
            @RequestParam String reason,
            Principal by,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        return attempt(number, "sms.opt-out.removed", say, next, () -> control.optIn(number, reason, by.getName()));
    }

    /** A refusal is shown where it was met. */
    private static String attempt(String place, String done, Words say, RedirectAttributes next, Runnable action) {
        try {
            action.run();
            next.addFlashAttribute("done", say.text(done));
        } catch (Refused refused) {
            next.addFlashAttribute("refusedAt", place);
            next.addFlashAttribute("refusal", say.refused(refused.code(), refused.getMessage()));
        }
        return "redirect:/sms";
    }
}
