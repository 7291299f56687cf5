package org.optimizer.web;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.optimizer.model.IsoWeek;
import org.optimizer.process.RejectDesk;
import org.optimizer.process.ReviewWatch;
import org.optimizer.process.SendingGuard;
import org.optimizer.process.WeekBoard;
import org.optimizer.process.WeekBoard.ContestWeeks;
import org.optimizer.process.WeekWaits;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The first page: every contest's last weeks, and what waits for a person. */
@Controller
class HomeController {
    private final WeekBoard board;
    private final RejectDesk rejects;
    private final WeekWaits waits;
    private final SendingGuard guard;
    private final ReviewWatch reviews;
    private final Clock clock;

    HomeController(
            WeekBoard board,
            RejectDesk rejects,
            WeekWaits waits,
            SendingGuard guard,
            ReviewWatch reviews,
            Clock clock) {
        this.board = board;
        this.rejects = rejects;
        this.waits = waits;
        this.guard = guard;
        this.reviews = reviews;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(Model model, @ModelAttribute("say") Words say) {
        List<ContestWeeks> contests = board.contests();
        model.addAttribute(
                "contests",
                contests.stream().map(weeks -> ContestStrip.of(weeks, say)).toList());
        model.addAttribute("waits", WaitView.byContest(contests, waits, say));
        model.addAttribute("deadlines", DeadlineView.byLink(contests, reviews.waiting(), say));
        model.addAttribute("progress", board.progress().orElse(null));
        model.addAttribute("lastFetch", board.lastFetch().orElse(null));
        model.addAttribute("held", rejects.waiting());
        model.addAttribute("smsPaused", guard.whyPaused().isPresent());
        model.addAttribute("lastWeek", IsoWeek.of(LocalDate.now(clock)).plusWeeks(-1));
        return "home";
    }

    /** The bar alone, asked for every two seconds; empty when there is nothing to catch up. */
    @GetMapping("/progress")
    String progress(Model model) {
        model.addAttribute("progress", board.progress().orElse(null));
        return "fragments/progress :: bar";
    }

    @PostMapping("/contests/{contestId}/weeks")
    String start(
            @PathVariable String contestId,
            @RequestParam String week,
            Principal by,
            @ModelAttribute("say") Words say,
            RedirectAttributes next) {
        next.addFlashAttribute("startedContest", contestId);
        try {
            next.addFlashAttribute("started", started(contestId, IsoWeek.parse(week.strip()), by.getName(), say));
        } catch (IllegalArgumentException wrong) {
            next.addFlashAttribute("notStarted", say.text("start.wrong", wrong.getMessage()));
        }
        return "redirect:/";
    }

    private String started(String contestId, IsoWeek week, String by, Words say) {
        boolean isNew = board.startWeek(contestId, week, by);
        return say.text(isNew ? "start.done" : "start.there-already", say.week(week));
    }
}
