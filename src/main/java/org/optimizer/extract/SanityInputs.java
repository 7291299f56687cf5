package org.optimizer.extract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.SanityData.Driven;
import org.optimizer.model.SanityData.LogIn;
import org.optimizer.model.SanityData.Recorded;
import org.optimizer.model.SanityData.Visited;

/** Reads what a check of a site's data looks at: each figure of all its vehicles in one query. */
public class SanityInputs {
    private final ProducerTemplate camel;

    public SanityInputs(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** A vehicle's day was asked of its provider. */
    public record FetchedDay(String vehicleId, LocalDate day, Instant at) {}

    public List<Driven> listDriven(String siteId, LocalDate from, LocalDate to) {
        return rows("list-driven-sums", siteId, from, to).stream()
                .map(SanityInputs::driven)
                .toList();
    }

    private static Driven driven(Row row) {
        return new Driven(
                row.text("vehicle_id"),
                row.optionalText("driver_id"),
                row.day("site_day"),
                orZero(row.real("km")),
                orZero(row.real("recorded_s")),
                orZero(row.real("interval_km")));
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    public List<Recorded> listRecorded(String siteId, LocalDate from, LocalDate to) {
        return rows("list-recorded-days", siteId, from, to).stream()
                .map(row -> new Recorded(row.text("vehicle_id"), row.day("site_day")))
                .toList();
    }

    /** The time of each vehicle's newest fix on these days; none of a vehicle without any. */
    public Map<String, Instant> lastFixAt(String siteId, LocalDate from, LocalDate to) {
        return rows("list-last-fixes", siteId, from, to).stream()
                .filter(row -> row.optionalInstant("last_fix_at").isPresent())
                .collect(toMap(row -> row.text("vehicle_id"), row -> row.instant("last_fix_at")));
    }

    /** In order of time. */
    public List<LogIn> listLogIns(String siteId, LocalDate from, LocalDate to, ZoneId zone) {
        return Query.rows(
                        camel,
                        "list-log-ins",
                        "siteId",
                        siteId,
                        "fromTime",
                        from.atStartOfDay(zone).toInstant(),
                        "toTime",
                        to.plusDays(1).atStartOfDay(zone).toInstant())
                .stream()
                .map(row -> new LogIn(
                        row.text("vehicle_id"),
                        row.text("driver_id"),
                        LocalDate.ofInstant(row.instant("badged_at"), zone),
                        row.flag("vehicle_known")))
                .toList();
    }

    public List<Visited> listVisited(String siteId, LocalDate from, LocalDate to) {
        return rows("list-zone-visitors", siteId, from, to).stream()
                .map(row -> new Visited(row.text("vehicle_id"), row.optionalText("driver_id")))
                .toList();
    }

    /** Fixes remarked upon, by vehicle and kind of note. */
    public Map<String, Map<String, Integer>> notes(String siteId, LocalDate from, LocalDate to) {
        return rows("list-note-sums", siteId, from, to).stream()
                .collect(groupingBy(
                        row -> row.text("vehicle_id"), toMap(row -> row.text("kind"), row -> row.number("fixes"))));
    }

    /** Fixes of these days that were not believed when they came in, by vehicle and reason. */
    public Map<String, Map<String, Integer>> rejects(String siteId, LocalDate from, LocalDate to, ZoneId zone) {
        return Query.rows(
                        camel,
                        "list-reject-sums",
                        "siteId",
                        siteId,
                        "fromTime",
                        from.atStartOfDay(zone).toInstant(),
                        "toTime",
                        to.plusDays(1).atStartOfDay(zone).toInstant())
                .stream()
                .collect(groupingBy(
                        row -> row.text("vehicle_id"),
                        toMap(row -> row.text("reason"), row -> row.number("fixes"), Integer::sum)));
    }

    /** Fixes that facts were made of, by vehicle. */
    public Map<String, Integer> fixesRead(String siteId, LocalDate from, LocalDate to) {
        return rows("list-fixes-read", siteId, from, to).stream()
                .collect(toMap(row -> row.text("vehicle_id"), row -> row.number("fixes")));
    }

    /** Where the fixes went that were received for these days since they began, by vehicle. */
    public Map<String, IntakeCount> intake(String siteId, LocalDate from, LocalDate to, ZoneId zone) {
        return Query.rows(
                        camel,
                        "list-intake-sums",
                        "siteId",
                        siteId,
                        "fromDay",
                        from,
                        "toDay",
                        to,
                        "fromTime",
                        from.atStartOfDay(zone).toInstant())
                .stream()
                .collect(toMap(row -> row.text("vehicle_id"), SanityInputs::count));
    }

    private static IntakeCount count(Row row) {
        return new IntakeCount(
                row.bigNumber("fresh"),
                row.bigNumber("updated"),
                row.bigNumber("unchanged"),
                row.bigNumber("rejected"),
                row.bigNumber("held"),
                row.bigNumber("off_hours"));
    }

    public List<FetchedDay> listFetched(String siteId, LocalDate from, LocalDate to) {
        return rows("list-fetched-days-of-site", siteId, from, to).stream()
                .map(row -> new FetchedDay(row.text("vehicle_id"), row.day("site_day"), row.instant("fetched_at")))
                .toList();
    }

    private List<Row> rows(String route, String siteId, LocalDate from, LocalDate to) {
        return Query.rows(camel, route, "siteId", siteId, "fromDay", from, "toDay", to);
    }
}
