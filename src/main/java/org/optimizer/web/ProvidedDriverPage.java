package org.optimizer.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.optimizer.model.Contest;
import org.optimizer.model.ProviderMark;
import org.optimizer.model.ProviderScore;
import org.optimizer.model.RateRules;
import org.optimizer.model.ScorePlan.Strategy;
import org.optimizer.model.ScoringMethod;
import org.optimizer.process.ReviewDesk.Line;
import org.optimizer.process.ReviewDesk.Review;

/** Where a driver's marks come from in a contest that lives on a provider's counts or marks, worded for the page. */
record ProvidedDriverPage(
        String weekPath,
        String contest,
        String week,
        String days,
        String name,
        String how,
        boolean ranked,
        List<String> reasons,
        String rank,
        String rankedOf,
        String global,
        int globalOf,
        List<MarkView> marks,
        String weekKm,
        String km,
        String rulebook) {
    private static final double PER_CENT = 100;

    /**
     * @param of10 – where there is none
     * @param width 0 to 100
     * @param steps from what was counted to the mark, one sentence each
     */
    record MarkView(String name, String of10, double width, List<String> steps) {}

    static ProvidedDriverPage of(Review review, Line line, ProviderScore score, RateRules rules, Words say) {
        Contest contest = review.contest();
        return new ProvidedDriverPage(
                WeekPage.path(review.batch()),
                contest.name(),
                say.week(review.batch().week()),
                say.days(review.batch().week()),
                line.driver().name(),
                ProvidedView.how(contest, contest.plan().orElseThrow(), say),
                line.score().ranked(),
                line.score().reasons().stream().map(say::reason).toList(),
                line.standing().rank().map(String::valueOf).orElse("–"),
                say.text("rank.ranked-of", line.standing().rankedOf()),
                ProvidedView.of10(score.global(), say),
                score.globalOf(),
                score.marks().stream()
                        .map(mark -> mark(contest, score, mark, rules, say))
                        .toList(),
                say.number(score.weekKm(), 1) + "\u00a0km",
                say.number(score.km(), 1) + "\u00a0km",
                say.shortVersion(line.score().rulebook()));
    }

    private static MarkView mark(Contest contest, ProviderScore score, ProviderMark mark, RateRules rules, Words say) {
        return new MarkView(
                say.text("mark." + mark.kind().code()),
                ProvidedView.of10(mark.mark(), say),
                mark.mark().map(BigDecimal::doubleValue).orElse(0.0) * 10,
                contest.method() == ScoringMethod.EVENT_RATES
                        ? fromRates(contest, score, mark, rules, say)
                        : fromMarks(contest, mark, say));
    }

    private static List<String> fromRates(
            Contest contest, ProviderScore score, ProviderMark mark, RateRules rules, Words say) {
        boolean whole = contest.plan().orElseThrow().strategy() == Strategy.FULL_PERIOD;
        List<String> steps = new ArrayList<>();
        steps.add(counted(mark, say));
        if (Double.isNaN(mark.rate())) {
            steps.add(say.text("provided.step.no-rate"));
        } else {
            steps.add(say.text(
                    "provided.step.rate",
                    ProvidedView.events(whole ? mark.events() : mark.weekEvents(), say),
                    say.number(rules.weight(mark.kind()), 2),
                    say.number(rules.perMiles(), 0),
                    say.number(whole ? score.km() : score.weekKm(), 1),
                    say.number(mark.rate(), 2)));
            steps.add(say.text(
                    "provided.step.place",
                    say.percent(mark.percentile() / PER_CENT, 0),
                    ProvidedView.of10(whole ? mark.mark() : mark.weekMark(), say)));
        }
        if (!whole) {
            steps.add(say.text("provided.step.weeks", ProvidedView.of10(mark.mark(), say)));
        }
        return steps;
    }

    private static String counted(ProviderMark mark, Words say) {
        return say.text(
                "provided.step.counted." + mark.kind().code(),
                ProvidedView.events(mark.weekEvents(), say),
                ProvidedView.events(mark.events(), say));
    }

    private static List<String> fromMarks(Contest contest, ProviderMark mark, Words say) {
        List<String> steps = new ArrayList<>();
        steps.add(say.text(
                "provided.step.given", contest.plan().orElseThrow().source(), ProvidedView.of10(mark.weekMark(), say)));
        steps.add(say.text("provided.step.weeks", ProvidedView.of10(mark.mark(), say)));
        Optional.of(mark)
                .filter(known -> !Double.isNaN(known.weekEvents()))
                .ifPresent(known -> steps.add(counted(known, say)));
        return steps;
    }
}
