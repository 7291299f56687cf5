package org.optimizer.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Backfill;
import org.optimizer.model.StoredDay;

/** Reads what was fetched again, and what there is to fetch again. */
public class Backfills {
    private final ProducerTemplate camel;

    public Backfills(ProducerTemplate camel) {
        this.camel = camel;
    }

    public Optional<Backfill> find(String id) {
        return Query.rows(camel, "find-backfill", "id", id).stream()
                .map(Backfills::backfill)
                .findFirst();
    }

    /** @throws IllegalArgumentException when there is none of this id */
    public Backfill get(String id) {
        return find(id).orElseThrow(() ->
                new IllegalArgumentException("backfill \"" + id + "\": expected one that was started, found none"));
    }

    /** Newest first. */
    public List<Backfill> listNewest(int limit) {
        return Query.rows(camel, "list-newest-backfills", "maxRows", limit).stream()
                .map(Backfills::backfill)
                .toList();
    }

    private static Backfill backfill(Row row) {
        return new Backfill(
                row.text("backfill_id"),
                row.text("fetch_scope"),
                row.day("from_day"),
                row.day("to_day"),
                row.text("reason"),
                row.text("requested_by"),
                row.instant("requested_at"),
                row.word("state", Backfill.State.class),
                Optional.ofNullable(row.day("done_to")),
                row.optionalInstant("ended_at"),
                row.optionalText("ended_by"));
    }

    /** The days of all vehicles with fixes, or that were asked for, ordered. */
    public List<StoredDay> listStock(LocalDate from, LocalDate to) {
        return Query.rows(camel, "list-stored-days", "fromDay", from, "toDay", to).stream()
                .map(row -> new StoredDay(
                        row.text("vehicle_id"),
                        row.day("site_day"),
                        row.number("fix_count"),
                        row.optionalInstant("fetched_at")))
                .toList();
    }

    /** By vehicle, how many of these days were asked of the provider since an instant. */
    public Map<String, Integer> countFetched(LocalDate from, LocalDate to, Instant since) {
        return Query.rows(camel, "count-fetched-days", "fromDay", from, "toDay", to, "since", since).stream()
                .collect(Collectors.toMap(row -> row.text("vehicle_id"), row -> row.number("fetched_days")));
    }
}
