package org.optimizer.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.optimizer.extract.Contests;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceDays;
import org.optimizer.model.Objection;
import org.optimizer.model.Site;
import org.optimizer.model.Trace;
import org.optimizer.rules.RuleRow;
import org.optimizer.rules.RulebookShelf;
import org.optimizer.rules.RulesException;

/** What was recorded around an event that a driver objects to, and the row of the rules that made it one. */
public class EventMinute {
    /** Before and after: enough to see what the driver came from and what he did about it. */
    public static final Duration AROUND = Duration.ofSeconds(30);

    private final Sites sites;
    private final Contests contests;
    private final TraceDays traces;
    private final RulebookShelf shelf;

    public EventMinute(Sites sites, Contests contests, TraceDays traces, RulebookShelf shelf) {
        this.sites = sites;
        this.contests = contests;
        this.traces = traces;
        this.shelf = shelf;
    }

    /**
     * @param site whose clocks are shown
     * @param fixes of the minute; none once recordings have been deleted
     * @param row empty when no table has it
     */
    public record Minute(Site site, Trace fixes, Optional<RuleRow> row) {}

    public Minute around(Objection objection) {
        Site site = sites.get(contests.get(objection.contestId()).siteId());
        return new Minute(site, fixes(objection, site), row(objection));
    }

    private Trace fixes(Objection objection, Site site) {
        Instant at = objection.event().at();
        LocalDate day = at.atZone(site.zone()).toLocalDate();
        return traces.find(objection.event().vehicleId(), day)
                .map(stored -> stored.trace()
                        .between(
                                at.minus(AROUND).toEpochMilli(), at.plus(AROUND).toEpochMilli() + 1))
                .orElse(Trace.EMPTY);
    }

    /** A version that nobody kept has no rows to show; the event keeps the row's name. */
    private Optional<RuleRow> row(Objection objection) {
        try {
            return RuleRow.find(shelf.files(objection.rulebook()), objection.rule());
        } catch (RulesException unknown) {
            return Optional.empty();
        }
    }
}
