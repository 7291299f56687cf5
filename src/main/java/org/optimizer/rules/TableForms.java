package org.optimizer.rules;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.optimizer.model.CycleState;
import org.optimizer.model.Feature;
import org.optimizer.model.ManoeuvreKind;
import org.optimizer.model.MarkKind;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.Severity;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.YesNo;

/** The tables that there are, column by column. */
final class TableForms {
    /** What an empty upper limit stands for: more than anything measured. */
    static final double NO_LIMIT = 1e9;

    static final List<String> CLASSES =
            Arrays.stream(VehicleClass.values()).map(VehicleClass::code).toList();
    static final List<String> KINDS =
            Arrays.stream(ManoeuvreKind.values()).map(ManoeuvreKind::code).toList();
    static final List<String> SEVERITIES = Arrays.stream(Severity.values())
            .filter(severity -> severity != Severity.NONE)
            .map(Severity::code)
            .toList();
    static final List<String> FEATURES =
            Arrays.stream(Feature.values()).map(Feature::code).toList();
    static final List<String> SHAPES = List.of("half-value", "linear");
    /** The three marks, and the idle mark that is to come. */
    static final List<String> MARKS = Stream.concat(
                    Arrays.stream(MarkKind.values()).map(MarkKind::code), Stream.of("idle"))
            .toList();

    static final List<String> QUANTITIES = List.of("distance_km", "days", "coverage", "share_abc", "share_a");
    static final List<String> FIGURES = List.of(
            "shrink-km",
            "decay",
            "weeks",
            "cap-km",
            "ranked-weeks-needed",
            "ranked-weeks-of",
            "doubt-points",
            "mean-weeks",
            "fairness-correlation",
            "fairness-share");
    static final List<String> RELATIVE_FIGURES = List.of(
            "curves-needed",
            "visits-needed",
            "samples-needed",
            "trim-share",
            "climb-from-kmh",
            "climb-to-kmh",
            "descent-from-kmh",
            "descent-top-kmh",
            "second-share-needed");
    private static final List<String> REASONS = List.of(
            "no-distance",
            "too-few-km",
            "too-few-days",
            "low-coverage",
            "no-speed-data",
            "low-quality",
            "slow-sampling");
    private static final List<String> STATES =
            Arrays.stream(CycleState.values()).map(CycleState::code).toList();
    private static final List<String> YES_NO_UNKNOWN =
            Arrays.stream(YesNo.values()).map(YesNo::code).toList();
    private static final List<String> IDLE_CLASSES = List.of(
            "TRAFFIC",
            "OVERNIGHT",
            "PARKED",
            "LOADING",
            "QUEUE_LOAD",
            "UNLOADING",
            "QUEUE_UNLOAD",
            "SERVICE_STOP",
            "BREAK",
            "IDLE_SHORT",
            "IDLE_MED",
            "IDLE_LONG",
            "ROAD_WAIT",
            "STANDSTILL_UNKNOWN");
    private static final List<String> COUNTS_AS =
            List.of("moving", "off", "service", "wait", "break", "idle", "traffic", "standstill");

    private static final Column CLASS = Column.word("vehicle_class", CLASSES);

    static final TableForm SAMPLING_CLASS = new TableForm(
            "sampling-class",
            List.of(
                    Column.id("id"),
                    Column.numberOrBlank("max_interval_s", "s", 0.1, 600, NO_LIMIT),
                    Column.numberOrBlank("min_doppler_share", "share", 0, 1, 0),
                    Column.numberOrBlank("max_speed_accuracy_mps", "m/s", 0, 50, NO_LIMIT),
                    Column.word("sampling_class", names(SamplingClass.values()))),
            List.of(
                    Column.number("median_interval_s", "s", 0, 100000),
                    Column.number("doppler_share", "share", 0, 1),
                    Column.numberOrBlank("speed_accuracy_mps", "m/s", 0, 1000, Double.NaN)),
            List.of("sampling_class"),
            row -> new TripQuality(
                    row.number("median_interval_s"), row.number("doppler_share"), row.number("speed_accuracy_mps")),
            FirstMatchChecks::sampling);

    static final TableForm MANOEUVRE_SEVERITY = new TableForm(
            "manoeuvre-severity",
            List.of(
                    Column.id("id"),
                    CLASS,
                    Column.word("kind", KINDS),
                    Column.word("severity", SEVERITIES),
                    Column.number("peak_from_mps2", "m/s²", 0.5, 6),
                    Column.numberOrBlank("peak_below_mps2", "m/s²", 0.5, 6, NO_LIMIT),
                    Column.whole("points", "points", 1, 100)),
            List.of(
                    CLASS,
                    Column.word("kind", KINDS),
                    Column.number("peak_mps2", "m/s²", 0, 20),
                    Column.number("guard_mps2", "m/s²", 0, 20)),
            List.of("severity", "points"),
            row -> new Peak(
                    row.word("vehicle_class"), row.word("kind"), row.number("peak_mps2"), row.number("guard_mps2")),
            TableChecks::severity);

