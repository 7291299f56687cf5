package org.optimizer.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.optimizer.extract.Facts;
import org.optimizer.extract.Reviews;
import org.optimizer.extract.TraceDays;
import org.optimizer.model.Contest;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.ReviewChange;
import org.optimizer.model.ReviewLook;
import org.optimizer.model.ReviewNotice;
import org.optimizer.model.ReviewVerdict;
import org.optimizer.model.Trace;
import org.optimizer.process.Explanations.Explained;
import org.optimizer.process.ReviewDesk.Review;

/** What lies behind a driver's line in a review, and what people did with the week so far. */
public class ReviewDossier {

    /**
     * Evidence of a driver's week.
     *
     * @param ways his trips as lines of {latitude, longitude} in degrees, broken where nothing was recorded
     * @param explained empty in a contest whose marks are a provider's
     */
    public record Dossier(List<DrivenTrip> trips, List<List<double[]>> ways, Optional<Explained> explained) {}

    /** What people did with a week: changes and decisions newest first. */
    public record History(
            List<ReviewChange> changes,
            List<ReviewVerdict> verdicts,
            List<ReviewLook> looks,
            List<ReviewNotice> notices) {}

    /** Nobody knows the way between two fixes further apart in time. */
    private static final long GAP_MS = 120_000;

    /** A small picture shows no finer. */
    private static final double SPACING_DEG = 0.0005;

    private final Facts facts;
    private final TraceDays traces;
    private final Explanations explanations;
    private final Reviews reviews;

    public ReviewDossier(Facts facts, TraceDays traces, Explanations explanations, Reviews reviews) {
        this.facts = facts;
        this.traces = traces;
        this.explanations = explanations;
        this.reviews = reviews;
    }

    public Dossier of(Review review, String driverId) {
        Contest contest = review.contest();
        IsoWeek week = review.batch().week();
        List<DrivenTrip> trips = facts.tripsByDriver(
                        List.of(driverId), contest.vehicleIds(), week.monday(), week.sunday())
                .getOrDefault(driverId, List.of());
        Optional<Explained> explained = contest.method().isProvided()
                ? Optional.empty()
                : Optional.of(explanations.explain(contest.id(), week, driverId));
        return new Dossier(trips, ways(trips), explained);
    }

    private record VehicleDay(String vehicleId, LocalDate day) {}

    private List<List<double[]>> ways(List<DrivenTrip> trips) {
        Map<VehicleDay, List<DrivenTrip>> days =
                trips.stream().collect(Collectors.groupingBy(trip -> new VehicleDay(trip.vehicleId(), trip.day())));
        List<List<double[]>> ways = new ArrayList<>();
        days.forEach((day, driven) -> traces.find(day.vehicleId(), day.day())
                .ifPresent(stored -> driven.forEach(trip -> addWays(stored.trace(), trip, ways))));
        return ways;
    }

    private static void addWays(Trace trace, DrivenTrip trip, List<List<double[]>> ways) {
        long from = trip.trip().start().toEpochMilli();
        long to = trip.trip().end().toEpochMilli();
        List<double[]> way = new ArrayList<>();
        long last = from;
        for (int index = 0; index < trace.size(); index++) {
            long at = trace.timeMs()[index];
            if (at < from || at > to || !trace.hasPosition(index)) {
                continue;
            }
            if (at - last > GAP_MS && !way.isEmpty()) {
                ways.add(way);
                way = new ArrayList<>();
            }
            last = at;
            addPlace(way, trace.latitudeDeg(index), trace.longitudeDeg(index));
        }
        ways.add(way);
    }

    private static void addPlace(List<double[]> way, double latitude, double longitude) {
        double[] before = way.isEmpty() ? null : way.get(way.size() - 1);
        if (before == null || Math.hypot(latitude - before[0], longitude - before[1]) > SPACING_DEG) {
            way.add(new double[] {latitude, longitude});
        }
    }

    public History history(String contestId, IsoWeek week) {
        return new History(
                reviews.listChanges(contestId, week),
                reviews.listVerdicts(contestId, week),
                reviews.listLooks(contestId, week),
                reviews.listNotices(contestId, week));
    }

    /** When a person has looked at how many drivers of a week, by person. */
    public static Map<String, Long> driversLookedAt(History history) {
        return history.looks().stream()
                .filter(look -> !look.driverId().isEmpty())
                .collect(Collectors.groupingBy(ReviewLook::by, TreeMap::new, Collectors.counting()));
    }
}
