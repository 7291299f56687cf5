package org.optimizer.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.optimizer.extract.Rejects;
import org.optimizer.extract.Rejects.Filter;
import org.optimizer.extract.Vehicles;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.RejectSink;
import org.optimizer.model.Decided;
import org.optimizer.model.EtlRun;
import org.optimizer.model.HeldBatch;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.Reject;
import org.optimizer.model.Trace;
import org.optimizer.model.Vehicle;
import org.optimizer.transform.intake.EdgeGate;
import org.optimizer.transform.intake.Flaw;
import org.optimizer.transform.intake.RawFix;
import org.optimizer.transform.intake.WorkingHours;
import org.springframework.transaction.support.TransactionOperations;

/** Where people look at what was not believed or is held, give it to the gate again, convert it or let it be. */
public class RejectDesk {
    private static final int LONGEST_LIST = 200;
    /** One transaction's worth; what is left can be asked for again. */
    private static final int MOST_AT_ONCE = 20_000;

    private static final int LONGEST_REASON = 500;
    /** Of vehicles and days: whoever decides at the same time waits for the other instead of in a circle. */
    private static final Comparator<HeldBatch.Key> IN_ORDER =
            Comparator.comparing(HeldBatch.Key::vehicleId).thenComparing(HeldBatch.Key::day);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param rejects the newest that pass the filter */
    public record View(
            List<Reject.Sum> sums, List<Reject> rejects, List<HeldBatch> held, Map<String, Vehicle> vehicles) {}

    /**
     * What became of rejects that were given to the gate again.
     *
     * @param tried rejects that were still to be decided
     * @param passed how many of them passed, and so are stored, held, or counted as outside working hours
     * @param again how many can only be tried by asking the source again: their row is not kept, or no fix
     * @param count where the fixes went that passed
     */
    public record Replayed(int tried, int passed, int again, IntakeCount count) {
        static final Replayed NONE = new Replayed(0, 0, 0, IntakeCount.NONE);

        Replayed plus(Replayed other) {
            return new Replayed(
                    tried + other.tried, passed + other.passed, again + other.again, count.plus(other.count));
        }
    }

    private final Rejects rejects;
    private final RejectSink sink;
    private final Vehicles vehicles;
    private final Intake intake;
    private final EtlRunSink etlRuns;
    private final FactsRefresh refresh;
    private final TransactionOperations transaction;
    private final Clock clock;

    public RejectDesk(
            Rejects rejects,
            RejectSink sink,
            Vehicles vehicles,
            Intake intake,
            EtlRunSink etlRuns,
            FactsRefresh refresh,
            TransactionOperations transaction,
            Clock clock) {
        this.rejects = rejects;
        this.sink = sink;
        this.vehicles = vehicles;
        this.intake = intake;
        this.etlRuns = etlRuns;
        this.refresh = refresh;
        this.transaction = transaction;
        this.clock = clock;
    }

    public View look(Filter filter) {
        return new View(
                rejects.sums(), rejects.list(filter, LONGEST_LIST), rejects.listHeld(LONGEST_LIST), vehiclesById());
    }

    /** How many batches wait for a person, as far as a list goes. */
    public int waiting() {
        return (int) rejects.listHeld(LONGEST_LIST).stream()
                .filter(batch -> batch.state() == HeldBatch.State.WAITING)
                .count();
    }

    private Map<String, Vehicle> vehiclesById() {
        return vehicles.list().stream().collect(Collectors.toMap(Vehicle::id, Function.identity()));
    }

    /** All that pass a filter, as many as one transaction takes. */
    public List<String> ids(Filter filter) {
        return rejects.list(filter, MOST_AT_ONCE).stream().map(Reject::id).toList();
    }

    /**
     * Gives rejects to the gate again. What passes is stored, the rest stays with the reason of today; twice is once.
     *
     * @throws IllegalArgumentException when there is no reason
     */
    public Replayed replay(List<String> ids, String why, String by) {
        Decided decided = decided(why, by);
        return transaction.execute(status -> found(ids).entrySet().stream()
                .map(batch -> replay(batch.getValue(), decided))
                .reduce(Replayed.NONE, Replayed::plus));
    }

