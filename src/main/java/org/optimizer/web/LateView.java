package org.optimizer.web;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.optimizer.model.LateDay;
import org.optimizer.model.RevisedScore;
import org.optimizer.model.WeekRevision;
import org.optimizer.process.ReviewDesk.Review;
import org.optimizer.process.RevisionDesk.Beside;

/**
 * Data that came after a week was scored and what was made of them, worded for the page.
 *
 * @param path of the week
 * @param title how many days of how many drivers
 * @param proposal what to give as a reason unless one knows better
 * @param takesRevision whether the week is out, so that late data can only be scored beside its results
 */
record LateView(
        String path,
        int revision,
        String title,
        List<Day> days,
        String proposal,
        boolean takesRevision,
        List<Revision> revisions) {

    /** @param km 180,2 → 212,4 km */
    record Day(String day, String driver, String vehicle, String km) {}

    /** @param rows of the drivers whose score or place is another one */
    record Revision(int number, String title, String reason, List<Row> rows, String unchanged) {}

    record Row(String name, String link, String km, String score, String rank) {}

    static LateView of(Review review, Beside beside, Words say) {
        Map<String, String> names = review.lines().stream()
                .collect(Collectors.toMap(
                        line -> line.driver().id(), line -> line.driver().name()));
        List<LateDay> late = beside.late();
        long drivers = late.stream().map(LateDay::driverId).distinct().count();
        return new LateView(
                WeekPage.path(review.batch()),
                review.batch().revision(),
                say.text("late.title", late.size(), drivers, say.signed(km(late), 0)),
                late.stream()
                        .map(day -> day(day, names, beside.vehicleNames(), say))
                        .toList(),
                say.text("late.proposal", late.size(), say.signed(km(late), 0)),
                beside.takesRevision(),
                beside.revisions().stream()
                        .map(revision -> revision(review, revision, names, say))
                        .toList());
    }

    private static double km(List<LateDay> late) {
        return late.stream().mapToDouble(day -> day.kmNow() - day.kmBefore()).sum();
    }

    private static Day day(LateDay day, Map<String, String> names, Map<String, String> vehicles, Words say) {
        boolean same = Math.abs(day.kmNow() - day.kmBefore()) < 0.05;
        return new Day(
                say.day(day.day()),
                names.getOrDefault(day.driverId(), day.driverId()),
                vehicles.getOrDefault(day.vehicleId(), day.vehicleId()),
                same
                        ? say.text("late.same-km", say.number(day.kmNow(), 1))
                        : say.text("late.km", say.number(day.kmBefore(), 1), say.number(day.kmNow(), 1)));
    }

    private static Revision revision(Review review, WeekRevision revision, Map<String, String> names, Words say) {
        ZoneId zone = review.site().zone();
        List<Row> rows = revision.scores().stream()
                .filter(RevisedScore::changes)
                .map(score -> row(review, score, names, say))
                .toList();
        return new Revision(
                revision.number(),
                say.text("late.revision", revision.number(), say.moment(revision.at(), zone), revision.by()),
                revision.reason(),
                rows,
                say.text("late.unchanged", revision.scores().size() - rows.size()));
    }

    private static Row row(Review review, RevisedScore score, Map<String, String> names, Words say) {
        return new Row(
                names.getOrDefault(score.driverId(), score.driverId()),
                names.containsKey(score.driverId())
                        ? WeekPage.path(review.batch()) + "/drivers/" + score.driverId()
                        : "",
                say.text("late.km", say.number(score.kmBefore(), 1), say.number(score.kmAfter(), 1)),
                arrow(score(score.scoreBefore(), say), score(score.scoreAfter(), say)),
                arrow(rank(score.rankBefore()), rank(score.rankAfter())));
    }

    private static String arrow(String before, String after) {
        return before.equals(after) ? after : before + " → " + after;
    }

    private static String score(Optional<BigDecimal> score, Words say) {
        return score.isPresent() ? say.on20(score) + " (" + say.on100(score) + ")" : say.on20(score);
    }

    private static String rank(Optional<Integer> rank) {
        return rank.map(String::valueOf).orElse("–");
    }
}
