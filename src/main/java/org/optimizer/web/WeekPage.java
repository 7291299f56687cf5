package org.optimizer.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.model.Batch;
import org.optimizer.model.DriverScore;
import org.optimizer.model.Exclusion;
import org.optimizer.model.MarkKind;
import org.optimizer.model.Reason;
import org.optimizer.model.RelativeScore;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Standing;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.ReviewDesk.Line;
import org.optimizer.process.ReviewDesk.Review;
import org.optimizer.transform.messages.SmsEncoding;

/**
 * A week of a contest, worded for the page.
 *
 * @param anomalies of the week and of its drivers, what to look at first
 * @param revision of the scoring that the reader looks at; goes back with every decision
 * @param empty whether there was no data at all
 * @param withoutMessage how many drivers would get none
 * @param relative whether rows show marks of 10 and a score of 30
 */
record WeekPage(
        String path,
        String contest,
        String site,
        String week,
        String days,
        String state,
        String look,
        int revision,
        String rulebook,
        boolean shadow,
        boolean waiting,
        boolean empty,
        List<Anomaly> anomalies,
        List<League> leagues,
        int recipients,
        int parts,
        int withoutMessage,
        boolean relative) {

    /** @param driverId and name are empty when the whole week is meant */
    record Anomaly(String driverId, String name, String text) {}

    record League(String name, List<Row> rows) {}

    /**
     * @param on20 in a relative contest of 10
     * @param width 0 to 100
     */
    record MarkCell(String label, String on20, double width) {}

    /**
     * @param change ▲2, ▼1, = or empty
     * @param way up, down, same or empty
     * @param exAequo whether chance alone may separate him from the leader
     * @param noMessage why there is no SMS; empty when there is one
     */
    record Row(
            String driverId,
            String name,
            String link,
            String rank,
            String change,
            String way,
            boolean exAequo,
            String km,
            List<MarkCell> marks,
            String score,
            String global,
            String globalRank,
            String coverage,
            boolean ranked,
            List<String> notes,
            Optional<String> message,
            String encoding,
            int parts,
            String noMessage,
            Optional<Taken> taken) {}

    /** Taken out of the week. */
    record Taken(String reason, String by, String at) {}

    /** @param relative scores of the relative method, of which a relative contest's rows are made */
    static WeekPage of(Review review, List<RelativeScore> relative, Words say) {
        Batch batch = review.batch();
        boolean shadow = review.contest().isShadow(batch.week());
        return new WeekPage(
                path(batch),
                review.contest().name(),
                review.site().name(),
                say.week(batch.week()),
                say.days(batch.week()),
                say.text("state." + key(batch.state())),
                look(batch.state()),
                batch.revision(),
                say.shortVersion(batch.rulebook()),
                shadow,
                review.waiting(),
                batch.state() == Batch.State.EMPTY,
                anomalies(review, say),
                leagues(review, relative, say),
                review.recipients(),
                review.parts(),
                (int) review.lines().stream()
                        .filter(line -> line.message().isEmpty())
                        .count(),
                review.contest().method() == ScoringMethod.RELATIVE);
    }

    /** Where the contest's fairness is shown. */
    public String fairnessPath() {
        return path.substring(0, path.indexOf("/weeks/")) + "/fairness";
    }

    static String path(Batch batch) {
        return "/contests/" + batch.contestId() + "/weeks/" + batch.week();
    }

    static String look(Batch.State state) {
        return switch (state) {
            case OPEN, FETCHING, SCORING -> "running";
            case IN_REVIEW -> "review";
            case SENDING -> "sent";
            case PUBLISHED -> "published";
            case CLOSED -> "closed";
            case EMPTY -> "wrong";
            case CANCELLED -> "off";
        };
    }

    private static List<Anomaly> anomalies(Review review, Words say) {
        Stream<Anomaly> week = review.anomalies().stream().map(reason -> new Anomaly("", "", say.reason(reason)));
        Stream<Anomaly> drivers = review.lines().stream().flatMap(line -> anomalies(line, say));
        return Stream.concat(week, drivers).toList();
    }

    private static Stream<Anomaly> anomalies(Line line, Words say) {
        return line.anomalies().stream()
                .map(reason -> new Anomaly(line.driver().id(), line.driver().name(), say.reason(reason)));
    }

    private static List<League> leagues(Review review, List<RelativeScore> relative, Words say) {
        Map<String, RelativeScore> ranking = review.contest().method() == ScoringMethod.RELATIVE
                ? relative.stream().collect(Collectors.toMap(RelativeScore::driverId, Function.identity()))
                : Map.of();
        Map<VehicleClass, List<Line>> byLeague = review.lines().stream()
                .sorted(byRank(say))
                .collect(Collectors.groupingBy(line -> line.standing().league(), TreeMap::new, Collectors.toList()));
        List<League> leagues = new ArrayList<>();
        byLeague.forEach((league, lines) -> leagues.add(new League(
                say.text("class." + league.code()),
                lines.stream()
                        .map(line -> row(
                                review,
                                line,
                                Optional.ofNullable(ranking.get(line.driver().id())),
                                say))
                        .toList())));
        return leagues;
    }

    private static Comparator<Line> byRank(Words say) {
        return Comparator.comparing((Line line) -> line.standing().rank().orElse(Integer.MAX_VALUE))
                .thenComparing(line -> line.driver().name(), say.alphabet());
    }

    private static Row row(Review review, Line line, Optional<RelativeScore> relative, Words say) {
        DriverScore score = line.score();
        Standing standing = line.standing();
        return new Row(
                line.driver().id(),
                line.driver().name(),
                path(review.batch()) + "/drivers/" + line.driver().id(),
                standing.rank().map(String::valueOf).orElse("–"),
                standing.change().map(say::change).orElse(""),
                standing.change().map(WeekPage::way).orElse(""),
                standing.exAequo(),
                say.number(score.facts().distanceKm(), 0),
                relative.map(marked -> marks(marked, say)).orElseGet(() -> marks(score, say)),
                relative.map(marked -> RelativeView.global(marked, say)).orElseGet(() -> say.on20(score.score())),
                global(standing, say),
                standing.globalRank().map(rank -> say.text("rank.of", rank)).orElse(""),
                say.percent(score.facts().coverage(), 0),
                score.ranked(),
                notes(line, say),
                line.message(),
                line.encoding().map(encoding -> encoding(encoding, say)).orElse(""),
                line.encoding().map(SmsEncoding::parts).orElse(0),
                line.noMessage().map(say::noMessage).orElse(""),
                line.exclusion().map(exclusion -> taken(review, exclusion, say)));
    }

    private static List<MarkCell> marks(RelativeScore score, Words say) {
        return Stream.of(MarkKind.values())
                .map(kind -> RelativeView.cell(kind, score, say))
                .map(cell -> new MarkCell(cell.label(), cell.mark(), cell.width()))
                .toList();
    }

    /** 13,7 ± 0,4 */
    private static String global(Standing standing, Words say) {
        return say.on20(standing.global())
                + standing.globalDoubt()
                        .map(doubt -> "\u00a0" + say.text("driver.doubt", say.on20(doubt.doubleValue())))
                        .orElse("");
    }

    static List<MarkCell> marks(DriverScore score, Words say) {
        return Stream.of(MarkKind.values())
                .map(kind -> new MarkCell(
                        say.text("mark." + kind.code() + ".short"),
                        say.on20(score.mark(kind)),
                        score.mark(kind).map(Number::doubleValue).orElse(0.0)))
                .toList();
    }

    private static List<String> notes(Line line, Words say) {
        Stream<Reason> whyNotRanked = line.score().reasons().stream();
        return Stream.concat(whyNotRanked, line.anomalies().stream())
                .map(say::reason)
                .distinct()
                .toList();
    }

    private static String encoding(SmsEncoding encoding, Words say) {
        return say.text(
                "sms.encoding." + encoding.alphabet().name().toLowerCase(Locale.ROOT),
                encoding.units(),
                encoding.parts());
    }

    private static Taken taken(Review review, Exclusion exclusion, Words say) {
        return new Taken(
                exclusion.reason(),
                exclusion.by(),
                say.moment(exclusion.at(), review.site().zone()));
    }

    private static String way(int change) {
        return change > 0 ? "up" : change < 0 ? "down" : "same";
    }

    private static String key(Batch.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
