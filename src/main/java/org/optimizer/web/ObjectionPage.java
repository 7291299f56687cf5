package org.optimizer.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.optimizer.model.Decided;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.Explanation.EventCost;
import org.optimizer.model.Objection;
import org.optimizer.process.EventMinute.Minute;
import org.optimizer.rules.RuleRow;

/**
 * One objection with what is known of its event, worded for who decides.
 *
 * @param facts of the event; fewer where it is in the score no more
 * @param minute empty once the recording has been deleted
 * @param table that the rule is in; empty where no table has it
 */
record ObjectionPage(
        String path,
        String weekPath,
        String driverPath,
        String driver,
        String week,
        String event,
        String severity,
        String severityLook,
        String words,
        String raised,
        String state,
        String look,
        boolean open,
        String decidedBy,
        String decidedAt,
        String reason,
        List<Fact> facts,
        Optional<MinuteView> minute,
        String rule,
        String table,
        List<RuleRow.Cell> cells,
        String zone) {

    record Fact(String name, String value) {}

    static ObjectionPage of(Objection objection, String driver, Optional<EventCost> cost, Minute minute, Words say) {
        ZoneId zone = minute.site().zone();
        String weekPath = "/contests/" + objection.contestId() + "/weeks/" + objection.week();
        return new ObjectionPage(
                "/objections/" + objection.id(),
                weekPath,
                weekPath + "/drivers/" + objection.driverId(),
                driver,
                say.week(objection.week()),
                say.text("manoeuvre." + objection.event().kind().code()) + ", "
                        + say.second(objection.event().at(), zone),
                say.text("severity." + objection.severity().code()),
                objection.severity().name().toLowerCase(Locale.ROOT),
                objection.words(),
                say.moment(objection.raisedAt(), zone),
                say.text("objection.state." + objection.state().name().toLowerCase(Locale.ROOT)),
                look(objection),
                objection.isOpen(),
                objection.decided().map(Decided::by).orElse(""),
                objection
                        .decided()
                        .map(decided -> say.moment(decided.at(), zone))
                        .orElse(""),
                objection.decided().map(Decided::reason).orElse(""),
                facts(objection, cost, say),
                MinuteView.of(minute.fixes(), objection.event().at(), end(objection, cost), say),
                objection.rule(),
                minute.row().map(RuleRow::table).orElse(""),
                minute.row().map(ObjectionPage::told).orElse(List.of()),
                zone.getId());
    }

    /** The colour of its state. */
    static String look(Objection objection) {
        return switch (objection.state()) {
            case OPEN -> "review";
            case UPHELD, AMENDED -> "closed";
            case REFUSED -> "off";
        };
    }

    /** Empty cells say nothing. */
    private static List<RuleRow.Cell> told(RuleRow row) {
        return row.cells().stream().filter(cell -> !cell.value().isEmpty()).toList();
    }

    private static Instant end(Objection objection, Optional<EventCost> cost) {
        double seconds = cost.map(each -> each.scored().event().durationS()).orElse(0.0);
        return objection.event().at().plus(Duration.ofMillis(Math.round(1000 * seconds)));
    }

    private static List<Fact> facts(Objection objection, Optional<EventCost> cost, Words say) {
        Fact points = new Fact(say.text("column.event-points"), String.valueOf(objection.points()));
        return cost.map(known -> List.of(
                        new Fact(say.text("explain.cost"), say.cost(known.weekPoints())),
                        points,
                        peak(known.scored().event(), say),
                        new Fact(
                                say.text("column.start-speed"),
                                say.number(known.scored().event().startSpeedKmh(), 0) + "\u00a0km/h"),
                        new Fact(
                                say.text("column.duration"),
                                say.number(known.scored().event().durationS(), 1) + "\u00a0s")))
                .orElse(List.of(points));
    }

    private static Fact peak(DrivingEvent event, Words say) {
        return new Fact(
                say.text("column.peak"),
                say.number(event.peakMps2(), 2) + " ± " + say.number(event.guardMps2(), 2) + "\u00a0m/s²");
    }
}
