package org.optimizer.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.LateDay;
import org.optimizer.model.ReviewChange;
import org.optimizer.process.ReviewChanges;
import org.optimizer.process.ReviewDesk;
import org.optimizer.process.ReviewDesk.Decision;
import org.optimizer.process.ReviewDesk.Line;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.process.ReviewDesk.Review;
import org.optimizer.process.ReviewDossier;
import org.optimizer.process.ReviewDossier.History;
import org.optimizer.process.RevisionDesk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/**
 * The page on which a week of up to some hundreds of drivers is reviewed. Every form works without a script and then leads back
 * to the page; the page's script asks for the same and gets what has changed alone.
 */
@Controller
@RequestMapping("/contests/{contestId}/weeks/{week}/review")
class ReviewPageController {
    private static final String SCRIPT = "X-Requested-With";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ReviewDesk desk;
    private final ReviewChanges changes;
    private final ReviewDossier dossier;
    private final RevisionDesk revisions;

    ReviewPageController(ReviewDesk desk, ReviewChanges changes, ReviewDossier dossier, RevisionDesk revisions) {
        this.desk = desk;
        this.changes = changes;
        this.dossier = dossier;
        this.revisions = revisions;
    }

    @GetMapping
    String page(
            @PathVariable String contestId,
            @PathVariable String week,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "") String find,
            Principal reader,
            @ModelAttribute("say") Words say,
            Model model) {
        Review review = open(contestId, week);
        desk.noteLook(contestId, review.batch().week(), "", reader.getName());
        ReviewPage page = page(review, reader, say);
        model.addAttribute("page", page);
        model.addAttribute("rows", page.shown(show, find));
        model.addAttribute("show", show);
        model.addAttribute("find", find);
        return "review";
    }

    private ReviewPage page(Review review, Principal reader, Words say) {
        return page(
                review, dossier.history(review.contest().id(), review.batch().week()), reader, say);
    }

    private ReviewPage page(Review review, History history, Principal reader, Words say) {
        String contestId = review.contest().id();
        IsoWeek week = review.batch().week();
        Set<String> late = revisions.of(contestId, week).late().stream()
                .map(LateDay::driverId)
                .collect(Collectors.toSet());
        return ReviewPage.of(review, history, late, reader.getName(), say);
    }

    /** What lies behind a driver's line; that somebody looked is kept. */
    @GetMapping("/drivers/{driverId}")
    String driver(
            @PathVariable String contestId,
            @PathVariable String week,
            @PathVariable String driverId,
            @RequestHeader(name = SCRIPT, defaultValue = "") String script,
            Principal reader,
            @ModelAttribute("say") Words say,
            Model model) {
        Review review = open(contestId, week);
        Line line = review.lines().stream()
                .filter(candidate -> candidate.driver().id().equals(driverId))
                .findFirst()
                .orElseThrow(() -> notFound(null));
        desk.noteLook(contestId, review.batch().week(), driverId, reader.getName());
        History history = dossier.history(contestId, review.batch().week());
        ReviewPage page = page(review, history, reader, say);
        model.addAttribute("page", page);
        model.addAttribute("sheet", DriverSheet.of(review, line, page, dossier.of(review, driverId), history, say));
        return script.isEmpty() ? "review-driver" : "fragments/review :: sheet";
    }

    @PostMapping("/exclusions")
    String exclude(
            @PathVariable String contestId,
            @PathVariable String week,
            @RequestParam(defaultValue = "") List<String> driverId,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam int revision,
            @RequestHeader(name = SCRIPT, defaultValue = "") String script,
            Principal by,
            @ModelAttribute("say") Words say,
            Model model,
            RedirectAttributes next) {
        IsoWeek asked = week(week);
        return changed(
                new Asked(contestId, asked, driverId, !script.isEmpty(), by, say, model, next),
                () -> changes.exclude(contestId, asked, revision, driverId, reason, by.getName()));
    }

    @PostMapping("/inclusions")
    String include(
            @PathVariable String contestId,
            @PathVariable String week,
            @RequestParam(defaultValue = "") List<String> driverId,
            @RequestParam int revision,
            @RequestHeader(name = SCRIPT, defaultValue = "") String script,
            Principal by,
            @ModelAttribute("say") Words say,
            Model model,
            RedirectAttributes next) {
        IsoWeek asked = week(week);
        return changed(
                new Asked(contestId, asked, driverId, !script.isEmpty(), by, say, model, next),
                () -> changes.include(contestId, asked, revision, driverId, by.getName()));
    }

    @PostMapping("/wordings")
    String reword(
            @PathVariable String contestId,
            @PathVariable String week,
            @RequestParam String driverId,
            @RequestParam String text,
            @RequestParam int revision,
            @RequestHeader(name = SCRIPT, defaultValue = "") String script,
            Principal by,
            @ModelAttribute("say") Words say,
            Model model,
            RedirectAttributes next) {
        IsoWeek asked = week(week);
        return changed(
                new Asked(contestId, asked, List.of(driverId), !script.isEmpty(), by, say, model, next),
                () -> changes.reword(contestId, asked, revision, driverId, text, by.getName()));
    }

    /** Back to the proposed wording. */
    @PostMapping("/proposals")
    String restore(
            @PathVariable String contestId,
            @PathVariable String week,
            @RequestParam String driverId,
            @RequestParam int revision,
            @RequestHeader(name = SCRIPT, defaultValue = "") String script,
            Principal by,
            @ModelAttribute("say") Words say,
            Model model,
            RedirectAttributes next) {
        IsoWeek asked = week(week);
        return changed(
                new Asked(contestId, asked, List.of(driverId), !script.isEmpty(), by, say, model, next),
                () -> changes.restore(contestId, asked, revision, driverId, by.getName()));
    }

    @PostMapping("/undo")
    String undo(
            @PathVariable String contestId,
            @PathVariable String week,
            @RequestParam int revision,
            @RequestHeader(name = SCRIPT, defaultValue = "") String script,
            Principal by,
            @ModelAttribute("say") Words say,
            Model model,
            RedirectAttributes next) {
        IsoWeek asked = week(week);
        return changed(
                new Asked(contestId, asked, List.of(), !script.isEmpty(), by, say, model, next),
                () -> changes.undo(contestId, asked, revision, by.getName()));
    }

    @PostMapping("/assignee")
    String assign(
            @PathVariable String contestId,
            @PathVariable String week,
            @RequestParam boolean release,
            Principal by,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        Review review = open(contestId, week);
        try {
            if (release) {
                desk.release(contestId, review.batch().week(), by.getName());
            } else {
                desk.take(contestId, review.batch().week(), by.getName());
            }
        } catch (Refused refused) {
            next.addFlashAttribute("refusal", say.refused(refused.code(), refused.getMessage()));
        }
        return "redirect:" + ReviewPage.path(review);
    }

    @PostMapping("/decision")
    String decide(
            @PathVariable String contestId,
            @PathVariable String week,
            @RequestParam Decision decision,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String reason,
            Principal by,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        Review review = open(contestId, week);
        try {
            desk.decide(contestId, review.batch().week(), revision, decision, reason, by.getName());
            next.addFlashAttribute("done", say.text("done." + decision.name()));
            return "redirect:" + WeekPage.path(review.batch());
        } catch (Refused refused) {
            next.addFlashAttribute("refusal", say.refused(refused.code(), refused.getMessage()));
            next.addFlashAttribute("refusedAt", decision.name());
            next.addFlashAttribute("typed", reason);
            return "redirect:" + ReviewPage.path(review) + "#decision";
        }
    }

    /** Who asks for a change of which drivers, and how he is answered. */
    private record Asked(
            String contestId,
            IsoWeek week,
            List<String> driverIds,
            boolean byScript,
            Principal by,
            Words say,
            Model model,
            RedirectAttributes next) {}

    /** A refusal is said where it was met; nothing has changed then. */
    private String changed(Asked asked, IntSupplier change) {
        String refusal = "";
        try {
            change.getAsInt();
        } catch (Refused refused) {
            refusal = asked.say().refused(refused.code(), refused.getMessage());
        } catch (IllegalArgumentException unknown) {
            throw notFound(unknown);
        }
        if (asked.byScript()) {
            return answer(asked, refusal);
        }
        if (!refusal.isEmpty()) {
            asked.next().addFlashAttribute("refusal", refusal);
        }
        String place = asked.driverIds().size() == 1
                ? "#driver-" + UriUtils.encodeFragment(asked.driverIds().get(0), StandardCharsets.UTF_8)
                : "";
        return "redirect:/contests/" + UriUtils.encodePathSegment(asked.contestId(), StandardCharsets.UTF_8) + "/weeks/"
                + asked.week() + "/review" + place;
    }

    /** The rows that were meant, whole, and of all others what may have changed with them: places and texts. */
    private String answer(Asked asked, String refusal) {
        Review after = open(asked.contestId(), asked.week().toString());
        History history = dossier.history(asked.contestId(), asked.week());
        ReviewPage page = page(after, history, asked.by(), asked.say());
        Map<String, List<String>> lines = new TreeMap<>();
        page.rows().forEach(row -> lines.put(row.id(), List.of(row.rank(), row.text(), row.kinds())));
        Set<String> meant = meant(asked, history, after.batch().revision());
        asked.model().addAttribute("page", page);
        asked.model()
                .addAttribute(
                        "rows",
                        page.rows().stream()
                                .filter(row -> meant.contains(row.id()))
                                .toList());
        asked.model().addAttribute("lines", json(lines));
        asked.model().addAttribute("refusal", refusal);
        return "fragments/review :: answer";
    }

    /** Whom the newest act was about, when the asker did not know: what he undid. */
    private static Set<String> meant(Asked asked, History history, int revision) {
        return asked.driverIds().isEmpty()
                ? history.changes().stream()
                        .filter(change -> change.revision() == revision)
                        .map(ReviewChange::driverId)
                        .collect(Collectors.toSet())
                : Set.copyOf(asked.driverIds());
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("lines of a review: cannot be written as JSON", e);
        }
    }

    private static IsoWeek week(String week) {
        try {
            return IsoWeek.parse(week);
        } catch (IllegalArgumentException wrong) {
            throw notFound(wrong);
        }
    }

    private Review open(String contestId, String week) {
        try {
            return desk.open(contestId, IsoWeek.parse(week));
        } catch (IllegalArgumentException unknown) {
            throw notFound(unknown);
        }
    }

    private static ResponseStatusException notFound(Throwable cause) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, null, cause);
    }
}
