package org.optimizer.transform.kpi;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.optimizer.model.DayFacts;
import org.optimizer.model.Idle2019Limits;
import org.optimizer.model.Standstill;
import org.optimizer.model.Trip;

/**
 * Idle hours as they were defined in 2019, so that a customer's old figures can be continued: standstills neither short nor
 * long (5 and 30 minutes), not the last one of a track; tracks that are too short (10 km) or last too long (24 h) do not
 * count. It stands beside the finer idle classes of the rules, under its own name.
 */
public final class Idle2019 {
    private static final double SECONDS_PER_HOUR = 3600;

    private Idle2019() {}

    /**
     * One day's figures.
     *
     * @param idleH idle hours
     * @param trackH hours of the tracks that count
     */
    public record Day(LocalDate date, double idleH, double trackH) {}

    /**
     * The figures of each day, in the same order.
     *
     * @param days of one vehicle in order of time: a track over midnight is judged whole and counted by the day
     */
    public static List<Day> of(List<DayFacts> days, Idle2019Limits limits) {
        List<Track> tracks = tracks(days);
        assign(days, tracks);
        tracks.removeIf(track -> !track.counts(limits));
        return days.stream().map(facts -> day(facts.day(), tracks, limits)).toList();
    }

    private static Day day(LocalDate date, List<Track> tracks, Idle2019Limits limits) {
        double idleS = 0;
        double trackS = 0;
        for (Track track : tracks) {
            idleS += track.idleS(date, limits);
            trackS += track.durationS(date);
        }
        return new Day(date, idleS / SECONDS_PER_HOUR, trackS / SECONDS_PER_HOUR);
    }

    private static List<Track> tracks(List<DayFacts> days) {
        List<Track> tracks = new ArrayList<>();
        for (DayFacts facts : days) {
            for (Trip trip : facts.trips()) {
                trackOf(trip, tracks, facts.standstills()).add(facts.day(), trip);
            }
        }
        return tracks;
    }

    private static Track trackOf(Trip trip, List<Track> tracks, List<Standstill> standstills) {
        return tracks.stream()
                .filter(track -> track.isOf(trip, standstills))
                .findFirst()
                .orElseGet(() -> {
                    Track track = new Track(trip);
                    tracks.add(track);
                    return track;
                });
    }

    private static void assign(List<DayFacts> days, List<Track> tracks) {
        for (DayFacts facts : days) {
            for (Standstill standstill : facts.standstills()) {
                tracks.stream()
                        .filter(track -> track.holds(standstill))
                        .max(Comparator.comparing(Track::start))
                        .ifPresent(track -> track.standstills.add(new Stand(facts.day(), standstill.durationS())));
            }
        }
    }

    /** A trip of a track, on its day. */
    private record Leg(LocalDate day, Trip trip) {}

    /** A standstill of a track, on its day. */
    private record Stand(LocalDate day, double durationS) {}

    /** One recording with what belongs to it. */
    private static final class Track {
        private final String name;
        private final List<Leg> legs = new ArrayList<>();
        private final List<Stand> standstills = new ArrayList<>();

        Track(Trip trip) {
            name = trip.track();
        }

        /** Recordings without an id are cut into trips at rests; a rest that was recorded did not end the recording. */
        boolean isOf(Trip trip, List<Standstill> rests) {
            return name.equals(trip.track())
                    || hasNoId(last()) && hasNoId(trip) && (end().equals(trip.start()) || isBridged(trip, rests));
        }

        private boolean isBridged(Trip trip, List<Standstill> rests) {
            return rests.stream()
                    .anyMatch(rest -> !rest.inferred()
                            && !rest.start().isAfter(end())
                            && !rest.end().isBefore(trip.start()));
        }

        private static boolean hasNoId(Trip trip) {
            return trip.track().equals(trip.start().toString());
        }

        /** What is only inferred from where the next track begins lies behind this one. */
        boolean holds(Standstill standstill) {
            Instant at = standstill.start();
            return !at.isBefore(start()) && (at.isBefore(end()) || at.equals(end()) && !standstill.inferred());
        }

        void add(LocalDate day, Trip trip) {
            legs.add(new Leg(day, trip));
        }

        Instant start() {
            return legs.get(0).trip().start();
        }

        private Instant end() {
            return last().end();
        }

        private Trip last() {
            return legs.get(legs.size() - 1).trip();
        }

        boolean counts(Idle2019Limits limits) {
            double km =
                    legs.stream().mapToDouble(leg -> leg.trip().distanceKm()).sum();
            Duration whole = Duration.between(start(), end());
            return km >= limits.trackFromKm() && whole.compareTo(limits.trackUpTo()) <= 0;
        }

        double durationS(LocalDate day) {
            List<Trip> trips = tripsOf(day).toList();
            return trips.isEmpty()
                    ? 0
                    : Duration.between(
                                            trips.get(0).start(),
                                            trips.get(trips.size() - 1).end())
                                    .toMillis()
                            / 1000.0;
        }

        private Stream<Trip> tripsOf(LocalDate day) {
            return legs.stream().filter(leg -> leg.day().equals(day)).map(Leg::trip);
        }

        /** Without the track's last one: the driver had arrived. */
        double idleS(LocalDate day, Idle2019Limits limits) {
            return standstills.stream()
                    .limit(Math.max(0, standstills.size() - 1))
                    .filter(stand -> stand.day().equals(day))
                    .mapToDouble(Stand::durationS)
                    .filter(seconds -> seconds > limits.longerThan().toSeconds()
                            && seconds < limits.shorterThan().toSeconds())
                    .sum();
        }
    }
}
