package org.optimizer.web;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.optimizer.model.SanitySeverity;
import org.optimizer.process.SanityDesk;
import org.optimizer.process.SanityDesk.History;
import org.optimizer.process.SanityDesk.Report;
import org.optimizer.process.SanityWords;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is missing or wrong in the data of a site, and what people say about it. */
@Controller
class SanityController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final SanityDesk desk;
    private final MessageSource messages;
    private final Clock clock;

    SanityController(SanityDesk desk, MessageSource messages, Clock clock) {
        this.desk = desk;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/sanity")
    String first() {
        return desk.sites().stream()
                .findFirst()
                .map(site -> "forward:" + SanityPage.path(site.id()))
                .orElse("redirect:/");
    }

    @GetMapping("/sites/{siteId}/sanity")
    String report(
            @PathVariable String siteId,
            @RequestParam(defaultValue = "") String contest,
            @RequestParam(defaultValue = "info") String severity,
            @ModelAttribute("say") Words say,
            Locale locale,
            Model model) {
        Report report = open(siteId, contest);
        SanityWords words = new SanityWords(messages, locale);
        model.addAttribute("page", SanityPage.of(report, desk.sites(), severity(severity), say, words));
        return "sanity";
    }

    private Report open(String siteId, String contest) {
        try {
            return desk.report(siteId, Optional.of(contest).filter(id -> !id.isBlank()));
        } catch (IllegalArgumentException unknown) {
            throw notFound(unknown);
        }
    }

    private static SanitySeverity severity(String code) {
        return java.util.Arrays.stream(SanitySeverity.values())
                .filter(severity -> severity.code().equals(code))
                .findFirst()
                .orElseThrow(() -> notFound(null));
    }

    @GetMapping("/sites/{siteId}/sanity.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String siteId,
            @RequestParam(defaultValue = "") String contest,
            @RequestParam(defaultValue = "info") String severity,
            Locale locale) {
        Report report = open(siteId, contest);
        ExportTable table = SanityExport.of(
                report, SanityPage.shown(report, severity(severity)), new SanityWords(messages, locale));
        String name = report.site().id() + "-sanity-" + report.today() + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(SemicolonCsv.of(table, locale));
    }

    @GetMapping("/sites/{siteId}/sanity/{subjectId}")
    String history(
            @PathVariable String siteId,
            @PathVariable String subjectId,
            @ModelAttribute("say") Words say,
            Locale locale,
            Model model) {
        try {
            History history = desk.history(siteId, subjectId);
            LocalDate today =
                    LocalDate.ofInstant(clock.instant(), history.site().zone());
            model.addAttribute("page", SanityHistoryPage.of(history, say, new SanityWords(messages, locale), today));
        } catch (IllegalArgumentException unknown) {
            throw notFound(unknown);
        }
        return "sanity-history";
    }

    /** @param name what the page called it, for the answer */
    @PostMapping("/sites/{siteId}/sanity/known")
    String know(
            @PathVariable String siteId,
            @RequestParam String key,
            @RequestParam String name,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate until,
            @RequestParam(defaultValue = "") String reason,
            Principal by,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        return attempt(siteId, say, next, () -> {
            desk.know(siteId, key, until, reason, by.getName());
            return say.text("sanity.know.done", name, say.day(until));
        });
    }

    @PostMapping("/sites/{siteId}/sanity/unknown")
    String forget(
            @PathVariable String siteId,
            @RequestParam String key,
            @RequestParam String name,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        return attempt(siteId, say, next, () -> {
            desk.forget(siteId, key);
            return say.text("sanity.forget.done", name);
        });
    }

    private String attempt(
            String siteId, Words say, RedirectAttributes next, java.util.function.Supplier<String> action) {
        List<String> sites = desk.sites().stream().map(site -> site.id()).toList();
        if (!sites.contains(siteId)) {
            throw notFound(null);
        }
        try {
            next.addFlashAttribute("done", action.get());
        } catch (IllegalArgumentException wrong) {
            next.addFlashAttribute("refusal", say.text("sanity.know.wrong", wrong.getMessage()));
        }
        return "redirect:" + SanityPage.path(siteId);
    }

    private static ResponseStatusException notFound(Throwable cause) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, null, cause);
    }
}
