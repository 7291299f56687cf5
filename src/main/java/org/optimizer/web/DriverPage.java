package org.optimizer.web;

import java.time.ZoneId;
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
import org.optimizer.model.FeatureMark;
import org.optimizer.model.Mark;
import org.optimizer.model.MarkKind;
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
        String zone,
        String rulebook) {

    /** As many events are in view; the others one click away. */
    private static final int HARDEST = 15;

    /** A figure of the week with its name. */
    record Fact(String name, String value) {}

    record MarkView(String name, String on20, String on100, String weight, double width, List<Part> parts) {}

    /** @param width 0 to 100 */
    record Part(String name, String value, String points, double width, String weight, String rule) {}

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
            String rule,
            EventKey key) {}

    static DriverPage of(Review review, Line line, List<DrivingEvent> events, Words say) {
        DriverScore score = line.score();
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
                score.marks().stream().map(mark -> mark(mark, say)).toList(),
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

    private static MarkView mark(Mark mark, Words say) {
        return new MarkView(
                say.text("mark." + mark.kind().code()),
                say.on20(mark.points()),
                say.number(mark.points(), 2),
                say.percent(mark.weight(), 0),
                mark.points(),
                mark.parts().stream().map(part -> part(part, say)).toList());
    }

    private static Part part(FeatureMark part, Words say) {
        return new Part(
                say.text("feature." + part.feature().code()),
                say.value(part),
                say.number(part.points(), 2),
                part.points(),
                say.percent(part.weight(), 0),
                part.rule());
    }

    /** The marks that could not be measured. */
    private static List<String> missing(DriverScore score, Words say) {
        return Stream.of(MarkKind.values())
                .filter(kind -> score.mark(kind).isEmpty())
                .map(kind -> say.text("mark." + kind.code()))
                .toList();
    }

    private static EventRow event(DrivingEvent event, ZoneId zone, Words say) {
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
                event.rule(),
                EventKey.of(event));
    }
}
