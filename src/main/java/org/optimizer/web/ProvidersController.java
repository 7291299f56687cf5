package org.optimizer.web;

import org.optimizer.process.ProviderDesk;
import org.optimizer.process.ProviderDesk.Trial;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the sources of traces do, and whether they answer now. */
@Controller
class ProvidersController {
    private final ProviderDesk desk;

    ProvidersController(ProviderDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/providers")
    String providers(@ModelAttribute("say") Words say, Model model) {
        model.addAttribute(
                "sources",
                desk.sources().stream()
                        .map(source -> ProviderCard.of(source, say))
                        .toList());
        return "providers";
    }

    @PostMapping("/providers/test")
    String test(@RequestParam String source, @ModelAttribute("say") Words say, RedirectAttributes next) {
        Trial trial = desk.test(source).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        next.addFlashAttribute("tested", source);
        trial.failure()
                .ifPresentOrElse(
                        failure -> next.addFlashAttribute("testFailed", say.text("providers.test.failed", failure)),
                        () -> next.addFlashAttribute("testDone", done(trial, say)));
        return "redirect:/providers";
    }

    private static String done(Trial trial, Words say) {
        String time = say.number(trial.durationMs() / 1000.0, 2);
        return trial.vehicles().isPresent()
                ? say.text("providers.test.done", trial.vehicles().getAsInt(), time)
                : say.text("providers.test.unasked");
    }
}
