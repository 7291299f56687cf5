package org.optimizer.process;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.optimizer.load.RowCountSink;
import org.optimizer.model.CountedWork;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Rulebook;
import org.optimizer.rules.Tally;

/** Counts which rows of the rules answer while results are made, and keeps the counts in the transaction of the results. */
public class LivingSheet {
    private final RowCountSink sink;

    public LivingSheet(RowCountSink sink) {
        this.sink = sink;
    }

    /**
     * Does a piece of work and keeps what answered meanwhile, in place of what answered when it was done before.
     *
     * @param scope contest or site
     * @param part 0 where the work is done in one go
     */
    <T> T counting(IsoWeek week, CountedWork work, String scope, int part, Supplier<T> make) {
        SortedMap<String, Long> fired = new TreeMap<>();
        T made = Tally.counting(fired, make);
        sink.replace(week, work, scope, part, fired);
        return made;
    }

    /** Forgets the parts of a work that is done anew, maybe in fewer parts. */
    void clear(IsoWeek week, CountedWork work, String scope) {
        sink.clear(week, work, scope);
    }

    /** Rows that answer once for each day of a vehicle of the site. */
    Set<String> figuresOf(String siteId, Rulebook rulebook) {
        SortedMap<String, Long> fired = new TreeMap<>();
        Tally.counting(fired, () -> rulebook.kpi(siteId));
        Tally.counting(fired, () -> rulebook.idle2019(siteId));
        return fired.keySet();
    }

    /** Counts what is kept of a vehicle in the weeks of a span. @param figures as {@link #figuresOf} */
    void countActivity(String vehicleId, DaySpan span, Set<String> figures) {
        span.days().stream()
                .map(IsoWeek::of)
                .distinct()
                .forEach(week -> sink.replaceActivity(week, vehicleId, figures));
    }
}
