package org.optimizer.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.sql.SqlComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.TraceDays;
import org.optimizer.model.DayFacts;
import org.optimizer.model.MergeResult;
import org.optimizer.model.Trace;
import org.optimizer.model.TraceCodec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@EdgesTest
class TraceSinkTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    private static final long START = Instant.parse("2026-11-16T06:00:00Z").toEpochMilli();

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private TraceSink sink;
    private TraceDays days;

    @BeforeEach
    void setUp() {
        sink = new TraceSink(camel);
        days = new TraceDays(camel);
    }

    @AfterEach
    void forget() {
        for (String table : List.of("trace_day", "fetched_day", "day_facts")) {
            jdbc.update("delete from " + table);
        }
    }

    private static Trace fixes(int from, int to, double speedMps, double accuracyM) {
        Trace.Builder builder = new Trace.Builder(to - from);
        for (int i = from; i < to; i++) {
            builder.add(
                    START + i * 1000L,
                    "t1",
                    48 + i * 1e-5,
                    2.3,
                    speedMps,
                    accuracyM,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN);
        }
        return builder.build();
    }

    private MergeResult merge(Trace fixes) {
        return transaction.execute(status -> sink.merge("v1", DAY, fixes));
    }

    private Trace stored() {
        return days.find("v1", DAY).orElseThrow().trace();
    }

    @Test
    void theFirstFixesMakeTheDay() {
        assertThat(merge(fixes(0, 10, 5, 6))).isEqualTo(new MergeResult(1, 10, 0, 0));

        assertThat(stored()).usingRecursiveComparison().isEqualTo(fixes(0, 10, 5, 6));
        assertThat(jdbc.queryForMap("select fix_count from trace_day")).containsEntry("fix_count", 10);
        assertThat(days.find("v1", DAY.plusDays(1))).isEmpty();
    }

    @Test
    void twiceIsOnce() {
        merge(fixes(0, 10, 5, 6));

        assertThat(merge(fixes(0, 10, 5, 6))).isEqualTo(new MergeResult(1, 0, 0, 10));
        assertThat(days.find("v1", DAY).orElseThrow().revision()).isEqualTo(1);
    }

    @Test
    void lateFixesRaiseTheRevisionAndOnlyTheyAreLoaded() {
        merge(fixes(0, 10, 5, 6));

        assertThat(merge(fixes(5, 15, 5, 6))).isEqualTo(new MergeResult(2, 5, 0, 5));
        assertThat(stored().size()).isEqualTo(15);
    }

    @Test
    void aBetterFixOfTheSameInstantIsLoadedAndAWorseOneIsNot() {
        merge(fixes(0, 10, 5, 6));

        assertThat(merge(fixes(0, 3, 5, 2))).isEqualTo(new MergeResult(2, 0, 3, 0));
        assertThat(merge(fixes(0, 3, 5, 9))).isEqualTo(new MergeResult(2, 0, 0, 3));
    }

    @Test
    void aFlagSentLateIsANewFixOfItsInstant() {
        merge(fixes(0, 10, 5, 6));
        Trace.Builder mock = new Trace.Builder(1);
        mock.add(START, "t1", 48, 2.3, 5, 6, Double.NaN, Double.NaN, Double.NaN, true);

        assertThat(merge(mock.build())).isEqualTo(new MergeResult(2, 0, 1, 0));
        assertThat(stored().isMock(0)).isTrue();
        assertThat(merge(fixes(0, 10, 5, 6))).isEqualTo(new MergeResult(2, 0, 0, 10));
        assertThat(stored().mock()).containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void noFixesMakeNoRow() {
        assertThat(merge(Trace.EMPTY)).isEqualTo(new MergeResult(0, 0, 0, 0));
        assertThat(days.find("v1", DAY)).isEmpty();

        merge(fixes(0, 10, 5, 6));
        assertThat(merge(Trace.EMPTY)).isEqualTo(new MergeResult(1, 0, 0, 0));
    }

    @Test
    void twoWritersOfOneNewDayLoseNothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                jdbc.update("delete from trace_day");
                CyclicBarrier start = new CyclicBarrier(2);
                List<Future<MergeResult>> results = new ArrayList<>();
                for (int part = 0; part < 2; part++) {
                    Trace own = fixes(part * 100, part * 100 + 100, 5, 6);
                    results.add(threads.submit(() -> {
                        start.await(10, TimeUnit.SECONDS);
                        return merge(own);
                    }));
                }
                assertThat(List.of(
                                results.get(0).get().revision(),
                                results.get(1).get().revision()))
                        .containsExactlyInAnyOrder(1, 2);
                assertThat(stored().size()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aBrokenBlobNamesItsRowAndWhatToDo() {
        merge(fixes(0, 10, 5, 6));
        byte[] broken = TraceCodec.encode(fixes(0, 10, 5, 6));
        broken[0] = 9;
        jdbc.update("update trace_day set fixes = ?", broken);

        for (Runnable reading : List.<Runnable>of(this::stored, () -> merge(fixes(0, 1, 5, 6)))) {
            assertThatThrownBy(reading::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("trace_day v1 2026-11-16")
                    .hasMessageContaining("expected format version 1, found version 9")
                    .hasMessageContaining("fetch the day again");
        }
    }

    @Test
    void everyDayAskedForIsNotedWithItsLatestTime() {
        Instant first = Instant.parse("2026-11-17T01:00:00Z");
        sink.noteFetched("v1", List.of(DAY, DAY.plusDays(1)), first);
        sink.noteFetched("v1", List.of(DAY.plusDays(1)), first.plusSeconds(60));
        sink.noteFetched("v1", List.of(), first);

        assertThat(days.fetchedAt("v1", DAY, DAY.plusDays(1)))
                .isEqualTo(Map.of(DAY, first, DAY.plusDays(1), first.plusSeconds(60)));
        assertThat(days.fetchedAt("v2", DAY, DAY)).isEmpty();
    }

    @Test
    void aDayNeedsFactsWhenItHasNoneOrItsFixesOrTheAlgorithmAreNewer() {
        merge(fixes(0, 10, 5, 6));
        assertThat(days.listWithoutFacts("v1", DAY, DAY, "1")).containsExactly(DAY);

        new FactsSink(camel).replace(facts(1, "1"));
        assertThat(days.listWithoutFacts("v1", DAY, DAY, "1")).isEmpty();
        assertThat(days.listWithoutFacts("v1", DAY, DAY, "2")).containsExactly(DAY);

        merge(fixes(10, 11, 5, 6));
        assertThat(days.listWithoutFacts("v1", DAY, DAY, "1")).containsExactly(DAY);
    }

    private static DayFacts facts(int revision, String algorithm) {
        return new DayFacts(
                "v1", DAY, algorithm, revision, 10, 10, List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of());
    }

    @Test
    void rowsOfAStepThatFailsAfterALoadAreRolledBack() {
        int rows = failAfter(() -> sink.noteFetched("v1", List.of(DAY, DAY.plusDays(1)), Instant.EPOCH));

        assertThat(rows).isZero();
    }

    @Test
    void rowsWouldOutliveTheFailureIfCamelCommittedItsBatches() {
        SqlComponent committing = new SqlComponent();
        committing.setDataSource(jdbc.getDataSource());
        committing.setBatchAutoCommitDisabled(true);
        camel.getCamelContext().addComponent("sql-committing", committing);
        String sql = "sql-committing:insert into fetched_day (vehicle_id, site_day, fetched_at)"
                + " values (:#vehicleId, :#day, '1970-01-01')?batch=true";

        int rows = failAfter(() -> camel.sendBody(sql, List.of(Map.of("vehicleId", "v1", "day", DAY.toString()))));

        assertThat(rows).isEqualTo(1);
    }

    private int failAfter(Runnable load) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    load.run();
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        return jdbc.queryForList("select site_day from fetched_day").size();
    }
}
