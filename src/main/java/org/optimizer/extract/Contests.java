package org.optimizer.extract;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.FleetMean;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ScorePlan;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.VehicleClass;

/** Reads the contests and their weeks. */
public class Contests {
    private final ProducerTemplate camel;

    public Contests(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** All contests, ordered by id. */
    public List<Contest> list() {
        Map<String, List<String>> vehicles = Query.rows(camel, "list-contest-vehicles").stream()
                .collect(groupingBy(row -> row.text("contest_id"), mapping(row -> row.text("vehicle_id"), toList())));
        return Query.rows(camel, "list-contests").stream()
                .map(row -> contest(row, vehicles.getOrDefault(row.text("contest_id"), List.of())))
                .toList();
    }

    /** @throws IllegalArgumentException when there is no such contest */
    public Contest get(String contestId) {
        return list().stream()
                .filter(contest -> contest.id().equals(contestId))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("contest \"" + contestId + "\": there is no such contest"));
    }

    public Optional<Batch> findBatch(String contestId, IsoWeek week) {
        return batches(Query.rows(camel, "find-batch", "contestId", contestId, "week", week)).stream()
                .findFirst();
    }

    /** The weeks of a contest, newest first. */
    public List<Batch> listBatches(String contestId) {
        return batches(Query.rows(camel, "list-batches", "contestId", contestId));
    }

    /** The weeks of all contests that are in a state. */
    public List<Batch> listBatchesInState(Batch.State state) {
        return batches(Query.rows(camel, "list-batches-in-state", "state", state));
    }

    private List<Batch> batches(List<Row> rows) {
        Map<String, Map<IsoWeek, List<FleetMean>>> means =
                rows.stream().map(row -> row.text("contest_id")).distinct().collect(toMap(identity(), this::means));
        return rows.stream()
                .map(row -> batch(row, means.get(row.text("contest_id")).getOrDefault(row.week("iso_week"), List.of())))
                .toList();
    }

    private Map<IsoWeek, List<FleetMean>> means(String contestId) {
        return Query.rows(camel, "list-fleet-means", "contestId", contestId).stream()
                .collect(groupingBy(row -> row.week("iso_week"), mapping(Contests::mean, toList())));
    }

    private static FleetMean mean(Row row) {
        return new FleetMean(
                row.word("vehicle_class", VehicleClass.class),
                row.real("acceleration_points_per_100_km"),
                row.real("braking_points_per_100_km"));
    }

    private static Contest contest(Row row, List<String> vehicleIds) {
        return new Contest(
                row.text("contest_id"),
                row.text("site_id"),
                row.text("name"),
                row.word("method", ScoringMethod.class),
                row.day("first_day"),
                row.day("last_day"),
                row.day("live_from"),
                vehicleIds,
                row.optionalText("score_source").map(source -> plan(source, row)));
    }

    private static ScorePlan plan(String source, Row row) {
        return new ScorePlan(
                source,
                row.word("score_strategy", ScorePlan.Strategy.class),
                row.word("score_entrants", ScorePlan.Entrants.class));
    }

    private static Batch batch(Row row, List<FleetMean> means) {
        return new Batch(
                row.text("contest_id"),
                row.week("iso_week"),
                row.number("batch_number"),
                row.word("state", Batch.State.class),
                row.number("revision"),
                row.text("rulebook"),
                means,
                row.instant("opened_at"),
                row.optionalInstant("closed_at"));
    }
}
