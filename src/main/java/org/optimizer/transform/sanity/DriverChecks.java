package org.optimizer.transform.sanity;

import static org.optimizer.model.SanityKind.DRIVER_NOT_SCORED;
import static org.optimizer.model.SanityKind.DRIVER_NO_LOG_IN;
import static org.optimizer.model.SanityKind.DRIVER_NO_PHONE;
import static org.optimizer.model.SanityKind.DRIVER_NO_TRACK;
import static org.optimizer.model.SanityKind.DRIVER_NO_ZONE_VISIT;
import static org.optimizer.model.SanityKind.UNKNOWN_DRIVER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.optimizer.model.Driver;
import org.optimizer.model.DriverScore;
import org.optimizer.model.Reason;
import org.optimizer.model.SanityFinding;

/** Looks at each driver: what is missing for his week, and why he has no score. */
final class DriverChecks {
    /** Weeks before the one looked at in which a driver counts as one who drives. */
    static final int RECENT_WEEKS = 4;

    /** A week with a score that does not compete. */
    private static final int NOT_RANKED = 1;

    /** A week without a score. */
    private static final int WITHOUT_SCORE = 2;

    private final Book book;
    private final Verdicts verdicts;

    DriverChecks(Book book, Verdicts verdicts) {
        this.book = book;
        this.verdicts = verdicts;
    }

    List<SanityFinding> findings() {
        List<SanityFinding> findings = new ArrayList<>();
        Map<String, List<Scored>> scores = scores();
        for (Driver driver : book.data().drivers()) {
            findings.addAll(of(driver, scores.getOrDefault(driver.id(), List.of())));
        }
        findings.addAll(unknown());
        return findings;
    }

    private record Scored(String contestId, DriverScore score) {}

    private Map<String, List<Scored>> scores() {
        return book.data().contests().stream()
                .flatMap(contested -> contested.scores().stream()
                        .flatMap(List::stream)
                        .map(score -> new Scored(contested.contest().id(), score)))
                .collect(Collectors.groupingBy(scored -> scored.score().driverId()));
    }

    private List<SanityFinding> of(Driver driver, List<Scored> scores) {
        Verdicts.Of of = verdicts.of(driver.id());
        Set<LocalDate> driven = book.drivenDaysOfDriver(driver.id());
        Set<LocalDate> loggedIn = book.logInDaysOfDriver(driver.id());
        int recently = book.weeksDriven(driver.id(), RECENT_WEEKS);
        if (driven.isEmpty()) {
            of.look(DRIVER_NO_TRACK, recently, loggedIn.size(), List.of());
        } else if (loggedIn.isEmpty()) {
            of.look(DRIVER_NO_LOG_IN, driven.size());
        }
        if (driver.phone().isEmpty() && (!driven.isEmpty() || recently > 0)) {
            of.look(DRIVER_NO_PHONE, 1);
        }
        if (book.data().hasZones() && !book.hasVisitOfDriver(driver.id())) {
            of.look(DRIVER_NO_ZONE_VISIT, driven.size());
        }
        scores.forEach(scored -> lookAtScore(of, scored));
        return of.findings();
    }

    private static void lookAtScore(Verdicts.Of of, Scored scored) {
        DriverScore score = scored.score();
        if (!score.ranked()) {
            of.look(
                    DRIVER_NOT_SCORED,
                    Optional.of(scored.contestId()),
                    score.score().isPresent() ? NOT_RANKED : WITHOUT_SCORE,
                    Double.NaN,
                    score.reasons().stream().map(DriverChecks::written).toList());
        }
    }

    /** Code, figure found and figure asked for. */
    private static String written(Reason reason) {
        return String.format(Locale.ROOT, "%s:%s:%s", reason.code(), reason.found(), reason.expected());
    }

    private List<SanityFinding> unknown() {
        Set<String> known = book.data().drivers().stream().map(Driver::id).collect(Collectors.toSet());
        List<SanityFinding> findings = new ArrayList<>();
        Set<String> strangers = new TreeSet<>(book.driversOfTrips());
        strangers.addAll(book.driversOfLogIns());
        strangers.removeAll(known);
        for (String stranger : strangers) {
            Set<LocalDate> days = new TreeSet<>(book.drivenDaysOfDriver(stranger));
            days.addAll(book.logInDaysOfDriver(stranger));
            Verdicts.Of of = verdicts.of(stranger);
            of.look(UNKNOWN_DRIVER, days.size(), Double.NaN, List.copyOf(days));
            findings.addAll(of.findings());
        }
        return findings;
    }
}
