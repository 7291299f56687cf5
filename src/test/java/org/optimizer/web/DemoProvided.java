package org.optimizer.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.optimizer.model.Batch;
import org.optimizer.model.Contest;
import org.optimizer.model.EventCounts;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.MarkKind;
import org.optimizer.model.PeriodScore;
import org.optimizer.model.ProviderScore;
import org.optimizer.model.RateRules;
import org.optimizer.model.ScoredEntity;
import org.optimizer.model.ScoringMethod;
import org.optimizer.model.VehicleClass;
import org.optimizer.process.FedResults;
import org.optimizer.transform.scoring.rates.Counted;
import org.optimizer.transform.scoring.rates.FedScoring;
import org.optimizer.transform.scoring.rates.Field;
import org.optimizer.transform.scoring.rates.Marked;
import org.optimizer.transform.scoring.rates.RateScoring;

/** Fourteen drivers of a provider, the last of whom stood: their counts or their marks. */
final class DemoProvided extends FedResults {
    private static final RateRules RULES = new RateRules(0.3, 0.75, 1.8, 1000, 10, 12);

    DemoProvided() {
        super(null, null, null, null, null, null, null, null);
    }

    @Override
    public RateRules rules(Contest contest, Batch batch) {
        return RULES;
    }

    @Override
    public Map<String, ProviderScore> ranking(Contest contest, IsoWeek week) {
        Map<String, ProviderScore> scores = new LinkedHashMap<>();
        scores(contest.method(), new Field(week, Map.of(), VehicleClass.TIPPER, Set.of()))
                .forEach(score -> scores.put(score.driverId(), score));
        return scores;
    }

    private static List<ProviderScore> scores(ScoringMethod method, Field field) {
        return switch (method) {
            case ABSOLUTE, RELATIVE -> List.of();
            case EVENT_RATES ->
                RateScoring.fullPeriod(
                        field,
                        IntStream.rangeClosed(1, 14)
                                .mapToObj(i -> new Counted(
                                        "d" + i, field.week(), i * 7 % 12 + 0.5, i * 5 % 9, i * 3 % 5, distanceM(i)))
                                .toList(),
                        RULES);
            case FED_SCORES ->
                FedScoring.fullPeriod(
                        field,
                        IntStream.rangeClosed(1, 14)
                                .mapToObj(i -> Marked.of(score(i, field.week()), "d" + i, 1))
                                .toList(),
                        RULES);
        };
    }

    private static double distanceM(int driver) {
        return driver == 14 ? 0 : 380_000 + 21_700 * driver;
    }

    private static PeriodScore score(int driver, IsoWeek week) {
        return new PeriodScore(
                "scorefeed",
                ScoredEntity.DRIVER,
                "d" + driver,
                week,
                Map.of(
                        MarkKind.ACCELERATION, 9 - driver * 0.3,
                        MarkKind.DECELERATION, 8.5 - driver * 0.2,
                        MarkKind.SPEED_KEEPING, 9 - driver * 0.1),
                8.5 - driver * 0.25,
                Optional.of(new EventCounts(driver, 2 * driver, driver / 3)),
                distanceM(driver),
                36_000,
                DemoWeek.NOW);
    }
}
