package org.optimizer.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optimizer.config.EdgesTest;
import org.optimizer.extract.Rejects;
import org.optimizer.model.FixSink;
import org.optimizer.model.GpsFix;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.Reject;
import org.optimizer.model.Shift;
import org.optimizer.model.Site;
import org.optimizer.model.Trace;
import org.optimizer.model.TraceCodec;
import org.optimizer.model.Vehicle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Promise R25: what lies outside working hours or in private time is nowhere. Each such fix is given at a latitude of its own kind,
 * and then every table is searched for it: encoded traces, texts, rows.
 */
@EdgesTest
class IntakeHoursTest {
    private static final double WORK_LATITUDE = 45.5;
    /** 7 in every digit, so that no rounding hides it. */
    private static final double OFF_LATITUDE = 17.7777777;

    private static final String CANARY = "17.777";

    @Autowired
    private ProducerTemplate camel;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private IntakeRig rig;

    @BeforeEach
    void setUp() {
        rig = new IntakeRig(camel, jdbc, transaction);
        rig.clear();
    }

    @AfterEach
    void clear() {
        rig.clear();
    }

    private Vehicle vehicle(ZoneId zone, String pattern, boolean keepsAll) {
        Site site = new Site("q", "Quarry", zone, "FR", DayOfWeek.THURSDAY, LocalTime.NOON, keepsAll, 30);
        Shift[] shifts = Stream.of(pattern.split(" "))
                .map(shift -> shift.split("-"))
                .map(ends -> new Shift("q", ends[0], LocalTime.parse(ends[0]), LocalTime.parse(ends[1])))
                .toArray(Shift[]::new);
        return rig.vehicle("v1", site, shifts);
    }

    /** The whole site day at one fix a second, every tenth one bad in some way. @return how many are outside */
    private static long giveDay(FixSink sink, LocalDate day, ZoneId zone, String pattern) {
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        long outside = 0;
        int number = 0;
        for (Instant at = day.atStartOfDay(zone).toInstant(); at.isBefore(end); at = at.plusSeconds(1)) {
            boolean works = works(at, day, zone, pattern);
            outside += works ? 0 : 1;
            give(sink, at, works ? WORK_LATITUDE : OFF_LATITUDE, number++);
        }
        return outside;
    }

