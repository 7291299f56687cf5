package org.optimizer.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.optimizer.model.DayFacts;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.SpeedProfile;
import org.optimizer.model.Trip;
import org.optimizer.model.VehicleClass;

/**
 * Facts in the amounts of a fleet's ordinary week: a driver has a vehicle, five days of five trips, and six manoeuvres a trip of
 * which about one is an event.
 */
public final class GeneratedFleet {
    public static final int DAYS = 5;
    private static final int TRIPS = 5;
    private static final int MANOEUVRES = 6;
    private static final double FLOOR_MPS2 = 0.5;
    private final Random random;

    public GeneratedFleet(long seed) {
        random = new Random(seed);
    }

    public static VehicleClass vehicleClass(int driver) {
        return VehicleClass.values()[driver % VehicleClass.values().length];
    }

    /** The week of one driver, day by day. */
    public List<DayFacts> week(String vehicleId, String driverId, LocalDate monday) {
        List<DayFacts> days = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            days.add(day(vehicleId, driverId, monday.plusDays(day)));
        }
        return days;
    }

    /** The same as a driver's trips. */
    public static List<DrivenTrip> trips(List<DayFacts> week, VehicleClass vehicleClass) {
        return week.stream()
                .flatMap(day -> day.trips().stream()
                        .map(trip -> new DrivenTrip(
                                day.vehicleId(), vehicleClass, day.day(), trip, manoeuvres(day, trip.number()))))
                .toList();
    }

    private static List<Manoeuvre> manoeuvres(DayFacts day, int trip) {
        return day.manoeuvres().stream()
                .filter(manoeuvre -> manoeuvre.tripNumber() == trip)
                .toList();
    }

    private DayFacts day(String vehicleId, String driverId, LocalDate day) {
        Instant start = day.atTime(5, 0).toInstant(ZoneOffset.UTC);
        List<Trip> trips = new ArrayList<>();
        List<Manoeuvre> manoeuvres = new ArrayList<>();
        for (int number = 0; number < TRIPS; number++) {
            Instant tripStart = start.plusSeconds(7200L * number);
            trips.add(trip(number, driverId, tripStart));
            for (int i = 0; i < MANOEUVRES; i++) {
                manoeuvres.add(manoeuvre(manoeuvres.size(), number, tripStart.plusSeconds(300L * i)));
            }
        }
        return new DayFacts(
                vehicleId,
                day,
                "1",
                1,
                18_000,
                18_000,
                List.of(),
                trips,
                manoeuvres,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private Trip trip(int number, String driverId, Instant start) {
        double km = 10 + 30 * random.nextDouble();
        double rpa5 = 0.05 + 0.05 * random.nextDouble();
        return new Trip(
                number,
                "track-" + number,
                Optional.of(driverId),
                start,
                start.plusSeconds(3600),
                km,
                3000,
                88,
                200,
                3600,
                0,
                1,
                1,
                0.3,
                rpa5 * km * 1000,
                km * 1000,
                50 + 20 * random.nextDouble(),
                100,
                speeds());
    }

    private SpeedProfile speeds() {
        double[] seconds = new double[89];
        int[] windows = new int[89];
        double[] variance = new double[89];
        for (int kmh = 1; kmh < seconds.length; kmh++) {
            seconds[kmh] = 70 * random.nextDouble();
            windows[kmh] = random.nextInt(4) == 0 ? 1 : 0;
            variance[kmh] = windows[kmh] * 12 * random.nextDouble();
        }
        return new SpeedProfile(seconds, windows, variance);
    }

    /** Peaks fall off exponentially: a tenth is above 1.1 m/s². */
    private Manoeuvre manoeuvre(int number, int trip, Instant at) {
        double peak = FLOOR_MPS2 - 0.26 * Math.log(1 - random.nextDouble());
        float[] profile = new float[3 + random.nextInt(9)];
        float[] kmh = new float[profile.length];
        double start = 8 + 60 * random.nextDouble();
        for (int sample = 0; sample < profile.length; sample++) {
            double rise = Math.sin(Math.PI * (sample + 1) / (profile.length + 1));
            profile[sample] = (float) (FLOOR_MPS2 + (peak - FLOOR_MPS2) * rise);
            kmh[sample] = (float) start;
        }
        profile[profile.length / 2] = (float) peak;
        return new Manoeuvre(
                number,
                trip,
                ManoeuvreKind.values()[random.nextInt(2)],
                at,
                profile.length - 1,
                peak,
                1.64 * 0.3 * Math.sqrt(0.1),
                start,
                48.5,
                -4.3,
                1,
                profile,
                kmh);
    }
}
