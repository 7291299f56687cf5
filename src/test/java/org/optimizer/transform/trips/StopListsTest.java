package org.optimizer.transform.trips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optimizer.model.GpsFix;
import org.optimizer.model.Trace;
import org.optimizer.testing.RealTraces;

/**
 * Our standstills against the stops that MovingPandas found in the same recordings. Its stop is a stretch in which the vehicle
 * stays within a circle for long enough; ours is one of slow fixes near their median. With aligned limits (half the circle's
 * diameter around the median, rolling in counts, the first fix beyond ends it, no queues are joined) they agree but for what the
 * two definitions make of the same drive; {@link Verdict} says what that is.
 */
class StopListsTest {

    /** What becomes of one of their stops. */
    private enum Verdict {
        /** Intersection over union of at least 0.9. */
        MATCHED,
        /** Both ends agree to one interval between fixes, which in a short stop is more than a tenth of it. */
        ONE_FIX,
        /** Both ends agree to 10 s: their circle holds the last metres of rolling in and the first of rolling out. */
        ROLLING,
        /** They find the shortest stop there may be, or up to 10 s more; without the rolling ours is too short. */
        TOO_SHORT,
        /** Creeping forward in a queue: cut into stops elsewhere. */
        CREEPING
    }

    @ParameterizedTest
    @CsvSource({
        "NDSBR, 30, 30, 12, 0, 6, 2, 5",
        "NDSBR, 30, 60, 4, 0, 0, 0, 0",
        "NDSBR, 50, 60, 2, 0, 3, 0, 0",
        "ENVIROCAR, 30, 30, 15, 10, 0, 2, 0",
        "ENVIROCAR, 30, 60, 6, 3, 0, 1, 0",
        "ENVIROCAR, 50, 60, 5, 2, 2, 3, 0",
        "BAREFOOT, 30, 60, 2, 0, 0, 0, 0",
        "BAREFOOT, 50, 60, 1, 0, 1, 0, 0"
    })
    void stopsAreThoseOfMovingPandas(
            String set, int diameterM, int leastS, int matched, int oneFix, int rolling, int tooShort, int creeping) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        long unheardOf = 0;
        for (Trace trip : trips(set)) {
            List<Stop> ours = Stop.find(trip, aligned(diameterM, leastS));
            List<Stop> theirs = theirs(set, trip.tracks().get(0), diameterM, leastS);
            long intervalMs = medianIntervalMs(trip);
            theirs.forEach(stop -> verdicts.merge(verdict(stop, ours, leastS * 1000L, intervalMs), 1, Integer::sum));
            unheardOf +=
                    ours.stream().filter(stop -> stop.best(theirs).isEmpty()).count();
        }

        assertThat(Arrays.stream(Verdict.values()).map(verdict -> verdicts.getOrDefault(verdict, 0)))
                .as("matched, one fix, rolling, too short, creeping")
                .containsExactly(matched, oneFix, rolling, tooShort, creeping);
        assertThat(unheardOf).as("stops of ours where they have none").isZero();
    }

    private static Verdict verdict(Stop stop, List<Stop> ours, long leastMs, long intervalMs) {
        Stop best = stop.best(ours).orElse(null);
        if (best == null) {
            return stop.durationMs() <= leastMs + 10_000 ? Verdict.TOO_SHORT : Verdict.CREEPING;
        }
        if (stop.overlap(best) >= 0.9) {
            return Verdict.MATCHED;
        }
        if (stop.isWithin(intervalMs, best)) {
            return Verdict.ONE_FIX;
        }
        return stop.isWithin(10_000, best) ? Verdict.ROLLING : Verdict.CREEPING;
    }

    private static StandFinder.Limits aligned(int diameterM, int leastS) {
        double radiusM = diameterM / 2.0;
        return new StandFinder.Limits(4, radiusM, 40, radiusM, 0, leastS * 1000L, 0);
    }

    private static List<Stop> theirs(String set, String trip, int diameterM, int leastS) {
        return RealTraces.rows("expected/" + set + "_mpd_stops.csv").stream()
                .filter(row -> row.getField("trip_id").equals(trip)
                        && row.getField("max_diameter_m").equals(Integer.toString(diameterM))
                        && row.getField("min_duration_s").equals(Integer.toString(leastS)))
                .filter(row -> !row.getField("start").isEmpty())
                .map(row -> Stop.of(row.getField("start"), row.getField("end")))
                .toList();
    }

    private static List<Trace> trips(String set) {
        List<Trace> trips = new ArrayList<>();
        RealTraces.ofSet(set).values().forEach(trace -> {
            for (int track = 0; track < trace.tracks().size(); track++) {
                trips.add(trip(trace, track));
            }
        });
        return trips;
    }

    private static Trace trip(Trace trace, int track) {
        List<GpsFix> fixes = new ArrayList<>();
        for (int index = 0; index < trace.size(); index++) {
            if (trace.track()[index] == track) {
                fixes.add(fix(trace, index));
            }
        }
        return Trace.of(fixes);
    }

    private static GpsFix fix(Trace trace, int index) {
        int speed = trace.speedMmps()[index];
        return new GpsFix(
                trace.at(index),
                trace.tracks().get(trace.track()[index]),
                trace.latitudeDeg(index),
                trace.longitudeDeg(index),
                speed == Trace.ABSENT ? Double.NaN : speed / 1e3,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    private static long medianIntervalMs(Trace trip) {
        long[] intervals = new long[trip.size() - 1];
        for (int index = 0; index < intervals.length; index++) {
            intervals[index] = trip.timeMs()[index + 1] - trip.timeMs()[index];
        }
        Arrays.sort(intervals);
        return intervals[intervals.length / 2];
    }
}
