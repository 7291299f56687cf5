package org.optimizer.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.optimizer.extract.ShadowResults;
import org.optimizer.model.IsoWeek;
import org.optimizer.model.RescoredWeek;
import org.optimizer.model.ScoreMove;
import org.optimizer.model.ShadowWeek;

/** Two weeks of a change on trial, one of which could not be scored. */
final class DemoTrial extends ShadowResults {
    static final int GAINED = 987;

    DemoTrial() {
        super(null);
    }

    static List<ShadowWeek> weeks() {
        List<RescoredWeek> effect =
                new DemoCalibration().view(DemoCalibration.DRAFT).effect();
        List<ShadowWeek> weeks = new ArrayList<>();
        weeks.add(week(DemoWeek.WEEK, Optional.empty(), effect.get(1)));
        weeks.add(week(
                DemoWeek.WEEK.plusWeeks(-1),
                Optional.of("the change was still at it after PT1M and was given up"),
                new RescoredWeek(DemoWeek.WEEK.plusWeeks(-1), List.of())));
        return weeks;
    }

    private static ShadowWeek week(IsoWeek week, Optional<String> problem, RescoredWeek scored) {
        return new ShadowWeek(
                DemoRules.CHANGE,
                DemoWeek.CONTEST.id(),
                week,
                DemoWeek.NOW,
                problem,
                scored.moves().stream().map(DemoTrial::marked).toList());
    }

    /** With a figure that stands nowhere else. */
    private static ScoreMove marked(ScoreMove move) {
        return new ScoreMove(
                move.driverId(),
                move.league(),
                move.scoreBefore(),
                move.scoreAfter(),
                move.rankBefore(),
                move.rankAfter(),
                GAINED,
                move.lost(),
                move.harder(),
                move.milder());
    }

    @Override
    public List<ShadowWeek> list(String changeId) {
        return weeks();
    }

    @Override
    public List<String> trialsOf(String contestId, IsoWeek week) {
        return List.of(DemoRules.CHANGE);
    }
}
