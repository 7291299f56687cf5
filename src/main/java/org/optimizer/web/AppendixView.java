package org.optimizer.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.model.Amendment;
import org.optimizer.model.Batch;
import org.optimizer.model.CrossPlace;
import org.optimizer.model.EventKey;
import org.optimizer.model.SetAside;
import org.optimizer.model.TeamStanding;
import org.optimizer.process.ReviewDesk.Review;
import org.optimizer.process.WeekAppendix.Tables;

/**
 * What stands beside the rankings of a week, worded for the page.
 *
 * @param path of the week, or of a driver in it
 * @param closing when results become or became final, in words; empty before there are any
 * @param isFinal whether an appeal can only be noted beside the result
 * @param takesAppeals whether there are results to appeal against
 * @param appeals that were upheld, oldest first
 */
record AppendixView(
        String path,
        String closing,
        String look,
        boolean isFinal,
        boolean takesAppeals,
        int revision,
        List<TeamRow> teams,
        List<DriverRow> drivers,
        List<Appeal> appeals) {

    record TeamRow(String rank, String name, String score, String members) {}

    record DriverRow(String rank, String name, String link, String league, String z) {}

    /** @param effect what became of the score, in words */
    record Appeal(
            String driverId,
            String name,
            String link,
            EventKey key,
            String event,
            boolean amendment,
            String kind,
            String date,
            String reason,
            String by,
            String effect,
            Instant at) {}

    static AppendixView of(Review review, Tables tables, Words say) {
        Batch batch = review.batch();
        Map<String, String> names = review.lines().stream()
                .collect(Collectors.toMap(
                        line -> line.driver().id(), line -> line.driver().name()));
        boolean isFinal = isFinal(batch.state(), tables);
        return new AppendixView(
                WeekPage.path(batch),
                closing(review, tables, isFinal, say),
                isFinal ? "closed" : "published",
                isFinal,
                batch.state().isScored() && batch.state() != Batch.State.CANCELLED,
                batch.revision(),
                tables.teams().stream().map(team -> team(team, say)).toList(),
                tables.drivers().stream()
                        .map(place -> driver(place, WeekPage.path(batch), names, say))
                        .toList(),
                appeals(review, tables, names, say));
    }

    private static boolean isFinal(Batch.State state, Tables tables) {
        return switch (state) {
            case CLOSED -> true;
            case SENDING, PUBLISHED -> tables.isPast();
            case OPEN, FETCHING, EMPTY, SCORING, IN_REVIEW, CANCELLED -> false;
        };
    }

    private static String closing(Review review, Tables tables, boolean isFinal, Words say) {
        Batch batch = review.batch();
        ZoneId zone = review.site().zone();
        if (isFinal) {
            return say.text("closing.closed", say.moment(batch.closedAt().orElse(tables.closesAt()), zone));
        }
        return switch (batch.state()) {
            case IN_REVIEW, SENDING, PUBLISHED ->
                say.text(
                        tables.isPast() ? "closing.overdue" : "closing.provisional",
                        say.moment(tables.closesAt(), zone));
            case OPEN, FETCHING, EMPTY, SCORING, CLOSED, CANCELLED -> "";
        };
    }

    private static TeamRow team(TeamStanding team, Words say) {
        return new TeamRow(
                team.rank().map(String::valueOf).orElse("–"),
                team.name(),
                say.on20(team.score()),
                say.text("team.ranked-of", team.rankedMembers(), team.members()));
    }

    private static DriverRow driver(CrossPlace place, String path, Map<String, String> names, Words say) {
        return new DriverRow(
                String.valueOf(place.rank()),
                names.getOrDefault(place.driverId(), place.driverId()),
                path + "/drivers/" + place.driverId(),
                say.text("class." + place.league().code()),
                (place.z().signum() > 0 ? "+" : "") + say.number(place.z().doubleValue(), 2));
    }

    private static List<Appeal> appeals(Review review, Tables tables, Map<String, String> names, Words say) {
        Stream<Appeal> before = tables.setAside().stream().map(out -> revision(review, out, names, say));
        Stream<Appeal> after = tables.amendments().stream().map(out -> amendment(review, out, names, say));
        return Stream.concat(before, after)
                .sorted(Comparator.comparing(Appeal::at))
                .toList();
    }

    private static Appeal revision(Review review, SetAside out, Map<String, String> names, Words say) {
        ZoneId zone = review.site().zone();
        return new Appeal(
                out.driverId(),
                names.getOrDefault(out.driverId(), out.driverId()),
                link(review, out.driverId()),
                out.event(),
                event(out.event(), zone, say),
                false,
                say.text("appeal.revision"),
                say.moment(out.at(), zone),
                out.reason(),
                out.by(),
                say.text("appeal.revision.effect"),
                out.at());
    }

    private static Appeal amendment(Review review, Amendment out, Map<String, String> names, Words say) {
        ZoneId zone = review.site().zone();
        return new Appeal(
                out.driverId(),
                names.getOrDefault(out.driverId(), out.driverId()),
                link(review, out.driverId()),
                out.event(),
                event(out.event(), zone, say),
                true,
                say.text("appeal.amendment"),
                say.moment(out.at(), zone),
                out.reason(),
                out.by(),
                say.text(
                        "appeal.amendment.effect",
                        score(out.scoreBefore(), say),
                        score(out.scoreAfter(), say),
                        rank(out.rankBefore()),
                        rank(out.rankAfter())),
                out.at());
    }

    private static String link(Review review, String driverId) {
        return WeekPage.path(review.batch()) + "/drivers/" + driverId;
    }

    private static String event(EventKey event, ZoneId zone, Words say) {
        return say.text("manoeuvre." + event.kind().code()) + ", " + say.second(event.at(), zone);
    }

    private static String score(Optional<BigDecimal> score, Words say) {
        return say.on20(score) + " (" + say.on100(score) + ")";
    }

    private static String rank(Optional<Integer> rank) {
        return rank.map(String::valueOf).orElse("–");
    }

    /** What concerns one driver alone. */
    AppendixView of(String driverId) {
        return new AppendixView(
                path + "/drivers/" + driverId,
                closing,
                look,
                isFinal,
                takesAppeals,
                revision,
                List.of(),
                List.of(),
                appeals.stream()
                        .filter(appeal -> appeal.driverId().equals(driverId))
                        .toList());
    }

    /** The appeal that took an event out; null, as templates want it, when there is none. */
    public Appeal out(EventKey key) {
        return appeals.stream()
                .filter(appeal -> appeal.key().equals(key))
                .findFirst()
                .orElse(null);
    }
}
