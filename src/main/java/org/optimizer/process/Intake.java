package org.optimizer.process;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.optimizer.extract.Sites;
import org.optimizer.load.TraceSink;
import org.optimizer.model.FixSink;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.MergeResult;
import org.optimizer.model.Trace;
import org.optimizer.model.Vehicle;

/** The one door through which fixes come in, whatever their source: fetched, pushed, dropped into a folder or replayed. */
public class Intake {
    private final Sites sites;
    private final TraceSink sink;

    public Intake(Sites sites, TraceSink sink) {
        this.sites = sites;
        this.sink = sink;
    }

    /**
     * Opens a batch. It writes in the caller's transaction.
     *
     * @param source name of the source, such as {@code mycartracks}
     * @param receivedAt against which fixes of the future are known
     */
    public Open open(String source, Vehicle vehicle, Instant receivedAt) {
        return new Open(vehicle, sites.get(vehicle.siteId()).zone());
    }

    /** A batch that is being given. */
    public final class Open implements FixSink {
        private final Vehicle vehicle;
        private final ZoneId zone;
        private final Trace.Builder fixes = new Trace.Builder(4096);
        private long given;

        private Open(Vehicle vehicle, ZoneId zone) {
            this.vehicle = vehicle;
            this.zone = zone;
        }

        @Override
        public void fix(
                long epochMs,
                String track,
                double latitudeDeg,
                double longitudeDeg,
                double speedMps,
                double accuracyM,
                double speedAccuracyMps,
                double bearingDeg,
                double altitudeM,
                boolean mock) {
            fixes.add(
                    epochMs,
                    track,
                    latitudeDeg,
                    longitudeDeg,
                    speedMps,
                    accuracyM,
                    speedAccuracyMps,
                    bearingDeg,
                    altitudeM,
                    mock);
            given++;
        }

        @Override
        public void privateFix() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void unreadable(String reason, String raw) {
            throw new UnsupportedOperationException();
        }

        /** Stores what was given. @return where each fix went */
        public IntakeCount close() {
            Trace trace = fixes.build();
            SortedMap<LocalDate, Trace> byDay = new TreeMap<>();
            splitByDay(trace, byDay);
            IntakeCount count = new IntakeCount(0, 0, given - trace.size(), 0, 0, 0);
            for (Map.Entry<LocalDate, Trace> day : byDay.entrySet()) {
                MergeResult result = sink.merge(vehicle.id(), day.getKey(), day.getValue());
                count = count.plus(new IntakeCount(result.fresh(), result.updated(), result.unchanged(), 0, 0, 0));
            }
            return count;
        }

        private void splitByDay(Trace trace, SortedMap<LocalDate, Trace> byDay) {
            int index = 0;
            while (index < trace.size()) {
                LocalDate day = trace.at(index).atZone(zone).toLocalDate();
                long end = day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
                Trace part = trace.between(trace.timeMs()[index], end);
                byDay.put(day, part);
                index += part.size();
            }
        }
    }
}
