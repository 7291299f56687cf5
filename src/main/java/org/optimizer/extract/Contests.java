package org.optimizer.extract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ScoringMethod;

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
        return Query.rows(camel, "find-batch", "contestId", contestId, "week", week).stream()
                .map(Contests::batch)
                .findFirst();
    }

    /** The weeks of a contest, newest first. */
    public List<Batch> listBatches(String contestId) {
        return Query.rows(camel, "list-batches", "contestId", contestId).stream()
                .map(Contests::batch)
                .toList();
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
                vehicleIds);
    }

    private static Batch batch(Row row) {
        return new Batch(
                row.text("contest_id"),
                row.week("iso_week"),
                row.number("batch_number"),
                row.word("state", Batch.State.class),
                row.number("revision"),
                row.text("rulebook"),
                row.real("mean_acceleration_points"),
                row.real("mean_braking_points"),
                row.instant("opened_at"));
    }

    /** The weeks of all contests that are in a state. */
    public List<Batch> listBatchesInState(Batch.State state) {
        throw new UnsupportedOperationException();
    }
}
