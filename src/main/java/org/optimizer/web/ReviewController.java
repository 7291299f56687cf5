package org.optimizer.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.optimizer.extract.Outbox;
import org.optimizer.extract.RelativeScores;
import org.optimizer.extract.ShadowResults;
import org.optimizer.model.Explanation.EventCost;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ProviderScore;
import org.optimizer.model.RelativeScore;
import org.optimizer.model.ScoredEvent;
import org.optimizer.process.Explanations;
import org.optimizer.process.Explanations.Explained;
import org.optimizer.process.FedResults;
import org.optimizer.process.ReviewChanges;
import org.optimizer.process.ReviewDesk;
import org.optimizer.process.ReviewDesk.Decision;
import org.optimizer.process.ReviewDesk.Line;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.process.ReviewDesk.Review;
import org.optimizer.process.RevisionDesk;
import org.optimizer.process.WeekAppendix;
import org.optimizer.process.WeekWaits;
import org.optimizer.process.WhyNot;
import org.optimizer.process.WhyNot.Why;
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
import org.springframework.web.util.UriUtils;

/** A week of a contest: what an approver sees and does before any SMS leaves, and what everybody may read afterwards. */
@Controller
@RequestMapping("/contests/{contestId}/weeks/{week}")
class ReviewController {
    private final ReviewDesk desk;
    private final ReviewChanges changes;
    private final Outbox outbox;
    private final Explanations explanations;
    private final RelativeScores relative;
    private final WeekAppendix appendix;
    private final RevisionDesk revisions;
    private final FedResults fed;
    private final WeekWaits waits;
    private final WhyNot whyNot;
    private final ShadowResults shadows;

    ReviewController(
            ReviewDesk desk,
            ReviewChanges changes,
            Outbox outbox,
            Explanations explanations,
            RelativeScores relative,
            WeekAppendix appendix,
            RevisionDesk revisions,
            FedResults fed,
            WeekWaits waits,
            WhyNot whyNot,
            ShadowResults shadows) {
        this.desk = desk;
        this.changes = changes;
        this.outbox = outbox;
        this.explanations = explanations;
        this.relative = relative;
        this.appendix = appendix;
        this.revisions = revisions;
        this.fed = fed;
        this.waits = waits;
        this.whyNot = whyNot;
        this.shadows = shadows;
    }

    @GetMapping
    String week(
            @PathVariable String contestId,
            @PathVariable String week,
            @ModelAttribute("say") Words say,
            @ModelAttribute("reader") Reader reader,
            Model model) {
        Review review = open(contestId, week);
        List<RelativeScore> scores = review.contest().method().isProvided()
                ? List.of()
                : relative.list(contestId, review.batch().week());
        model.addAttribute("page", WeekPage.of(review, scores, say));
        model.addAttribute("relative", RelativeView.of(review, scores, say));
        model.addAttribute(
                "provided",
                ProvidedView.of(
                                review,
                                fed.ranking(review.contest(), review.batch().week()),
                                say)
                        .orElse(null));
        model.addAttribute(
                "waits",
                WaitView.of(
                        waits.find(review.batch().businessKey()), review.site().zone(), say));
        model.addAttribute("appendix", appendix(review, say));
        model.addAttribute(
                "late",
                LateView.of(review, revisions.of(contestId, review.batch().week()), say));
        model.addAttribute("sms", messages(review, say));
        if (reader.authorsRules()) {
            model.addAttribute(
                    "trials", shadows.trialsOf(contestId, review.batch().week()));
        }
        return "week";
    }

    /** The SMS alone, asked for every few seconds while some are on their way. */
    @GetMapping("/messages")
    String messages(
            @PathVariable String contestId, @PathVariable String week, @ModelAttribute("say") Words say, Model model) {
        model.addAttribute("sms", messages(open(contestId, week), say));
        return "fragments/messages :: list";
    }

