package org.optimizer.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.optimizer.extract.BehaviourCounts;
import org.optimizer.extract.PeriodSource.Answer;
import org.optimizer.extract.PeriodSource.Question;
import org.optimizer.extract.Periods;
import org.optimizer.model.BehaviourType;
import org.optimizer.model.EventCount;
import org.optimizer.model.EventCounts;
import org.optimizer.model.PeriodScore;
import org.optimizer.model.ScoreRef;

/** Says for a contest what a source that pushes would answer if it were asked: how often what was seen in a week, and how far everybody drove. */
public class PushedWeeks {
    private final BehaviourCounts counts;
    private final Periods periods;

    public PushedWeeks(BehaviourCounts counts, Periods periods) {
        this.counts = counts;
        this.periods = periods;
    }

    /**
     * The counts of a week: of everybody, also of whom nothing was seen, but of nobody when the source was silent all week. The
     * distance is that which the source sent with the marks of the week, otherwise that of the trips, otherwise none. Marks are not
     * among the answer: they are stored when they come.
     */
    public Answer count(String source, Question question) {
        List<String> ids =
                question.refs().stream().map(ScoreRef::entityId).distinct().toList();
        if (ids.isEmpty()) {
            return new Answer(List.of(), List.of(), 0);
        }
        Map<String, Map<BehaviourType, Integer>> events = counts.count(
                source,
                question.entity(),
                ids,
                question.week().start(question.zone()),
                question.week().end(question.zone()));
        List<PeriodScore> marks = periods.listScores(source, question.entity(), ids, question.week(), question.week());
        boolean isSilent = events.isEmpty() && marks.isEmpty();
        return new Answer(isSilent ? List.of() : rows(source, question, ids, events, marks), List.of(), 0);
    }

    private List<EventCount> rows(
            String source,
            Question question,
            List<String> ids,
            Map<String, Map<BehaviourType, Integer>> events,
            List<PeriodScore> marks) {
        Map<String, Double> distances = distancesM(question, ids, marks);
        return ids.stream()
                .map(id -> new EventCount(
                        source,
                        question.entity(),
                        id,
                        question.week(),
                        counts(events.getOrDefault(id, Map.of())),
                        distances.getOrDefault(id, Double.NaN),
                        question.at()))
                .toList();
    }

    private static EventCounts counts(Map<BehaviourType, Integer> events) {
        return new EventCounts(
                events.getOrDefault(BehaviourType.HARSH_ACCELERATION, 0),
                events.getOrDefault(BehaviourType.HARSH_BRAKING, 0),
                events.getOrDefault(BehaviourType.OVERSPEED, 0));
    }

    private Map<String, Double> distancesM(Question question, List<String> ids, List<PeriodScore> marks) {
        Map<String, Double> distances = new HashMap<>(counts.distancesM(
                question.entity(),
                ids,
                question.week().monday(),
                question.week().sunday()));
        marks.stream()
                .filter(mark -> !Double.isNaN(mark.distanceM()))
                .forEach(mark -> distances.put(mark.entityId(), mark.distanceM()));
        return distances;
    }
}