    private Decided decided(String why, String by) {
        String reason = why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("reason: expected 1 to " + LONGEST_REASON + " characters, found "
                    + reason.length() + "; say why, others will read it");
        }
        return new Decided(by, clock.instant(), reason);
    }

    /** Those that are still to be decided, by vehicle and source, in one order for whoever does so at the same time. */
    private Map<String, List<Reject>> found(List<String> ids) {
        return ids.stream()
                .sorted()
                .distinct()
                .flatMap(id -> rejects.find(id).stream())
                .filter(reject -> reject.state() == Reject.State.NEW)
                .collect(Collectors.groupingBy(
                        reject -> reject.vehicleId() + "\n" + reject.source(), TreeMap::new, Collectors.toList()));
    }

    /** @param some of one source and vehicle */
    private Replayed replay(List<Reject> some, Decided decided) {
        Reject first = some.get(0);
        Vehicle vehicle = vehiclesById().get(first.vehicleId());
        if (vehicle == null) {
            return new Replayed(some.size(), 0, some.size(), IntakeCount.NONE);
        }
        Intake.Open batch = intake.open(first.source(), vehicle, decided.at());
        WorkingHours hours = intake.hours(vehicle);
        Replayed done = some.stream()
                .map(reject -> replay(reject, hours, batch, decided))
                .reduce(Replayed.NONE, Replayed::plus);
        return new Replayed(done.tried, done.passed, done.again, close("replay-rejects", vehicle, batch, decided));
    }

    private Replayed replay(Reject reject, WorkingHours hours, Intake.Open batch, Decided decided) {
        Optional<RawFix> fix = reject.raw().flatMap(RejectDesk::fix);
        if (fix.isEmpty()) {
            return new Replayed(1, 0, 1, IntakeCount.NONE);
        }
        Optional<Flaw> flaw = flaw(fix.get(), reject.receivedAt());
        if (flaw.isPresent()) {
            sink.decide(reject, Reject.State.NEW, Reject.State.NEW, flaw.get().code(), decided);
            return new Replayed(1, 0, 0, IntakeCount.NONE);
        }
        if (!sink.decide(reject, Reject.State.NEW, Reject.State.REPLAYED, reject.reason(), decided)) {
            return Replayed.NONE; // somebody else did so meanwhile
        }
        if (!hours.contains(fix.get().epochMs())) {
            sink.forgetRow(reject);
        }
        for (long time = 0; time < reject.count(); time++) {
            give(fix.get(), batch);
        }
        return new Replayed(1, 1, 0, IntakeCount.NONE);
    }

    /** Against the time at which it came: what lay in the future then is no better for having waited. */
    private Optional<Flaw> flaw(RawFix fix, Instant receivedAt) {
        Flaw time = intake.gate(receivedAt).ofTime(fix.epochMs());
        Flaw place = EdgeGate.ofPlace(fix.latitudeDeg(), fix.longitudeDeg(), fix.speedMps());
        return Optional.ofNullable(time)
                .or(() -> Optional.ofNullable(place))
                .or(() -> Optional.ofNullable(EdgeGate.ofSpeed(fix.speedMps())));
    }

    private static void give(RawFix fix, Intake.Open batch) {
        batch.fix(
                fix.epochMs(),
                fix.track(),
                fix.latitudeDeg(),
                fix.longitudeDeg(),
                fix.speedMps(),
                fix.accuracyM(),
                fix.speedAccuracyMps(),
                fix.bearingDeg(),
                fix.altitudeM(),
                fix.mock());
    }

    /** Empty for what is no fix of ours: a source's unreadable row, or one without its place. */
    private static Optional<RawFix> fix(String raw) {
        try {
            JsonNode row = JSON.readTree(raw);
            return row.path("time").isIntegralNumber() && !row.has("position")
                    ? Optional.of(fix(row))
                    : Optional.empty();
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    private static RawFix fix(JsonNode row) {
        return new RawFix(
                row.path("time").longValue(),
                row.path("track").asText(),
                number(row, "latitude"),
                number(row, "longitude"),
                number(row, "speed_mps"),
                number(row, "accuracy_m"),
                number(row, "speed_accuracy_mps"),
                number(row, "bearing_deg"),
                number(row, "altitude_m"),
                row.path("mock").asBoolean(),
                true);
    }

    /** Infinite ones are text. */
    private static double number(JsonNode row, String name) {
        JsonNode value = row.path(name);
        return value.isTextual() ? Double.parseDouble(value.asText()) : value.asDouble(Double.NaN);
    }

    private IntakeCount close(String source, Vehicle vehicle, Intake.Open batch, Decided decided) {
        IntakeCount count = batch.close();
        long durationMs = Duration.between(decided.at(), clock.instant()).toMillis();
        etlRuns.add(new EtlRun(source, vehicle.id(), null, null, decided.at(), durationMs, count));
        if (count.changesStock()) {
            refresh.request();
        }
        return count;
    }

    /** Lets rejects be. @return how many were still to be decided */
    public int dismiss(List<String> ids, String why, String by) {
        Decided decided = decided(why, by);
        return transaction.execute(status -> (int) found(ids).values().stream()
                .flatMap(List::stream)
                .filter(reject ->
                        sink.decide(reject, Reject.State.NEW, Reject.State.DISMISSED, reject.reason(), decided))
                .count());
    }

    /**
     * Does with held batches what a person says; it stands for all that still comes of those days.
     *
     * @param verdict anything but waiting
     * @return where their fixes went; those discarded are nowhere in it
     * @throws IllegalArgumentException when there is no reason
     */
    public IntakeCount decide(List<HeldBatch.Key> keys, HeldBatch.State verdict, String why, String by) {
        Decided decided = decided(why, by);
        if (verdict == HeldBatch.State.WAITING) {
            throw new IllegalArgumentException("held batches: expected a decision, found " + verdict);
        }
        return transaction.execute(status -> keys.stream()
                .sorted(IN_ORDER)
                .map(key -> decide(key, verdict, decided))
                .reduce(IntakeCount.NONE, IntakeCount::plus));
    }

    private IntakeCount decide(HeldBatch.Key key, HeldBatch.State verdict, Decided decided) {
        Vehicle vehicle = vehiclesById().get(key.vehicleId());
        if (vehicle == null || !sink.decide(key, verdict, decided) || verdict == HeldBatch.State.DISCARDED) {
            return IntakeCount.NONE;
        }
        Trace held = sink.lock(key).fixes();
        Trace wanted = verdict == HeldBatch.State.CONVERTED
                ? held.withSpeedsTimes(key.mistake().factor())
                : held;
        Intake.Open batch = intake.openJudged(key.source(), vehicle, decided.at());
        for (int index = 0; index < wanted.size(); index++) {
            give(RawFix.of(wanted, index), batch);
        }
        sink.release(key, held.size());
        return close("accept-held", vehicle, batch, decided);
    }
}