    @GetMapping("/drivers/{driverId}")
    String driver(
            @PathVariable String contestId,
            @PathVariable String week,
            @PathVariable String driverId,
            @ModelAttribute("say") Words say,
            Model model) {
        Review review = open(contestId, week);
        Line line = review.lines().stream()
                .filter(candidate -> candidate.driver().id().equals(driverId))
                .findFirst()
                .orElseThrow(() -> notFound(null));
        if (review.contest().method().isProvided()) {
            return provided(review, line, say, model);
        }
        Explained explained = explanations.explain(contestId, review.batch().week(), driverId);
        model.addAttribute("page", DriverPage.of(review, line, explained, say));
        model.addAttribute("why", WhyView.of(why(review, line, explained), say));
        RelativeView beside =
                RelativeView.of(review, relative.list(contestId, review.batch().week()), say);
        model.addAttribute("relative", beside);
        model.addAttribute("relativeRow", beside.of(driverId).orElse(null));
        model.addAttribute("appendix", appendix(review, say).of(driverId));
        return "driver";
    }

    private String provided(Review review, Line line, Words say, Model model) {
        ProviderScore score = Optional.ofNullable(
                        fed.ranking(review.contest(), review.batch().week())
                                .get(line.driver().id()))
                .orElseThrow(() -> notFound(null));
        model.addAttribute(
                "page", ProvidedDriverPage.of(review, line, score, fed.rules(review.contest(), review.batch()), say));
        return "provided-driver";
    }

    private Why why(Review review, Line line, Explained explained) {
        List<ScoredEvent> events =
                explained.explanation().events().stream().map(EventCost::scored).toList();
        return whyNot.of(review.contest(), review.batch().week(), line.score(), events);
    }

    @PostMapping("/exclusions")
    String exclude(
            @PathVariable String contestId,
            @PathVariable String week,
            @RequestParam String driverId,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String reason,
            Principal by,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        Review review = open(contestId, week);
        attempt(driverId, reason, say, next, () -> {
            changes.exclude(contestId, review.batch().week(), revision, List.of(driverId), reason, by.getName());
        });
        return backTo(review, "driver-" + driverId);
    }

    @PostMapping("/inclusions")
    String include(
            @PathVariable String contestId,
            @PathVariable String week,
            @RequestParam String driverId,
            @RequestParam int revision,
            Principal by,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        Review review = open(contestId, week);
        attempt(driverId, "", say, next, () -> {
            changes.include(contestId, review.batch().week(), revision, List.of(driverId), by.getName());
        });
        return backTo(review, "driver-" + driverId);
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
        attempt(decision.name(), reason, say, next, () -> {
            desk.decide(contestId, review.batch().week(), revision, decision, reason, by.getName());
            next.addFlashAttribute("done", say.text("done." + decision.name()));
        });
        return backTo(review, "decision");
    }

    private static String backTo(Review review, String place) {
        return "redirect:" + WeekPage.path(review.batch()) + "#" + UriUtils.encodeFragment(place, UTF_8);
    }

    /** A refusal is shown where it was met, with what was typed there. */
    private static void attempt(String place, String typed, Words say, RedirectAttributes next, Runnable action) {
        try {
            action.run();
        } catch (Refused refused) {
            next.addFlashAttribute("refusedAt", place);
            next.addFlashAttribute("typed", typed);
            next.addFlashAttribute("refusal", say.refused(refused.code(), refused.getMessage()));
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

    private AppendixView appendix(Review review, Words say) {
        WeekAppendix.Tables tables =
                appendix.of(review.site(), review.contest(), review.batch().week());
        return AppendixView.of(review, tables, say);
    }

    private static String worded(Line line, Words say) {
        return line.text()
                .wording()
                .map(wording -> " (" + say.text("review.worded", wording.by()) + ")")
                .orElse("");
    }

    private MessagesView messages(Review review, Words say) {
        Map<String, String> names = review.lines().stream()
                .collect(Collectors.toMap(
                        line -> line.driver().id(), line -> line.driver().name() + worded(line, say)));
        return MessagesView.of(
                outbox.listByWeek(review.contest().id(), review.batch().week()), names, say);
    }
}
