package org.optimizer.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.optimizer.extract.TraceDays;
import org.optimizer.load.RejectSink;
import org.optimizer.load.TraceSink;
import org.optimizer.model.HeldBatch;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.MergeResult;
import org.optimizer.model.Trace;
import org.optimizer.model.UnitMistake;
import org.optimizer.transform.intake.EdgeGate;
import org.optimizer.transform.intake.Flaw;
import org.optimizer.transform.intake.RawFix;
import org.optimizer.transform.intake.RejectBook;

/** Where the parts of one vehicle's batch go: into their days, to those that wait for a person, or into the book of rejects. */
final class IntakeStore {
    private final TraceDays days;
    private final TraceSink sink;
    private final RejectSink rejects;
    private final int fixesPerDay;
    private final Batch batch;

    /** @param book takes what is rejected; its rows are counted there and nowhere else */
    record Batch(String source, String vehicleId, ZoneId zone, Instant receivedAt, RejectBook book) {}

    IntakeStore(TraceDays days, TraceSink sink, RejectSink rejects, int fixesPerDay, Batch batch) {
        this.days = days;
        this.sink = sink;
        this.rejects = rejects;
        this.fixesPerDay = fixesPerDay;
        this.batch = batch;
    }

    IntakeCount store(Trace trace) {
        return eachDay(trace, this::storeDay);
    }

    /** Keeps what waits for a person, or does what a person has decided about the day. */
    IntakeCount hold(Trace trace, UnitMistake mistake, double ratio) {
        return eachDay(trace, (day, part) -> holdDay(day, part, mistake, ratio));
    }

    void reject(Flaw flaw, Trace trace) {
        for (int index = 0; index < trace.size(); index++) {
            RawFix fix = RawFix.of(trace, index);
            batch.book.add(flaw.code(), Optional.of(trace.at(index)), fix::json);
        }
    }

    /** Days in their order: who writes several at the same time as others locks them in one order. */
    private IntakeCount eachDay(Trace trace, BiFunction<LocalDate, Trace, IntakeCount> store) {
        IntakeCount count = IntakeCount.NONE;
        for (Map.Entry<LocalDate, Trace> day : byDay(trace).entrySet()) {
            count = count.plus(store.apply(day.getKey(), day.getValue()));
        }
        return count;
    }

    private SortedMap<LocalDate, Trace> byDay(Trace trace) {
        SortedMap<LocalDate, Trace> byDay = new TreeMap<>();
        int index = 0;
        while (index < trace.size()) {
            LocalDate day = LocalDate.ofInstant(trace.at(index), batch.zone);
            long end = day.plusDays(1).atStartOfDay(batch.zone).toInstant().toEpochMilli();
            Trace part = trace.between(trace.timeMs()[index], end);
            byDay.put(day, part);
            index += part.size();
        }
        return byDay;
    }

    private IntakeCount storeDay(LocalDate day, Trace part) {
        if (!fits(day, part)) {
            reject(Flaw.TOO_MANY_FIXES, part);
            return IntakeCount.NONE;
        }
        MergeResult result = sink.merge(batch.vehicleId, day, part);
        return new IntakeCount(result.fresh(), result.updated(), result.unchanged(), 0, 0, 0);
    }

    /** The stored day is read only where the numbers alone do not tell. */
    private boolean fits(LocalDate day, Trace part) {
        return days.countFixes(batch.vehicleId, day) + part.size() <= fixesPerDay
                || days.find(batch.vehicleId, day)
                                .map(stored -> Trace.merge(stored.trace(), part))
                                .orElse(part)
                                .size()
                        <= fixesPerDay;
    }

    private IntakeCount holdDay(LocalDate day, Trace part, UnitMistake mistake, double ratio) {
        HeldBatch.Key key = new HeldBatch.Key(batch.source, batch.vehicleId, day, mistake);
        HeldBatch wanted = new HeldBatch(key, ratio, 0, batch.receivedAt, HeldBatch.State.WAITING, Optional.empty());
        RejectSink.Held held = rejects.lock(wanted);
        return switch (held.state()) {
            case WAITING -> keep(key, held.fixes(), part, new IntakeCount(0, 0, 0, 0, part.size(), 0));
            case DISCARDED -> keep(key, held.fixes(), part, new IntakeCount(0, 0, 0, part.size(), 0, 0));
            case CONVERTED -> storePossible(day, part.withSpeedsTimes(mistake.factor()));
            case ACCEPTED -> storePossible(day, part);
        };
    }

    private IntakeCount keep(HeldBatch.Key key, Trace held, Trace part, IntakeCount kept) {
        Trace merged = Trace.merge(held, part);
        if (merged.size() > fixesPerDay) {
            reject(Flaw.TOO_MANY_FIXES, part);
            return IntakeCount.NONE;
        }
        rejects.save(key, merged);
        return kept;
    }

    private IntakeCount storePossible(LocalDate day, Trace part) {
        reject(Flaw.IMPOSSIBLE_SPEED, part.where(index -> !isPossible(part, index)));
        Trace possible = part.where(index -> isPossible(part, index));
        return possible.isEmpty() ? IntakeCount.NONE : storeDay(day, possible);
    }

    private static boolean isPossible(Trace trace, int index) {
        int speed = trace.speedMmps()[index];
        return speed == Trace.ABSENT || EdgeGate.ofSpeed(speed / 1e3) == null;
    }
}