    static final TableForm DRIVING_LIMITS = new TableForm(
            "driving-limits",
            List.of(
                    Column.id("id"),
                    CLASS,
                    Column.whole("cruise_from_kmh", "km/h", 1, 140),
                    Column.whole("eco_cap_kmh", "km/h", 1, 140),
                    Column.number("cruise_minutes_needed", "min", 1, 10000),
                    Column.number("event_start_kmh", "km/h", 0, 140),
                    Column.number("mean_acceleration_points", "points per 100 km", 0, 1000),
                    Column.number("mean_braking_points", "points per 100 km", 0, 1000)),
            List.of(CLASS),
            List.of(
                    "cruise_from_kmh",
                    "eco_cap_kmh",
                    "cruise_minutes_needed",
                    "event_start_kmh",
                    "mean_acceleration_points",
                    "mean_braking_points"),
            row -> new ClassLimits(row.word("vehicle_class")),
            TableChecks::limits);

    static final TableForm FEATURE_MARK = new TableForm(
            "feature-mark",
            List.of(
                    Column.id("id"),
                    CLASS,
                    Column.word("feature", FEATURES),
                    Column.word("shape", SHAPES),
                    Column.numberOrBlank("half_mark_at", "the feature's unit", 0.001, 1000, 0),
                    Column.numberOrBlank("worst", "the feature's unit", 0, 1000, 0),
                    Column.numberOrBlank("best", "the feature's unit", 0, 1000, 0),
                    Column.number("weight", "share", 0, 1)),
            List.of(CLASS, Column.word("feature", FEATURES), Column.number("value", "the feature's unit", 0, 1e6)),
            List.of("points", "weight"),
            row -> new FeatureValue(row.word("vehicle_class"), row.word("feature"), row.number("value")),
            TableChecks::features);

    static final TableForm MARK_WEIGHT = new TableForm(
            "mark-weight",
            List.of(
                    Column.id("id"),
                    Column.words("vehicle_class", CLASSES),
                    Column.word("mark", MARKS),
                    Column.number("weight", "share", 0, 1),
                    Column.word("when_missing", List.of("spread", "not-ranked"))),
            List.of(CLASS, Column.word("mark", MARKS)),
            List.of("weight", "when_missing"),
            row -> new MarkShare(row.word("vehicle_class"), row.word("mark")),
            TableChecks::marks);

    static final TableForm ELIGIBILITY = new TableForm(
            "eligibility",
            List.of(
                    Column.id("id"),
                    CLASS,
                    Column.word("quantity", QUANTITIES),
                    Column.number("found_from", "the quantity's unit", 0, 100000),
                    Column.number("found_below", "the quantity's unit", 0, 100000),
                    Column.numberOrBlank("unless_moving_h", "h", 0, 168, NO_LIMIT),
                    Column.word("reason", REASONS)),
            List.of(
                    CLASS,
                    Column.word("quantity", QUANTITIES),
                    Column.number("found", "the quantity's unit", 0, 100000),
                    Column.number("moving_h", "h", 0, 168)),
            List.of("reason"),
            row -> new WeekFigure(
                    row.word("vehicle_class"), row.word("quantity"), row.number("found"), row.number("moving_h")),
            TableChecks::eligibility);

    static final TableForm CONTEST = new TableForm(
            "contest",
            List.of(Column.id("id"), Column.number("value", "the figure's unit", 0, 100000)),
            List.of(Column.word("figure", FIGURES)),
            List.of("value"),
            row -> new ContestFigure(row.word("figure")),
            TableChecks::contest);

    static final TableForm RELATIVE = new TableForm(
            "relative",
            List.of(
                    Column.id("id"),
                    Column.word("figure", RELATIVE_FIGURES),
                    Column.id("site"),
                    Column.number("value", "the figure's unit", 0, 100000)),
            List.of(Column.word("figure", RELATIVE_FIGURES), Column.id("site")),
            List.of("value"),
            row -> new RelativeFigure(row.word("figure"), row.word("site")),
            RelativeFigures::check);

    static final TableForm IDLE = new TableForm(
            "idle",
            List.of(
                    Column.id("id"),
                    Column.words("zone", ZoneTypes.ALL_AND_NONE),
                    Column.words("state", STATES),
                    Column.words("longest", YES_NO_UNKNOWN),
                    Column.words("engine", YES_NO_UNKNOWN),
                    Column.words("inferred", List.of("yes", "no")),
                    Column.numberOrBlank("duration_from_s", "s", 0, 1e6, 0),
                    Column.numberOrBlank("duration_below_s", "s", 0, 1e6, NO_LIMIT),
                    Column.word("idle_class", IDLE_CLASSES),
                    Column.word("counts_as", COUNTS_AS)),
            List.of(
                    Column.word("zone", ZoneTypes.ALL_AND_NONE),
                    Column.word("state", STATES),
                    Column.word("longest", YES_NO_UNKNOWN),
                    Column.word("engine", YES_NO_UNKNOWN),
                    Column.word("inferred", List.of("yes", "no")),
                    Column.number("duration_s", "s", 0, 1e6)),
            List.of("idle_class", "counts_as"),
            row -> new StandstillCase(
                    row.word("zone"),
                    row.word("state"),
                    row.word("longest"),
                    row.word("engine"),
                    row.word("inferred"),
                    row.number("duration_s")),
            FirstMatchChecks::idle);

    static final List<TableForm> ALL = List.of(
            SAMPLING_CLASS,
            MANOEUVRE_SEVERITY,
            DRIVING_LIMITS,
            FEATURE_MARK,
            MARK_WEIGHT,
            ELIGIBILITY,
            CONTEST,
            IDLE,
            RELATIVE);

    private TableForms() {}

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
