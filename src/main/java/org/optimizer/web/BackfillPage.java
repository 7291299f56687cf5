package org.optimizer.web;

import java.util.List;
import java.util.Locale;
import org.optimizer.model.Backfill;
import org.optimizer.model.Batch;
import org.optimizer.process.BackfillDesk.Preview;
import org.optimizer.process.BackfillDesk.Progress;
import org.optimizer.process.BackfillDesk.TouchedWeek;
import org.optimizer.process.BackfillDesk.VehicleStock;

/** What fetching a past range again would touch and how far one is, worded for the page. */
final class BackfillPage {
    /** A page of hundreds of vehicles is read by nobody. */
    private static final int VEHICLES_SHOWN = 60;

    private static final int PERCENT = 100;

    private BackfillPage() {}

    /** @param more how many vehicles are not shown; 0 when all are */
    record Plan(
            String scope,
            String first,
            String last,
            String sum,
            List<VehicleRow> vehicles,
            int more,
            List<Week> weeks) {}

    record VehicleRow(
            String name, String source, String days, String fixes, String fetched, String asked, List<Day> each) {}

    record Day(String day, String fixes, String fetched) {}

    record Week(String contest, String week, String link, String state, String look, String effect) {}

    /**
     * @param done whether nothing will move any more
     * @param value 0 to 100
     */
    record Run(
            String id,
            String days,
            String scope,
            String reason,
            String by,
            String state,
            String look,
            boolean done,
            int value,
            String count,
            String doneTo,
            String incident,
            String ended) {}

    record Row(String id, String days, String scope, String by, String at, String state, String look) {}

    static Plan plan(Preview preview, Words say) {
        List<VehicleStock> vehicles = preview.vehicles();
        long fixes = vehicles.stream().mapToLong(VehicleStock::fixes).sum();
        return new Plan(
                preview.range().scope(),
                preview.range().first().toString(),
                preview.range().last().toString(),
                say.text("backfill.sum", vehicles.size(), preview.asked(), say.number(fixes, 0)),
                vehicles.stream()
                        .limit(VEHICLES_SHOWN)
                        .map(vehicle -> vehicle(vehicle, say))
                        .toList(),
                Math.max(0, vehicles.size() - VEHICLES_SHOWN),
                preview.weeks().stream().map(week -> week(week, say)).toList());
    }

    private static VehicleRow vehicle(VehicleStock stock, Words say) {
        int days = stock.days().size();
        return new VehicleRow(
                stock.vehicle().name(),
                stock.vehicle().traceSource(),
                say.text("backfill.days-of", stock.daysWithFixes(), days),
                say.number(stock.fixes(), 0),
                stock.fetchedAt().map(say::ago).orElseGet(() -> say.text("backfill.never")),
                stock.pulled() ? say.text("backfill.asked", days) : say.text("backfill.not-pulled"),
                stock.days().stream()
                        .map(day -> new Day(
                                say.day(day.day()),
                                say.number(day.fixes(), 0),
                                day.fetchedAt().map(say::ago).orElseGet(() -> say.text("backfill.never"))))
                        .toList());
    }

    private static Week week(TouchedWeek touched, Words say) {
        Batch batch = touched.batch();
        return new Week(
                touched.contest().name(),
                say.week(batch.week()),
                WeekPage.path(batch),
                say.text("state." + key(batch.state())),
                WeekPage.look(batch.state()),
                say.text("backfill.effect." + effect(batch.state())));
    }

    private static String effect(Batch.State state) {
        return switch (state) {
            case OPEN, FETCHING, EMPTY, SCORING -> "counts";
            case IN_REVIEW -> "review";
            case SENDING, PUBLISHED -> "out";
            case CLOSED -> "closed";
            case CANCELLED -> "none";
        };
    }

    static Run run(Progress progress, Words say) {
        Backfill backfill = progress.backfill();
        boolean done = backfill.state() != Backfill.State.RUNNING;
        boolean stopped = !done && progress.incident().isPresent();
        return new Run(
                backfill.id(),
                say.text("backfill.from-to", say.day(backfill.first()), say.day(backfill.last())),
                backfill.scope(),
                backfill.reason(),
                backfill.by(),
                say.text("backfill.state." + (stopped ? "stopped" : key(backfill.state()))),
                stopped ? "wrong" : look(backfill.state()),
                done,
                progress.of() == 0 ? 0 : (int) Math.floor((double) PERCENT * progress.done() / progress.of()),
                say.text("backfill.count", progress.done(), progress.of()),
                backfill.doneTo().map(say::day).orElse(""),
                stopped ? progress.incident().get() : "",
                backfill.endedAt()
                        .map(at -> say.text(
                                "backfill.ended",
                                say.ago(at),
                                backfill.endedBy().orElse("")))
                        .orElse(""));
    }

    static Row row(Backfill backfill, Words say) {
        return new Row(
                backfill.id(),
                say.text("backfill.from-to", say.day(backfill.first()), say.day(backfill.last())),
                backfill.scope(),
                backfill.by(),
                say.ago(backfill.at()),
                say.text("backfill.state." + key(backfill.state())),
                look(backfill.state()));
    }

    private static String look(Backfill.State state) {
        return switch (state) {
            case RUNNING -> "running";
            case DONE -> "published";
            case CANCELLED -> "off";
        };
    }

    private static String key(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
