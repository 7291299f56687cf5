package org.optimizer.web;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.optimizer.extract.Rejects.Filter;
import org.optimizer.model.Decided;
import org.optimizer.model.HeldBatch;
import org.optimizer.model.Reject;
import org.optimizer.model.Vehicle;
import org.optimizer.process.RejectDesk.View;

/**
 * What was not believed and what is held, worded for the page. Times are UTC's: vehicles of several sites stand side by side.
 *
 * @param sums those of the state looked at
 * @param waiting whether any batch waits for a person
 */
record RejectsPage(
        String state,
        String source,
        String reason,
        String vehicle,
        List<Choice> states,
        List<SumRow> sums,
        List<Row> rows,
        boolean open,
        boolean filtered,
        List<HeldRow> waiting,
        List<HeldRow> decided) {
    /** Between the parts of a batch's key in a form: in none of them. */
    static final String KEY_SEPARATOR = "\n";

    record Choice(String value, String name, boolean here) {}

    record SumRow(String source, String code, String reason, long rows, long fixes, boolean here) {}

    record Row(
            String id,
            String vehicleId,
            String vehicle,
            String source,
            String reason,
            String at,
            String raw,
            String count,
            String received,
            String decided) {}

    record HeldRow(
            String key,
            String vehicle,
            String source,
            String day,
            String mistake,
            String ratio,
            int fixes,
            String received,
            String verdict,
            String look,
            String decided) {}

    static RejectsPage of(View view, Filter filter, Words say) {
        return new RejectsPage(
                filter.state().name(),
                filter.source(),
                filter.reason(),
                filter.vehicleId(),
                Arrays.stream(Reject.State.values())
                        .map(state -> new Choice(
                                state.name(), say.text("rejects.state." + code(state)), state == filter.state()))
                        .toList(),
                view.sums().stream()
                        .filter(sum -> sum.state() == filter.state())
                        .map(sum -> row(sum, filter, say))
                        .toList(),
                view.rejects().stream()
                        .map(reject -> row(reject, view.vehicles(), say))
                        .toList(),
                filter.state() == Reject.State.NEW,
                !(filter.source() + filter.reason() + filter.vehicleId()).isEmpty(),
                held(view, true, say),
                held(view, false, say));
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static SumRow row(Reject.Sum sum, Filter filter, Words say) {
        return new SumRow(
                sum.source(),
                sum.reason(),
                reason(sum.reason(), say),
                sum.rows(),
                sum.fixes(),
                sum.source().equals(filter.source()) && sum.reason().equals(filter.reason()));
    }

    /** A source may have reasons of its own. */
    private static String reason(String code, Words say) {
        return say.textOr("rejects.reason." + code, code.replace('-', ' '));
    }

    private static Row row(Reject reject, Map<String, Vehicle> vehicles, Words say) {
        return new Row(
                reject.id(),
                reject.vehicleId(),
                name(reject.vehicleId(), vehicles),
                reject.source(),
                reason(reject.reason(), say),
                reject.at().map(at -> say.moment(at, ZoneOffset.UTC)).orElse("–"),
                reject.raw().orElseGet(() -> say.text("rejects.not-kept")),
                "× " + reject.count(),
                say.ago(reject.receivedAt()),
                decided(reject.decided(), say));
    }

    private static String name(String vehicleId, Map<String, Vehicle> vehicles) {
        return Optional.ofNullable(vehicles.get(vehicleId)).map(Vehicle::name).orElse(vehicleId);
    }

    private static String decided(Optional<Decided> decided, Words say) {
        return decided.map(who -> say.text("rejects.decided", who.by(), say.ago(who.at()), who.reason()))
                .orElse("");
    }

    private static List<HeldRow> held(View view, boolean waiting, Words say) {
        return view.held().stream()
                .filter(batch -> (batch.state() == HeldBatch.State.WAITING) == waiting)
                .map(batch -> row(batch, view.vehicles(), say))
                .toList();
    }

    private static HeldRow row(HeldBatch batch, Map<String, Vehicle> vehicles, Words say) {
        HeldBatch.Key key = batch.key();
        return new HeldRow(
                String.join(
                        KEY_SEPARATOR,
                        key.source(),
                        key.vehicleId(),
                        key.day().toString(),
                        key.mistake().name()),
                name(key.vehicleId(), vehicles),
                key.source(),
                say.day(key.day()),
                say.text(
                        "rejects.mistake." + key.mistake().code(),
                        say.number(key.mistake().factor(), 3)),
                Double.isNaN(batch.ratio())
                        ? say.text("rejects.held.absurd")
                        : say.text("rejects.held.ratio", say.number(batch.ratio(), 2)),
                batch.fixCount(),
                say.ago(batch.receivedAt()),
                say.text("rejects.held.state." + code(batch.state())),
                look(batch.state()),
                decided(batch.decided(), say));
    }

    private static String look(HeldBatch.State state) {
        return switch (state) {
            case WAITING -> "review";
            case CONVERTED, ACCEPTED -> "closed";
            case DISCARDED -> "off";
        };
    }
}
