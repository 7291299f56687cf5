package org.optimizer.transform.sanity;

import static org.optimizer.model.SanityKind.BAD_FIXES;
import static org.optimizer.model.SanityKind.BELOW_USUAL;
import static org.optimizer.model.SanityKind.CLOCK;
import static org.optimizer.model.SanityKind.FETCH_PROBLEM;
import static org.optimizer.model.SanityKind.LOG_IN_WITHOUT_TRACK;
import static org.optimizer.model.SanityKind.MOCK_LOCATION;
import static org.optimizer.model.SanityKind.NO_LOG_IN;
import static org.optimizer.model.SanityKind.NO_TRACK;
import static org.optimizer.model.SanityKind.NO_ZONE_VISIT;
import static org.optimizer.model.SanityKind.OFF_HOURS;
import static org.optimizer.model.SanityKind.REJECTS;
import static org.optimizer.model.SanityKind.SECOND_RECORDING;
import static org.optimizer.model.SanityKind.SILENT_DAYS;
import static org.optimizer.model.SanityKind.SLOW_SAMPLING;
import static org.optimizer.model.SanityKind.UNKNOWN_DEVICE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.optimizer.model.IntakeCount;
import org.optimizer.model.SanityData.Driven;
import org.optimizer.model.SanityData.LogIn;
import org.optimizer.model.SanityData.NotFetched;
import org.optimizer.model.SanityFinding;
import org.optimizer.model.SanityKind;

/** Looks at each vehicle: what has it not sent, and what is wrong with what it sent. */
final class VehicleChecks {
    /** Fewer weeks with data say nothing of what is usual. */
    private static final int WEEKS_NEEDED = 3;

    /** A vehicle that rolled less was only moved about; nobody logs in for that. */
    private static final double KM_NEEDED = 5;

    private static final Map<SanityKind, Set<String>> NOTES = Map.of(
            CLOCK, Set.of("impossible-time", "future-time"),
            BAD_FIXES,
                    Set.of(
                            "wrong-unit",
                            "impossible-position",
                            "impossible-speed",
                            "empty-fix",
                            "position-spike",
                            "impossible-acceleration",
                            "frozen-speed"),
            SECOND_RECORDING, Set.of("second-recording"),
            MOCK_LOCATION, Set.of("mock-location"));

    private final Book book;
    private final Verdicts verdicts;

    VehicleChecks(Book book, Verdicts verdicts) {
        this.book = book;
        this.verdicts = verdicts;
    }

    List<SanityFinding> findings() {
        List<SanityFinding> findings = new ArrayList<>();
        book.data().vehicles().forEach(vehicle -> findings.addAll(of(vehicle.id())));
        findings.addAll(unknown());
        return findings;
    }

    private List<SanityFinding> of(String vehicleId) {
        Verdicts.Of of = verdicts.of(vehicleId);
        lookAtSilence(of, vehicleId);
        lookAtTrips(of, vehicleId, book.drivenByVehicle(vehicleId));
        lookAtFixes(of, vehicleId);
        lookAtIntake(of, vehicleId);
        lookAtFetches(of, book.data().notFetched().getOrDefault(vehicleId, NotFetched.NONE));
        return of.findings();
    }

    /** A day is silent in one way only: somebody logged in, or nobody did although the others drove. */
    private void lookAtSilence(Verdicts.Of of, String vehicleId) {
        Set<LocalDate> recorded = book.recordedDays(vehicleId);
        List<LocalDate> loggedIn = without(book.logInDaysOfVehicle(vehicleId), recorded::contains);
        List<LocalDate> silent = without(book.fleetDays(), recorded::contains);
        if (recorded.isEmpty() && !silent.isEmpty()) {
            of.look(NO_TRACK, silent.size(), loggedIn.size(), List.of());
        } else {
            of.look(LOG_IN_WITHOUT_TRACK, loggedIn.size(), Double.NaN, loggedIn);
            List<LocalDate> unexplained = without(silent, loggedIn::contains);
            of.look(SILENT_DAYS, unexplained.size(), book.fleetDays().size(), unexplained);
            lookAtUsual(of, vehicleId);
        }
    }

    private static List<LocalDate> without(Iterable<LocalDate> days, Predicate<LocalDate> those) {
        List<LocalDate> rest = new ArrayList<>();
        days.forEach(rest::add);
        rest.removeIf(those);
        return rest;
    }

