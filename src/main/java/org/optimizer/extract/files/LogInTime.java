package org.optimizer.extract.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When somebody logged in, as people and terminals write it. */
public final class LogInTime {
    private LogInTime() {}

    /**
     * {@code 2026-11-16T08:00:00Z}, an offset in place of Z, or the site's own time without either. A time that the clocks skip is as
     * much later, of one that comes twice the first counts.
     *
     * @return empty when it is none of these
     */
    public static Optional<Instant> parse(String text, ZoneId zone) {
        String iso = text.strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2})[ T]+", "$1T");
        return offset(iso).or(() -> local(iso, zone)).map(at -> at.truncatedTo(ChronoUnit.MILLIS));
    }

    private static Optional<Instant> offset(String iso) {
        try {
            return Optional.of(OffsetDateTime.parse(iso, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException local) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> local(String iso, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(iso, DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .atZone(zone)
                    .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
