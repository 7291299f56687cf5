package org.optimizer.process;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.optimizer.extract.Sites;
import org.optimizer.extract.TraceDays;
import org.optimizer.extract.Zones;
import org.optimizer.load.RejectSink;
import org.optimizer.load.TraceSink;
import org.optimizer.model.FixSink;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.Site;
import org.optimizer.model.SiteCalendar;
import org.optimizer.model.Trace;
import org.optimizer.model.UnitMistake;
import org.optimizer.model.Vehicle;
import org.optimizer.transform.intake.EdgeGate;
import org.optimizer.transform.intake.Flaw;
import org.optimizer.transform.intake.RawFix;
import org.optimizer.transform.intake.RejectBook;
import org.optimizer.transform.intake.RowShape;
import org.optimizer.transform.intake.UnitCheck.Finding;
import org.optimizer.transform.intake.UnitWatch;
import org.optimizer.transform.intake.WorkingHours;

/**
 * The one door through which fixes come in, whatever their source: fetched, pushed, dropped into a folder or replayed. What
 * lies outside working hours is counted and nothing else, what cannot be true goes to the rejects, and what seems to be in another
 * unit is held for a person.
 */
public class Intake {
    private final Sites sites;
    private final Zones zones;
    private final TraceDays days;
    private final TraceSink sink;
    private final RejectSink rejects;
    private final IntakeSettings settings;

    public Intake(
            Sites sites, Zones zones, TraceDays days, TraceSink sink, RejectSink rejects, IntakeSettings settings) {
        this.sites = sites;
        this.zones = zones;
        this.days = days;
        this.sink = sink;
        this.rejects = rejects;
        this.settings = settings;
    }

    /**
     * Opens a batch. It writes in the caller's transaction.
     *
     * @param source name of the source, such as {@code mycartracks}
     * @param receivedAt against which fixes of the future are known
     */
    public Open open(String source, Vehicle vehicle, Instant receivedAt) {
        return new Open(source, vehicle, receivedAt, false);
    }

    /** Opens a batch of which a person has said in which unit its speeds are. */
    Open openJudged(String source, Vehicle vehicle, Instant receivedAt) {
        return new Open(source, vehicle, receivedAt, true);
    }

    /** When fixes of a vehicle may be kept at all, for those who keep them before they come here. */
    public WorkingHours hours(Vehicle vehicle) {
        Site site = sites.get(vehicle.siteId());
        return WorkingHours.of(site, new SiteCalendar(site.id(), site.zone(), zones.shifts(site.id())));
    }

    EdgeGate gate(Instant receivedAt) {
        return new EdgeGate(receivedAt.plus(settings.futureTolerance()).toEpochMilli());
    }

    /**
     * A batch that is being given. It is stored piece by piece, so that its size does not matter; the units of a recording are
     * judged by its first piece, before anything of it is stored.
     */
    public final class Open implements FixSink {
        private final String vehicleId;
        private final boolean judged;
        private final WorkingHours hours;
        private final EdgeGate gate;
        private final RejectBook book;
        private final IntakeStore store;
        private final UnitWatch units = new UnitWatch();
        private Trace.Builder fixes = newPiece();
        /** Kept apart until the unit is known: of two fixes at one instant the possible one must stay. Null for none. */
        private Trace.Builder tooFast;

        private int collected;
        private boolean locked;
        private long offHours;
        private IntakeCount count = IntakeCount.NONE;

        private Open(String source, Vehicle vehicle, Instant receivedAt, boolean judged) {
            this.vehicleId = vehicle.id();
            this.judged = judged;
            this.hours = hours(vehicle);
            this.gate = gate(receivedAt);
            this.book = new RejectBook(source, vehicle.id(), receivedAt, settings.rowsPerReason());
            IntakeStore.Batch batch = new IntakeStore.Batch(
                    source, vehicle.id(), sites.get(vehicle.siteId()).zone(), receivedAt, book);
            this.store = new IntakeStore(days, sink, rejects, settings.fixesPerDay(), batch);
        }

        private static Trace.Builder newPiece() {
            return new Trace.Builder(4096);
        }