    /** Hours recorded, against the median of the weeks in which the vehicle recorded any. */
    private void lookAtUsual(Verdicts.Of of, String vehicleId) {
        Map<Integer, Double> weeks = book.recordedSByWeek(vehicleId);
        double[] before = weeks.entrySet().stream()
                .filter(week -> week.getKey() >= 1 && week.getKey() <= SanityReport.USUAL_WEEKS)
                .mapToDouble(Map.Entry::getValue)
                .sorted()
                .toArray();
        if (before.length >= WEEKS_NEEDED && median(before) > 0) {
            double usualS = median(before);
            of.look(BELOW_USUAL, weeks.getOrDefault(0, 0.0) / usualS, usualS / 3600, List.of());
        }
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private void lookAtTrips(Verdicts.Of of, String vehicleId, List<Driven> driven) {
        double km = sumKm(driven, any -> true);
        if (km < KM_NEEDED) {
            return;
        }
        of.look(NO_LOG_IN, sumKm(driven, part -> part.driverId().isEmpty()) / km, km, List.of());
        double intervalKm = driven.stream().mapToDouble(Driven::intervalKm).sum();
        of.look(SLOW_SAMPLING, intervalKm / km);
        if (book.data().hasZones() && !book.hasVisitOfVehicle(vehicleId)) {
            Set<LocalDate> days = driven.stream().map(Driven::day).collect(Collectors.toSet());
            of.look(NO_ZONE_VISIT, days.size(), km, List.of());
        }
    }

    private static double sumKm(List<Driven> driven, Predicate<Driven> which) {
        return driven.stream().filter(which).mapToDouble(Driven::km).sum();
    }

    private void lookAtFixes(Verdicts.Of of, String vehicleId) {
        Map<String, Integer> notes = book.data().notes().getOrDefault(vehicleId, Map.of());
        Map<String, Integer> rejects = book.data().rejects().getOrDefault(vehicleId, Map.of());
        double all = book.data().fixesRead().getOrDefault(vehicleId, 0)
                + rejects.values().stream().mapToInt(Integer::intValue).sum();
        if (all > 0) {
            for (SanityKind kind : List.of(CLOCK, BAD_FIXES, SECOND_RECORDING, MOCK_LOCATION)) {
                int fixes = count(kind, notes) + count(kind, rejects);
                of.look(kind, Math.min(1, fixes / all), fixes, List.of());
            }
        }
    }

    private static int count(SanityKind kind, Map<String, Integer> fixes) {
        return NOTES.get(kind).stream()
                .mapToInt(note -> fixes.getOrDefault(note, 0))
                .sum();
    }

    /** What a wrong clock or wrong fixes explain already is not said again as rejects. */
    private void lookAtIntake(Verdicts.Of of, String vehicleId) {
        IntakeCount count = book.data().intake().getOrDefault(vehicleId, IntakeCount.NONE);
        if (count.received() > 0) {
            double received = count.received();
            long kept = count.held() + (of.has(CLOCK) || of.has(BAD_FIXES) ? 0 : count.rejected());
            of.look(REJECTS, kept / received, kept, List.of());
            of.look(OFF_HOURS, count.offHours() / received, count.offHours(), List.of());
        }
    }

    private List<SanityFinding> unknown() {
        Map<String, List<LogIn>> logIns = book.data().logIns().stream()
                .filter(logIn -> !logIn.vehicleKnown())
                .collect(Collectors.groupingBy(LogIn::vehicleId, TreeMap::new, Collectors.toList()));
        List<SanityFinding> findings = new ArrayList<>();
        logIns.forEach((vehicleId, all) -> {
            Verdicts.Of of = verdicts.of(vehicleId);
            of.look(UNKNOWN_DEVICE, all.size());
            findings.addAll(of.findings());
        });
        return findings;
    }

    /** The days, and why as far as that is known. */
    private static void lookAtFetches(Verdicts.Of of, NotFetched notFetched) {
        List<Object> details = new ArrayList<>(new TreeSet<>(notFetched.days()));
        notFetched.why().ifPresent(details::add);
        of.look(FETCH_PROBLEM, notFetched.days().size(), Double.NaN, details);
    }
}
