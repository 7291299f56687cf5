package org.optimizer.extract;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.optimizer.model.EventCount;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.PeriodScore;
import org.optimizer.model.ScoreRef;
import org.optimizer.model.ScoredEntity;

/** A provider that is asked what it counted, or how it marked, in a week. */
public interface PeriodSource {

    /** As in the plan of a contest. */
    String name();

    /** @throws ScoreSourceException when it refuses, is silent, cannot be understood, or has not closed the week yet */
    Answer read(Question question);

    /**
     * What is asked.
     *
     * @param refs of the drivers, or of the vehicles
     * @param zone the site's, in which the week is meant
     * @param at when it is asked
     */
    record Question(ScoredEntity entity, List<ScoreRef> refs, IsoWeek week, ZoneId zone, Instant at) {
        public Question {
            refs = List.copyOf(refs);
        }

        /** Our ids by the provider's. */
        Map<String, String> ids() {
            return refs.stream().collect(Collectors.toMap(ScoreRef::ref, ScoreRef::entityId, (one, other) -> one));
        }
    }

    /**
     * What was answered: counts or marks.
     *
     * @param refused rows that could not be used: of somebody unknown here, or with impossible figures
     */
    record Answer(List<EventCount> counts, List<PeriodScore> scores, int refused) {
        public Answer {
            counts = List.copyOf(counts);
            scores = List.copyOf(scores);
        }
    }
}