    /** By the wall clock of each day around: told once more, in other words than the product's. */
    private static boolean works(Instant at, LocalDate day, ZoneId zone, String pattern) {
        for (String shift : pattern.split(" ")) {
            LocalTime from = LocalTime.parse(shift.substring(0, 5));
            LocalTime to = LocalTime.parse(shift.substring(6));
            for (int before = -1; before <= 1; before++) {
                LocalDate first = day.plusDays(before);
                LocalDate last = to.isAfter(from) ? first : first.plusDays(1);
                Instant begin = first.atTime(from).atZone(zone).toInstant().minusSeconds(1800);
                Instant end = last.atTime(to).atZone(zone).toInstant().plusSeconds(1800);
                if (!at.isBefore(begin) && at.isBefore(end)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void give(FixSink sink, Instant at, double latitude, int number) {
        double mps = number % 20 == 0 ? 77 : 10;
        double longitude = number % 30 == 0 ? 999 : latitude;
        IntakeRig.give(sink, new GpsFix(at, "track", latitude, longitude, mps, 5, Double.NaN, Double.NaN, Double.NaN));
    }

    /** Fixes of the canary's place in all rows of all tables. */
    private long storedOffHours() {
        List<String> tables = jdbc.queryForList(
                "select table_name from information_schema.tables where table_schema = "
                        + (isMySql() ? "database()" : "'PUBLIC'"),
                String.class);
        String quote = isMySql() ? "`" : "\"";
        long found = 0;
        for (String table : tables) {
            for (Map<String, Object> row : jdbc.queryForList("select * from " + quote + table + quote)) {
                found += row.values().stream()
                        .mapToLong(IntakeHoursTest::canaries)
                        .sum();
            }
        }
        return found;
    }

    private boolean isMySql() {
        return System.getProperty("optimizer.test.database", "").startsWith("jdbc:mysql");
    }

    private static long canaries(Object value) {
        if (value instanceof Blob blob) {
            try {
                return canaries(blob.getBytes(1, (int) blob.length()));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        if (value instanceof byte[] bytes) {
            return canariesOf(bytes);
        }
        return String.valueOf(value).contains(CANARY) ? 1 : 0;
    }

    private static long canariesOf(byte[] bytes) {
        Trace trace;
        try {
            trace = TraceCodec.decode(bytes);
        } catch (IllegalArgumentException noTrace) {
            return new String(bytes, StandardCharsets.ISO_8859_1).contains(CANARY) ? 1 : 0;
        }
        long found = 0;
        for (int latitude : trace.latitudeE7()) {
            found += latitude == Math.round(OFF_LATITUDE * 1e7) ? 1 : 0;
        }
        return found;
    }

    @Test
    void nothingOutsideWorkingHoursIsStoredOnAnyDayInAnyZone() {
        Map<String, List<String>> days = Map.of(
                "Europe/Paris", List.of("2026-03-29", "2026-06-10", "2026-10-25"),
                "America/Santiago", List.of("2026-04-04", "2026-06-10", "2026-09-06"),
                "Australia/Lord_Howe", List.of("2026-04-05", "2026-06-10", "2026-10-04"));
        List<String> patterns =
                List.of("07:00-15:00", "05:00-13:00 13:00-21:00", "22:00-06:00", "00:15-02:15 23:45-00:05");
        long given = 0;
        long off = 0;
        long stored = 0;
        long control = 0;
        for (Map.Entry<String, List<String>> zone : days.entrySet()) {
            for (String day : zone.getValue()) {
                for (String pattern : patterns) {
                    Run gated = run(ZoneId.of(zone.getKey()), LocalDate.parse(day), pattern, false);
                    given += gated.count.received();
                    off += gated.count.offHours();
                    stored += gated.stored;
                    assertThat(gated.count.offHours())
                            .as(zone.getKey() + " " + day + " " + pattern)
                            .isEqualTo(gated.outside);
                }
                control += run(ZoneId.of(zone.getKey()), LocalDate.parse(day), patterns.get(0), true).stored;
            }
        }
        System.out.printf(
                "R25: %d traces of 24 h, %d fixes, %d outside working hours: stored %d; with the gate off, 9 traces: stored %d%n",
                days.size() * 3 * patterns.size(), given, off, stored, control);
        assertThat(stored).isZero();
        assertThat(control).isPositive();
    }

    /** @param outside by the clock @param stored canaries found afterwards */
    private record Run(IntakeCount count, long outside, long stored) {}

    private Run run(ZoneId zone, LocalDate day, String pattern, boolean keepsAll) {
        rig.clear();
        Vehicle vehicle = vehicle(zone, pattern, keepsAll);
        List<Long> outside = new ArrayList<>();
        IntakeCount count = rig.give(
                IntakeSettings.USUAL,
                vehicle,
                day.plusDays(2).atStartOfDay(zone).toInstant(),
                sink -> outside.add(giveDay(sink, day, zone, pattern)));
        return new Run(count, outside.get(0), storedOffHours());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29, 28800", "2026-06-10, 32400", "2026-10-25, 36000"})
    void aNightShiftWithMarginsKeepsNineHoursOfAUsualDayAndOneLessOrMoreWhenClocksChange(String day, long seconds) {
        ZoneId paris = ZoneId.of("Europe/Paris");
        Run run = run(paris, LocalDate.parse(day), "22:00-06:00", false);

        assertThat(run.count.received() - run.count.offHours()).isEqualTo(seconds);
    }

    @Test
    void privateTimeIsCountedAndNothingElse() {
        Vehicle vehicle = vehicle(ZoneId.of("Europe/Paris"), "07:00-15:00", false);

        IntakeCount count = rig.give(IntakeSettings.USUAL, vehicle, Instant.parse("2026-11-17T00:00:00Z"), sink -> {
            for (int i = 0; i < 100; i++) {
                sink.privateFix();
            }
        });

        assertThat(count).isEqualTo(new IntakeCount(0, 0, 0, 0, 0, 100));
        assertThat(rig.sum("1", "reject", "1 = 1") + rig.sum("1", "trace_day", "1 = 1"))
                .isZero();
    }

    @Test
    void rowsOfWhichNobodyKnowsWhenTheyWereSayNothingOfWhere() {
        Vehicle vehicle = vehicle(ZoneId.of("Europe/Paris"), "07:00-15:00", false);
        Instant now = Instant.parse("2026-11-17T10:00:00Z");

        IntakeCount count = rig.give(IntakeSettings.USUAL, vehicle, now, sink -> {
            give(sink, Instant.EPOCH, OFF_LATITUDE, 1);
            give(sink, Instant.parse("2106-02-07T06:28:15Z"), OFF_LATITUDE, 2);
            give(sink, now.plusSeconds(86_400), OFF_LATITUDE, 3);
            sink.unreadable("unreadable-time", "{\"time\":\"?\",\"latitude\":" + OFF_LATITUDE + "}");
        });

        assertThat(count.rejected()).isEqualTo(4);
        assertThat(rig.sum("1", "reject", "1 = 1")).isEqualTo(4);
        assertThat(storedOffHours()).isZero();
    }

    @Test
    void speedsInAnotherUnitAreHeldWithoutWhatLiesOutside() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        Vehicle vehicle = vehicle(paris, "07:00-15:00", false);
        Instant start = Instant.parse("2026-11-16T05:00:00Z");

        IntakeCount count = rig.give(IntakeSettings.USUAL, vehicle, start.plusSeconds(86_400), sink -> {
            for (int second = 0; second < 3600; second++) {
                boolean works = second >= 1800;
                double latitude = (works ? WORK_LATITUDE : OFF_LATITUDE) + (works ? second * 9e-5 : 0);
                IntakeRig.give(
                        sink,
                        new GpsFix(start.plusSeconds(second), "t", latitude, 4.8, 36, 5, 1, Double.NaN, Double.NaN));
            }
        });

        assertThat(count).isEqualTo(new IntakeCount(0, 0, 0, 0, 1800, 1800));
        assertThat(storedOffHours()).isZero();
    }

    /** Who changes the shifts between a rejection and a replay changes what may be kept. */
    @Test
    void aReplayedRowThatNowLiesOutsideIsForgotten() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        Vehicle vehicle = rig.vehicle("v1", new Site("q", "Quarry", paris, "FR"));
        Instant at = Instant.parse("2026-11-16T02:00:00Z");
        rig.give(IntakeSettings.USUAL, vehicle, at.minusSeconds(3600), sink -> give(sink, at, WORK_LATITUDE, 1));
        assertThat(rig.sum("1", "reject", "raw_row is not null")).isEqualTo(1);

        vehicle(paris, "07:00-15:00", false);
        RejectDesk desk = rig.desk(new IntakeSettings(Duration.ofDays(1), 864_000, 1000, 10), at.plusSeconds(7200));
        RejectDesk.Replayed replayed = desk.replay(
                desk.ids(new Rejects.Filter(Reject.State.NEW, "", "", "")), "clocks were put right", "olga");

        assertThat(replayed.count()).isEqualTo(new IntakeCount(0, 0, 0, 0, 0, 1));
        assertThat(rig.sum("1", "reject", "raw_row is not null or fix_at is not null"))
                .isZero();
        assertThat(rig.sum("1", "trace_day", "1 = 1")).isZero();
    }
}
