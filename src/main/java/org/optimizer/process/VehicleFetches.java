package org.optimizer.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.optimizer.extract.FetchProblems;
import org.optimizer.extract.ProviderException;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.FetchProblemSink;
import org.optimizer.model.EtlRun;
import org.optimizer.model.FetchProblem;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.Vehicle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fetches vehicles each by itself: in a transaction of its own, and what is wrong with one is noted and costs the others
 * nothing (promise R12). What concerns all of them is thrown.
 */
public class VehicleFetches {
    private final TransactionOperations own;
    private final FetchProblems problems;
    private final FetchProblemSink sink;
    private final EtlRunSink etlRuns;
    private final FetchSettings settings;
    private final Clock clock;

    /** @param own begins a transaction whether or not there is one */
    public VehicleFetches(
            TransactionOperations own,
            FetchProblems problems,
            FetchProblemSink sink,
            EtlRunSink etlRuns,
            FetchSettings settings,
            Clock clock) {
        this.own = own;
        this.problems = problems;
        this.sink = sink;
        this.etlRuns = etlRuns;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What became of a round.
     *
     * @param changed the sum of what was fetched
     * @param failure the last one of a single vehicle
     */
    record Round(long changed, Optional<ProviderException> failure) {
        static final Round NOTHING = new Round(0, Optional.empty());

        Round plus(Round next) {
            return new Round(changed + next.changed, next.failure.isPresent() ? next.failure : failure);
        }
    }

    /**
     * Fetches these vehicles, as many as there is time for.
     *
     * @param fetch fetches one vehicle and says how many of its fixes were new
     * @throws ProviderException when the provider as a whole does not answer as it should
     */
    Round each(Collection<Vehicle> vehicles, DaySpan span, ToLongFunction<Vehicle> fetch) {
        Instant end = clock.instant().plus(settings.chunkWithin());
        Round all = Round.NOTHING;
        for (Vehicle vehicle : vehicles) {
            all = all.plus(clock.instant().isAfter(end) ? postpone(vehicle, span) : alone(vehicle, span, fetch));
        }
        return all;
    }

    private Round postpone(Vehicle vehicle, DaySpan span) {
        String message = "not asked for yet: others took the "
                + settings.chunkWithin().toSeconds() + " s of this step; it is asked for in the next round";
        own.executeWithoutResult(status -> note(vehicle.id(), vehicle, span, 0, message));
        return Round.NOTHING;
    }

    private Round alone(Vehicle vehicle, DaySpan span, ToLongFunction<Vehicle> fetch) {
        Instant startedAt = clock.instant();
        try {
            Long changed = own.execute(status -> fetch.applyAsLong(vehicle));
            return new Round(Objects.requireNonNull(changed), Optional.empty());
        } catch (ProviderException failure) {
            own.executeWithoutResult(status -> note(vehicle, span, startedAt, failure));
            if (failure.concernsAll()) {
                throw failure;
            }
            return new Round(0, Optional.of(failure));
        }
    }

    private void note(Vehicle vehicle, DaySpan span, Instant startedAt, ProviderException failure) {
        if (failure.concernsAll()) {
            note(FetchProblem.ALL_VEHICLES, vehicle, span, 1, failure.getMessage());
        } else {
            note(vehicle.id(), vehicle, span, 1, failure.getMessage());
            log(vehicle, span, startedAt);
        }
    }

    private void note(String vehicleId, Vehicle vehicle, DaySpan span, int attempts, String message) {
        Instant now = clock.instant();
        sink.note(new FetchProblem(
                vehicleId, vehicle.traceSource(), span.first(), span.last(), attempts, message, now, now));
    }

    /** A line with nothing received: the share of failures is counted from it. */
    private void log(Vehicle vehicle, DaySpan span, Instant startedAt) {
        long durationMs = Duration.between(startedAt, clock.instant()).toMillis();
        etlRuns.add(new EtlRun(
                "fetch-failed", vehicle.id(), span.first(), span.last(), startedAt, durationMs, IntakeCount.NONE));
    }

    /** To be called in the transaction that stored the days. */
    void succeeded(Vehicle vehicle, DaySpan span) {
        sink.clear(vehicle.id(), vehicle.traceSource(), span.first(), span.last());
        sink.clear(FetchProblem.ALL_VEHICLES, vehicle.traceSource());
    }

    /** Those of which days are noted that could not be fetched; whoever was tried least comes first. */
    List<Vehicle> missing(Collection<Vehicle> vehicles, DaySpan span) {
        Map<String, Integer> attempts = problems.list().stream()
                .filter(problem -> problem.touches(span.first(), span.last()))
                .collect(Collectors.toMap(FetchProblem::vehicleId, FetchProblem::attempts, Math::max));
        return vehicles.stream()
                .filter(vehicle -> attempts.containsKey(vehicle.id()))
                .sorted(Comparator.comparing(vehicle -> attempts.get(vehicle.id())))
                .toList();
    }
}
