package org.optimizer.extract;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.FetchProblem;

/** Reads how fetching goes: what could not be fetched, and how fresh the rest is. */
public class FetchProblems {
    private final ProducerTemplate camel;

    public FetchProblems(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** How many vehicles' fetches went well and how many failed. */
    public record Outcomes(long well, long failed) {
        public static final Outcomes NONE = new Outcomes(0, 0);

        Outcomes plus(Outcomes other) {
            return new Outcomes(well + other.well, failed + other.failed);
        }
    }

    /** All of them, ordered by vehicle. */
    public List<FetchProblem> list() {
        return Query.rows(camel, "list-fetch-problems").stream()
                .map(FetchProblems::problem)
                .toList();
    }

    private static FetchProblem problem(Row row) {
        return new FetchProblem(
                row.text("vehicle_id"),
                row.text("source"),
                row.day("from_day"),
                row.day("to_day"),
                row.number("attempts"),
                row.text("message"),
                row.instant("since"),
                row.instant("last_at"));
    }

    /** By source. */
    public Map<String, Outcomes> outcomesSince(Instant since) {
        Map<String, Outcomes> bySource = new HashMap<>();
        Query.rows(camel, "list-fetch-outcomes", "since", since)
                .forEach(row -> bySource.merge(row.text("trace_source"), outcomes(row), Outcomes::plus));
        return bySource;
    }

    private static Outcomes outcomes(Row row) {
        long runs = row.bigNumber("runs");
        return row.text("step").equals("fetch-failed") ? new Outcomes(0, runs) : new Outcomes(runs, 0);
    }

    /** When the newest fix of each vehicle was recorded. */
    public Map<String, Instant> newestFixes() {
        return instants("list-newest-fixes", "last_at");
    }

    /** When each vehicle's fixes were last fetched, whether or not there were any. */
    public Map<String, Instant> lastFetches() {
        return instants("list-last-fetches", "fetched_at");
    }

    private Map<String, Instant> instants(String route, String column) {
        Map<String, Instant> byVehicle = new HashMap<>();
        Query.rows(camel, route).forEach(row -> byVehicle.put(row.text("vehicle_id"), row.instant(column)));
        return byVehicle;
    }
}
