package org.optimizer.web;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.EventKey;
import org.optimizer.model.Explanation;
import org.optimizer.model.Explanation.EventCost;
import org.optimizer.model.Feature;
import org.optimizer.model.FeatureMark;
import org.optimizer.model.FleetMean;
import org.optimizer.model.Mark;
import org.optimizer.model.MarkKind;
import org.optimizer.model.ScoringMethod;
import org.optimizer.process.Explanations.Explained;
import org.optimizer.process.ReviewDesk.Line;
import org.optimizer.process.ReviewDesk.Review;

/** Why a driver has these marks, worded for the page. */
record DriverPage(
        String weekPath,
        String contest,
        String week,
        String days,
        String name,
        String rank,
        String rankedOf,
        boolean exAequo,
        String score,
        String score100,
        String doubt,
        List<Fact> facts,
        List<MarkView> marks,
        List<String> missing,
        boolean ranked,
        List<String> reasons,
        List<EventRow> events,
        List<EventRow> milderEvents,
        boolean rankedByAnotherMethod,
        List<HelpRow> help,
        List<OneLessRow> oneLess,
        ReplayView replay,
        String zone,
        String rulebook) {

    /** As many events are in view; the others one click away. */
    private static final int HARDEST = 15;

    /** Those that count before those that are listed for information. */
    private static final Comparator<EventCost> HARDEST_FIRST = Comparator.comparing(
                    (EventCost cost) -> cost.scored().counted())
            .thenComparing(cost -> cost.scored().event().points())
            .thenComparing(cost ->
                    cost.scored().event().peakMps2() - cost.scored().event().guardMps2())
            .reversed();

    /** A figure of the week with its name. */
    record Fact(String name, String value) {}

    record MarkView(String name, String on20, String on100, String weight, double width, List<Part> parts) {}

    /** @param width 0 to 100 */
    record Part(String name, String note, String value, String points, double width, String weight, String rule) {}

    record EventRow(
            String at,
            String kind,
            String peak,
            String guard,
            String speed,
            String duration,
            String severity,
            String look,
            int points,
            String cost,
            String rule,
            boolean counted,
            EventKey key) {}

    static DriverPage of(Review review, Line line, Explained explained, Words say) {
        DriverScore score = line.score();
        Explanation why = explained.explanation();
        List<EventCost> events = why.events().stream().sorted(HARDEST_FIRST).toList();
        ZoneId zone = review.site().zone();
        return new DriverPage(
                WeekPage.path(review.batch()),
                review.contest().name(),
                say.week(review.batch().week()),
                say.days(review.batch().week()),
                line.driver().name(),
                line.standing().rank().map(String::valueOf).orElse("–"),
                say.text("rank.ranked-of", line.standing().rankedOf()),
                line.standing().exAequo(),
                say.on20(score.score()),
                say.on100(score.score()),
                score.doubt()
                        .map(doubt -> say.text("driver.doubt", say.number(doubt.doubleValue(), 1)))
                        .orElse(""),
                facts(score.facts(), say),
                score.marks().stream()
                        .map(mark -> mark(mark, score.facts(), why.average(), say))
                        .toList(),
                missing(score, say),
                score.ranked(),
                score.reasons().stream().map(say::reason).toList(),
                events.stream()
                        .limit(HARDEST)
                        .map(event -> event(event, zone, say))
                        .toList(),
                events.stream()
                        .skip(HARDEST)
                        .map(event -> event(event, zone, say))
                        .toList(),
                review.contest().method() == ScoringMethod.RELATIVE,
                HelpRow.of(why, say),
                OneLessRow.of(why, say),
                ReplayView.of(explained.replay(), say),
                zone.getId(),
                say.shortVersion(score.rulebook()));
    }

    private static List<Fact> facts(DriverWeek week, Words say) {
        return List.of(
                new Fact(
                        say.text("fact.league"),
                        say.text("class." + week.league().code())),
                new Fact(say.text("fact.distance"), say.number(week.distanceKm(), 1) + "\u00a0km"),
                new Fact(say.text("fact.moving"), say.number(week.movingH(), 1) + "\u00a0h"),
                new Fact(say.text("fact.days"), String.valueOf(week.days())),
                new Fact(say.text("fact.coverage"), say.percent(week.coverage(), 1)),
                new Fact(say.text("fact.event-km"), say.number(week.eventKm(), 1) + "\u00a0km"),
                new Fact(
                        say.text("fact.points"),
                        say.text("fact.points.both", week.accelerationPoints(), week.brakingPoints())),
                new Fact(say.text("fact.sampling"), sampling(week, say)));
    }

    private static String sampling(DriverWeek week, Words say) {
        return new TreeMap<>(week.kmByClass())
                .entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .map((Map.Entry<?, Double> entry) ->
                                entry.getKey() + "\u00a0" + say.number(entry.getValue(), 0) + "\u00a0km")
                        .collect(Collectors.joining(" · "));
    }

    private static MarkView mark(Mark mark, DriverWeek week, FleetMean average, Words say) {
        return new MarkView(
                say.text("mark." + mark.kind().code()),
                say.on20(mark.points()),
                say.number(mark.points(), 2),
                say.percent(mark.weight(), 0),
                mark.points(),
                mark.parts().stream()
                        .map(part -> part(part, week, average, say))
                        .toList());
    }

    private static Part part(FeatureMark part, DriverWeek week, FleetMean average, Words say) {
        return new Part(
                say.text("feature." + part.feature().code()),
                note(part.feature(), week, average, say),
                say.value(part),
                say.number(part.points(), 2),
                part.points(),
                say.percent(part.weight(), 0),
                part.rule());
    }

    /** What a rate was made of; other features are what they say. */
    private static String note(Feature feature, DriverWeek week, FleetMean average, Words say) {
        return switch (feature) {
            case ACCELERATION_POINTS -> note(week.accelerationPoints(), week, average.accelerationPoints(), say);
            case BRAKING_POINTS -> note(week.brakingPoints(), week, average.brakingPoints(), say);
            case RPA5, GENTLE_SHARE, STEADINESS, ECO_CAP_SHARE -> "";
        };
    }

    private static String note(int points, DriverWeek week, double average, Words say) {
        return say.text("explain.rate", points, say.number(week.eventKm(), 0), say.number(average, 1));
    }

    /** The marks that could not be measured. */
    private static List<String> missing(DriverScore score, Words say) {
        return Stream.of(MarkKind.values())
                .filter(kind -> score.mark(kind).isEmpty())
                .map(kind -> say.text("mark." + kind.code()))
                .toList();
    }

    private static EventRow event(EventCost cost, ZoneId zone, Words say) {
        DrivingEvent event = cost.scored().event();
        return new EventRow(
                say.second(event.at(), zone),
                say.text("manoeuvre." + event.kind().code()),
                say.number(event.peakMps2(), 2),
                say.number(event.guardMps2(), 2),
                say.number(event.startSpeedKmh(), 0),
                say.number(event.durationS(), 1),
                say.text("severity." + event.severity().code()),
                event.severity().name().toLowerCase(Locale.ROOT),
                event.points(),
                cost.scored().counted() ? say.cost(cost.weekPoints()) : say.text("explain.for-information"),
                event.rule(),
                cost.scored().counted(),
                EventKey.of(event));
    }
}
