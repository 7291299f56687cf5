package org.optimizer.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.Feature;
import org.optimizer.model.FeatureMark;
import org.optimizer.model.Mark;
import org.optimizer.model.MarkKind;
import org.optimizer.model.Reason;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.WeekVerdict;

/** Asks the rules about each figure of a driver's week at once, and adds up what they answer. */
final class WeekJudge {
    private final RulePool pool;

    WeekJudge(RulePool pool) {
        this.pool = pool;
    }

    WeekVerdict judge(DriverWeek week) {
        Map<Feature, FeatureValue> features = features(week);
        Map<MarkKind, MarkShare> shares = shares(week);
        List<WeekFigure> figures = figures(week);
        List<Question> questions = new ArrayList<>(features.values());
        questions.addAll(shares.values());
        questions.addAll(figures);
        pool.askAll(questions);

        List<Mark> marks = marks(features, shares);
        List<Reason> whyNot = whyNot(figures, shares, marks);
        return new WeekVerdict(marks, score(marks), !marks.isEmpty() && whyNot.isEmpty(), whyNot);
    }

    private static Map<Feature, FeatureValue> features(DriverWeek week) {
        Map<Feature, FeatureValue> features = new EnumMap<>(Feature.class);
        week.features()
                .forEach((feature, value) ->
                        features.put(feature, new FeatureValue(week.league().code(), feature.code(), value)));
        return features;
    }

    private static Map<MarkKind, MarkShare> shares(DriverWeek week) {
        Map<MarkKind, MarkShare> shares = new EnumMap<>(MarkKind.class);
        for (MarkKind kind : MarkKind.values()) {
            shares.put(kind, new MarkShare(week.league().code(), kind.code()));
        }
        return shares;
    }

    /** Shares of a distance say nothing without one, nor the share of class A where all speeds are unusable. */
    static List<WeekFigure> figures(DriverWeek week) {
        List<WeekFigure> figures = new ArrayList<>();
        figures.add(figure(week, "distance_km", week.distanceKm()));
        if (week.distanceKm() > 0) {
            figures.add(figure(week, "days", week.days()));
            figures.add(figure(week, "coverage", week.coverage()));
            double usable = week.kmShare(SamplingClass.A, SamplingClass.B, SamplingClass.C);
            figures.add(figure(week, "share_abc", usable));
            if (usable > 0) {
                figures.add(figure(week, "share_a", week.kmShare(SamplingClass.A)));
            }
        }
        return figures;
    }

    private static WeekFigure figure(DriverWeek week, String quantity, double found) {
        return new WeekFigure(week.league().code(), quantity, found, week.movingH());
    }

    /** Marks that there are, each with its weight after missing ones handed theirs over. */
    private static List<Mark> marks(Map<Feature, FeatureValue> features, Map<MarkKind, MarkShare> shares) {
        Map<MarkKind, List<FeatureMark>> parts = new EnumMap<>(MarkKind.class);
        for (MarkKind kind : MarkKind.values()) {
            List<FeatureMark> ofKind = parts(kind, features);
            if (!ofKind.isEmpty() && shares.get(kind).weight() > 0) {
                parts.put(kind, ofKind);
            }
        }
        double weights = parts.keySet().stream()
                .mapToDouble(kind -> shares.get(kind).weight())
                .sum();
        return parts.entrySet().stream()
                .map(part -> mark(
                        part.getKey(),
                        part.getValue(),
                        shares.get(part.getKey()).weight() / weights))
                .toList();
    }

    private static List<FeatureMark> parts(MarkKind kind, Map<Feature, FeatureValue> features) {
        List<Feature> counted = Arrays.stream(Feature.values())
                .filter(feature -> MarkParts.markOf(feature) == kind)
                .filter(feature ->
                        features.containsKey(feature) && features.get(feature).weight() > 0)
                .toList();
        double weights = counted.stream()
                .mapToDouble(feature -> features.get(feature).weight())
                .sum();
        return counted.stream()
                .map(feature -> part(kind, feature, features.get(feature), weights))
                .toList();
    }

    private static FeatureMark part(MarkKind kind, Feature feature, FeatureValue answer, double weights) {
        return new FeatureMark(
                feature, kind, answer.getValue(), answer.points(), answer.weight() / weights, answer.rule());
    }

    private static Mark mark(MarkKind kind, List<FeatureMark> parts, double weight) {
        double points = parts.stream()
                .mapToDouble(part -> part.weight() * part.points())
                .sum();
        return new Mark(kind, points, weight, parts);
    }

    private static OptionalDouble score(List<Mark> marks) {
        return marks.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(marks.stream()
                        .mapToDouble(mark -> mark.weight() * mark.points())
                        .sum());
    }

    /** Without any mark the figures say why; only where they are all right the marks themselves are named. */
    private static List<Reason> whyNot(List<WeekFigure> figures, Map<MarkKind, MarkShare> shares, List<Mark> marks) {
        List<Reason> reasons = new ArrayList<>(figures.stream()
                .map(WeekFigure::answer)
                .flatMap(Optional::stream)
                .toList());
        if (!marks.isEmpty() || reasons.isEmpty()) {
            reasons.addAll(missing(shares, marks));
        }
        return reasons;
    }

    private static List<Reason> missing(Map<MarkKind, MarkShare> shares, List<Mark> marks) {
        return shares.entrySet().stream()
                .filter(share -> marks.stream().noneMatch(mark -> mark.kind() == share.getKey()))
                .filter(share -> marks.isEmpty() || !share.getValue().canBeMissing())
                .map(share -> new Reason(
                        "no-" + share.getKey().code().replace('_', '-'),
                        0,
                        1,
                        share.getValue().rule()))
                .toList();
    }
}
