package org.optimizer.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import org.optimizer.model.Activity;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.Explanation;
import org.optimizer.model.Feature;
import org.optimizer.model.Mark;
import org.optimizer.model.MarkKind;
import org.optimizer.model.MovementCurve;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.Trip;
import org.optimizer.model.WeekVerdict;

/**
 * Everything the product knows about one vehicle's recording.
 *
 * @param manoeuvres judged, the milder ones among them, in order of time
 * @param activity standstills, visits and cycles as the rules see them, and the figures of the days
 * @param week all days as if they were one week; empty without a trip
 * @param verdict of that week
 * @param explanation of its score
 */
record Analysis(
        RecordedDays recorded,
        List<JudgedTrip> trips,
        List<DrivingEvent> manoeuvres,
        Activity activity,
        Optional<DriverWeek> week,
        Optional<WeekVerdict> verdict,
        Optional<Explanation> explanation) {

    /** A trip and how far its recording can be trusted. */
    record JudgedTrip(Trip trip, SamplingClass samplingClass) {}

    String vehicleId() {
        return recorded.vehicleId();
    }

    List<MovementCurve> curves() {
        return recorded.days().stream().flatMap(day -> day.curves().stream()).toList();
    }

    double distanceKm() {
        return week.map(DriverWeek::distanceKm).orElse(0.0);
    }

    OptionalInt accelerationPoints() {
        return countedPoints(DriverWeek::accelerationPoints);
    }

    OptionalInt brakingPoints() {
        return countedPoints(DriverWeek::brakingPoints);
    }

    /** Without a trip whose events count, there are no points: not even none. */
    private OptionalInt countedPoints(ToIntFunction<DriverWeek> points) {
        return week.filter(driven -> driven.eventKm() > 0).stream()
                .mapToInt(points)
                .findFirst();
    }

    /** NaN where it could not be measured. */
    double feature(Feature feature) {
        return week.map(driven -> driven.feature(feature).orElse(Double.NaN)).orElse(Double.NaN);
    }

    /** 0 to 100, NaN where there is none. */
    double mark(MarkKind kind) {
        return verdict.stream()
                .flatMap(judged -> judged.marks().stream())
                .filter(mark -> mark.kind() == kind)
                .mapToDouble(Mark::points)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The week, 0 to 100, NaN where there is no mark. */
    double score() {
        return verdict.map(judged -> judged.score().orElse(Double.NaN)).orElse(Double.NaN);
    }

    boolean isRanked() {
        return verdict.map(WeekVerdict::ranked).orElse(false);
    }

    List<String> whyNot() {
        return verdict.map(judged -> judged.whyNot().stream().map(Words::of).toList())
                .orElse(List.of("no trip was found in the files"));
    }
}
