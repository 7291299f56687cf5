package org.optimizer.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.optimizer.extract.RelativeScores;
import org.optimizer.model.Amendment;
import org.optimizer.model.DriverLink;
import org.optimizer.model.EventKey;
import org.optimizer.model.LinkToken;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.ProviderScore;
import org.optimizer.process.DriverDoor;
import org.optimizer.process.Explanations;
import org.optimizer.process.FedResults;
import org.optimizer.process.ObjectionDesk;
import org.optimizer.process.ReviewDesk;
import org.optimizer.process.ReviewDesk.Line;
import org.optimizer.process.ReviewDesk.Refused;
import org.optimizer.process.ReviewDesk.Review;
import org.optimizer.process.WeekAppendix;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.WebUtils;

/** A driver's own page behind the link in his SMS: no sign-in, no session, and one answer for every link that opens nothing. */
@Controller
class LinkController {
    private final DriverDoor door;
    private final ReviewDesk desk;
    private final Explanations explanations;
    private final RelativeScores relative;
    private final FedResults fed;
    private final WeekAppendix appendix;
    private final ObjectionDesk objections;

    LinkController(
            DriverDoor door,
            ReviewDesk desk,
            Explanations explanations,
            RelativeScores relative,
            FedResults fed,
            WeekAppendix appendix,
            ObjectionDesk objections) {
        this.door = door;
        this.desk = desk;
        this.explanations = explanations;
        this.relative = relative;
        this.fed = fed;
        this.appendix = appendix;
        this.objections = objections;
    }

    /** In the driver's language, until he chooses another. */
    @GetMapping("/m/{token}")
    String page(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String lang,
            @ModelAttribute("say") Words say,
            HttpServletRequest request,
            Model model) {
        Opened opened = open(token);
        String own = opened.line().driver().language().name().toLowerCase(Locale.ROOT);
        if (lang.isEmpty() && WebUtils.getCookie(request, "lang") == null && !own.equals(say.language())) {
            return "redirect:" + LinkToken.PATH + token + "?lang=" + own;
        }
        model.addAttribute("page", page(token, opened, say));
        return "link";
    }

    @PostMapping("/m/{token}/objections")
    String object(
            @PathVariable String token,
            @RequestParam String vehicleId,
            @RequestParam ManoeuvreKind kind,
            @RequestParam String at,
            @RequestParam(defaultValue = "") String words,
            @ModelAttribute("say") Words say,
            HttpServletResponse response,
            Model model) {
        Opened opened = open(token);
        EventKey event = new EventKey(vehicleId, kind, instant(at));
        try {
            objections.raise(opened.link(), event, words);
            return "redirect:" + LinkToken.PATH + token + "?sent#events";
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("page", page(token, opened, say));
            model.addAttribute("refusedAt", event);
            model.addAttribute("typed", words);
            model.addAttribute("refusal", say.refused(refused.code(), refused.getMessage()));
            return "link";
        }
    }

    private record Opened(DriverLink link, Review review, Line line) {}

    private Opened open(String token) {
        DriverLink link = door.open(token).orElseThrow(() -> nothing(null));
        try {
            Review review = desk.open(link.contestId(), link.week());
            return review.lines().stream()
                    .filter(line -> line.driver().id().equals(link.driverId()))
                    .filter(line -> ObjectionDesk.isOut(review.batch()))
                    .map(line -> new Opened(link, review, line))
                    .findFirst()
                    .orElseThrow(() -> nothing(null));
        } catch (IllegalArgumentException gone) {
            throw nothing(gone);
        }
    }

    private LinkPage page(String token, Opened opened, Words say) {
        String path = LinkToken.PATH + token;
        return switch (opened.review().contest().method()) {
            case ABSOLUTE -> eventful(path, opened, say);
            case RELATIVE -> compared(path, opened, say);
            case EVENT_RATES, FED_SCORES -> provided(path, opened, say);
        };
    }

    private LinkPage eventful(String path, Opened opened, Words say) {
        DriverLink link = opened.link();
        DriverPage driver = DriverPage.of(
                opened.review(),
                opened.line(),
                explanations.explain(link.contestId(), link.week(), link.driverId()),
                say);
        Review review = opened.review();
        List<Amendment> amendments = appendix.of(review.site(), review.contest(), link.week()).amendments().stream()
                .filter(amendment -> amendment.driverId().equals(link.driverId()))
                .toList();
        return LinkPage.of(path, driver, objections.ofDriver(link), amendments, say);
    }

    private LinkPage compared(String path, Opened opened, Words say) {
        DriverLink link = opened.link();
        List<String> reasons =
                opened.line().score().reasons().stream().map(say::reason).toList();
        return RelativeView.of(opened.review(), relative.list(link.contestId(), link.week()), say)
                .of(link.driverId())
                .map(row -> LinkPage.compared(path, opened.review(), row, reasons, say))
                .orElseThrow(() -> nothing(null));
    }

    private LinkPage provided(String path, Opened opened, Words say) {
        Review review = opened.review();
        ProviderScore score = Optional.ofNullable(
                        fed.ranking(review.contest(), review.batch().week())
                                .get(opened.link().driverId()))
                .orElseThrow(() -> nothing(null));
        ProvidedDriverPage driver =
                ProvidedDriverPage.of(review, opened.line(), score, fed.rules(review.contest(), review.batch()), say);
        return LinkPage.provided(path, review, driver, say);
    }

    private static Instant instant(String at) {
        try {
            return Instant.parse(at);
        } catch (DateTimeException noInstant) {
            throw nothing(noInstant);
        }
    }

    private static ResponseStatusException nothing(Throwable cause) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, null, cause);
    }
}
