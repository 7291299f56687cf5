package org.optimizer.journey;

import static java.util.Comparator.comparing;
import static org.optimizer.journey.Account.line;
import static org.optimizer.journey.Account.number;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.optimizer.journey.Account.Days;
import org.optimizer.journey.Account.Still;
import org.optimizer.model.DataNote;
import org.optimizer.model.DayFacts;
import org.optimizer.model.DrivenTrip;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DrivingEvent;
import org.optimizer.model.Feature;
import org.optimizer.model.JudgedStandstill;
import org.optimizer.model.Manoeuvre;
import org.optimizer.model.Mark;
import org.optimizer.model.MarkKind;
import org.optimizer.model.MovementCurve;
import org.optimizer.model.Reject;
import org.optimizer.model.Rulebook;
import org.optimizer.model.Severity;
import org.optimizer.model.SiteCalendar;
import org.optimizer.model.Standstill;
import org.optimizer.model.Trip;
import org.optimizer.transform.kpi.Activities;
import org.optimizer.transform.scoring.DriverWeeks;
import org.optimizer.transform.scoring.relative.CurveClass;

/**
 * What the database says of one vehicle's week.
 *
 * @param rejects what was not stored: {@code analyse} reads it and leaves it out, as of the other faulty fixes
 * @param driven its trips with their manoeuvres, all of one driver
 */
