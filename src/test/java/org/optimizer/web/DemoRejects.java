package org.optimizer.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optimizer.extract.Rejects.Filter;
import org.optimizer.model.Decided;
import org.optimizer.model.HeldBatch;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.Reject;
import org.optimizer.model.UnitMistake;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.RejectDesk;

/** Some rejects and held batches; keeps what was asked of it. */
final class DemoRejects extends RejectDesk {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String SOURCE = "mycartracks";

    boolean empty;
    final List<String> calls = new ArrayList<>();

    DemoRejects() {
        super(null, null, null, null, null, null, null, null);
    }

    void reset() {
        empty = false;
        calls.clear();
    }

    @Override
    public View look(Filter filter) {
        calls.add("look " + filter.state() + " " + filter.source() + " " + filter.reason() + " " + filter.vehicleId());
        return empty
                ? new View(List.of(), List.of(), List.of(), Map.of())
                : new View(sums(), rejects(filter.state()), held(), vehicles());
    }

    private static List<Reject.Sum> sums() {
        return List.of(
                new Reject.Sum(Reject.State.NEW, SOURCE, "impossible-position", 3, 3),
                new Reject.Sum(Reject.State.NEW, SOURCE, "future-time", 5001, 86_400),
                new Reject.Sum(Reject.State.NEW, "inbox", "unreadable-time", 1, 1),
                new Reject.Sum(Reject.State.DISMISSED, SOURCE, "impossible-speed", 2, 2));
    }

    private static List<Reject> rejects(Reject.State state) {
        Instant at = Instant.parse("2026-11-20T07:31:04Z");
        return List.of(
                reject(
                        "a1",
                        "impossible-position",
                        Optional.of(at),
                        Optional.of("{\"time\":1795159864000,\"track\":\"9301\",\"latitude\":0.0,\"longitude\":0.0,"
                                + "\"speed_mps\":8.61,\"accuracy_m\":4.0,\"bearing_deg\":271.0,\"altitude_m\":812.4}"),
                        1,
                        state),
                reject("b2", "future-time", Optional.of(at.plus(Duration.ofDays(9))), Optional.empty(), 81_399, state),
                reject(
                        "c3",
                        "unreadable-time",
                        Optional.empty(),
                        Optional.of("{\"time\":\"<b>00/00/0000</b>\",\"latitude\":00.000000}"),
                        1,
                        state));
    }

    private static Reject reject(
            String id, String reason, Optional<Instant> at, Optional<String> raw, long count, Reject.State state) {
        Optional<Decided> decided = state == Reject.State.NEW
                ? Optional.empty()
                : Optional.of(new Decided("olga", DemoWeek.NOW.minusSeconds(7200), "a known phone"));
        return new Reject(id, SOURCE, "v1", reason, at, raw, count, DemoWeek.NOW.minusSeconds(36_000), state, decided);
    }

    private static List<HeldBatch> held() {
        return List.of(
                held(UnitMistake.KMH_AS_MPS, 3.594, HeldBatch.State.WAITING, Optional.empty()),
                held(UnitMistake.KNOTS_AS_KMH, 0.541, HeldBatch.State.WAITING, Optional.empty()),
                held(
                        UnitMistake.MPS_AS_KMH,
                        0.28,
                        HeldBatch.State.CONVERTED,
                        Optional.of(new Decided("olga", DemoWeek.NOW.minusSeconds(86_400 * 3), "account set to m/s"))));
    }

    private static HeldBatch held(UnitMistake mistake, double ratio, HeldBatch.State state, Optional<Decided> decided) {
        HeldBatch.Key key = new HeldBatch.Key(SOURCE, "v1", DAY, mistake);
        return new HeldBatch(key, ratio, 14_212, DemoWeek.NOW.minusSeconds(36_000), state, decided);
    }

    private static Map<String, Vehicle> vehicles() {
        return Map.of("v1", new Vehicle("v1", "quarry", "Benne 04 <Volvo>", VehicleClass.TIPPER));
    }

    @Override
    public int waiting() {
        return empty ? 0 : 2;
    }

    @Override
    public List<String> ids(Filter filter) {
        return List.of("all of " + filter.reason());
    }

    @Override
    public Replayed replay(List<String> ids, String why, String by) {
        expectReason(why);
        calls.add("replay " + ids + " " + why + " " + by);
        return new Replayed(7, 4, 1, new IntakeCount(4, 0, 0, 0, 0, 0));
    }

    private static void expectReason(String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("reason: expected one, found none");
        }
    }

    @Override
    public int dismiss(List<String> ids, String why, String by) {
        expectReason(why);
        calls.add("dismiss " + ids + " " + why + " " + by);
        return ids.size();
    }

    @Override
    public IntakeCount decide(List<HeldBatch.Key> keys, HeldBatch.State verdict, String why, String by) {
        expectReason(why);
        calls.add("decide " + keys + " " + verdict + " " + why + " " + by);
        return new IntakeCount(14_000, 0, 0, 212, 0, 0);
    }
}
