package org.optimizer.process;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.camel.ProducerTemplate;
import org.optimizer.load.ContestSink;
import org.optimizer.load.FactsSink;
import org.optimizer.load.FleetSink;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.DayFacts;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.Driver;
import org.optimizer.model.DriverScore;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Language;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.Site;
import org.optimizer.model.Trip;
import org.optimizer.model.Vehicle;
import org.optimizer.model.VehicleClass;
import org.optimizer.rules.RulesFolder;
import org.optimizer.transform.scoring.DriverScores;
import org.optimizer.transform.scoring.DriverWeeks;
import org.optimizer.transform.scoring.Week;

/** A contest of articulated trucks with the facts of some weeks, in the database; each driver has a truck of his own. */
final class StoredFleet {
    static final String CONTEST = "c-fleet";
    static final IsoWeek FIRST = IsoWeek.parse("2026-W40");

    private final FleetSink fleet;
    private final FactsSink facts;
    private final ContestSink contests;
    private final int drivers;

    StoredFleet(ProducerTemplate camel, int drivers) {
        this.fleet = new FleetSink(camel);
        this.facts = new FactsSink(camel);
        this.contests = new ContestSink(camel);
        this.drivers = drivers;
    }

    void found() {
        List<Vehicle> vehicles = new ArrayList<>();
        List<Driver> people = new ArrayList<>();
        for (int number = 0; number < drivers; number++) {
            vehicles.add(new Vehicle("v" + number, "q1", "s" + number, VehicleClass.ARTIC));
            people.add(new Driver("d" + number, "q1", "Driver " + number, Optional.empty(), Language.FR));
        }
        fleet.saveSite(new Site("q1", "Quarry", ZoneId.of("Europe/Paris"), "FR"));
        fleet.saveVehicles(vehicles);
        fleet.saveDrivers(people);
        fleet.saveContest(new Contest(
                CONTEST,
                "q1",
                "Autumn",
                ScoringMethod.ABSOLUTE,
                FIRST.monday(),
                FIRST.monday().plusWeeks(20),
                FIRST.monday(),
                vehicles.stream().map(Vehicle::id).toList()));
    }

    /**
     * A scored week: 60 brakings a driver, harder from driver to driver.
     *
     * @param intervalS of the phones with an odd number; the others record every second
     * @param bonus points that those phones get for nothing
     */
    void drive(IsoWeek week, double intervalS, int bonus) {
        contests.open(new Batch(
                CONTEST,
                week,
                1,
                Batch.State.IN_REVIEW,
                1,
                RulesFolder.shipped().version(),
                List.of(),
                Instant.parse("2026-10-01T00:00:00Z")));
        List<DriverScore> scores = new ArrayList<>();
        Random random = new Random(week.number());
        for (int number = 0; number < drivers; number++) {
            List<DrivenTrip> trips = trips(week, number, number % 2 == 1 ? intervalS : 1, random);
            for (int day = 0; day < trips.size(); day++) {
                facts.replace(day(trips.get(day)));
            }
            DriverScore score = DriverScores.of(
                    CONTEST,
                    DriverWeeks.sum("d" + number, week, trips, List.of(), RulesFolder.shipped()),
                    RulesFolder.shipped());
            scores.add(number % 2 == 1 ? raised(score, bonus) : score);
        }
        contests.saveScores(CONTEST, week, scores);
        contests.setState(CONTEST, week, Batch.State.CLOSED);
    }

    private static DriverScore raised(DriverScore score, int points) {
        return new DriverScore(
                CONTEST,
                score.facts(),
                score.marks(),
                score.score().map(value -> value.add(BigDecimal.valueOf(points))),
                score.doubt(),
                score.ranked(),
                score.reasons(),
                score.rulebook());
    }

    private static List<DrivenTrip> trips(IsoWeek week, int number, double intervalS, Random random) {
        Week built = Week.of(VehicleClass.ARTIC, 600)
                .in(week)
                .interval(intervalS)
                .rpa5(0.05 + 0.004 * random.nextInt(10))
                .gentle(0.5 + 0.02 * random.nextInt(10));
        for (int i = 0; i < 60; i++) {
            double peak = 0.5 - (0.2 + 0.01 * number) * Math.log(1 - random.nextDouble());
            built.events(ManoeuvreKind.BRAKING, peak, 1);
        }
        return built.trips().stream().map(trip -> of(number, trip)).toList();
    }

    private static DrivenTrip of(int number, DrivenTrip driven) {
        Trip trip = driven.trip();
        Trip own = new Trip(
                trip.number(),
                trip.track(),
                Optional.of("d" + number),
                trip.start(),
                trip.end(),
                trip.distanceKm(),
                trip.movingS(),
                trip.maxSpeedKmh(),
                trip.zeroSpeedS(),
                trip.coveredS(),
                trip.lostS(),
                trip.medianIntervalS(),
                trip.dopplerShare(),
                trip.speedAccuracyMps(),
                trip.rpaWork(),
                trip.rpaDistanceM(),
                trip.gentleLossMps(),
                trip.totalLossMps(),
                trip.speeds());
        return new DrivenTrip("v" + number, driven.vehicleClass(), driven.day(), own, driven.manoeuvres());
    }

    private static DayFacts day(DrivenTrip driven) {
        LocalDate day = driven.day();
        List<Manoeuvre> manoeuvres = driven.manoeuvres();
        return new DayFacts(
                driven.vehicleId(),
                day,
                "1",
                1,
                10,
                10,
                List.of(),
                List.of(driven.trip()),
                manoeuvres,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
