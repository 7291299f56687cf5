package org.optimizer.extract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.Exclusion;
import org.optimizer.model.Feature;
import org.optimizer.model.FeatureMark;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Mark;
import org.optimizer.model.MarkKind;
import org.optimizer.model.Reason;
import org.optimizer.model.ReviewVerdict;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.Standing;
import org.optimizer.model.VehicleClass;
import org.optimizer.model.Wording;

/** Reads results: scores, standings and what approvers changed. */
public class Scores {
    private final ProducerTemplate camel;

    public Scores(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** The scores of a week, ordered by driver. */
    public List<DriverScore> list(String contestId, IsoWeek week) {
        return scores("contestId", contestId, "fromWeek", week, "beforeWeek", week.plusWeeks(1), "onlyResults", 0);
    }

    /**
     * The scores of weeks with {@code from ≤ week < before} that are scored and not cancelled, ordered by week and driver. How
     * far the review, the SMS or the closing of such a week has come makes no difference.
     */
    public List<DriverScore> listResults(String contestId, IsoWeek from, IsoWeek before) {
        return scores("contestId", contestId, "fromWeek", from, "beforeWeek", before, "onlyResults", 1);
    }

    private List<DriverScore> scores(Object... span) {
        Map<Key, Map<Feature, Double>> features = features(span);
        Map<Key, List<Mark>> marks = marks(span);
        Map<Key, List<Reason>> reasons = Query.rows(camel, "list-score-reasons", span).stream()
                .collect(groupingBy(Key::of, mapping(Scores::reason, toList())));
        return Query.rows(camel, "list-driver-scores", span).stream()
                .map(row -> score(
                        row,
                        features.getOrDefault(Key.of(row), Map.of()),
                        marks.getOrDefault(Key.of(row), List.of()),
                        reasons.getOrDefault(Key.of(row), List.of())))
                .toList();
    }

    private record Key(String week, String driverId) {
        static Key of(Row row) {
            return new Key(row.text("iso_week"), row.text("driver_id"));
        }
    }

    private Map<Key, Map<Feature, Double>> features(Object... span) {
        return Query.rows(camel, "list-driver-features", span).stream()
                .collect(groupingBy(
                        Key::of, toMap(row -> row.word("feature", Feature.class), row -> row.real("feature_value"))));
    }

    private Map<Key, List<Mark>> marks(Object... span) {
        Map<Key, List<FeatureMark>> parts = Query.rows(camel, "list-feature-marks", span).stream()
                .collect(groupingBy(Key::of, mapping(Scores::featureMark, toList())));
        return Query.rows(camel, "list-marks", span).stream()
                .collect(groupingBy(
                        Key::of, mapping(row -> mark(row, parts.getOrDefault(Key.of(row), List.of())), toList())));
    }

    private static Mark mark(Row row, List<FeatureMark> parts) {
        MarkKind kind = row.word("kind", MarkKind.class);
        List<FeatureMark> own =
                parts.stream().filter(part -> part.mark() == kind).toList();
        return new Mark(kind, row.real("points"), row.real("weight"), own);
    }

    private static FeatureMark featureMark(Row row) {
        return new FeatureMark(
                row.word("feature", Feature.class),
                row.word("mark_kind", MarkKind.class),
                row.real("feature_value"),
                row.real("points"),
                row.real("weight"),
                row.text("rule_name"));
    }

    private static Reason reason(Row row) {
        return new Reason(row.text("code"), row.real("found_value"), row.real("expected_value"), row.text("rule_name"));
    }

    private static DriverScore score(Row row, Map<Feature, Double> features, List<Mark> marks, List<Reason> reasons) {
        return new DriverScore(
                row.text("contest_id"),
                driverWeek(row, features),
                marks,
                row.optionalDecimal("score"),
                row.optionalDecimal("doubt"),
                row.flag("ranked"),
                reasons,
                row.text("rulebook"));
    }

    private static DriverWeek driverWeek(Row row, Map<Feature, Double> features) {
        return new DriverWeek(
                row.text("driver_id"),
                row.week("iso_week"),
                row.word("league", VehicleClass.class),
                row.real("distance_km"),
                row.real("moving_h"),
                row.number("days_driven"),
                row.real("coverage"),
                kmByClass(row),
                row.real("event_km"),
                row.number("acceleration_points"),
                row.number("braking_points"),
                row.number("acceleration_variance"),
                row.number("braking_variance"),
                features);
    }

    private static Map<SamplingClass, Double> kmByClass(Row row) {
        Map<SamplingClass, Double> km = new EnumMap<>(SamplingClass.class);
        for (SamplingClass samplingClass : SamplingClass.values()) {
            double value = row.real("class_" + samplingClass.name().toLowerCase(Locale.ROOT) + "_km");
            if (!Double.isNaN(value)) {
                km.put(samplingClass, value);
            }
        }
        return km;
    }

    /** In the order in which they are shown. */
    public List<Standing> listStandings(String contestId, IsoWeek week) {
        return Query.rows(camel, "list-standings", "contestId", contestId, "week", week).stream()
                .map(Scores::standing)
                .toList();
    }

    private static Standing standing(Row row) {
        return new Standing(
                row.text("driver_id"),
                row.word("league", VehicleClass.class),
                row.optionalNumber("place"),
                row.flag("ex_aequo"),
                row.number("ranked_of"),
                row.optionalNumber("places_gained"),
                row.optionalDecimal("global_score"),
                row.optionalDecimal("global_doubt"),
                row.optionalNumber("global_place"));
    }

    /** In order of driver. */
    public List<Exclusion> listExclusions(String contestId, IsoWeek week) {
        return Query.rows(camel, "list-exclusions", "contestId", contestId, "week", week).stream()
                .map(row -> new Exclusion(
                        row.text("driver_id"), row.text("reason"), row.text("excluded_by"), row.instant("excluded_at")))
                .toList();
    }

    /** The SMS of a week that people worded, ordered by driver. */
    public List<Wording> listWordings(String contestId, IsoWeek week) {
        return Query.rows(camel, "list-wordings", "contestId", contestId, "week", week).stream()
                .map(row -> new Wording(
                        row.text("driver_id"),
                        row.text("wording"),
                        row.text("proposed_text"),
                        row.text("worded_by"),
                        row.instant("worded_at")))
                .toList();
    }

    /** What was decided last on a week; empty before any decision. */
    public Optional<ReviewVerdict> findVerdict(String contestId, IsoWeek week) {
        return Reviews.verdicts(camel, contestId, week).stream().findFirst();
    }
}
