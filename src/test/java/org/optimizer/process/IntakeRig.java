package org.optimizer.process;

import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.ProducerTemplate;
import org.optimizer.extract.Rejects;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.Vehicles;
import org.optimizer.load.EtlRunSink;
import org.optimizer.load.FleetSink;
import org.optimizer.load.RejectSink;
import org.optimizer.load.TraceSink;
import org.optimizer.model.FixSink;
import org.optimizer.model.GpsFix;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.Shift;
import org.optimizer.model.Site;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.testing.StoredIntake;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The real door over the real routes and SQL, with sites and vehicles to try it on. */
final class IntakeRig {
    static final String SOURCE = "mycartracks";

    final FleetSink fleet;
    final TraceDays days;
    final Rejects rejects;
    final RejectSink rejectSink;
    final FactsRefresh refresh = mock(FactsRefresh.class);

    private final ProducerTemplate camel;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    IntakeRig(ProducerTemplate camel, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.camel = camel;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.fleet = new FleetSink(camel);
        this.days = new TraceDays(camel);
        this.rejects = new Rejects(camel);
        this.rejectSink = new RejectSink(camel);
    }

    void clear() {
        for (String table : List.of("trace_day", "reject", "held_batch", "etl_run", "vehicle", "shift", "site")) {
            jdbc.update("delete from " + table);
        }
    }

    Vehicle vehicle(String id, Site site, Shift... shifts) {
        Vehicle vehicle = new Vehicle(id, site.id(), id, VehicleClass.TIPPER);
        fleet.saveSite(site);
        fleet.saveShifts(site.id(), List.of(shifts));
        fleet.saveVehicles(List.of(vehicle));
        return vehicle;
    }

    Intake intake(IntakeSettings settings) {
        return StoredIntake.of(camel, new TraceSink(camel), settings);
    }

    RejectDesk desk(IntakeSettings settings, Instant now) {
        return new RejectDesk(
                rejects,
                rejectSink,
                new Vehicles(camel),
                intake(settings),
                new EtlRunSink(camel),
                refresh,
                transaction,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    IntakeCount give(IntakeSettings settings, Vehicle vehicle, Instant receivedAt, Consumer<FixSink> rows) {
        return transaction.execute(status -> {
            Intake.Open batch = intake(settings).open(SOURCE, vehicle, receivedAt);
            rows.accept(batch);
            return batch.close();
        });
    }

    static void give(FixSink sink, GpsFix fix) {
        sink.fix(
                fix.at().toEpochMilli(),
                fix.track(),
                fix.latitudeDeg(),
                fix.longitudeDeg(),
                fix.speedMps(),
                fix.accuracyM(),
                fix.speedAccuracyMps(),
                fix.bearingDeg(),
                fix.altitudeM(),
                fix.mock());
    }

    long sum(String column, String table, String where) {
        Long sum = jdbc.queryForObject(
                "select coalesce(sum(" + column + "), 0) from " + table + " where " + where, Long.class);
        return sum == null ? 0 : sum;
    }
}
