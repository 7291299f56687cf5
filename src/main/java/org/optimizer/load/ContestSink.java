package org.optimizer.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.optimizer.model.Batch;
import org.optimizer.model.DriverScore;
import org.optimizer.model.DriverWeek;
import org.optimizer.model.FeatureMark;
import org.optimizer.model.FleetMean;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.Mark;
import org.optimizer.model.Reason;
import org.optimizer.model.SamplingClass;
import org.optimizer.model.ScoredDay;
import org.optimizer.model.Standing;
import org.optimizer.model.Stored;
import org.optimizer.model.TeamStanding;

/** Writes the weeks of a contest and their results. Those of a closed week are final: here every change to them is refused. */
public class ContestSink {
    private final ProducerTemplate camel;

    public ContestSink(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** @return false when the week exists already; then nothing is written */
    public boolean open(Batch batch) {
        Map<String, Object> row = Stored.row(
                "contestId", batch.contestId(),
                "week", batch.week(),
                "number", batch.number(),
                "state", batch.state(),
                "revision", batch.revision(),
                "rulebook", batch.rulebook(),
                "openedAt", batch.openedAt());
        List<Map<String, Object>> means =
                batch.means().stream().map(mean -> row(batch, mean)).toList();
        return Call.route(camel, "open-batch", row, Map.of("means", means)) == 1;
    }

    private static Map<String, Object> row(Batch batch, FleetMean mean) {
        return Stored.row(
                "contestId", batch.contestId(),
                "week", batch.week(),
                "vehicleClass", mean.vehicleClass(),
                "accelerationPoints", mean.accelerationPoints(),
                "brakingPoints", mean.brakingPoints());
    }

    /**
     * Moves a week on; {@link #close} closes it.
     *
     * @throws IllegalStateException when the week was never opened, or is closed
     */
    public void setState(String contestId, IsoWeek week, Batch.State state) {
        holdOpen(contestId, week);
        Call.route(camel, "set-batch-state", Stored.row("contestId", contestId, "week", week, "state", state));
    }

    /** Makes the results of a week final; twice is once. @throws IllegalStateException when the week was never opened */
    public void close(String contestId, IsoWeek week, Instant at) {
        if (lock(contestId, week) != Batch.State.CLOSED) {
            Call.route(camel, "close-week", Stored.row("contestId", contestId, "week", week, "at", at));
        }
    }

    /**
     * Counts another change of the results, so that whoever decides on older ones is told.
     *
     * @throws IllegalStateException when the week was never opened, or is closed
     */
    public void raiseRevision(String contestId, IsoWeek week) {
        holdOpen(contestId, week);
        Call.route(camel, "revise-week", Stored.row("contestId", contestId, "week", week));
    }

    /**
     * Lets nobody close the week, or change its results, until the end of the transaction.
     *
     * @throws IllegalStateException when the week was never opened, or is closed
     */
    public void holdOpen(String contestId, IsoWeek week) {
        if (lock(contestId, week) == Batch.State.CLOSED) {
            throw new IllegalStateException(
                    "week " + week + " of contest " + contestId
                            + ": expected a week that is not closed; its results are final, an amendment can stand beside them");
        }
    }

    /**
     * Lets nobody score, move or close a week until the end of the transaction, so that what is read of it after this call still
     * holds when something is decided on it. It may be closed already; of one that was never opened nothing is held.
     */
    public void hold(String contestId, IsoWeek week) {
        lockedRows(contestId, week);
    }

    private List<?> lockedRows(String contestId, IsoWeek week) {
        return Call.send(camel, "lock-week", Stored.row("contestId", contestId, "week", week), Map.of())
                .getMessage()
                .getBody(List.class);
    }

    /** The state of a week, which stays so until the end of the transaction. */
    private Batch.State lock(String contestId, IsoWeek week) {
        List<?> rows = lockedRows(contestId, week);
        if (rows.isEmpty()) {
            throw new IllegalStateException(
                    "week " + week + " of contest " + contestId + ": expected an open week, found none; open it first");
        }
        return Batch.State.valueOf((String) ((Map<?, ?>) rows.get(0)).get("state"));
    }

    /**
     * Begins another scoring: results of the week are deleted, its revision rises by one.
     *
     * @throws IllegalStateException when the week was never opened, or is sent or closed: a sent score is never edited
     */
    public void beginScoring(String contestId, IsoWeek week) {
        holdOpen(contestId, week);
        int changed = Call.route(camel, "begin-scoring", Stored.row("contestId", contestId, "week", week));
        if (changed == 0) {
            throw new IllegalStateException("week " + week + " of contest " + contestId
                    + ": expected a week that is open and not yet sent; its scores stay as they are");
        }
    }

    /**
     * Keeps what a scoring was made of, in place of what was kept of the same scoring.
     *
     * @param number 0 for the results of the week, otherwise that of the revision beside them
     */
    public void keepScoredDays(String contestId, IsoWeek week, int number, List<ScoredDay> days) {
        List<Map<String, Object>> rows = days.stream()
                .map(day -> Stored.row(
                        "contestId", contestId,
                        "week", week,
                        "number", number,
                        "vehicleId", day.vehicleId(),
                        "day", day.day(),
                        "driverId", day.driverId(),
                        "factsHash", day.factsHash(),
                        "distanceKm", day.distanceKm()))
                .toList();
        Call.route(
                camel,
                "keep-scored-days",
                Stored.row("contestId", contestId, "week", week, "number", number),
                Map.of("days", rows));
    }

    /** Writes scores in place of those of the same drivers. @throws IllegalStateException when the week is closed */
    public void saveScores(String contestId, IsoWeek week, List<DriverScore> scores) {
        holdOpen(contestId, week);
        if (scores.isEmpty()) {
            return;
        }
        Rows rows = new Rows(contestId, week);
        scores.forEach(rows::add);
        List<String> driverIds = scores.stream().map(DriverScore::driverId).toList();
        Call.route(
                camel,
                "save-scores",
                Stored.row("contestId", contestId, "week", week, "driverIds", driverIds),
                rows.byVariable());
    }

    /**
     * Writes all standings of the week in place of those before; their order is kept.
     *
     * @throws IllegalStateException when the week is closed
     */
    public void saveStandings(String contestId, IsoWeek week, List<Standing> standings) {
        holdOpen(contestId, week);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Standing standing : standings) {
            rows.add(row(contestId, week, rows.size(), standing));
        }
        Call.route(
                camel, "save-standings", Stored.row("contestId", contestId, "week", week), Map.of("standings", rows));
    }

