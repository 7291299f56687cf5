package org.optimizer.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.optimizer.model.Backfill;
import org.optimizer.model.Batch;
import org.optimizer.model.StoredDay;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.BackfillDesk;

/** Two vehicles, one of which comes by itself, and one range that is half fetched. */
final class DemoBackfills extends BackfillDesk {
    static final String ID = "01DEMOBACKFILL000000000000";
    private static final Vehicle PULLED = new Vehicle("v1", "quarry", "Benne 1", VehicleClass.TIPPER);
    private static final Vehicle PUSHED = new Vehicle("v2", "quarry", "Benne <2>", VehicleClass.TIPPER, "inbox", "v2");

    final List<String> calls = new ArrayList<>();
    Backfill.State state = Backfill.State.RUNNING;
    Optional<String> incident = Optional.empty();

    DemoBackfills() {
        super(null, null, null, null, null, List.of(), null, null, null, null, null);
    }

    void reset() {
        calls.clear();
        state = Backfill.State.RUNNING;
        incident = Optional.empty();
    }

    @Override
    public Choice choice() {
        return new Choice(List.of(DemoWeek.SITE), List.of(DemoWeek.CONTEST), List.of(PULLED, PUSHED));
    }

    @Override
    public Preview preview(Range range) {
        if (range.last().isBefore(range.first())) {
            throw new IllegalArgumentException("days: expected the first and the last day");
        }
        return new Preview(
                range,
                range.scope(),
                List.of(stock(PULLED, true, range, 2100), stock(PUSHED, false, range, 0)),
                7,
                List.of(week(0, Batch.State.IN_REVIEW), week(-1, Batch.State.PUBLISHED), week(-2, Batch.State.CLOSED)));
    }

    private static TouchedWeek week(int offset, Batch.State state) {
        return new TouchedWeek(DemoWeek.CONTEST, DemoWeek.batch(DemoWeek.WEEK.plusWeeks(offset), state, 1));
    }

    private static VehicleStock stock(Vehicle vehicle, boolean pulled, Range range, int fixes) {
        Optional<Instant> fetched = pulled ? Optional.of(DemoWeek.NOW.minus(Duration.ofDays(3))) : Optional.empty();
        return new VehicleStock(
                vehicle,
                pulled,
                IntStream.range(0, 7)
                        .mapToObj(day -> new StoredDay(
                                vehicle.id(), range.first().plusDays(day), day < 5 ? fixes + day : 0, fetched))
                        .toList());
    }

    @Override
    public String start(Range range, String reason, String by) {
        preview(range);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason: expected 1 to 1000 characters, found 0");
        }
        calls.add("start " + range.scope() + " " + range.first() + " " + range.last() + " " + reason + " " + by);
        return ID;
    }

    private Backfill backfill() {
        boolean done = state != Backfill.State.RUNNING;
        return new Backfill(
                ID,
                "site:quarry",
                DemoWeek.WEEK.plusWeeks(-1).monday(),
                DemoWeek.WEEK.sunday(),
                "un <routeur> sans réseau",
                "operator",
                DemoWeek.NOW.minusSeconds(300),
                state,
                Optional.of(DemoWeek.WEEK.plusWeeks(-1).sunday()),
                done ? Optional.of(DemoWeek.NOW) : Optional.empty(),
                state == Backfill.State.CANCELLED ? Optional.of("operator") : Optional.empty());
    }

    @Override
    public Progress progress(String id) {
        if (!id.equals(ID)) {
            throw new IllegalArgumentException("backfill \"" + id + "\": expected one that was started, found none");
        }
        return new Progress(backfill(), state == Backfill.State.DONE ? 28 : 17, 28, incident);
    }

    @Override
    public List<Backfill> list() {
        return List.of(backfill());
    }

    @Override
    public boolean cancel(String id, String by) {
        progress(id);
        calls.add("cancel " + id + " " + by);
        state = Backfill.State.CANCELLED;
        return true;
    }
}