record StoredAccount(
        List<DayFacts> facts, List<Reject> rejects, List<DrivenTrip> driven, DriverScore score, Rulebook rulebook) {
    private Days days() {
        return new Days(facts.stream().map(DayFacts::day).toList());
    }

    Account account() {
        return new Account(
                all(DayFacts::trips).map(Trip::track).toList(),
                all(DayFacts::trips).map(this::trip).toList(),
                kilometres(),
                Account.standstills(standstills(), days()),
                manoeuvres(),
                curves(),
                facts.stream().map(this::day).toList(),
                notes(),
                week());
    }

    private <T> Stream<T> all(Function<DayFacts, List<T>> things) {
        return facts.stream().map(things).flatMap(List::stream);
    }

    private String trip(Trip trip) {
        return line(
                days().moment(trip.start()),
                "to",
                days().moment(trip.end()),
                number(trip.durationS(), 3),
                number(trip.maxSpeedKmh(), 3),
                number(trip.zeroSpeedS(), 3),
                rulebook.samplingClass(trip),
                number(trip.medianIntervalS(), 3));
    }

    private List<String> kilometres() {
        return Stream.of(
                        all(DayFacts::trips).map(Trip::distanceKm),
                        facts.stream().map(DayFacts::distanceKm),
                        Stream.of(score.facts().distanceKm()))
                .flatMap(Function.identity())
                .map(km -> number(km, 4))
                .toList();
    }

    private List<Still> standstills() {
        SiteCalendar calendar = new SiteCalendar("", ZoneOffset.UTC, List.of());
        return Activities.of("", facts, calendar, List.of(), List.of(), rulebook).standstills().stream()
                .map(StoredAccount::still)
                .toList();
    }

    private static Still still(JudgedStandstill judged) {
        Standstill standstill = judged.standstill();
        String place = line(
                number(standstill.latitudeDeg(), 7),
                number(standstill.longitudeDeg(), 7),
                judged.idleClass(),
                standstill.inferred());
        return new Still(standstill.start(), standstill.end(), place);
    }

    /** A manoeuvre, or an event within one, as a line that is put in order by what happened first. */
    private record Moment(Instant at, String kind, String line) {}

    private List<String> manoeuvres() {
        return driven.stream()
                .flatMap(this::manoeuvres)
                .sorted(comparing(Moment::at).thenComparing(Moment::kind))
                .map(Moment::line)
                .toList();
    }

    private Stream<Moment> manoeuvres(DrivenTrip trip) {
        List<DrivingEvent> events = DriverWeeks.events(trip, rulebook);
        List<Moment> moments = new ArrayList<>();
        events.forEach(event -> moments.add(moment(event)));
        trip.manoeuvres().stream()
                .filter(manoeuvre -> events.stream().noneMatch(event -> happensIn(manoeuvre, event)))
                .forEach(manoeuvre -> moments.add(mild(manoeuvre)));
        return moments.stream();
    }

    private static boolean happensIn(Manoeuvre manoeuvre, DrivingEvent event) {
        Instant end = manoeuvre.at().plusMillis((long) (manoeuvre.durationS() * 1000));
        return event.kind() == manoeuvre.kind()
                && !event.at().isBefore(manoeuvre.at())
                && !event.at().isAfter(end);
    }

    private Moment moment(DrivingEvent event) {
        String what = line(
                days().moment(event.at()),
                event.kind().code(),
                number(event.durationS(), 3),
                number(event.peakMps2(), 4),
                number(event.guardMps2(), 4),
                number(event.startSpeedKmh(), 3),
                event.severity().code(),
                event.points(),
                event.severity() == Severity.NONE ? "null" : event.rule());
        return new Moment(event.at(), event.kind().code(), what);
    }

    private Moment mild(Manoeuvre manoeuvre) {
        String what = line(
                days().moment(manoeuvre.at()),
                manoeuvre.kind().code(),
                number(manoeuvre.durationS(), 3),
                number(manoeuvre.peakMps2(), 4),
                number(manoeuvre.guardMps2(), 4),
                number(manoeuvre.startSpeedKmh(), 3),
                Severity.NONE.code(),
                0,
                "null");
        return new Moment(manoeuvre.at(), manoeuvre.kind().code(), what);
    }

    private List<String> curves() {
        return Stream.of(MovementCurve.Kind.LAUNCH, MovementCurve.Kind.BRAKING)
                .flatMap(kind -> all(DayFacts::curves).filter(curve -> curve.kind() == kind))
                .flatMap(curve -> CurveClass.of(curve).stream().map(found -> curve(curve, found)))
                .toList();
    }

    private String curve(MovementCurve curve, CurveClass found) {
        String kind = curve.kind() == MovementCurve.Kind.LAUNCH ? "launch" : "braking";
        return line(kind, days().moment(curve.at()), found.code());
    }

    private String day(DayFacts day) {
        return line(days().number(day.day()), number(day.movingS(), 3), number(day.coverage(), 5));
    }

    /** One a kind, as of all days. */
    private List<String> notes() {
        Map<String, List<DataNote>> byKind = new TreeMap<>();
        Stream.concat(all(DayFacts::notes), rejects.stream().map(StoredAccount::note))
                .forEach(note -> byKind.computeIfAbsent(note.kind(), kind -> new ArrayList<>())
                        .add(note));
        return byKind.values().stream()
                .sorted(comparing((List<DataNote> notes) -> !notes.get(0).dropped())
                        .thenComparing(StoredAccount::firstAt))
                .map(notes -> line(
                        days().moment(firstAt(notes)),
                        notes.get(0).kind(),
                        notes.stream().mapToInt(DataNote::count).sum()))
                .toList();
    }

    private static DataNote note(Reject reject) {
        return new DataNote(
                reject.reason(),
                true,
                (int) reject.count(),
                reject.at().orElseThrow(),
                reject.raw().orElseThrow());
    }

    private static Instant firstAt(List<DataNote> notes) {
        return notes.stream()
                .map(DataNote::firstAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private List<String> week() {
        boolean counted = score.facts().eventKm() > 0;
        return List.of(
                line("rules", score.rulebook()),
                line("fixes", sum(DayFacts::fixesRead) + rejected(), sum(DayFacts::fixesKept)),
                line(
                        "points",
                        counted ? score.facts().accelerationPoints() : "null",
                        counted ? score.facts().brakingPoints() : "null"),
                line(
                        "features",
                        feature(Feature.RPA5, 6),
                        feature(Feature.GENTLE_SHARE, 5),
                        feature(Feature.STEADINESS, 4),
                        feature(Feature.ECO_CAP_SHARE, 5)),
                line(
                        "marks",
                        mark(MarkKind.ACCELERATION),
                        mark(MarkKind.DECELERATION),
                        mark(MarkKind.SPEED_KEEPING),
                        score.score().map(Account::plain).orElse("null"),
                        score.ranked()),
                line("reasons", score.reasons().size()));
    }

    private long rejected() {
        return rejects.stream().mapToLong(Reject::count).sum();
    }

    private int sum(ToIntFunction<DayFacts> count) {
        return facts.stream().mapToInt(count).sum();
    }

    private String feature(Feature feature, int decimals) {
        return number(score.facts().feature(feature).orElse(Double.NaN), decimals);
    }

    private String mark(MarkKind kind) {
        return score.marks().stream()
                .filter(mark -> mark.kind() == kind)
                .map(Mark::points)
                .map(points -> number(points, 2))
                .findFirst()
                .orElse("null");
    }
}