        /** Working hours are asked before anything is kept; nothing is made for a fix that is believed. */
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
            Flaw flaw = gate.ofTime(epochMs);
            if (flaw == null && !hours.contains(epochMs)) {
                offHours++;
                return;
            }
            if (flaw == null) {
                flaw = EdgeGate.ofPlace(latitudeDeg, longitudeDeg, speedMps);
            }
            if (flaw != null) {
                reject(
                        flaw,
                        new RawFix(
                                epochMs,
                                track,
                                latitudeDeg,
                                longitudeDeg,
                                speedMps,
                                accuracyM,
                                speedAccuracyMps,
                                bearingDeg,
                                altitudeM,
                                mock,
                                true));
                return;
            }
            piece(speedMps)
                    .add(
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
            if (++collected == settings.fixesInMemory()) {
                flush();
            }
        }

        private Trace.Builder piece(double speedMps) {
            if (EdgeGate.ofSpeed(speedMps) == null) {
                return fixes;
            }
            if (tooFast == null) {
                tooFast = newPiece();
            }
            return tooFast;
        }

        /** Who does not know when it was cannot know whether it was in working hours: then the place is not kept. */
        private void reject(Flaw flaw, RawFix fix) {
            RawFix kept = flaw.isOfTime() && !hours.isAlways() ? fix.blanked() : fix;
            Optional<Instant> at =
                    flaw == Flaw.IMPOSSIBLE_TIME ? Optional.empty() : Optional.of(Instant.ofEpochMilli(fix.epochMs()));
            book.add(flaw.code(), at, kept::json);
        }

        @Override
        public void privateFix() {
            offHours++;
        }

        @Override
        public void unreadable(String reason, String raw) {
            book.add(reason, Optional.empty(), () -> hours.isAlways() ? raw : RowShape.of(raw));
        }

        /** Stores what was given. @return where each fix went */
        public IntakeCount close() {
            flush();
            rejects.keep(book.rejects());
            return count.plus(new IntakeCount(0, 0, 0, book.count(), 0, offHours));
        }

        private void flush() {
            lockVehicle();
            Trace good = fixes.build();
            Trace fast = tooFast == null ? Trace.EMPTY : tooFast.build();
            countTwice(collected - good.size() - fast.size());
            fixes = newPiece();
            tooFast = null;
            collected = 0;
            store(good, fast, judged ? Map.of() : units.wrong(fast.isEmpty() ? good : Trace.merge(good, fast)));
        }

        /** Pieces come in any order of days: whoever else writes this vehicle waits until all of them are there. */
        private void lockVehicle() {
            if (!locked) {
                sink.lockVehicle(vehicleId);
                locked = true;
            }
        }

        private void countTwice(int fixesOfOneInstant) {
            count = count.plus(new IntakeCount(0, 0, fixesOfOneInstant, 0, 0, 0));
        }

        private void store(Trace good, Trace fast, Map<String, Finding> wrong) {
            for (UnitMistake mistake : mistakes(wrong)) {
                Map<String, Finding> alike = wrong.entrySet().stream()
                        .filter(track -> track.getValue().mistake().orElseThrow() == mistake)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
                hold(of(good, alike.keySet()), of(fast, alike.keySet()), mistake, alike);
            }
            count = count.plus(store.store(notOf(good, wrong.keySet())));
            store.reject(Flaw.IMPOSSIBLE_SPEED, notOf(fast, wrong.keySet()));
        }

        private static Set<UnitMistake> mistakes(Map<String, Finding> wrong) {
            Set<UnitMistake> mistakes = EnumSet.noneOf(UnitMistake.class);
            wrong.values().forEach(finding -> finding.mistake().ifPresent(mistakes::add));
            return mistakes;
        }

        private void hold(Trace good, Trace fast, UnitMistake mistake, Map<String, Finding> wrong) {
            Trace all = Trace.merge(good, fast);
            countTwice(good.size() + fast.size() - all.size());
            double ratio =
                    wrong.values().stream().mapToDouble(Finding::ratio).min().orElseThrow();
            count = count.plus(store.hold(all, mistake, ratio));
        }

        private static Trace of(Trace trace, Set<String> tracks) {
            return trace.where(index -> tracks.contains(trace.tracks().get(trace.track()[index])));
        }

        private static Trace notOf(Trace trace, Set<String> tracks) {
            return tracks.isEmpty()
                    ? trace
                    : trace.where(index -> !tracks.contains(trace.tracks().get(trace.track()[index])));
        }
    }
}
