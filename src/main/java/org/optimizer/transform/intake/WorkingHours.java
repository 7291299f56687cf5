package org.optimizer.transform.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.optimizer.model.Site;
import org.optimizer.model.SiteCalendar;

/**
 * When a site's fixes may be kept: in its shifts and a margin around each. The stretch asked for last is remembered, so that
 * fixes that come one after the other cost two comparisons each; not for two threads.
 */
public final class WorkingHours {
    /** In working time, or between two such stretches. */
    private record Stretch(long fromMs, long toMs, boolean works) {
        boolean contains(long ms) {
            return fromMs <= ms && ms < toMs;
        }
    }

    private static final Stretch NONE = new Stretch(0, 0, true);
    private static final Stretch ALWAYS = new Stretch(Long.MIN_VALUE, Long.MAX_VALUE, true);
    private static final long MS_PER_MINUTE = 60_000;
    private static final long MS_PER_DAY = 24 * 60 * MS_PER_MINUTE;

    private final SiteCalendar calendar;
    private final long marginMs;
    private final boolean always;
    private Stretch current = NONE;

    private WorkingHours(SiteCalendar calendar, long marginMs, boolean always) {
        this.calendar = calendar;
        this.marginMs = marginMs;
        this.always = always;
    }

    /** Those of a site; one without shifts, or that keeps what is outside of them, works always. */
    public static WorkingHours of(Site site, SiteCalendar calendar) {
        boolean always = site.keepsOffHours() || calendar.shifts().isEmpty();
        return new WorkingHours(calendar, site.offHoursMarginMin() * MS_PER_MINUTE, always);
    }

    /** Whether everything is kept, whenever it was. */
    public boolean isAlways() {
        return always;
    }

    public boolean contains(long epochMs) {
        if (!current.contains(epochMs)) {
            current = always ? ALWAYS : stretchAt(epochMs);
        }
        return current.works;
    }

    private Stretch stretchAt(long ms) {
        List<Stretch> near = around(ms);
        return near.stream().filter(work -> work.contains(ms)).findFirst().orElseGet(() -> between(near, ms));
    }

    /** The pause between two working stretches: there is one on every day. */
    private static Stretch between(List<Stretch> near, long ms) {
        long from = near.stream()
                .mapToLong(Stretch::toMs)
                .filter(to -> to <= ms)
                .max()
                .orElse(ms);
        long to = near.stream()
                .mapToLong(Stretch::fromMs)
                .filter(begin -> begin > ms)
                .min()
                .orElse(ms + 1);
        return new Stretch(from, to, false);
    }

    /** Those of the days around; a long margin reaches farther. */
    private List<Stretch> around(long ms) {
        LocalDate day = calendar.dayOf(Instant.ofEpochMilli(ms));
        long days = 2 + marginMs / MS_PER_DAY;
        return day.minusDays(days)
                .datesUntil(day.plusDays(days + 1))
                .flatMap(calendar::shiftsOf)
                .map(shift -> new Stretch(
                        shift.from().toEpochMilli() - marginMs, shift.to().toEpochMilli() + marginMs, true))
                .toList();
    }
}
