package org.optimizer.transform.trips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optimizer.model.GpsFix;
import org.optimizer.model.Trace;
import org.optimizer.testing.RealTraces;

/**
 * Cases of other programs' own tests. Traccar (TR) ends a stop with the first fix that moves, we with the last that stands, so ends
 * may differ by one interval between fixes. Its trips (TR1, TR2, TR6) are what lies between these stops. TR7 is about exceeded speed
 * limits, which we have no events for.
 */
class PeerCasesTest {
    private static final double METRES_PER_DEGREE = 6_371_008.8 * Math.PI / 180;
    private static final double MPS_PER_KNOT = 1852 / 3600.0;
    private static final long ONE_FIX_MS = 60_000;

    @ParameterizedTest
    @ValueSource(strings = {"TR1", "TR2", "TR3", "TR4"})
    void stopsAreTraccarsToOneFix(String id) throws IOException {
        JsonNode peer = peer(id);
        List<Stop> theirs = stops(peer.path("expected_stops"));
        List<Stop> ours = Stop.find(traccar(peer), StandFinder.USUAL);

        assertThat(ours).hasSameSizeAs(theirs);
        for (int i = 0; i < theirs.size(); i++) {
            assertThat(ours.get(i).isWithin(ONE_FIX_MS, theirs.get(i)))
                    .as("%s: %s and %s", id, ours.get(i), theirs.get(i))
                    .isTrue();
        }
    }

    /** The vehicle reports 2 and 1 knots at the stop's own place first: for us it stands from the beginning. */
    @Test
    void whoReportsLittleSpeedAtOnePlaceStands() throws IOException {
        JsonNode peer = peer("TR5");
        Stop theirs = stop(peer.path("expected_first_stop"));

        assertThat(Stop.find(traccar(peer), StandFinder.USUAL)).singleElement().satisfies(ours -> {
            assertThat(ours.toMs()).isEqualTo(theirs.toMs());
            assertThat(ours.overlap(theirs)).isGreaterThan(0.9);
        });
    }

    /** After the silence it drives 200 m in two minutes: for Traccar that is part of the stop, for us it is not. */
    @Test
    void aSilenceWithBothEndsAtOnePlaceIsAStop() throws IOException {
        JsonNode peer = peer("TR6");
        Stop theirs = stop(peer.path("expected_stops").path(0));

        assertThat(Stop.find(traccar(peer), StandFinder.USUAL)).singleElement().satisfies(ours -> {
            assertThat(ours.fromMs()).isEqualTo(theirs.fromMs());
            assertThat(ours.toMs()).isEqualTo(theirs.toMs() - 2 * ONE_FIX_MS);
            assertThat(ours.overlap(theirs)).isGreaterThan(0.9);
        });
    }

    @Test
    void theDistanceBetweenTwoPlacesIsTraccars() throws IOException {
        JsonNode peer = peer("TR8");
        JsonNode to = peer.path("input").path(1);
        int north = (int) (to.path(0).asDouble() * 1e7);
        int east = (int) (to.path(1).asDouble() * 1e7);

        assertThat(Fixes.distanceM(0, 0, north, east))
                .isCloseTo(
                        peer.path("expected_distance_m").asDouble(),
                        within(peer.path("tolerance_m").asDouble()));
    }

    /**
     * In a run of three or four fixes the median lies at its rim, so the limit is the whole diameter. A stop that follows another at
     * once begins for us with its second fix.
     */
    @ParameterizedTest
    @ValueSource(strings = {"MP1", "MP2", "MP3", "MP4", "MP5", "MP6"})
    void stopsAreMovingPandasToOneFix(String id) throws IOException {
        JsonNode peer = peer(id);
        double diameterM = peer.path("config").path("max_diameter_m").asDouble() - 0.01;
        long leastMs = peer.path("config").path("min_duration_s").asLong() * 1000;
        List<Stop> ours =
                Stop.find(movingPandas(peer), new StandFinder.Limits(40, diameterM, 40, diameterM, 0, leastMs, 0));
        JsonNode theirs = peer.path("expected_stops");

        assertThat(ours).hasSize(theirs.size());
        for (int i = 0; i < ours.size(); i++) {
            JsonNode stop = theirs.path(i);
            assertThat(ours.get(i).toMs()).isEqualTo(stop.path("end").asLong() * 1000);
            assertThat(ours.get(i).fromMs() - stop.path("start").asLong() * 1000)
                    .as("%s: our stop %d begins later by", id, i)
                    .isBetween(0L, 2000L);
        }
    }

    private static JsonNode peer(String id) throws IOException {
        for (JsonNode peer : new ObjectMapper()
                .readTree(RealTraces.data().resolve("expected/peer_cases.json").toFile())) {
            if (peer.path("id").asText().equals(id)) {
                return peer;
            }
        }
        throw new AssertionError("no case " + id);
    }

    private static List<Stop> stops(JsonNode array) {
        List<Stop> stops = new ArrayList<>();
        array.forEach(stop -> stops.add(stop(stop)));
        return stops;
    }

    private static Stop stop(JsonNode stop) {
        return Stop.of(stop.path("start").asText(), stop.path("end").asText());
    }

    /** As far north as its distance counter says. */
    private static Trace traccar(JsonNode peer) {
        List<GpsFix> fixes = new ArrayList<>();
        for (JsonNode fix : peer.path("input")) {
            fixes.add(fix(
                    Instant.parse(fix.path("time").asText()),
                    fix.path("total_distance_m").asDouble(),
                    0,
                    fix.path("speed_kn").asDouble() * MPS_PER_KNOT));
        }
        return Trace.of(fixes);
    }

    private static Trace movingPandas(JsonNode peer) {
        List<GpsFix> fixes = new ArrayList<>();
        for (JsonNode fix : peer.path("input")) {
            Instant at = Instant.ofEpochSecond(fix.path(2).asLong());
            fixes.add(fix(at, fix.path(1).asDouble(), fix.path(0).asDouble(), Double.NaN));
        }
        return Trace.of(fixes);
    }

    private static GpsFix fix(Instant at, double northM, double eastM, double mps) {
        return new GpsFix(
                at,
                "",
                northM / METRES_PER_DEGREE,
                eastM / METRES_PER_DEGREE,
                mps,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }
}
