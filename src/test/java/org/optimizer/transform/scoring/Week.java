package org.optimizer.transform.scoring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.FleetMean;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.Rulebook;
import org.optimizer.model.ScoredWeek;
import org.optimizer.model.SpeedProfile;
import org.optimizer.model.Trip;
import org.optimizer.model.VehicleClass;

/** Builds a driver's trips, with the figures of a good week where a test does not say otherwise. */
public final class Week {
    public static final IsoWeek W43 = IsoWeek.parse("2026-W43");
    private final List<DrivenTrip> trips = new ArrayList<>();
    private final List<Manoeuvre> manoeuvres = new ArrayList<>();
    private VehicleClass vehicleClass = VehicleClass.ARTIC;
    private IsoWeek week = W43;
    private double km = 812.4;
    private int days = 5;
    private double hours = 20;
    private double intervalS = 1;
    private double dopplerShare = 1;
    private double lostShare = 0.02;
    private double rpa5 = 0.068;
    private double gentleShare = 0.62;
    private double steadinessKmh = 3.4;
    private double ecoCapShare = 0.041;
    private int cruiseWindows = 100;
    private List<FleetMean> means = List.of();

    public static Week of(VehicleClass vehicleClass, double km) {
        Week week = new Week();
        week.vehicleClass = vehicleClass;
        week.km = km;
        return week;
    }

    /** The worked example: an artic's week 2026-W43. */
    public static Week worked() {
        Week week = of(VehicleClass.ARTIC, 812.4).means(6, 7);
        week.events(ManoeuvreKind.ACCELERATION, 0.9, 21).events(ManoeuvreKind.ACCELERATION, 1.2, 3);
        return week.events(ManoeuvreKind.BRAKING, 1.1, 24)
                .events(ManoeuvreKind.BRAKING, 1.5, 4)
                .events(ManoeuvreKind.BRAKING, 2.2, 1);
    }

    public Week in(IsoWeek isoWeek) {
        week = isoWeek;
        return this;
    }

    public Week means(double acceleration, double braking) {
        means = Arrays.stream(VehicleClass.values())
                .map(each -> new FleetMean(each, acceleration, braking))
                .toList();
        return this;
    }

    public Week km(double value) {
        km = value;
        return this;
    }

    public Week days(int value) {
        days = value;
        return this;
    }

    public Week hours(double value) {
        hours = value;
        return this;
    }

    public Week interval(double seconds) {
        intervalS = seconds;
        return this;
    }

    public Week doppler(double share) {
        dopplerShare = share;
        return this;
    }

    public Week lost(double share) {
        lostShare = share;
        return this;
    }

    public Week rpa5(double value) {
        rpa5 = value;
        return this;
    }

    public Week gentle(double share) {
        gentleShare = share;
        return this;
    }

    public Week cruiseWindows(int value) {
        cruiseWindows = value;
        return this;
    }

    public Week noEvents() {
        manoeuvres.clear();
        return this;
    }

    public Week events(ManoeuvreKind kind, double peakMps2, int count) {
        for (int i = 0; i < count; i++) {
            manoeuvres.add(manoeuvre(kind, peakMps2, 0, 40, manoeuvres.size()));
        }
        return this;
    }

    public Week event(ManoeuvreKind kind, double peakMps2, double guardMps2) {
        manoeuvres.add(manoeuvre(kind, peakMps2, guardMps2, 40, manoeuvres.size()));
        return this;
    }

    public Week without(ManoeuvreKind kind, double peakMps2) {
        manoeuvres.remove(manoeuvres.stream()
                .filter(each -> each.kind() == kind && each.peakMps2() == peakMps2)
                .findFirst()
                .orElseThrow());
        return this;
    }

    /** A manoeuvre of three samples, the peak in the middle. */
    public static Manoeuvre manoeuvre(
            ManoeuvreKind kind, double peakMps2, double guardMps2, double startKmh, int number) {
        float peak = (float) peakMps2;
        return manoeuvre(kind, peakMps2, guardMps2, startKmh, number, new float[] {0.5f, peak, 0.5f});
    }

    public static Manoeuvre manoeuvre(
            ManoeuvreKind kind, double peakMps2, double guardMps2, double startKmh, int number, float[] profile) {
        float[] speeds = new float[profile.length];
        Arrays.fill(speeds, (float) startKmh);
        return new Manoeuvre(
                number,
                0,
                kind,
                W43.monday().atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(60L * number),
                profile.length - 1,
                peakMps2,
                guardMps2,
                startKmh,
                48.5,
                -4.3,
                1,
                profile,
                speeds);
    }

    /** One trip a day, the events on the first. */
    public List<DrivenTrip> trips() {
        List<DrivenTrip> built = new ArrayList<>(trips);
        for (int day = 0; day < days; day++) {
            built.add(trip(day, day == 0 ? manoeuvres : List.of()));
        }
        return built;
    }

    /** Trips of another kind in the same week. */
    public Week and(Week other) {
        trips.addAll(other.trips());
        return this;
    }

    private DrivenTrip trip(int day, List<Manoeuvre> events) {
        LocalDate date = week.monday().plusDays(day);
        Instant start = date.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(vehicleClass.ordinal());
        double seconds = hours * 3600 / days;
        Trip trip = new Trip(
                0,
                "track-" + day,
                Optional.of("d1"),
                start,
                start.plusSeconds(8 * 3600),
                km / days,
                seconds,
                80,
                0,
                seconds * (1 - lostShare),
                seconds * lostShare,
                intervalS,
                dopplerShare,
                Double.NaN,
                rpa5 * km / days * 1000,
                km / days * 1000,
                km == 0 ? 0 : gentleShare * 100,
                km == 0 ? 0 : 100,
                speeds());
        return new DrivenTrip("v-" + vehicleClass.code(), vehicleClass, date, trip, events);
    }

    private SpeedProfile speeds() {
        double[] seconds = new double[120];
        seconds[60] = 1000 * (1 - ecoCapShare);
        seconds[112] = 1000 * ecoCapShare;
        int[] windows = new int[120];
        double[] variance = new double[120];
        windows[55] = cruiseWindows / days;
        variance[55] = windows[55] * steadinessKmh * steadinessKmh;
        return new SpeedProfile(seconds, windows, variance);
    }

    public DriverWeek summed(String driver, Rulebook rules) {
        return DriverWeeks.sum(driver, week, trips(), means, rules);
    }

    public DriverScore scored(String driver, Rulebook rules) {
        DriverWeek facts = summed(driver, rules);
        return DriverScores.of("c1", facts, rules);
    }

    /** The score with the events it was made of. */
    public ScoredWeek scoredWithEvents(String driver, Rulebook rules) {
        DriverWeeks.Summed summed = DriverWeeks.sumWithEvents(driver, week, trips(), means, rules, Set.of());
        return new ScoredWeek(DriverScores.of("c1", summed.week(), rules), summed.events());
    }

    public List<FleetMean> means() {
        return means;
    }
}