    private static Map<String, Object> row(String contestId, IsoWeek week, int ordinal, Standing standing) {
        return Stored.row(
                "contestId", contestId,
                "week", week,
                "driverId", standing.driverId(),
                "ordinal", ordinal,
                "league", standing.league(),
                "place", standing.rank(),
                "exAequo", standing.exAequo(),
                "rankedOf", standing.rankedOf(),
                "placesGained", standing.change(),
                "globalScore", standing.global(),
                "globalDoubt", standing.globalDoubt(),
                "globalPlace", standing.globalRank());
    }

    /** The same for the teams. */
    public void saveTeamStandings(String contestId, IsoWeek week, List<TeamStanding> standings) {
        holdOpen(contestId, week);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (TeamStanding standing : standings) {
            rows.add(row(contestId, week, rows.size(), standing));
        }
        Call.route(
                camel,
                "save-team-standings",
                Stored.row("contestId", contestId, "week", week),
                Map.of("standings", rows));
    }

    private static Map<String, Object> row(String contestId, IsoWeek week, int ordinal, TeamStanding standing) {
        return Stored.row(
                "contestId", contestId,
                "week", week,
                "teamId", standing.teamId(),
                "ordinal", ordinal,
                "name", standing.name(),
                "place", standing.rank(),
                "score", standing.score(),
                "rankedMembers", standing.rankedMembers(),
                "members", standing.members());
    }

