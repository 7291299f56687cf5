package org.optimizer.web;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.model.Batch;
import org.optimizer.model.Site;
import org.optimizer.model.Sms;
import org.optimizer.process.WeekBoard.ContestWeeks;
import org.optimizer.process.WeekBoard.WeekCell;

/**
 * A contest on the first page.
 *
 * @param cells oldest week first
 * @param running what happens right now, in words; empty when nothing runs
 * @param needs what waits for a person, newest week first
 */
record ContestStrip(String id, String name, String site, List<Cell> cells, Optional<String> running, List<Card> needs) {

    /**
     * One week.
     *
     * @param look name of its colour: running, review, sent, published, closed, shadow, wrong or off
     * @param detail the figure that matters in this state; empty when there is none
     */
    record Cell(String week, String days, String link, String look, String state, String detail) {}

    /** @param toCockpit whether an operator mends it there; otherwise the week's page is the place */
    record Card(String kind, String title, String text, String link, boolean toCockpit) {}

    private static final Set<Batch.State> RUNNING =
            Set.of(Batch.State.OPEN, Batch.State.FETCHING, Batch.State.SCORING, Batch.State.SENDING);

    static ContestStrip of(ContestWeeks contest, Words say) {
        List<WeekCell> weeks = contest.weeks().stream().sorted(byWeek()).toList();
        return new ContestStrip(
                contest.contest().id(),
                contest.contest().name(),
                contest.site().name(),
                weeks.stream().map(week -> cell(week, contest.site(), say)).toList(),
                running(weeks, say),
                weeks.stream()
                        .sorted(byWeek().reversed())
                        .flatMap(week -> Stream.concat(card(week, say).stream(), lateCard(week, say).stream()))
                        .toList());
    }

    private static Comparator<WeekCell> byWeek() {
        return Comparator.comparing(week -> week.batch().week());
    }

    private static Cell cell(WeekCell week, Site site, Words say) {
        Batch batch = week.batch();
        return new Cell(
                say.week(batch.week()),
                say.days(batch.week()),
                link(batch),
                look(week),
                state(week, say),
                detail(week, site, say));
    }

    private static String link(Batch batch) {
        return "/contests/" + batch.contestId() + "/weeks/" + batch.week();
    }

    private static String look(WeekCell week) {
        if (week.incident().isPresent()) {
            return "wrong";
        }
        return switch (week.batch().state()) {
            case OPEN, FETCHING, SCORING -> "running";
            case IN_REVIEW -> "review";
            case SENDING -> "sent";
            case PUBLISHED -> "published";
            case CLOSED -> week.shadow() ? "shadow" : "closed";
            case EMPTY -> "wrong";
            case CANCELLED -> "off";
        };
    }

    private static String state(WeekCell week, Words say) {
        boolean done = week.batch().state() == Batch.State.CLOSED;
        if (week.incident().isPresent()) {
            return say.text("state.stopped");
        }
        return say.text(
                done && week.shadow()
                        ? "state.shadow"
                        : "state." + key(week.batch().state()));
    }

    private static String detail(WeekCell week, Site site, Words say) {
        if (week.batch().state() == Batch.State.PUBLISHED && week.incident().isEmpty()) {
            return say.text("cell.until", say.hour(site.closesAt(week.batch().week()), site.zone()));
        }
        int messages =
                week.messages().values().stream().mapToInt(Integer::intValue).sum();
        if (messages > 0) {
            int delivered = week.messages().getOrDefault(Sms.State.DELIVERED, 0);
            return say.text("cell.delivered", delivered, messages);
        }
        return week.ranked().map(ranked -> say.text("cell.ranked", ranked)).orElse("");
    }

    private static Optional<String> running(List<WeekCell> weeks, Words say) {
        String steps = weeks.stream()
                .filter(week -> RUNNING.contains(week.batch().state())
                        && week.incident().isEmpty())
                .map(week -> say.text(
                        "running." + key(week.batch().state()),
                        say.week(week.batch().week())))
                .collect(Collectors.joining(" "));
        return Optional.of(steps).filter(text -> !text.isEmpty());
    }

    private static Optional<Card> card(WeekCell week, Words say) {
        return week.needs()
                .map(kind -> new Card(
                        kind,
                        say.text(
                                "needs." + kind + ".title",
                                say.week(week.batch().week())),
                        week.incident()
                                .filter(cause -> kind.equals("incident"))
                                .orElseGet(() -> say.text("needs." + kind + ".text", arguments(week))),
                        target(kind, week.batch()),
                        !kind.equals("review")));
    }

    private static String target(String kind, Batch batch) {
        return switch (kind) {
            case "unclear-messages" -> "/sms/unclear";
            case "review" -> link(batch) + "/review";
            default -> link(batch);
        };
    }

    /** Data that came after the scoring are a reason to look at the week again. */
    private static Optional<Card> lateCard(WeekCell week, Words say) {
        Batch batch = week.batch();
        return week.lateDays() == 0
                ? Optional.empty()
                : Optional.of(new Card(
                        "late",
                        say.text("needs.late.title", say.week(batch.week())),
                        say.text(
                                batch.state() == Batch.State.IN_REVIEW ? "needs.late.text" : "needs.late.text.out",
                                week.lateDays()),
                        link(batch) + "#late",
                        false));
    }

    private static Object[] arguments(WeekCell week) {
        Map<Sms.State, Integer> messages = new EnumMap<>(Sms.State.class);
        messages.putAll(week.messages());
        return new Object[] {week.ranked().orElse(0), messages.getOrDefault(Sms.State.AMBIGUOUS, 0)};
    }

    private static String key(Batch.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
