package org.optimizer.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.optimizer.extract.Backfills;
import org.optimizer.load.BackfillSink;
import org.optimizer.model.Backfill;

/** The steps of processes/backfill-traces.bpmn. Each may run twice: how far it has come stands in the table. */
public class BackfillTraces {
    static final String PROCESS = "backfill-traces";
    /** A fetch-traces of so many days has a few answers a vehicle and can be watched. */
    private static final int DAYS_A_SLICE = 7;

    private final Backfills backfills;
    private final BackfillSink sink;
    private final Clock clock;

    public BackfillTraces(Backfills backfills, BackfillSink sink, Clock clock) {
        this.backfills = backfills;
        this.sink = sink;
        this.clock = clock;
    }

    /** The next days, as a span; empty after the last and when it was cancelled. */
    public String chooseSlice(String id) {
        Backfill backfill = backfills.get(id);
        LocalDate next = backfill.doneTo().map(day -> day.plusDays(1)).orElse(backfill.first());
        return backfill.state() != Backfill.State.RUNNING || next.isAfter(backfill.last())
                ? ""
                : new DaySpan(next, backfill.last()).parts(DAYS_A_SLICE).get(0).toString();
    }

    public void noteSlice(String id, String days) {
        sink.noteDone(id, DaySpan.parse(days).last());
    }

    /** One that was cancelled stays so. */
    public void finish(String id) {
        sink.end(id, Backfill.State.DONE, clock.instant(), Optional.empty());
    }
}
