package org.optimizer.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.optimizer.model.Contest;
import org.optimizer.model.DriverScore;
import org.optimizer.model.MarkKind;
import org.optimizer.model.ProviderMark;
import org.optimizer.model.ProviderScore;
import org.optimizer.model.ScorePlan;
import org.optimizer.model.ScoringMethod;
import org.optimizer.process.ReviewDesk.Line;
import org.optimizer.process.ReviewDesk.Review;

/**
 * What a provider counted or marked in a week, worded for its page.
 *
 * @param how where the marks come from, in words
 */
record ProvidedView(String source, String how, List<Row> rows) {
    private static final int OF_10_TO_100 = 10;

    /**
     * @param week what counts of this week: events, or the provider's mark
     * @param detail the rate and the place in the fleet, or the events
     */
    record Cell(String label, String week, String detail) {}

    /** @param km of this week, and of the contest so far */
    record Row(String name, String link, String km, List<Cell> cells) {}

    /** In the order of the ranking; empty for a contest that is marked from recordings. */
    static Optional<ProvidedView> of(Review review, Map<String, ProviderScore> scores, Words say) {
        return review.contest()
                .plan()
                .map(plan -> new ProvidedView(
                        plan.source(),
                        how(review.contest(), plan, say),
                        review.lines().stream()
                                .filter(line -> scores.containsKey(line.driver().id()))
                                .map(line -> row(
                                        review, line, scores.get(line.driver().id()), say))
                                .toList()));
    }

    /** How the contest's marks are made, and of whom. */
    static String how(Contest contest, ScorePlan plan, Words say) {
        String method = contest.method().name().toLowerCase(Locale.ROOT);
        return say.text("provided.how." + method + "." + key(plan.strategy()), plan.source()) + " "
                + say.text("provided.entrants." + key(plan.entrants()));
    }

    private static String key(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static Row row(Review review, Line line, ProviderScore score, Words say) {
        return new Row(
                line.driver().name(),
                WeekPage.path(review.batch()) + "/drivers/" + score.driverId(),
                say.text("provided.km", say.number(score.weekKm(), 0), say.number(score.km(), 0)),
                score.marks().stream()
                        .map(mark -> cell(review.contest().method(), mark, say))
                        .toList());
    }

    private static Cell cell(ScoringMethod method, ProviderMark mark, Words say) {
        String label = say.text("mark." + mark.kind().code() + ".short");
        return method == ScoringMethod.EVENT_RATES
                ? new Cell(
                        label,
                        events(mark.weekEvents(), say),
                        say.text(
                                "provided.rate-and-place",
                                say.number(mark.rate(), 2),
                                say.percent(mark.percentile() / 100, 0)))
                : new Cell(
                        label, of10(mark.weekMark(), say), say.text("provided.events", events(mark.weekEvents(), say)));
    }

    /** Events shared among drivers are no whole numbers. */
    static String events(double events, Words say) {
        return say.number(events, events == Math.rint(events) ? 0 : 1);
    }

    /** A whole mark without decimals. */
    static String of10(Optional<BigDecimal> mark, Words say) {
        return mark.map(value -> say.number(
                        value.doubleValue(), value.stripTrailingZeros().scale() > 0 ? 1 : 0))
                .orElse("–");
    }

    /** The marks of the ranking, of 10. */
    static List<WeekPage.MarkCell> marks(DriverScore score, Words say) {
        return Stream.of(MarkKind.values())
                .map(kind -> new WeekPage.MarkCell(
                        say.text("mark." + kind.code() + ".short"),
                        of10(score.mark(kind).map(ProvidedView::from100), say),
                        score.mark(kind).map(Number::doubleValue).orElse(0.0)))
                .toList();
    }

    private static BigDecimal from100(BigDecimal mark) {
        return mark.divide(BigDecimal.valueOf(OF_10_TO_100));
    }

    /** The total of a contest, of as much as {@link #scoreTitle} says. */
    static String global(Contest contest, DriverScore score, Words say) {
        int highest = contest.method() == ScoringMethod.EVENT_RATES ? 30 : 10;
        return of10(
                score.score().map(of100 -> of100.multiply(BigDecimal.valueOf(highest))
                        .movePointLeft(2)),
                say);
    }

    /** What stands above the totals. */
    static String scoreTitle(ScoringMethod method, Words say) {
        return switch (method) {
            case ABSOLUTE -> say.text("column.week");
            case RELATIVE, EVENT_RATES -> say.text("relative.global");
            case FED_SCORES -> say.text("provided.of-10");
        };
    }
}