    /** The rows of a week's scores, table by table. */
    private static final class Rows {
        private final String contestId;
        private final IsoWeek week;
        private final List<Map<String, Object>> scores = new ArrayList<>();
        private final List<Map<String, Object>> features = new ArrayList<>();
        private final List<Map<String, Object>> marks = new ArrayList<>();
        private final List<Map<String, Object>> featureMarks = new ArrayList<>();
        private final List<Map<String, Object>> reasons = new ArrayList<>();

        Rows(String contestId, IsoWeek week) {
            this.contestId = contestId;
            this.week = week;
        }

        Map<String, List<Map<String, Object>>> byVariable() {
            return Map.of(
                    "scores", scores,
                    "features", features,
                    "marks", marks,
                    "featureMarks", featureMarks,
                    "reasons", reasons);
        }

        void add(DriverScore score) {
            addScore(score, score.facts());
            score.facts()
                    .features()
                    .forEach((feature, value) -> features.add(row(score, "feature", feature, "value", value)));
            for (int ordinal = 0; ordinal < score.marks().size(); ordinal++) {
                addMark(score, ordinal, score.marks().get(ordinal));
            }
            for (int ordinal = 0; ordinal < score.reasons().size(); ordinal++) {
                addReason(score, ordinal, score.reasons().get(ordinal));
            }
        }

        private void addScore(DriverScore score, DriverWeek facts) {
            scores.add(row(
                    score,
                    "league",
                    facts.league(),
                    "distanceKm",
                    facts.distanceKm(),
                    "movingH",
                    facts.movingH(),
                    "days",
                    facts.days(),
                    "coverage",
                    facts.coverage(),
                    "classAKm",
                    facts.kmByClass().get(SamplingClass.A),
                    "classBKm",
                    facts.kmByClass().get(SamplingClass.B),
                    "classCKm",
                    facts.kmByClass().get(SamplingClass.C),
                    "classDKm",
                    facts.kmByClass().get(SamplingClass.D),
                    "eventKm",
                    facts.eventKm(),
                    "accelerationPoints",
                    facts.accelerationPoints(),
                    "brakingPoints",
                    facts.brakingPoints(),
                    "accelerationVariance",
                    facts.accelerationVariance(),
                    "brakingVariance",
                    facts.brakingVariance(),
                    "score",
                    score.score(),
                    "doubt",
                    score.doubt(),
                    "ranked",
                    score.ranked(),
                    "rulebook",
                    score.rulebook()));
        }

        private void addMark(DriverScore score, int ordinal, Mark mark) {
            marks.add(row(
                    score, "kind", mark.kind(), "ordinal", ordinal, "points", mark.points(), "weight", mark.weight()));
            for (int part = 0; part < mark.parts().size(); part++) {
                addPart(score, mark, part, mark.parts().get(part));
            }
        }

        private void addPart(DriverScore score, Mark mark, int ordinal, FeatureMark part) {
            featureMarks.add(row(
                    score,
                    "markKind",
                    mark.kind(),
                    "ordinal",
                    ordinal,
                    "feature",
                    part.feature(),
                    "value",
                    part.value(),
                    "points",
                    part.points(),
                    "weight",
                    part.weight(),
                    "rule",
                    part.rule()));
        }

        private void addReason(DriverScore score, int ordinal, Reason reason) {
            reasons.add(row(
                    score,
                    "ordinal",
                    ordinal,
                    "code",
                    reason.code(),
                    "found",
                    reason.found(),
                    "expected",
                    reason.expected(),
                    "rule",
                    reason.rule()));
        }

        private Map<String, Object> row(DriverScore score, Object... namesAndValues) {
            Map<String, Object> row = new HashMap<>(Stored.row(namesAndValues));
            row.putAll(Stored.row("contestId", contestId, "week", week, "driverId", score.driverId()));
            return row;
        }
    }
}
