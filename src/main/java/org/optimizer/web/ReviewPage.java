package org.optimizer.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.model.MarkKind;
import org.optimizer.model.Reason;
import org.optimizer.model.ReviewLook;
import org.optimizer.process.ReviewDesk.Line;
import org.optimizer.process.ReviewDesk.Review;
import org.optimizer.process.ReviewDossier.History;
import org.optimizer.transform.messages.SmsEncoding;

/**
 * A week under review, worded for the page where it is decided: anomalies first.
 *
 * @param due deadline in words; empty while the week does not wait
 * @param assignee who has taken it; empty when nobody has
 * @param kinds anomalies by kind, to filter by
 */
record ReviewPage(
        String path,
        String weekPath,
        String contest,
        String site,
        String week,
        String days,
        String state,
        String look,
        int revision,
        boolean waiting,
        String due,
        boolean overdue,
        String assignee,
        List<String> ofTheWeek,
        List<Kind> kinds,
        List<Row> rows,
        Numbers numbers,
        List<Done> history) {

    /** @param code all, look, excluded, worded, silent, unseen, or the code of an anomaly */
    record Kind(String code, String name, int count) {}

    /** What approving would send. */
    record Numbers(int recipients, int parts, int ucs2, String price, int without, int excluded, int worded) {}

    /** @param kinds the filters that show the row, by code, each in spaces */
    record Row(
            String id,
            String name,
            String rank,
            String change,
            String way,
            String km,
            List<String> marks,
            String score,
            String delta,
            String coverage,
            List<String> flags,
            String text,
            int parts,
            boolean ucs2,
            String wordedBy,
            String noMessage,
            boolean taken,
            String because,
            boolean seen,
            String kinds) {}

    /** What somebody did, in words. */
    record Done(String at, String by, String what) {}

    private static final Set<String> GROUPS = Set.of("all", "look", "excluded", "worded", "silent", "unseen");

    static ReviewPage of(Review review, History history, Set<String> late, String reader, Words say) {
        ZoneId zone = review.site().zone();
        Set<String> seen = history.looks().stream()
                .filter(look -> look.by().equals(reader))
                .map(ReviewLook::driverId)
                .collect(Collectors.toSet());
        List<Row> rows = review.lines().stream()
                .sorted(anomaliesFirst(late, say))
                .map(line -> row(line, flags(line, late), seen, zone, say))
                .toList();
        return new ReviewPage(
                path(review),
                WeekPage.path(review.batch()),
                review.contest().name(),
                review.site().name(),
                say.week(review.batch().week()),
                say.days(review.batch().week()),
                say.text("state."
                        + review.batch().state().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                WeekPage.look(review.batch().state()),
                review.batch().revision(),
                review.waiting(),
                review.dueAt().map(due -> say.moment(due, zone)).orElse(""),
                review.dueAt().filter(say::isPast).isPresent(),
                review.assignee().orElse(""),
                review.anomalies().stream().map(say::reason).toList(),
                kinds(review, rows, late, say),
                rows,
                numbers(review, say),
                done(history, names(review), zone, say));
    }

    static String path(Review review) {
        return WeekPage.path(review.batch()) + "/review";
    }

    private static Map<String, String> names(Review review) {
        return review.lines().stream()
                .collect(Collectors.toMap(
                        line -> line.driver().id(), line -> line.driver().name()));
    }

    static Numbers numbers(Review review, Words say) {
        return new Numbers(
                review.recipients(),
                review.parts(),
                review.ucs2(),
                say.euros(review.priceEur()),
                review.lines().size() - review.recipients(),
                count(review, line -> line.exclusion().isPresent()),
                count(review, line -> line.text().wording().isPresent()));
    }

    private static int count(Review review, Predicate<Line> which) {
        return (int) review.lines().stream().filter(which).count();
    }

    private static Comparator<Line> anomaliesFirst(Set<String> late, Words say) {
        return Comparator.comparing((Line line) -> -flags(line, late).size())
                .thenComparing(line -> line.standing().league())
                .thenComparing(line -> line.standing().rank().orElse(Integer.MAX_VALUE))
                .thenComparing(line -> line.driver().name(), say.alphabet());
    }

    private static List<Reason> flags(Line line, Set<String> late) {
        Stream<Reason> afterwards =
                late.contains(line.driver().id()) ? Stream.of(new Reason("late-data", 0, 0, "")) : Stream.empty();
        return Stream.concat(line.anomalies().stream(), afterwards).toList();
    }

    static Row row(Line line, Set<String> late, Set<String> seen, ZoneId zone, Words say) {
        return row(line, flags(line, late), seen, zone, say);
    }

    private static Row row(Line line, List<Reason> flags, Set<String> seen, ZoneId zone, Words say) {
        boolean isSeen = seen.contains(line.driver().id());
        Optional<SmsEncoding> encoding = line.encoding();
        return new Row(
                line.driver().id(),
                line.driver().name(),
                rank(line),
                line.standing().change().map(say::change).orElse(""),
                line.standing().change().map(ReviewPage::way).orElse(""),
                say.number(line.score().facts().distanceKm(), 0),
                Stream.of(MarkKind.values())
                        .map(kind -> say.on20(line.score().mark(kind)))
                        .toList(),
                say.on20(line.score().score()),
                delta(line, say),
                say.percent(line.score().facts().coverage(), 0),
                flags.stream().map(say::reason).toList(),
                line.message().orElse(""),
                encoding.map(SmsEncoding::parts).orElse(0),
                encoding.filter(sms -> sms.alphabet() == SmsEncoding.Alphabet.UCS2)
                        .isPresent(),
                line.text().wording().map(wording -> wording.by()).orElse(""),
                line.noMessage().map(say::noMessage).orElse(""),
                line.exclusion().isPresent(),
                line.exclusion()
                        .map(out -> say.text("review.because", out.reason(), out.by(), say.time(out.at(), zone)))
                        .orElse(""),
                isSeen,
                kinds(line, flags, isSeen));
    }

    static String rank(Line line) {
        return line.standing().rank().map(String::valueOf).orElse("–");
    }

    private static String way(int change) {
        return change > 0 ? "up" : change < 0 ? "down" : "same";
    }

    private static String delta(Line line, Words say) {
        return line.score()
                .score()
                .flatMap(now -> line.scoreBefore().map(now::subtract))
                .map(BigDecimal::doubleValue)
                .map(points -> say.signed(points / 5, 1))
                .orElse("");
    }

    private static String kinds(Line line, List<Reason> flags, boolean seen) {
        List<String> kinds = new ArrayList<>();
        kinds.add("all");
        if (!flags.isEmpty()) {
            kinds.add("look");
        }
        if (line.exclusion().isPresent()) {
            kinds.add("excluded");
        }
        if (line.text().wording().isPresent()) {
            kinds.add("worded");
        }
        if (line.message().isEmpty()) {
            kinds.add("silent");
        }
        if (!seen) {
            kinds.add("unseen");
        }
        flags.stream()
                .map(Reason::code)
                .distinct()
                .filter(code -> !GROUPS.contains(code))
                .forEach(kinds::add);
        return " " + String.join(" ", kinds) + " ";
    }

    private static List<Kind> kinds(Review review, List<Row> rows, Set<String> late, Words say) {
        Map<String, String> codes = new TreeMap<>();
        review.lines().stream()
                .flatMap(line -> flags(line, late).stream())
                .forEach(reason -> codes.put(reason.code(), say.flag(reason.code())));
        List<Kind> kinds = new ArrayList<>();
        Stream.of("all", "look", "excluded", "worded", "silent", "unseen")
                .forEach(code -> kinds.add(kind(code, say.text("review.show." + code), rows)));
        codes.forEach((code, name) -> kinds.add(kind(code, name, rows)));
        return kinds;
    }

    private static Kind kind(String code, String name, List<Row> rows) {
        int count = (int) rows.stream()
                .filter(row -> row.kinds().contains(" " + code + " "))
                .count();
        return new Kind(code, name, count);
    }

    /** The rows that a filter shows. */
    List<Row> shown(String kind, String find) {
        String wanted = find.strip().toLowerCase(Locale.ROOT);
        return rows.stream()
                .filter(row -> row.kinds().contains(" " + kind + " "))
                .filter(row -> row.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || row.id().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    private record Act(Instant at, Done done) {}

    static List<Done> done(History history, Map<String, String> names, ZoneId zone, Words say) {
        Stream<Act> changes = history.changes().stream()
                .map(change -> new Act(
                        change.at(),
                        new Done(
                                say.moment(change.at(), zone),
                                change.by(),
                                say.changed(change, names.getOrDefault(change.driverId(), change.driverId())))));
        Stream<Act> verdicts = history.verdicts().stream()
                .map(verdict -> new Act(
                        verdict.at(),
                        new Done(
                                say.moment(verdict.at(), zone),
                                verdict.by(),
                                say.text(
                                        "review.verdict." + verdict.decision(),
                                        verdict.revision(),
                                        verdict.reason()))));
        Stream<Act> looks = history.looks().stream()
                .filter(look -> look.driverId().isEmpty())
                .map(look -> new Act(
                        look.first(),
                        new Done(
                                say.moment(look.first(), zone),
                                look.by(),
                                say.text("review.looked", drivers(history, look.by())))));
        Stream<Act> notices = history.notices().stream()
                .map(notice -> new Act(
                        notice.at(),
                        new Done(
                                say.moment(notice.at(), zone),
                                "",
                                say.text("review.notice." + notice.kind().name().toLowerCase(Locale.ROOT)))));
        return Stream.of(changes, verdicts, looks, notices)
                .flatMap(each -> each)
                .sorted(Comparator.comparing(Act::at).reversed())
                .map(Act::done)
                .toList();
    }

    private static long drivers(History history, String by) {
        return history.looks().stream()
                .filter(look -> look.by().equals(by) && !look.driverId().isEmpty())
                .count();
    }
}
