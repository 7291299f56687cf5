package org.optimizer.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.optimizer.model.Amendment;
import org.optimizer.model.EventKey;
import org.optimizer.model.Objection;
import org.optimizer.process.ReviewDesk.Review;

/**
 * A driver's own week, worded for him: his marks, the events behind them, what would help, what became of his objections. Nothing
 * of anybody else, no name, no place and no rank.
 *
 * @param path of this page
 * @param global his mark of the week
 * @param reasons why he is not ranked; none when he is
 * @param events the costliest; {@code others} follow
 * @param eventful whether marks come from events at all
 */
record LinkPage(
        String path,
        String contest,
        String week,
        String days,
        Figure global,
        List<Figure> marks,
        List<String> reasons,
        List<HelpRow> help,
        boolean eventful,
        List<Event> events,
        List<Event> others,
        String zone) {

    private static final int IN_VIEW = 10;

    /** @param width 0 to 100; @param note what there is to say of it */
    record Figure(String name, String value, String of, double width, String note) {}

    /**
     * @param cost what the week would be higher without it
     * @param answer what became of the objection to it; empty while there is none, and then it can be objected to
     */
    record Event(
            String id,
            String at,
            String kind,
            String severity,
            String look,
            String peak,
            String speed,
            String cost,
            EventKey key,
            Optional<Answer> answer) {}

    /** @param words the driver's; @param reason the decider's, empty while it is open; @param effect what it changed */
    record Answer(String state, String look, String words, String reason, String effect) {}

    /** Of a contest that is marked from events. */
    static LinkPage of(
            String path, DriverPage driver, List<Objection> objections, List<Amendment> amendments, Words say) {
        Map<EventKey, Objection> byEvent =
                objections.stream().collect(Collectors.toMap(Objection::event, Function.identity()));
        Map<EventKey, Amendment> amended =
                amendments.stream().collect(Collectors.toMap(Amendment::event, Function.identity()));
        List<Event> events = Stream.concat(driver.events().stream(), driver.milderEvents().stream())
                .filter(event -> byEvent.containsKey(event.key()) || event.counted() && event.points() > 0)
                .map(event -> event(
                        event,
                        Optional.ofNullable(byEvent.get(event.key()))
                                .map(objection -> answer(objection, amended.get(objection.event()), say))))
                .toList();
        return new LinkPage(
                path,
                driver.contest(),
                driver.week(),
                driver.days(),
                new Figure(say.text("column.week"), driver.score(), "/20", 0, driver.score100() + " / 100"),
                driver.marks().stream()
                        .map(mark -> new Figure(mark.name(), mark.on20(), "/20", mark.width(), ""))
                        .toList(),
                driver.reasons(),
                driver.help(),
                true,
                events.stream().limit(IN_VIEW).toList(),
                events.stream().skip(IN_VIEW).toList(),
                driver.zone());
    }

    /** Of a contest that is marked by comparison: there is no event to object to. */
    static LinkPage compared(String path, Review review, RelativeView.Row row, List<String> reasons, Words say) {
        List<Figure> marks = row.marks().stream()
                .map(cell -> new Figure(cell.name(), cell.mark(), "/10", cell.width(), cell.because()))
                .toList();
        return withoutEvents(
                path, review, new Figure(say.text("link.so-far"), row.global(), "/30", 0, ""), marks, reasons, say);
    }

    /** Of a contest that is marked by a provider. */
    static LinkPage provided(String path, Review review, ProvidedDriverPage driver, Words say) {
        List<Figure> marks = driver.marks().stream()
                .map(mark -> new Figure(mark.name(), mark.of10(), "/10", mark.width(), String.join(" ", mark.steps())))
                .toList();
        Figure global = new Figure(say.text("link.so-far"), driver.global(), "/" + driver.globalOf(), 0, "");
        return withoutEvents(path, review, global, marks, driver.reasons(), say);
    }

    private static LinkPage withoutEvents(
            String path, Review review, Figure global, List<Figure> marks, List<String> reasons, Words say) {
        ZoneId zone = review.site().zone();
        return new LinkPage(
                path,
                review.contest().name(),
                say.week(review.batch().week()),
                say.days(review.batch().week()),
                global,
                marks,
                reasons,
                List.of(),
                false,
                List.of(),
                List.of(),
                zone.getId());
    }

    private static Event event(DriverPage.EventRow row, Optional<Answer> answer) {
        return new Event(
                "e" + row.key().at().toEpochMilli() + row.key().kind().code(),
                row.at(),
                row.kind(),
                row.severity(),
                row.look(),
                row.peak(),
                row.speed(),
                row.cost(),
                row.key(),
                answer);
    }

    private static Answer answer(Objection objection, Amendment amendment, Words say) {
        String state = objection.state().name().toLowerCase(Locale.ROOT);
        return new Answer(
                say.text("objection.state." + state),
                ObjectionPage.look(objection),
                objection.words(),
                objection.decided().map(decided -> decided.reason()).orElse(""),
                effect(objection, amendment, say));
    }

    private static String effect(Objection objection, Amendment amendment, Words say) {
        return switch (objection.state()) {
            case OPEN, REFUSED -> "";
            case UPHELD -> say.text("link.effect.upheld");
            case AMENDED ->
                amendment == null
                        ? ""
                        : say.text(
                                "link.effect.amended",
                                say.on20(amendment.scoreBefore()),
                                say.on20(amendment.scoreAfter()));
        };
    }
}
